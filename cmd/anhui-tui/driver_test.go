//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"anhui-tui/data/datatest"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/terminal"
)

// played is a program in a terminal of 80×24 that a test plays: it answers
// nothing but what the test does.
type played struct {
	t    testing.TB
	keys io.Writer
	out  *logBuffer // all the program wrote
}

// playOn plays the terminal end of a pseudo-terminal.
func playOn(t testing.TB, terminal *os.File) played {
	p := played{t, terminal, &logBuffer{}}
	go io.Copy(p.out, terminal) //nolint:errcheck // ends with the program
	return p
}

// environment is that of the programs in these tests.
func environment() []string {
	return []string{"TERM=xterm-256color", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH"), "PS1=$ ", "HOME=/nonexistent"}
}

// play starts a program in a terminal that is a session of its own.
func play(t testing.TB, command ...string) (played, *exec.Cmd, *os.File) {
	t.Helper()
	terminal, tty := openPty(t, 80, 24)
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = environment()
	startOn(t, tty, cmd)
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return playOn(t, terminal), cmd, tty
}

func (p played) send(keys string) {
	p.t.Helper()
	if _, err := io.WriteString(p.keys, keys); err != nil {
		p.t.Fatal(err)
	}
}

// screen returns what the terminal shows, and whether that is its alternate
// screen.
func (p played) screen() (lines []string, alternate bool) {
	e := vt.NewEmulator(80, 24)
	_, _ = e.WriteString(strings.ReplaceAll(p.out.String(), ansi.RequestBackgroundColor, "")) // its answers are not the test's
	for _, l := range strings.Split(e.String(), "\n") {
		lines = append(lines, strings.TrimRight(l, " \r"))
	}
	return lines, e.IsAltScreen()
}

// waitFor waits until the terminal shows some words, and nothing but a shell's
// screen if shell is set.
func (p played) waitFor(words string, alternate bool) {
	p.t.Helper()
	var lines []string
	var is bool
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if lines, is = p.screen(); is == alternate && strings.Contains(strings.Join(lines, "\n"), words) {
			return
		}
	}
	p.t.Fatalf("no %q with the alternate screen %v, it is %v:\n%s", words, alternate, is, strings.Join(lines, "\n"))
}

// shows waits until the terminal shows the frame of an App.
func (p played) shows(app tui.App, after string) {
	p.t.Helper()
	want := app.Frame().Plain()
	for i, l := range want {
		want[i] = strings.TrimRight(l, " ")
	}
	var lines []string
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if lines, _ = p.screen(); reflect.DeepEqual(lines, want) {
			return
		}
	}
	p.t.Fatalf("after %s the terminal shows\n%s\nwant\n%s", after, strings.Join(lines, "\n"), strings.Join(want, "\n"))
}

// cuts are sequences of a terminal, with the keys that lead to the same place, and
// the bytes after which each is cut.
func cuts() map[string]tea.Msg {
	return map[string]tea.Msg{
		"\x1b[B":                           tea.KeyPressMsg{Code: tea.KeyDown},
		"\x1bOA":                           tea.KeyPressMsg{Code: tea.KeyUp},
		"\x1b[106;1u":                      tea.KeyPressMsg{Code: 'j', Text: "j"},
		"\x1b[<65;40;12M":                  tea.MouseWheelMsg{X: 39, Y: 11, Button: tea.MouseWheelDown},
		"\x1b]11;rgb:0000/0000/0000\x1b\\": nil, // the theme is that already
		"\x1b]11;rgb:0000/0000/0000\a":     nil,
		"\x1bP>|foot(1.16.2)\x1b\\":        nil,
		"\x1b[?2026;2$y":                   nil,
		"\x1b[200~jq2\x1b[201~":            nil, // no card is open that takes text
		"\x1b[I":                           nil,
		"\uff12":                           tea.KeyPressMsg{Code: '\uff12', Text: "\uff12"},
	}
}

// inTime is how often something is tried that a busy machine may be too slow for.
const inTime = 20

