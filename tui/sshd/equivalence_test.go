package sshd

import (
	"bytes"
	"context"
	"fmt"
	"image/color"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
)

// screenOf is a terminal emulator several can use at the same time. Its
// answers go to whoever it is connected to.
type screenOf struct {
	mu    sync.Mutex
	e     *vt.Emulator
	title string // of its window
}

func newScreenOf(in place.Viewport, background color.Color) *screenOf {
	e := vt.NewEmulator(in.Width, in.Height)
	e.SetDefaultBackgroundColor(background)
	s := &screenOf{e: e}
	e.SetCallbacks(vt.Callbacks{Title: func(title string) { s.title = title }}) // by Write, which has the lock
	return s
}

// titled returns the title of the window.
func (s *screenOf) titled() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.title
}

func (s *screenOf) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.e.Write(p)
}

// cooked is a terminal that is not raw: a program that has none as its input
// reckons with that.
type cooked struct{ *screenOf }

func (s cooked) Write(p []byte) (int, error) {
	_, err := s.screenOf.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), err
}

func (s *screenOf) resize(w, h int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.e.Resize(w, h)
}

// cells are what can be seen: a blank has no colour of text.
func (s *screenOf) cells(w, h int) []uv.Cell {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]uv.Cell, 0, w*h)
	for y := range h {
		for x := range w {
			all = append(all, seen(s.e.CellAt(x, y)))
		}
	}
	return all
}

// seen is what can be seen of a cell: of a blank its background, unless it is
// reversed or there is a line through or below it.
func seen(c *uv.Cell) uv.Cell {
	switch {
	case c == nil || c.Content == "" && c.Width <= 1:
		return uv.Cell{Content: " ", Width: 1}
	case c.Content == " " && c.Style.Underline == uv.UnderlineNone &&
		c.Style.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) == 0:
		return uv.Cell{Content: " ", Width: 1, Style: uv.Style{Bg: c.Style.Bg}}
	}
	return *c
}

// trio is an App in Bubble Tea's own program, the same App served over SSH,
// and the same App alone, which says what both should show.
type trio struct {
	t             *testing.T
	app           tui.App
	program       *tea.Program
	keys          chan string // for the program, which takes them when it can
	served        *clientSession
	local, remote *screenOf
}

type opens struct{ Opening }

func (o opens) Open(_, _ []string) (Opening, error) { return o.Opening, nil }

func (opens) Exec(context.Context, []string, []string, io.Reader, io.Writer, io.Writer) int { return 1 }

func (opens) Work([]string) int { return 0 }

func newTrio(t *testing.T, in place.Viewport, term string, background color.Color) *trio {
	x := &trio{t: t, local: newScreenOf(in, background), remote: newScreenOf(in, background)}
	in.Remote = true // as the server says of it
	x.app = tui.New(dataset(), place.Place{}, in, tui.Options{})
	input, keys := io.Pipe()
	x.keys = make(chan string, 100)
	go func() {
		for key := range x.keys {
			_, _ = io.WriteString(keys, key) // the program may be gone
		}
	}()
	profile := map[place.Colors]colorprofile.Profile{
		place.NoColors: colorprofile.ASCII, place.Colors16: colorprofile.ANSI, place.Colors256: colorprofile.ANSI256,
	}[in.Colors]
	x.program = tea.NewProgram(x.app, tea.WithInput(input), tea.WithOutput(cooked{x.local}), tea.WithoutSignals(),
		tea.WithWindowSize(in.Width, in.Height), tea.WithColorProfile(profile), tea.WithFPS(120),
		tea.WithEnvironment([]string{"TERM=" + term}))
	go io.Copy(keys, x.local.e) //nolint:errcheck // ends with the emulator
	var ended sync.WaitGroup
	ended.Go(func() { _, _ = x.program.Run() })

	f := serveTCP(t, limit(func(l *Limits) {
		l.ResizeRate, l.OutputRate, l.InputRate, l.InputExcess = 0, 0, 0, 0
	}), func(c *Config) { c.Handler, c.Advertise = opens{Opening{View: in}}, "demo.example.org" }) // commands name no port
	c := f.dial()
	served, err := c.trySession()
	if err != nil {
		t.Fatal(err)
	}
	x.served = served
	go io.Copy(x.remote, served)   //nolint:errcheck // ends with the session
	go io.Copy(served, x.remote.e) //nolint:errcheck // ends with the emulator
	served.pty(term, uint32(in.Width), uint32(in.Height)).shell()
	t.Cleanup(func() {
		x.program.Kill()
		ended.Wait()
		_ = c.Close()
		close(x.keys)
		_ = keys.Close()
		for _, s := range []*screenOf{x.local, x.remote} {
			if c, ok := s.e.InputPipe().(io.Closer); ok { // closing all of it would be a race with who reads
				_ = c.Close()
			}
		}
	})
	x.tell(tea.BackgroundColorMsg{Color: background})
	return x
}

func (x *trio) tell(msg tea.Msg) {
	next, _ := x.app.Update(msg)
	x.app, _ = next.(tui.App)
}

// press presses a key in all three.
func (x *trio) press(key string) {
	for _, msg := range decoded(key) {
		x.tell(msg)
	}
	x.keys <- key
	x.served.send(key)
}

func (x *trio) resize(w, h int) {
	x.local.resize(w, h)
	x.remote.resize(w, h)
	x.tell(tea.WindowSizeMsg{Width: w, Height: h})
	x.program.Send(tea.WindowSizeMsg{Width: w, Height: h})
	x.served.resize(uint32(w), uint32(h))
}

