package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/sshd"
)

// remote implements [sshd.Handler]: the same commands on the same dataset as at
// home, except that nothing is read or written on the server.
//
// Trees of commands are used again: they are slow to build, and cobra keeps the
// flag completions of each for ever.
type remote struct {
	data    *model.Dataset
	running int // how many commands may run at once: a tree is kept for each, and for Open

	opening sync.Mutex // held by Open, which is over at once

	mu   sync.Mutex
	free []*remoteShell // the trees that are not in use
}

// Open implements [sshd.Handler].
func (r *remote) Open(args, environ []string) (sshd.Opening, error) {
	r.opening.Lock()
	defer r.opening.Unlock()
	s := r.get()
	defer r.put(s)
	s.opening = true
	code := s.run(context.Background(), args, environ, eof{}, io.Discard, io.Discard)
	if code != exitOK || s.opened == nil {
		return sshd.Opening{}, errNoDashboard
	}
	return *s.opened, nil
}

var errNoDashboard = errors.New("no dashboard was asked for")

// Exec implements [sshd.Handler]. Without a command, and with a link, it prints the
// place.
func (r *remote) Exec(ctx context.Context, args, environ []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := r.get()
	defer r.put(s)
	return s.run(ctx, args, environ, stdin, stdout, stderr)
}

// Work implements [sshd.Handler]. It is what the benchmarks of the commands say, on
// the generous side.
func (r *remote) Work(args []string) int {
	work := map[string]int{"verify": 20_000, "export": 20_000, "list": 5_000, "tour": 4_000, "check": 2_000}
	switch {
	case len(args) == 0:
		return 2_000
	case slices.ContainsFunc(args, func(s string) bool { return strings.Contains(s, "svg") }):
		return 50_000
	case args[0] == "list" && slices.ContainsFunc(args, func(s string) bool { return strings.Contains(s, "json") }):
		return 110_000
	}
	return max(2_000, work[args[0]])
}

// get returns a tree that is not in use.
func (r *remote) get() *remoteShell {
	r.mu.Lock()
	defer r.mu.Unlock()
	if n := len(r.free); n > 0 {
		s := r.free[n-1]
		r.free = r.free[:n-1]
		return s
	}
	return newRemoteShell(r.data)
}

// put makes a tree available again, unless there are enough.
func (r *remote) put(s *remoteShell) {
	s.reset()
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.free) <= r.running {
		r.free = append(r.free, s)
	}
}

// remoteShell is a tree of commands that runs one command line after the other.
type remoteShell struct {
	p       *program
	root    *cobra.Command
	opening bool // find the dashboard instead of running anything
	opened  *sshd.Opening
}

// newRemoteShell returns a tree without the commands that are not for strangers.
func newRemoteShell(d *model.Dataset) *remoteShell {
	s := &remoteShell{p: &program{shared: d}}
	s.root = s.p.rootCommand()
	s.p.settings.hideLocal(s.root)
	for _, c := range s.root.Commands() {
		if !slices.Contains(remoteCommands(), c.Name()) {
			s.root.RemoveCommand(c)
		}
	}
	prepare, open := s.root.PersistentPreRunE, s.root.RunE
	s.root.PersistentPreRunE = func(cmd *cobra.Command, args []string) error {
		if s.opening && cmd != s.root && !slices.Contains([]string{"tour", "present", "follow", "handout"}, cmd.Name()) { // the tour is a link
			return errNoDashboard
		}
		// The library sets a command's context once and never again: that of
		// the first client would be everybody's.
		cmd.SetContext(s.root.Context())
		if err := prepare(cmd, args); err != nil {
			return err
		}
		_, s.p.terminal = s.p.env["TERM"] // the server sets it for those who have one
		s.p.options = resolve(s.p.settings, s.p.env, s.p.terminal, false)
		return offLimits(cmd, args) // by flag or by variable
	}
	s.p.room = s.openRoom
	s.root.RunE = func(cmd *cobra.Command, args []string) error {
		if s.opening && !s.p.versionOnly {
			return s.open(args)
		}
		return open(cmd, args)
	}
	return s
}