// cutInput sends every kind of input in two parts, cut at three places, and holds
// the program to show what the whole leads to. What is cut for too long may be two
// things: then it is sent to a program that is started anew.
func cutInput(t *testing.T, start func() played, remote bool) {
	t.Helper()
	d := datatest.Embedded(t)
	in := place.Viewport{Width: 80, Height: 24, Colors: place.Colors256, Links: true, Remote: remote}
	var p played
	var app tui.App
	begin := func() {
		p, app = start(), tui.New(d, place.Place{}, in, tui.Options{})
		p.shows(app, "the start")
	}
	begin()
	for sequence, msg := range cuts() {
		for _, cut := range []int{2, (len(sequence) + 1) / 2, len(sequence) - 1} {
			if cut == 1 {
				continue // a lone ESC
			}
			for try := 1; !p.sendCut(sequence, cut); try++ {
				if try == inTime {
					t.Fatalf("150 ms were more than %v, %d times", terminal.AnswerTimeout/2, try)
				}
				begin()
			}
			if msg != nil {
				app, _ = app.Step(msg)
			}
			p.shows(app, fmt.Sprintf("%q cut after %d bytes", sequence, cut))
		}
	}
	p.send("L") // the keyboard is not locked
	app, _ = app.Step(tea.KeyPressMsg{Code: 'L', Text: "L"})
	p.shows(app, "L")
}

// sendCut sends a sequence in two parts, and reports whether they are near enough to
// be one.
func (p played) sendCut(sequence string, cut int) bool {
	p.t.Helper()
	began := time.Now()
	p.send(sequence[:cut])
	time.Sleep(150 * time.Millisecond)
	p.send(sequence[cut:])
	return time.Since(began) <= terminal.AnswerTimeout/2
}

func TestCutInput(t *testing.T) {
	t.Parallel()
	program := build(t, ".")
	t.Run("local", func(t *testing.T) {
		t.Parallel()
		cutInput(t, func() played {
			p, _, _ := play(t, program)
			return p
		}, false)
	})
	t.Run("ssh", func(t *testing.T) {
		t.Parallel()
		s := startServer(t, program, filepath.Join(t.TempDir(), "host_key"))
		var v *viewer
		cutInput(t, func() played {
			if v != nil {
				_ = v.client.Close() // a source has a limited number of sessions
			}
			var err error
			if v, err = view(s.addr); err != nil {
				t.Fatal(err)
			}
			return played{t, v.in, v.out}
		}, true)
	})
}

// inShell starts the program in a shell.
func inShell(t *testing.T) (played, int) {
	t.Helper()
	p, cmd, _ := play(t, need(t, "bash"), "--norc", "--noprofile", "-i")
	p.waitFor("$", false)
	p.send("bind 'set enable-bracketed-paste off'; clear\r") // or the shell sets that mode
	p.send(build(t, ".") + "\r")
	p.waitFor("q quit", true)
	out, err := exec.Command(need(t, "pgrep"), "-P", fmt.Sprint(cmd.Process.Pid)).Output()
	if err != nil {
		t.Fatal(err)
	}
	var pid int
	if _, err := fmt.Sscan(string(out), &pid); err != nil {
		t.Fatal(err)
	}
	return p, pid
}

// prompt waits for an empty command line.
func (p played) prompt() {
	p.t.Helper()
	eventually(p.t, "prompt", func() bool {
		lines, alternate := p.screen()
		return !alternate && strings.HasSuffix(strings.TrimRight(strings.Join(lines, "\n"), "\n"), "\n$")
	})
}

// echoes holds the shell to have its terminal: what is typed is shown, and lines
// end.
func (p played) echoes() {
	p.t.Helper()
	p.prompt()
	givenBack(p.t, p.out.String())
	p.send("echo one two | tr a-z A-Z\r")
	p.waitFor("ONE TWO", false)
	p.send("clear\r")
}

