package tui

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// terminal is an emulator, and a program that runs in it.
type terminal struct {
	mu   sync.Mutex // guards the screen
	vt   *vt.Emulator
	keys io.Writer
	done chan error
}

// Write is the terminal driver's: without a terminal of its own Bubble Tea
// relies on it to return to the first column at the end of a line.
func (term *terminal) Write(b []byte) (int, error) {
	term.mu.Lock()
	defer term.mu.Unlock()
	_, err := term.vt.Write(bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")))
	return len(b), err
}

// hang is how long a test waits for what must come.
const hang = 2 * time.Minute

func start(t *testing.T, a App) *terminal {
	t.Helper()
	in := a.Viewport()
	fromKeys, keys := io.Pipe()
	term := &terminal{vt: vt.NewEmulator(in.Width, in.Height), keys: keys, done: make(chan error, 1)}
	go io.Copy(keys, term.vt) //nolint:errcheck // the terminal's answers, until it is closed
	p := tea.NewProgram(a, tea.WithInput(fromKeys), tea.WithOutput(term), tea.WithoutSignals(),
		tea.WithWindowSize(in.Width, in.Height), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	go func() {
		_, err := p.Run()
		term.done <- err
	}()
	t.Cleanup(func() {
		p.Kill()
		keys.Close() //nolint:errcheck,gosec // a pipe
	})
	return term
}

// lines are the characters in the cells of the screen.
func (term *terminal) lines() []string {
	term.mu.Lock()
	defer term.mu.Unlock()
	lines := make([]string, term.vt.Height())
	for y := range lines {
		var b strings.Builder
		for x := 0; x < term.vt.Width(); {
			c := term.vt.CellAt(x, y)
			if c == nil || c.Width == 0 {
				b.WriteByte(' ')
				x++
				continue
			}
			b.WriteString(c.Content)
			x += c.Width
		}
		lines[y] = b.String()
	}
	return lines
}

func (term *terminal) altScreen() bool {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.vt.IsAltScreen()
}

// shows waits until the terminal's cells are the frame's.
func (term *terminal) shows(t *testing.T, f screen.Frame, after string) {
	t.Helper()
	want := strings.Join(f.Plain(), "\n")
	got := ""
	for end := time.Now().Add(hang); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if got = strings.Join(term.lines(), "\n"); got == want {
			return
		}
	}
	t.Fatalf("after %s the terminal shows\n%s\n\nwant\n%s", after, got, want)
}

// What the renderer of Bubble Tea makes of the frames is, cell by cell, the
// frames: after every key, in both languages, with cards that come and go.
func TestTerminalShowsTheFrame(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, size := range [][2]int{{80, 24}, {100, 35}, {40, 12}} {
		a := New(d, place.Place{}, tuitest.Viewport(size[0], size[1], model.EN), Options{})
		term := start(t, a)
		term.shows(t, a.Frame(), "the start")
		if !term.altScreen() {
			t.Error("the alternate screen is off")
		}
		for _, key := range strings.Fields("j 2 L i j esc w 4 L enter j L 5 j enter T 1 \uff12 t ? q 3 L j t L - -") {
			a, _ = press(t, a, key)
			if _, err := io.WriteString(term.keys, bytesOf(key)); err != nil {
				t.Fatal(err)
			}
			term.shows(t, a.Frame(), key)
		}
		if _, err := io.WriteString(term.keys, "q"); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-term.done:
			if err != nil || term.altScreen() {
				t.Errorf("after q: %v, the alternate screen is on: %v", err, term.altScreen())
			}
		case <-time.After(hang):
			t.Fatal("q does not quit")
		}
	}
}

// bytesOf is what a terminal sends for a key.
func bytesOf(key string) string {
	if code, ok := map[string]string{"enter": "\r", "esc": "\x1b", "tab": "\t"}[key]; ok {
		return code
	}
	return key
}

// answering is a terminal that answers the question for its background, and
// then has q pressed.
type answering struct {
	sent       bytes.Buffer
	background string
	keys       io.Writer
	asked      bool
}

func (a *answering) Write(p []byte) (int, error) {
	n, err := a.sent.Write(p)
	if !a.asked && strings.Contains(a.sent.String(), ansi.RequestBackgroundColor) {
		a.asked = true
		go io.WriteString(a.keys, "\x1b]11;rgb:"+a.background+"\x07q") //nolint:errcheck // a pipe
	}
	return n, err
}

// The terminal is asked for its background, and its answer picks the theme.
func TestTerminalPicksTheTheme(t *testing.T) {
	d := datatest.Embedded(t)
	for background, want := range map[string]place.Theme{"ffff/ffff/ffff": place.Light, "0000/0000/0000": place.Dark} {
		fromTerminal, keys := io.Pipe()
		p := tea.NewProgram(New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), tea.WithInput(fromTerminal),
			tea.WithOutput(&answering{background: background, keys: keys}), tea.WithoutSignals(),
			tea.WithWindowSize(80, 24), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
		time.AfterFunc(hang, p.Kill) // were the terminal not asked, it would never quit
		final, err := p.Run()
		if err != nil {
			t.Fatal(err)
		}
		if a, ok := final.(App); !ok || a.Viewport().Theme != want {
			t.Errorf("on %s the theme is %v, want %v", background, a.Viewport().Theme, want)
		}
	}
}
