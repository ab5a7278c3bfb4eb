//go:build unix

package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data/datatest"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// In the search box Ctrl-V is no key of ours: it would read the clipboard of the
// machine the program is on by running one of its programs, for anybody on the
// network. The keys of the caret arrive as terminals send them.
func TestSearchBox(t *testing.T) {
	program := build(t, ".")
	folder := t.TempDir()
	ran := filepath.Join(folder, "ran")
	for _, name := range []string{"xclip", "xsel", "wl-paste", "wl-copy", "pbpaste", "termux-clipboard-get", "powershell.exe"} {
		script := "#!/bin/sh\necho " + name + " >>" + ran + "\necho clipboard\n"
		if err := os.WriteFile(filepath.Join(folder, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder+":"+os.Getenv("PATH"))
	t.Setenv("DISPLAY", ":0")
	t.Setenv("WAYLAND_DISPLAY", "wayland-0")
	search := func(p played, remote bool) {
		in := place.Viewport{Width: 80, Height: 24, Colors: place.Colors256, Links: true, Remote: remote}
		app := tui.New(datatest.Embedded(t), place.Place{}, in, tui.Options{})
		p.shows(app, "the start")
		for _, key := range []struct {
			sent string
			msg  tea.KeyPressMsg
		}{
			{"/", tea.KeyPressMsg{Code: '/', Text: "/"}},
			{"g", tea.KeyPressMsg{Code: 'g', Text: "g"}},
			{"\x16", tea.KeyPressMsg{Code: 'v', Mod: tea.ModCtrl}},
			{"\x1b[D", tea.KeyPressMsg{Code: tea.KeyLeft}},
			{"p", tea.KeyPressMsg{Code: 'p', Text: "p"}},
			{"\x1b[F", tea.KeyPressMsg{Code: tea.KeyEnd}},
			{"x", tea.KeyPressMsg{Code: 'x', Text: "x"}},
			{"\x08", tea.KeyPressMsg{Code: 'h', Mod: tea.ModCtrl}},
			{"\x01", tea.KeyPressMsg{Code: 'a', Mod: tea.ModCtrl}},
			{"\x1b[3~", tea.KeyPressMsg{Code: tea.KeyDelete}},
		} {
			p.send(key.sent)
			app, _ = app.Step(key.msg)
			p.shows(app, key.msg.String())
		}
		if q := app.Place().Query; q != "g" {
			t.Fatalf("the keys type %q", q)
		}
	}
	local, _, _ := play(t, program)
	search(local, false)
	s := startServer(t, program, filepath.Join(t.TempDir(), "host_key"))
	v, err := view(s.addr)
	if err != nil {
		t.Fatal(err)
	}
	search(played{t, io.Writer(v.in), v.out}, true)
	if which, err := os.ReadFile(ran); err == nil {
		t.Errorf("it ran %s", which)
	}
}
