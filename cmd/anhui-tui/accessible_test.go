package main

import (
	"bytes"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/sshd"
)

// runWith runs the program as main does, without a terminal.
func runWith(stdin string, environ []string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &errs, environ)
	return code, out.String(), errs.String()
}

func TestAccessibleTakesPipes(t *testing.T) {
	for _, c := range []struct {
		environ string
		args    []string
		talks   bool
	}{
		{"", []string{"--accessible"}, true},
		{"", []string{"shares", "--accessible", "--lang", "zh"}, true},
		{"ANHUI_TUI_ACCESSIBLE=true", nil, true},
		{"ANHUI_TUI_ACCESSIBLE=true", []string{"--accessible=false"}, false},
		{"ACCESSIBLE=1", nil, false}, // what is piped must not begin to ask
		{"", nil, false},
	} {
		code, out, errs := runWith("v\nq\n", []string{c.environ}, c.args...)
		if talks := strings.Contains(out, "q quit") || strings.Contains(out, "q \u9000\u51fa"); code != exitOK || errs != "" || talks != c.talks {
			t.Errorf("%s %v: exit %d, %q, talks %v", c.environ, c.args, code, errs, talks)
		}
	}
}

func TestAccessibleIsDecided(t *testing.T) {
	for _, c := range []struct {
		environ          string
		given, asked     bool
		dashboard, talks bool
	}{
		{"TERM=xterm", false, false, true, false},
		{"TERM=xterm ACCESSIBLE=1", false, false, false, true},
		{"TERM=xterm ACCESSIBLE=no", false, false, false, true}, // any text counts, as with NO_COLOR
		{"TERM=xterm ACCESSIBLE=1", true, false, true, false},
		{"TERM=dumb", true, true, false, true},
	} {
		s := newSettings()
		s.accessibleGiven, s.accessible = c.given, c.asked
		d := resolve(s, newEnv(strings.Fields(c.environ)), true, false)
		if d.dashboard != c.dashboard || d.accessible != c.talks {
			t.Errorf("%+v: decided %+v", c, d)
		}
	}
}

// Over SSH there is the dialogue too, with a terminal, which is raw, and without
// one.
func TestAccessibleOverSSH(t *testing.T) {
	d := datatest.Embedded(t)
	key, _, err := sshd.LoadOrCreateHostKey(filepath.Join(t.TempDir(), "host_key"))
	if err != nil {
		t.Fatal(err)
	}
	server, err := sshd.New(sshd.Config{Data: d, HostKey: key, Limits: sshd.DefaultLimits(), Handler: &remote{data: d}})
	if err != nil {
		t.Fatal(err)
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(ln) //nolint:errcheck // it ends with the test
	defer server.Close()
	client, err := ssh.Dial("tcp", ln.Addr().String(), &ssh.ClientConfig{HostKeyCallback: ssh.FixedHostKey(key.PublicKey())})
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close() //nolint:errcheck // the test is over
	for _, c := range []struct {
		typed, command, want string
		terminal             bool
	}{
		{"6\nc\nq\n", "--accessible", "PV glass output, share of China", false},
		{"6\rx\x7fc\rq\r", "--accessible", "PV glass output, share of China", true},
		{"q\n", "shares --accessible --lang zh", "\u5149\u4f0f\u73bb\u7483", false},
	} {
		s, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		s.Stdin, s.Stdout, s.Stderr = strings.NewReader(c.typed), &out, &errs
		if c.terminal {
			if err := s.RequestPty("xterm-256color", 24, 80, nil); err != nil {
				t.Fatal(err)
			}
		}
		err = s.Run(c.command)
		if err != nil || errs.Len() > 0 || !strings.Contains(out.String(), c.want) {
			t.Errorf("%q: %v, %q, %q", c.command, err, errs.String(), out.String())
		}
		if shown := strings.Contains(out.String(), "x\b \bc\r\n"); shown != c.terminal {
			t.Errorf("%q: what is typed is shown: %v", c.typed, shown)
		}
	}
}

func TestTour(t *testing.T) {
	code, out, errs := runWith("", nil, "tour")
	if code != exitOK || errs != "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	for _, want := range []string{"1/10  ", "10/10  ", "anhui-tui show 'trends/pv-revenue/pv-revenue-2023'", "Self-audit"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not printed", want)
		}
	}
	if _, out, _ := runWith(".\nq\n", nil, "tour", "--accessible"); !strings.Contains(out, "1/10") || !strings.Contains(out, "2/10") {
		t.Errorf("the dialogue has no tour: %s", out)
	}
	d := datatest.Embedded(t)
	opening, err := (&remote{data: d}).Open([]string{"tour"}, []string{"TERM=xterm"})
	if err != nil || opening.At != nav.TourStart(d) {
		t.Errorf("over SSH the tour opens %+v, %v", opening.At, err)
	}
}

