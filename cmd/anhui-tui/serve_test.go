package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/sshd"
)

// TestRemoteEqualsLocal holds commands over SSH to print what they print at
// home, also the second time, after others.
func TestRemoteEqualsLocal(t *testing.T) {
	t.Parallel()
	r := &remote{data: datatest.Embedded(t)}
	english := []string{"LANG=en_US.UTF-8"}
	for range 2 {
		for _, line := range []string{
			"show shares --format csv", "", "shares", "show", "shares?scope=world", "list figures", "list clusters --format json",
			"cite pv-revenue-2023 --style bibtex", "export -", "check", "show nonsense", "cite nonsense", "--nonsense",
			"show trends --lang zh --ascii", "doctor", "show a b c",
		} {
			args := strings.Fields(line)
			var local, localErr, remote, remoteErr bytes.Buffer
			want := run(args, strings.NewReader(""), &local, &localErr, english)
			got := r.Exec(context.Background(), args, english, strings.NewReader(""), &remote, &remoteErr)
			if line == "doctor" { // but for the file of settings, which is at home
				before, rest, _ := strings.Cut(local.String(), "\nsettings file\n")
				_, after, _ := strings.Cut(rest, "\n\n")
				local.Reset()
				local.WriteString(before + "\n" + after)
			}
			if got != want || local.String() != remote.String() || localErr.String() != remoteErr.String() {
				t.Errorf("%q: exit %d, at home %d; stderr %q, at home %q", line, got, want, remoteErr.String(), localErr.String())
			}
		}
	}
	if n := len(r.free); n != 1 {
		t.Errorf("%d trees of commands for one at a time", n)
	}
}