// A terminal that answers after the program was left answers nobody: its answer
// is not typed into the shell.
func TestLateAnswer(t *testing.T) {
	t.Parallel()
	for range inTime {
		p, _ := inShell(t)
		questions := func() int { return strings.Count(p.out.String(), ansi.RequestBackgroundColor) }
		before, began := questions(), time.Now()
		p.send("\x1b[I") // it asks again
		eventually(t, "question", func() bool { return questions() > before })
		p.send("q")
		eventually(t, "way back", func() bool { return strings.Contains(p.out.String(), "\x1b[?1049l") })
		p.send("\x1b]11;rgb:ffff")
		time.Sleep(100 * time.Millisecond)
		p.send("/ffff/ffff\x1b\\")
		if time.Since(began) > terminal.AnswerTimeout {
			continue // it is not waited for any more
		}
		p.echoes()
		if out := p.out.String(); strings.Contains(out, "ffff") {
			t.Errorf("the answer was typed: %q", out[strings.LastIndex(out, "\x1b[?1049l"):])
		}
		return
	}
	t.Errorf("it took more than %v to answer, %d times", terminal.AnswerTimeout, inTime)
}

// The program is stopped and continued in all the ways there are. While it is
// stopped the terminal is the shell's, and afterwards it is as before.
func TestJobControl(t *testing.T) {
	t.Parallel()
	for name, stop := range map[string]func(p played, pid int){
		"Ctrl-Z":  func(p played, _ int) { p.send("\x1a") },
		"SIGTSTP": func(_ played, pid int) { _ = syscall.Kill(pid, syscall.SIGTSTP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, pid := inShell(t)
			for range 2 {
				stop(p, pid)
				p.waitFor("Stopped", false)
				p.echoes()
				p.send("fg\r")
				p.waitFor("q quit", true)
				p.send("2")
				p.waitFor("Anhui's share of China", true)
				p.send("0")
				p.waitFor("CNY 1.417 tn", true)
			}
			p.send("q")
			p.echoes()
		})
	}
	t.Run("SIGSTOP", func(t *testing.T) {
		t.Parallel()
		p, pid := inShell(t)
		_ = syscall.Kill(pid, syscall.SIGSTOP)
		p.waitFor("Stopped", true) // it cannot give anything back
		p.send("fg\r")
		eventually(t, "second entry", func() bool { return strings.Count(p.out.String(), "\x1b[?1049h") == 2 })
		p.send("2")
		p.waitFor("Anhui's share of China", true)
		p.send("q")
		p.echoes()
	})
	t.Run("in the background", func(t *testing.T) {
		t.Parallel()
		p, pid := inShell(t)
		p.send("\x1a")
		p.waitFor("Stopped", false)
		before := p.out.len()
		p.send("bg\r")
		eventually(t, "second stop", func() bool {
			p.send("\r") // the shell says what happened before a prompt
			time.Sleep(50 * time.Millisecond)
			return strings.Count(p.out.String(), "Stopped") == 2
		})
		if out := p.out.String()[before:]; strings.Contains(out, "\x1b[?1049h") {
			t.Errorf("it draws in the background: %q", out)
		}
		_ = syscall.Kill(pid, syscall.SIGTERM) // it is stopped, and ends when it is continued
		p.send("fg; echo code=$?\r")
		p.waitFor("code=143", false)
		p.echoes()
	})
	t.Run("nobody could continue it", func(t *testing.T) {
		t.Parallel()
		p, _, _ := play(t, build(t, ".")) // it leads its session
		p.waitFor("q quit", true)
		p.send("\x1a")
		eventually(t, "second entry", func() bool { return strings.Count(p.out.String(), "\x1b[?1049h") == 2 })
		p.send("2")
		p.waitFor("Anhui's share of China", true)
	})
}

// A terminal that is closed leaves no program behind, whether it says so by a
// signal or not.
func TestClosedTerminal(t *testing.T) {
	t.Parallel()
	for name, controlling := range map[string]bool{"its own": true, "another's": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			terminal, tty := openPty(t, 80, 24)
			cmd := exec.Command(build(t, "."))
			cmd.Env = environment()
			cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
			cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: controlling}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			_ = tty.Close()
			var seen []byte
			chunk := make([]byte, 1<<16)
			for !bytes.Contains(seen, []byte(lastWord)) {
				n, err := terminal.Read(chunk)
				if err != nil {
					t.Fatal(err)
				}
				seen = append(seen, chunk[:n]...)
			}
			_ = terminal.Close()
			ended := make(chan struct{})
			go func() {
				defer close(ended)
				_ = cmd.Wait()
			}()
			select {
			case <-ended:
				if code := cmd.ProcessState.ExitCode(); code != exitSignal+int(syscall.SIGHUP) {
					t.Errorf("exit code %d, %v", code, cmd.ProcessState)
				}
			case <-time.After(patience):
				_ = cmd.Process.Kill()
				t.Error("it is still there")
			}
		})
	}
}