// agree waits until both terminals show what the App says.
func (x *trio) agree(after string) {
	x.t.Helper()
	in := x.app.Viewport()
	want := newScreenOf(in, nil)
	_, _ = want.Write([]byte(strings.Join(x.app.Frame().Lines(), "\r\n")))
	cells := want.cells(in.Width, in.Height)
	differ := ""
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(time.Millisecond) {
		differ = difference("local", x.local.cells(in.Width, in.Height), cells, in.Width) +
			difference("served", x.remote.cells(in.Width, in.Height), cells, in.Width)
		// The title names the place, which a very small screen shows nothing of.
		if local, remote, title := x.local.titled(), x.remote.titled(), x.app.Frame().Title; local != title || remote != title {
			differ += fmt.Sprintf("titles: local %q, served %q, want %q\n", local, remote, title)
		}
		if differ == "" {
			return
		}
	}
	x.t.Fatalf("after %s on %+v at %q\n%s\nlocal\n%s\nserved\n%s\nwanted\n%s", after, in, x.app.Place().Link(),
		differ, x.local.e.String(), x.remote.e.String(), want.e.String())
}

func difference(name string, got, want []uv.Cell, w int) string {
	for i := range want {
		if !got[i].Equal(&want[i]) {
			return fmt.Sprintf("%s: cell %d,%d is %+v, want %+v\n", name, i%w, i/w, got[i], want[i])
		}
	}
	return ""
}

// TestServedIsLocal drives the dashboard in a local program and over SSH with
// the same keys, clicks, resizes, themes, languages and colours, and compares
// the two terminals cell by cell, style by style.
func TestServedIsLocal(t *testing.T) {
	if testing.Short() {
		t.Skip("drives two programs")
	}
	keys := []string{ // Esc is one that needs no silence after it, as terminals send it that are asked to
		"j", "j", "k", "\t", "\x1b[Z", "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~", "G", "g", "1", "2", "3", "4", "5", "6", "0",
		"\r", "i", "?", "t", "w", "s", "f", "c", "!", "L", "T", "-", "/", ":", "p", "v", "\x7f", "e", "y", "Y", ".",
		"\u4e2d", "\uff2c", "\x1b[<0;12;7M", "\x1b[<65;5;5M", "m", "\x0c", "\x1b[27u",
	}
	for round := range 12 {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(uint64(round), 5))
			size := func() (int, int) { return 1 + r.IntN(130), 1 + r.IntN(45) }
			in := place.Viewport{
				Colors: place.Colors(round % 3), Theme: place.Theme(round / 3 % 4), Lang: model.Lang(round % 2),
				ASCII: round%5 == 4, Links: round%3 != 0,
			}.Size(size())
			background := []color.Color{color.Black, color.White}[round/2%2]
			x := newTrio(t, in, []string{"xterm-256color", "xterm-kitty"}[round%2], background)
			x.agree("opening")
			// What a click means depends on the size, and a size may overtake a click that
			// showed nothing.
			clicked := false
			for n := range 60 {
				if r.IntN(12) == 0 && !clicked {
					w, h := size()
					x.resize(w, h)
					x.agree(fmt.Sprintf("step %d: %d×%d", n, w, h))
					continue
				}
				key := keys[r.IntN(len(keys))]
				x.press(key)
				clicked = strings.HasPrefix(key, "\x1b[<")
				x.agree(fmt.Sprintf("step %d: %q", n, key))
			}
			// The key Esc as most terminals send it, with nothing after it, closes what is open.
			for _, key := range []string{"\x1b[27u", "\x1b[27u", ":", "\x1b"} {
				x.press(key)
				x.agree(fmt.Sprintf("at the end: %q", key))
				if opened := x.app.Place().Card == place.PaletteCard; opened != (key == ":") {
					t.Errorf("at the end: after %q there is a palette: %v", key, opened)
				}
			}
		})
	}
}

// TestSynchronizedOutput checks that frames are marked as such only for a
// terminal that says it knows the marks, and that only terminals are asked
// that are known to understand the question.
func TestSynchronizedOutput(t *testing.T) {
	const marked, question = ansi.SetModeSynchronizedOutput, ansi.RequestModeSynchronizedOutput
	for _, c := range []struct {
		term, answer string
		asked, mark  bool
	}{
		{"xterm-256color", "", false, false},
		{"xterm-kitty", "", true, false},
		{"xterm-kitty", "\x1b[?2026;0$y", true, false},
		{"xterm-kitty", "\x1b[?2026;2$y", true, true},
		{"xterm-ghostty", "\x1b[?2026;1$y", true, true},
		{"foot", "\x1b[?2027;2$y", true, false},
	} {
		f := serveTCP(t)
		s := f.dial().session().pty(c.term, 80, 24).shell()
		s.wait("Overview")
		s.send(c.answer + "2")
		s.wait("PV glass")
		s.send("?")
		s.wait("1\u201318")
		out := s.out.String()
		if strings.Contains(out, question) != c.asked || strings.Contains(out, marked) != c.mark {
			t.Errorf("%s, %q: asked %v, marked %v", c.term, c.answer,
				strings.Contains(out, question), strings.Contains(out, marked))
		}
		if strings.Count(out, marked) != strings.Count(out, ansi.ResetModeSynchronizedOutput) {
			t.Errorf("%s: a mark without its end", c.term)
		}
		if strings.Contains(out, ansi.SetModeUnicodeCore) {
			t.Errorf("%s: grapheme mode was switched on", c.term)
		}
	}
}
