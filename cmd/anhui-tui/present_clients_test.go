//go:build unix && clients

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// TestPresentToClients has one present from OpenSSH, and clients that nobody here
// wrote follow in two languages and three sizes. What each of them has on its screen
// in the end is the frame of the presenter's place on their own viewport.
func TestPresentToClients(t *testing.T) {
	s := startServer(t, build(t, "."), filepath.Join(t.TempDir(), "host_key"), generous()...)
	presenter := newConsole(t, exec.Command(need(t, "ssh"), append(sshOptions(s), "-tt", "127.0.0.1", "present")...))
	code := ""
	eventually(t, "code", func() bool {
		code = roomCode.FindString(presenter.out.String())
		return code != ""
	})
	presenter.send("\x1b[27u")

	want := map[model.Lang]string{model.EN: "presenter points at", model.ZH: "主讲指向"} //nolint:gosmopolitan // what the screen says
	home := t.TempDir()
	command := func(lang model.Lang) string { return fmt.Sprintf("follow %s --lang %s", code, lang) }
	port, size := s.port(), func(w, h int) []string { return []string{fmt.Sprint(w), fmt.Sprint(h)} }
	scripted := func(interpreter, name string, w, h int, lang model.Lang) *exec.Cmd {
		args := append([]string{filepath.Join("testdata", "clients", name), port}, size(w, h)...)
		return exec.Command(interpreter, append(args, command(lang), want[lang])...)
	}
	type follower struct {
		name string
		w, h int
		lang model.Lang
		cmd  *exec.Cmd
		pty  bool
	}
	all := []follower{
		{"openssh", 80, 24, model.ZH, exec.Command(need(t, "ssh"), append(sshOptions(s), "-tt", "127.0.0.1", command(model.ZH))...), true},
		{"dropbear", 100, 30, model.EN, exec.Command(need(t, "dbclient"), "-y", "-y", "-t", "-p", port, "analyst@127.0.0.1", command(model.EN)), true},
		{"putty", 132, 43, model.ZH, exec.Command(need(t, "plink"), "-ssh", "-batch", "-no-antispoof", "-t", "-P", port,
			"-hostkey", s.fingerprint, "analyst@127.0.0.1", command(model.ZH)), true},
		{"paramiko", 80, 24, model.EN, scripted(python(t, "paramiko"), "paramiko_follow.py", 80, 24, model.EN), false},
		{"asyncssh", 100, 30, model.ZH, scripted(python(t, "asyncssh"), "asyncssh_follow.py", 100, 30, model.ZH), false},
	}
	if node, err := exec.LookPath("node"); err == nil && exec.Command(node, "-e", `require("ssh2")`).Run() == nil {
		all = append(all, follower{"ssh2", 132, 43, model.EN, scripted(node, "ssh2_follow.js", 132, 43, model.EN), false})
	} else {
		t.Log("npm's ssh2 is not installed, or NODE_PATH does not lead there: left out")
	}
	outputs := make([]func() string, len(all))
	for i := range all {
		f := &all[i]
		f.cmd.Env = append(os.Environ(), "HOME="+home, "TERM=xterm-256color")
		if f.pty {
			file := startInPty(t, f.cmd, f.w, f.h)
			var out logBuffer
			done := make(chan struct{})
			go func() {
				defer close(done)
				_, _ = io.Copy(&out, file)
			}()
			outputs[i] = func() string {
				eventually(t, f.name+" at the end", func() bool { return strings.Contains(out.String(), want[f.lang]) })
				_, _ = file.WriteString("q")
				<-done
				_ = f.cmd.Wait()
				return out.String()
			}
			continue
		}
		var out, errs bytes.Buffer
		f.cmd.Stdout, f.cmd.Stderr = &out, &errs
		if err := f.cmd.Start(); err != nil {
			t.Fatal(err)
		}
		outputs[i] = func() string {
			if err := f.cmd.Wait(); err != nil {
				t.Errorf("%s: %v: %s", f.name, err, errs.String())
			}
			return out.String()
		}
	}
	eventually(t, "all followers", func() bool {
		time.Sleep(100 * time.Millisecond)
		return strings.Contains(textOn(80, 24, presenter.out.String()), fmt.Sprintf("%d follow", len(all)))
	})
	app := tui.New(datatest.Embedded(t), place.Place{}, place.Viewport{}.Size(80, 24), tui.Options{}).Attend(place.Room{Role: place.Presenting})
	app, _ = app.Step(tea.KeyPressMsg{Code: tea.KeyEsc})
	for _, key := range "2jjp" {
		presenter.send(string(key))
		time.Sleep(300 * time.Millisecond)
		app, _ = app.Step(tea.KeyPressMsg{Code: key, Text: string(key)})
	}
	for i, f := range all {
		shown := outputs[i]()
		if cut := strings.LastIndex(shown, "\x1b[?1049l"); cut >= 0 {
			shown = shown[:cut]
		}
		in := place.Viewport{Colors: place.Colors256, Lang: f.lang, Remote: true}.Size(f.w, f.h)
		follower := tui.New(datatest.Embedded(t), place.Place{}, in, tui.Options{}).
			Attend(place.Room{Role: place.Following, Code: code, Host: s.addr, Right: place.MayAlways}).Led(app.Shown(), true)
		frame := follower.Frame()
		above := func(text string) string { return text[:strings.LastIndex(text, "\n")] } // the last line is cleared when it ends
		if got, want := above(textOn(f.w, f.h, shown)), above(textOn(f.w, f.h, strings.ReplaceAll(frame.String(), "\n", "\r\n"))); got != want {
			t.Errorf("%s sees\n%s\nnot\n%s", f.name, got, want)
		}
	}
	presenter.send("q")
	<-presenter.done
	if out := presenter.out.String(); !strings.Contains(out, "present --resume "+code) {
		t.Errorf("how to resume is not told: %q", out[max(0, len(out)-300):])
	}
}