// TestRemoteTreesAreCapped runs more commands at once than trees of them are kept,
// and opens a dashboard meanwhile.
func TestRemoteTreesAreCapped(t *testing.T) {
	r := &remote{data: datatest.Embedded(t), running: 3}
	var running sync.WaitGroup
	in, text := io.Pipe()
	for range 8 {
		running.Go(func() {
			args := []string{"verify", "anhui-provincial-government-office-2017-12-21", "--text", "-"}
			if code := r.Exec(context.Background(), args, nil, in, io.Discard, io.Discard); code != exitFaults {
				t.Errorf("exit %d", code)
			}
		})
	}
	for range 8 { // each reads one
		if _, err := text.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.Open(nil, []string{"TERM=xterm"}); err != nil {
		t.Error(err)
	}
	_ = text.Close()
	running.Wait()
	if n := len(r.free); n == 0 || n > r.running+1 {
		t.Errorf("%d trees are kept, of at most %d", n, r.running+1)
	}
}

// TestRemoteVerifyStops ends a command whose time is over in the middle of a
// text that fits the words of its source as badly as it can. The next one has
// its own time.
func TestRemoteVerifyStops(t *testing.T) {
	const source = "anhui-provincial-government-office-2017-12-21"
	args := []string{"verify", source, "--text", "-"}
	text := strings.Repeat("\u5360\u5168\u56fd\u7532", 512<<10/12)
	r := &remote{data: datatest.Embedded(t)}
	ended, end := context.WithCancel(context.Background())
	end()
	var out bytes.Buffer
	if code := r.Exec(ended, args, nil, strings.NewReader(text), &out, io.Discard); code == exitOK || code == exitFaults || out.Len() > 0 {
		t.Errorf("exit %d after its end, %q", code, out.String())
	}
	if code := r.Exec(context.Background(), args, nil, strings.NewReader(text), &out, io.Discard); code != exitFaults || out.Len() == 0 {
		t.Errorf("exit %d of the next, %q", code, out.String())
	}
}

// TestRemoteTouchesNothing refuses what would read or write on the server.
func TestRemoteTouchesNothing(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	secret := filepath.Join(dir, "secret")
	if err := os.WriteFile(secret, []byte("a secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := &remote{data: datatest.Embedded(t)}
	for _, args := range [][]string{
		{"export", dir + "/new"},
		{"export"},
		{"check", dir},
		{"check", "--data", dir},
		{"show", "--data", dir},
		{"--data=" + dir},
		{"show", "--data="},
		{"verify", "china-daily-2024-09-18", "--text", secret},
		{"verify", "china-daily-2024-09-18", "--text=" + secret},
		{"serve"},
		{"serve", "--listen", ":2223"},
		{"man"},
		{"completion", "bash"},
		{"__complete", "show", ""},
		{"__completeNoDesc", "--data", ""},
	} {
		var out, errs bytes.Buffer
		if code := r.Exec(context.Background(), args, nil, strings.NewReader(""), &out, &errs); code == 0 {
			t.Errorf("%q: exit 0, %q", args, out.String())
		}
		if strings.Contains(out.String()+errs.String(), "a secret") {
			t.Errorf("%q told a secret", args)
		}
		if _, err := r.Open(args, []string{"TERM=xterm"}); err == nil {
			t.Errorf("%q opened a dashboard", args)
		}
	}
	for _, variable := range []string{"ANHUI_TUI_DATA=" + dir} {
		// The server keeps such variables out; even if it did not, the
		// command line would refuse.
		if code := r.Exec(context.Background(), nil, []string{variable}, eof{}, io.Discard, io.Discard); code == 0 {
			t.Errorf("%s was taken", variable)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestRemoteOpen(t *testing.T) {
	r := &remote{data: datatest.Embedded(t)}
	o, err := r.Open([]string{"shares?scope=world", "--theme", "light", "--no-mouse"},
		[]string{"TERM=xterm-256color", "LC_ALL=zh_CN.UTF-8"})
	if err != nil {
		t.Fatal(err)
	}
	want := place.Place{View: place.Shares, Scope: "world"}
	if o.At != want || o.View.Lang != model.ZH || o.View.Theme != place.Light || !o.Options.NoMouse ||
		!o.Options.FixedTheme || o.View.Colors != place.Colors256 || o.Options.Save != nil {
		t.Errorf("%+v", o)
	}
	if o, err = r.Open(nil, []string{"TERM=xterm", "NO_COLOR=1"}); err != nil || o.View.Colors != place.NoColors || o.Options.NoMouse {
		t.Errorf("%+v, %v", o, err)
	}
	for _, args := range [][]string{{"show"}, {"nonsense"}, {"help"}, {"--help"}, {"--version"}, {"shares", "clusters"}} {
		if _, err := r.Open(args, []string{"TERM=xterm"}); err == nil {
			t.Errorf("%q opened a dashboard", args)
		}
	}
	for _, without := range []string{"TERM=dumb", "TERM=", "LANG=C"} {
		if _, err := r.Open(nil, []string{without}); err == nil {
			t.Errorf("%s got a dashboard", without)
		}
	}
}

// TestRemoteTerminal prints for the terminal of a client what fits it, and
// knows it for one.
func TestRemoteTerminal(t *testing.T) {
	r := &remote{data: datatest.Embedded(t)}
	printed := func(line string, environ ...string) string {
		var out, errs bytes.Buffer
		if code := r.Exec(context.Background(), strings.Fields(line), environ, eof{}, &out, &errs); code != exitOK {
			t.Errorf("%s: exit %d, %s", line, code, errs.String())
		}
		return out.String()
	}
	for _, c := range []struct {
		environ   []string
		want, not string
	}{
		{[]string{"TERM=foot", "COLUMNS=99", "LINES=33"}, "99\u00d733", "not a terminal"},
		{[]string{"TERM=", "COLUMNS=99", "LINES=33"}, "only prints lines", "not a terminal"},
		{nil, "not a terminal", "a terminal that"},
	} {
		out := printed("doctor", c.environ...)
		if !strings.Contains(out, c.want) || strings.Contains(out, c.not) {
			t.Errorf("%v:\n%s", c.environ, out)
		}
	}
	console, piped := printed("show shares", "TERM=linux"), printed("show shares")
	if piped == console || printed("show shares --ascii") != console {
		t.Error("the console of Linux does not get its glyphs")
	}
}

// TestServeFlags holds every limit to be a flag with its default, and every
// flag to be a variable too.
func TestServeFlags(t *testing.T) {
	o := newServeOptions()
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	o.addLimits(flags)
	fields := reflect.TypeFor[sshd.Limits]().NumField()
	n := 0
	flags.VisitAll(func(*pflag.Flag) { n++ })
	if n != fields {
		t.Errorf("%d flags for %d limits", n, fields)
	}
	if !reflect.DeepEqual(o.limits, sshd.DefaultLimits()) {
		t.Errorf("other defaults: %+v", o.limits)
	}
	e := env{}
	flags.VisitAll(func(f *pflag.Flag) {
		value := "7"
		switch f.Value.Type() {
		case "duration":
			value = "7s"
		case "CIDR,...":
			value = "192.0.2.0/24,2001:db8::1"
		}
		e["ANHUI_TUI_"+strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))] = value
	})
	if err := flags.Parse([]string{"--max-sessions", "9"}); err != nil {
		t.Fatal(err)
	}
	if err := o.fromEnvironment(flags, e); err != nil {
		t.Fatal(err)
	}
	limits := reflect.ValueOf(o.limits)
	for i := range fields {
		switch v := limits.Field(i).Interface().(type) {
		case int:
			if want := map[bool]int{true: 9, false: 7}[limits.Type().Field(i).Name == "MaxSessions"]; v != want {
				t.Errorf("%s is %d", limits.Type().Field(i).Name, v)
			}
		case time.Duration:
			if v != 7*time.Second {
				t.Errorf("%s is %v", limits.Type().Field(i).Name, v)
			}
		default:
			if len(o.limits.SourceAllow) != 2 {
				t.Errorf("%v", v)
			}
		}
	}
	if err := o.fromEnvironment(flags, env{"ANHUI_TUI_LISTEN": "x"}); err != nil {
		t.Error(err)
	}
}

// TestServeFails exits with the code for the fault, and a line that says what
// to do.
func TestServeFails(t *testing.T) {
	dir := t.TempDir()
	open := filepath.Join(dir, "open")
	if err := os.WriteFile(open, []byte("key"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(open, 0o644); err != nil {
		t.Fatal(err)
	}
	key := filepath.Join(dir, "key")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--host-key", open}, exitListen, "chmod 600"},
		{[]string{"--host-key", key, "--listen", "192.0.2.1:1"}, exitListen, "--listen"},
		{[]string{"--host-key", key, "--listen", "127.0.0.1:0", "--http", "192.0.2.1:1"}, exitListen, "--http"},
		{[]string{"--host-key", key, "--write-stall", "0"}, exitUsage, "anhui-tui: --write-stall must be more than 0"},
		{[]string{"--host-key", key, "--output-burst", "0"}, exitUsage, "--output-burst 0"},
		{[]string{"--host-key", key, "--max-sessions", "many"}, exitUsage, "max-sessions"},
		{[]string{"--host-key", key, "--proxy-protocol-from", "everybody"}, exitUsage, "everybody"},
		{[]string{"--host-key", key, "--authorized-keys", filepath.Join(dir, "none")}, exitUsage, "authorized-keys"},
		{[]string{"--host-key", key, "--authorized-keys", open}, exitUsage, "line 1"},
		{[]string{"extra"}, exitUsage, "extra"},
		{[]string{"--listen", "15203"}, exitUsage, `--listen: "15203" is not an address and a port`},
		{[]string{"--listen", "127.0.0.1:ssssh"}, exitUsage, "--listen"},
		{[]string{"--listen", ""}, exitUsage, "--listen"},
		{[]string{"--http", "9222"}, exitUsage, `--http: "9222"`},
	} {
		var out, errs bytes.Buffer
		code := run(append([]string{"serve"}, c.args...), eof{}, &out, &errs, []string{"XDG_STATE_HOME=" + dir})
		if code != c.code || !strings.Contains(errs.String(), c.says) {
			t.Errorf("%q: exit %d, %q", c.args, code, errs.String())
		}
		if _, err := os.Stat(filepath.Join(dir, "anhui-tui")); err == nil { // without --host-key, for an address that is none
			t.Errorf("%q: a host key was made", c.args)
		}
	}
}

// TestRemoteWords is what programs that look for others at the far end are told, and
// who asks for help.
func TestRemoteWords(t *testing.T) {
	r := &remote{data: datatest.Embedded(t)}
	for _, c := range []struct {
		line string
		code int
		says string
	}{
		{"scp -f x", exitUnknown, "there is no scp here; help says what there is"}, // scp -O
		{"scp -v -t .", exitUnknown, "there is no scp here"},
		{"mosh-server new -s -c 256", exitUnknown, "there is no mosh-server here"},
		{"rsync --server -e.LsfxC . x", exitUnknown, "there is no rsync here"},
		{"git-upload-pack x.git", exitUnknown, "there is no git-upload-pack here"},
		{"shares --nonsense", exitUsage, "unknown flag: --nonsense"},
		{"show -x", exitUsage, "unknown shorthand flag"},
		{"help", exitOK, "--lang"},
	} {
		var out, errs bytes.Buffer
		code := r.Exec(context.Background(), strings.Fields(c.line), nil, eof{}, &out, &errs)
		if code != c.code || !strings.Contains(out.String()+errs.String(), c.says) {
			t.Errorf("%s: exit %d, %q %q", c.line, code, out.String(), errs.String())
		}
		if strings.Contains(out.String(), "--data") {
			t.Errorf("%s tells of --data, which is of the server's folders:\n%s", c.line, out.String())
		}
	}
}

// What viewers are told to paste into a shell is an address, and nothing else.
func TestAdvertised(t *testing.T) {
	for address, want := range map[string]bool{
		"demo.example.org": true, "demo.example.org:2222": true, "192.0.2.1:22": true, "[2001:db8::7]:2222": true, "2001:db8::7": true, "demo": true,
		"-oProxyCommand=x:99": false, "evil;rm -rf ~:22": false, "demo.example.org:ssh": false, "demo:0": false, "demo:70000": false,
		"a b": false, "$(id)": false, "user@demo": false, ":2222": false, "demo\n": false,
	} {
		if got := reachable(address); got != want {
			t.Errorf("%q: %v, want %v", address, got, want)
		}
	}
}

// TestKeyFile puts the host key where state belongs, never into the current
// folder.
func TestKeyFile(t *testing.T) {
	o := newServeOptions()
	for want, e := range map[string]env{
		"/var/lib/anhui-tui/host_key": {"STATE_DIRECTORY": "/var/lib/anhui-tui", "XDG_STATE_HOME": "/x"},
		"/x/anhui-tui/host_key":       {"XDG_STATE_HOME": "/x"},
	} {
		if got, err := o.keyFile(e); err != nil || filepath.ToSlash(got) != want {
			t.Errorf("%s, %v", got, err)
		}
	}
	if got, err := o.keyFile(env{"XDG_STATE_HOME": "relative"}); err != nil || !filepath.IsAbs(got) {
		t.Errorf("%s, %v", got, err)
	}
}

// TestDeployVariables holds the variables and flags in the examples, and in
// the text on how to operate the server, to be some that serve has.
func TestDeployVariables(t *testing.T) {
	p := &program{}
	root := p.rootCommand()
	serve, _, err := root.Find([]string{"serve"})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"--help": true}
	for _, set := range []*pflag.FlagSet{serve.Flags(), root.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) {
			known["--"+f.Name] = true
			known["ANHUI_TUI_"+strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))] = true
		})
	}
	files, err := filepath.Glob("deploy/*")
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	// Flags of other programs, and those of other commands.
	for _, other := range []string{"--now", "--read-only", "--cap-drop", "--security-opt", "--from-file", "--what", "--format", "--text", "--resume", "--sessions", "--replicas"} {
		known[other] = true
	}
	name := regexp.MustCompile(`ANHUI_TUI_[A-Z_]+[A-Z]|--[a-z][a-z-]+[a-z]`)
	for _, file := range append(files, "../../tui/sshd/README.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range name.FindAllString(string(text), -1) {
			if !known[word] {
				t.Errorf("%s: serve has no %s", file, word)
			}
		}
	}
}