// However the program ends, the terminal is as it was.
func TestTerminalIsGivenBack(t *testing.T) {
	t.Parallel()
	for name, c := range bySignal(map[string]ending{
		"q":                     {sent: "q"},
		"q, answered":           {sent: "\x1b]11;rgb:0/0/0\aq"},
		"Ctrl-C":                {sent: "\x03"},
		"q in the midst of one": {sent: "\x1b]11;rgb:0/\rq"},
		"SIGQUIT":               {signal: syscall.SIGQUIT, code: 131},
	}) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			terminal, tty := openPty(t, 80, 24)
			unchanged := keepingModes(t, tty)
			cmd := exec.Command(build(t, "."))
			cmd.Env = environment()
			startOn(t, tty, cmd)
			p := playOn(t, terminal)
			p.waitFor("q quit", true)
			p.send(c.sent)
			if c.signal != 0 {
				_ = cmd.Process.Signal(c.signal)
			}
			_ = cmd.Wait() // the exit code says it
			if code := cmd.ProcessState.ExitCode(); code != c.code {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			unchanged()
			readToTheEnd(t, tty, p.out.String)
			givenBack(t, p.out.String())
			if out := p.out.String(); strings.Count(out, "\x1b[22;2t") != strings.Count(out, "\x1b[23;2t") || strings.Contains(out, "\x1b]2;\x07") {
				t.Error("the title is not given back")
			}
		})
	}
}

// A fault in what runs beside the loop ends the program, with the terminal given
// back before anything is said of it.
func TestFaultGivesTheTerminalBack(t *testing.T) {
	terminal, tty := openPty(t, 80, 24)
	unchanged := keepingModes(t, tty)
	p := playOn(t, terminal)
	app := tui.New(datatest.Embedded(t), place.Place{}, place.Viewport{Width: 80, Height: 24}, tui.Options{
		Save: func(string, func(io.Writer) error) (string, error) { panic("no disk") },
	})
	device, err := openTTY(tty, tty)
	if err != nil {
		t.Fatal(err)
	}
	d := newDriver(device, app, "xterm-256color")
	ran := make(chan error, 1)
	go func() { ran <- d.run(environment()) }()
	p.waitFor("q quit", true)
	p.send("e")
	p.waitFor("CSV", true)
	p.send("\r")
	select {
	case err := <-ran:
		if err != nil || d.fault == nil || fmt.Sprint(d.fault.what) != "no disk" || !bytes.Contains(d.fault.stack, []byte("driver_test.go")) {
			t.Errorf("%v, the fault is %v", err, d.fault)
		}
	case <-time.After(patience):
		t.Fatal("it goes on")
	}
	unchanged()
	p.waitFor("", false)
	givenBack(t, p.out.String())
}

// A fault of the App itself is returned, and not thrown in Bubble Tea's goroutine.
func TestFaultOfTheApp(t *testing.T) {
	var nobody tui.App // without data
	if done := stepAll(nobody, messages{tea.KeyPressMsg{Code: 'j', Text: "j"}}); done.fault == nil {
		t.Error("an App without data has no fault")
	}
}

// No program is run to find out what a terminal can do: a tmux that could be asked
// is not.
func TestNoProgramIsRun(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	ran := filepath.Join(folder, "ran")
	for _, name := range []string{"tmux", "tput", "infocmp"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n: >"+ran+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	p, _, _ := play(t, "/usr/bin/env", "PATH="+folder, "TMUX=/nonexistent,1,0", build(t, "."))
	p.waitFor("q quit", true)
	if _, err := os.Stat(ran); err == nil {
		t.Error("a program was run at the start")
	}
}