func TestShowSVG(t *testing.T) {
	code, out, errs := runWith("", []string{"NO_COLOR=1", "LANG=C"}, "show", "shares", "--format", "svg", "--theme", "light", "--lang", "zh")
	if code != exitOK || errs != "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	for _, want := range []string{`viewBox="0 0 918 618"`, "#ffffff", "\u5360\u6bd4", "\u25b8"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not drawn", want)
		}
	}
	if _, out, _ := runWith("", nil, "show", "--format", "svg", "--width", "40", "--height", "12"); !strings.Contains(out, `viewBox="0 0 378 258"`) {
		t.Error("the picture has another size than asked for")
	}
	if _, out, _ := runWith("", nil, "show", "--format", "svg", "--ascii"); strings.Contains(out, "\u25b8") {
		t.Error("ASCII is drawn with blocks")
	}
	for _, args := range [][]string{
		{"--width", "40"},
		{"--format", "svg", "--width", "0"},
		{"--format", "svg", "--height", "151"},
	} {
		if code, _, errs := runWith("", nil, append([]string{"show"}, args...)...); code != exitUsage || !strings.Contains(errs, "--") {
			t.Errorf("%v: exit %d, %q", args, code, errs)
		}
	}
}

// The server gives the dialogue the time of a dashboard, and nothing else.
func TestRemoteTalks(t *testing.T) {
	d := datatest.Embedded(t)
	r := &remote{data: d}
	for _, c := range []struct {
		args, environ string
		talks         bool
	}{
		{"--accessible", "", true},
		{"shares --accessible", "TERM=xterm", true},
		{"tour --accessible", "", true},
		{"", "ANHUI_TUI_ACCESSIBLE=true", true},
		{"", "", false},
		{"--help", "", false},
		{"show --accessible", "", false},
		{"nonsense --accessible", "", false},
		{"--accessible=false", "ANHUI_TUI_ACCESSIBLE=true", false},
	} {
		if o, err := r.Open(strings.Fields(c.args), []string{c.environ}); (err == nil && o.Dialogue) != c.talks {
			t.Errorf("%q %q: opened %+v, %v", c.environ, c.args, o, err)
		}
	}
}

// A tour that leads nowhere is a fault of its package, at its line and column; a
// package without a tour says that it has none.
func TestFaultyTour(t *testing.T) {
	dir := datatest.Dir(t)
	file := filepath.Join(dir, "tour.csv")
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for link, want := range map[string]string{
		"trends/pv-revenu":  `tour.csv:5:12: no series "pv-revenu"; did you mean trends/pv-revenue`,
		"nowhere":           `tour.csv:5:12: not a link: no view "nowhere"`,
		"shares?scope=mars": `tour.csv:5:12: no scope "mars"`,
	} {
		bad := strings.Replace(string(good), "\npv-revenue,trends/pv-revenue,", "\npv-revenue,"+link+",", 1)
		if err := os.WriteFile(file, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		if code, _, errs := runWith("", nil, "check", dir); code != exitFaults || !strings.Contains(errs, want) {
			t.Errorf("%s: exit %d, %q, want %q", link, code, errs, want)
		}
	}
	if err := os.WriteFile(file, []byte("id,link,caption_en,caption_zh\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := runWith("", nil, "tour", "--data", dir); code != exitUnknown || !strings.Contains(errs, "has no tour") {
		t.Errorf("without a tour: exit %d, %q", code, errs)
	}
}