// run runs a command line and returns its exit code.
func (s *remoteShell) run(ctx context.Context, args, environ []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s.p.stdin, s.p.stdout, s.p.stderr = stdin, stdout, stderr
	s.p.env, s.p.environ = newEnv(environ), environ
	s.root.SetContext(ctx)
	s.root.SetArgs(append([]string{}, args...)) // nil would be those of the server
	s.root.SetIn(stdin)
	s.root.SetOut(stdout)
	s.root.SetErr(stderr)
	err := s.root.Execute()
	var unknown *nav.Unknown
	if errors.As(err, &unknown) && unknown.What == "view" && len(unknown.Nearest) == 0 && unknown.Name == args[0] { // scp, mosh-server, a shell
		err = fail(exitUnknown, "there is no %s here; help says what there is", unknown.Name)
	}
	return s.p.finish(err)
}

// open sets s.opened, if a dashboard or a dialogue is asked for.
func (s *remoteShell) open(args []string) error {
	d := s.p.options
	at, err := placeOf(s.root, s.p.shared, args)
	if err != nil {
		return err
	}
	if d.dashboard || d.accessible {
		s.opened = &sshd.Opening{
			Dialogue: d.accessible,
			At:       at,
			View:     d.viewport(),
			Options:  s.appOptions(),
		}
	}
	return nil
}

// appOptions returns the options of a dashboard.
func (s *remoteShell) appOptions() tui.Options {
	return tui.Options{NoMouse: s.p.settings.noMouse, FixedTheme: s.p.options.fixedTheme, Auto: s.p.auto}
}

// openRoom sets s.opened to what a command of a presentation asks for.
func (s *remoteShell) openRoom(cmd *cobra.Command, args []string, r sshd.RoomRequest) error {
	d := s.p.options
	at, err := placeOf(s.root, s.p.shared, args)
	switch {
	case err != nil:
		return err
	case !s.opening || r.Do == sshd.PresentRoom && !d.dashboard: // what could be opened was
		return usage("%s needs a terminal that can show the dashboard; connect with one: the same ssh command with -t", cmd.Name())
	}
	s.opened = &sshd.Opening{
		Dialogue: r.Do == sshd.FollowRoom && !d.dashboard, At: at, View: d.viewport(), Options: s.appOptions(), Room: r,
	}
	return nil
}

// reset restores all flags and settings to what they were in a new tree.
func (s *remoteShell) reset() {
	s.opening, s.opened, s.p.options, s.p.terminal = false, nil, options{}, false
	s.p.stdin, s.p.stdout, s.p.stderr, s.p.env, s.p.environ = nil, nil, nil, nil, nil
	s.root.SetIn(nil)
	s.root.SetOut(nil)
	s.root.SetErr(nil)
	resetFlags(s.root)
	for _, c := range s.root.Commands() {
		resetFlags(c)
	}
}

// resetFlags sets the flags of a command to their defaults.
func resetFlags(cmd *cobra.Command) {
	for _, set := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) {
			if err := f.Value.Set(f.DefValue); err != nil {
				panic(err) // the default is a value of the flag
			}
			f.Changed = false
		})
	}
}

// remoteCommands returns the names of the commands there are over SSH.
func remoteCommands() []string {
	return []string{"show", "list", "cite", "export", "check", "verify", "tour", "present", "follow", "handout", "changes", "doctor", "help", "version"}
}

// offLimits returns an error for what would read or write a file of the server.
func offLimits(cmd *cobra.Command, args []string) error {
	if cmd.Flags().Changed("data") {
		return usage("there is no --data over SSH: it names a folder of the server")
	}
	switch cmd.Name() {
	case "export":
		if len(args) != 1 || args[0] != "-" {
			return usage("over SSH the package goes to stdout: export - > anhui-data.zip")
		}
	case "check":
		if len(args) > 0 {
			return usage("check takes no folder over SSH: it would be one of the server; run anhui-tui check at home")
		}
	case "verify":
		if f := cmd.Flags().Lookup("text"); f == nil || f.Value.String() != "-" {
			return usage("over SSH the text comes from stdin: verify SOURCE --text - < article.txt")
		}
	case cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd:
		return usage("there is no completion over SSH")
	}
	return nil
}

// eof is an empty stdin.
type eof struct{}

func (eof) Read([]byte) (int, error) { return 0, io.EOF }
