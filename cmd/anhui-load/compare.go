package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

const profilesUsage = "write CPU and heap profiles of the servers to files that begin with this"

// compare measures servers one after the other, each in a process of its own,
// with the same keys.
func compare(args []string) error {
	b := newBench("compare", 400)
	b.flags.StringVar(&b.profiles, "profiles", "", profilesUsage)
	sshdSessions := b.flags.Int("sshd-sessions", 50, "how many with OpenSSH's sshd, which has processes for each; 0 leaves it out")
	only := b.flags.String("only", "", "some of floor,ours,stock,sshd; all of them if empty")
	if err := b.begin(args); err != nil {
		return err
	}
	walks := b.walksOf(&b.plan)
	var all []result
	for _, name := range []string{"floor", "ours", "stock", "sshd"} {
		if *only != "" && !slices.Contains(strings.Split(*only, ","), name) {
			continue
		}
		p := b.plan
		if name == "sshd" {
			if p.Sessions = min(p.Sessions, *sshdSessions); p.Sessions == 0 {
				continue
			}
		}
		r, err := b.load(name, name, p, walks).inProcess(b.profiles)
		if errors.Is(err, errNoSSHD) {
			fmt.Fprintln(os.Stderr, err) //nolint:errcheck // it is only said
			continue
		}
		if err != nil {
			return err
		}
		all = append(all, r)
	}
	return b.end(all)
}

// inProcess starts the server of a load as a process, and measures it.
// Profiles are files that begin like this; "" makes none.
func (l *load) inProcess(profiles string) (r result, err error) {
	if l.name == "sshd" {
		var dir string
		l.server, l.auth, dir, err = startSSHD()
		defer os.RemoveAll(dir) //nolint:errcheck // of temporary files
	} else {
		l.server, err = spawn(l.name, l.plan)
	}
	if err != nil {
		if l.server != nil {
			err = errors.Join(err, l.server.stop())
		}
		return r, err
	}
	l.address = l.server.address
	if profiles != "" {
		l.profiles = profiles + l.name
	}
	r, err = l.measure()
	return r, errors.Join(err, l.server.stop())
}

// run puts a load on a server that runs already.
func run(args []string) error {
	b := newBench("run", 100)
	pid := b.flags.Int("pid", 0, "process of the server, to measure its memory and CPU")
	if err := b.begin(args); err != nil {
		return err
	}
	if b.flags.NArg() != 1 {
		return errors.New("run needs an address: anhui-load run [flags] 127.0.0.1:2222")
	}
	l := b.load("server", "", b.plan, b.walksOf(&b.plan))
	l.address = b.flags.Arg(0)
	if *pid != 0 {
		found, err := os.FindProcess(*pid)
		if err != nil {
			return fmt.Errorf("--pid: %w", err)
		}
		l.server = &process{cmd: &exec.Cmd{Process: found}}
	}
	started := time.Now()
	r, err := l.measure()
	if err != nil {
		return err
	}
	b.show.clear()
	fmt.Printf("%d sessions in %s\n", b.Sessions, time.Since(started).Round(time.Second))
	return b.end([]result{r})
}
