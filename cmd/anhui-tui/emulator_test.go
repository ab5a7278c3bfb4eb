//go:build unix && clients

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"anhui-tui/data"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// emulator is a terminal with the program in it.
type emulator interface {
	press(key string)
	// rows is the screen, a row the texts of its cells. The second cell of a
	// wide character is "".
	rows() [][]string
}

// steps are the keys that are pressed one after the other, and with each the
// screen is looked at: every view, the list and the detail, cards, search, a
// full-width key, both languages.
func steps() []string {
	return strings.Fields("1 j Enter j i Escape 2 w t 3 j c 4 Enter 5 j 0 ? q L 2 j i Escape 3 \uff14 / g f Enter y Escape")
}

// message is the key as Bubble Tea has it.
func message(key string) tea.KeyPressMsg {
	switch key {
	case "Enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "Escape":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	}
	r := []rune(key)[0]
	return tea.KeyPressMsg{Code: r, Text: key}
}

// sequence is the key as a terminal sends it.
func sequence(key string) string {
	switch key {
	case "Enter":
		return "\r"
	case "Escape":
		return "\x1b"
	}
	return key
}

// cells are the texts of a line's cells, without its styles.
func cells(line string) []string {
	var all []string
	var state byte
	for line != "" {
		text, width, n, next := ansi.DecodeSequence(line, state, nil)
		if width > 0 {
			all = append(all, text)
			for range width - 1 {
				all = append(all, "")
			}
		}
		line, state = line[n:], next
	}
	return all
}

// differs says where a screen differs from a frame first; "" if nowhere.
func differs(rows [][]string, f tui.Frame) string {
	for y, line := range f.Lines {
		want := cells(line)
		for x := range want {
			if y >= len(rows) || x >= len(rows[y]) || rows[y][x] != want[x] {
				got := ""
				if y < len(rows) {
					got = strings.Join(rows[y], "")
				}
				return fmt.Sprintf("line %d, cell %d:\n got %s\nwant %s", y+1, x+1, got, strings.Join(want, ""))
			}
		}
	}
	return ""
}

// same holds the screen to become the frame.
func same(t *testing.T, e emulator, f tui.Frame, after string) {
	t.Helper()
	said := ""
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if said = differs(e.rows(), f); said == "" {
			return
		}
	}
	t.Fatalf("after %s: %s", after, said)
}

// walk presses the keys and holds the screen to be the App's.
func walk(t *testing.T, e emulator, in place.Viewport) {
	t.Helper()
	d, err := data.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	app := tui.New(d, place.Place{}, in, tui.Options{FixedTheme: true})
	same(t, e, app.Frame(), "the start")
	for i, key := range steps() {
		next, _ := app.Update(message(key))
		app, _ = next.(tui.App)
		e.press(key)
		same(t, e, app.Frame(), fmt.Sprintf("step %d, %s, at %s", i+1, key, app.Place().Link()))
	}
}

func TestEmulators(t *testing.T) {
	program := build(t, ".")
	for name, open := range map[string]func(t *testing.T, in place.Viewport, environ []string, program string) emulator{
		"tmux": openTmux, "xterm.js": openXterm,
	} {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			for _, lang := range []model.Lang{model.EN, model.ZH} {
				t.Run(fmt.Sprintf("%s/%dx%d/%v", name, size[0], size[1], lang), func(t *testing.T) {
					in := place.Viewport{Width: size[0], Height: size[1], Colors: place.Colors256, Lang: lang}
					walk(t, open(t, in, []string{"TERM=xterm-256color", "LANG=C.UTF-8", "ANHUI_TUI_LANG=" + lang.String()}, program), in)
				})
			}
		}
	}
}

// Terminals of other kinds, and environments that mislead.
func TestTerminalKinds(t *testing.T) {
	program := build(t, ".")
	for _, c := range []struct {
		environ string
		colors  place.Colors
		ascii   bool
	}{
		{"TERM=xterm-256color LANG=C.UTF-8 RUNEWIDTH_EASTASIAN=1", place.Colors256, false},
		{"TERM=xterm-256color LANG=C.UTF-8 NO_COLOR=yes", place.NoColors, false},
		{"TERM=xterm-256color LANG=C", place.Colors256, true},
		{"TERM=linux LANG=C.UTF-8", place.Colors16, true},
		{"TERM=vt100 LANG=C.UTF-8", place.NoColors, false},
	} {
		for _, lang := range []model.Lang{model.EN, model.ZH} {
			t.Run(fmt.Sprintf("%s/%v", c.environ, lang), func(t *testing.T) {
				in := place.Viewport{Width: 80, Height: 24, Colors: c.colors, ASCII: c.ascii, Lang: lang}
				walk(t, openTmux(t, in, append(strings.Fields(c.environ), "ANHUI_TUI_LANG="+lang.String()), program), in)
			})
		}
	}
	t.Run("TERM=dumb", func(t *testing.T) { // the text of the place, and no escape sequence
		cmd := exec.Command(program, "shares")
		cmd.Env = []string{"TERM=dumb", "LANG=C.UTF-8"}
		terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
		if err != nil {
			t.Fatal(err)
		}
		out, _ := io.ReadAll(terminal) // ends with an error when the program has closed its end
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
		_, want, _ := runWith("", []string{"LANG=C.UTF-8"}, "show", "shares")
		if got := strings.ReplaceAll(string(out), "\r\n", "\n"); got != want {
			t.Errorf("printed %.300q", got)
		}
	})
}

// tmuxScreen is tmux with the program in its only pane.
type tmuxScreen struct {
	t      *testing.T
	socket string
}

func openTmux(t *testing.T, in place.Viewport, environ []string, program string) emulator {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("tmux is not installed")
	}
	m := tmuxScreen{t, t.TempDir() + "/tmux"}
	// -u, or it would take the screen for ASCII where the locale is that.
	m.do(append([]string{
		"-f", "/dev/null", "start-server", ";", "set", "-g", "status", "off", ";", "set", "-g", "escape-time", "0", ";",
		"new-session", "-d", "-x", fmt.Sprint(in.Width), "-y", fmt.Sprint(in.Height), "env", "-i", "PATH=" + os.Getenv("PATH"),
	}, append(environ, program)...)...)
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", m.socket, "kill-server").Run() })
	return m
}

func (m tmuxScreen) do(args ...string) string {
	m.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-u", "-S", m.socket}, args...)...).CombinedOutput()
	if err != nil {
		m.t.Fatalf("tmux %q: %v\n%s", args, err, out)
	}
	return string(out)
}

func (m tmuxScreen) press(key string) {
	if key == "Enter" || key == "Escape" {
		m.do("send-keys", key)
		return
	}
	m.do("send-keys", "-l", key)
}

func (m tmuxScreen) rows() [][]string {
	lines := strings.Split(m.do("capture-pane", "-p", "-N"), "\n")
	rows := make([][]string, 0, len(lines))
	for _, line := range lines {
		row := cells(line)
		for len(row) < place.MaxWidth { // spaces at the end may be missing
			row = append(row, " ")
		}
		rows = append(rows, row)
	}
	return rows
}
