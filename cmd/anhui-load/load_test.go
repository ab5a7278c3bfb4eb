//go:build load

package main

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// TestLoad opens a hundred sessions and presses keys in all of them for ten
// seconds. It asserts that all keys are answered and that every screen shows what
// it should, and nothing about time. It takes ten seconds, which is why it has a tag.
func TestLoad(t *testing.T) {
	d := datatest.Embedded(t)
	p := &plan{
		Sessions: 100, Width: 80, Height: 24, Rate: 1, Keys: 10 * time.Second, Settle: 100 * time.Millisecond,
		Dialers: 8, Seed: 7,
	}
	s, err := start("ours", d, p)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // nothing is lost
	var final []*client
	l := &load{plan: p, name: "ours", address: s.Addr().String(), keep: true, progress: func(string, int, int) {}}
	l.walks = onward(d, p)
	l.done = func(clients []*client) { final = clients }
	r, err := l.measure()
	if err != nil {
		t.Fatal(err)
	}
	if r.Keys < p.Sessions || r.Unanswered > 0 { // how many are pressed is the machine's affair
		t.Errorf("%d keys, %d of them without an answer", r.Keys, r.Unanswered)
	}
	if len(final) != p.Sessions {
		t.Fatalf("%d sessions", len(final))
	}
	for _, c := range final {
		at := place.Place{}
		if c.pressed > 0 {
			at = l.walks[c.walk][c.pressed-1].at
		}
		want := vt.NewEmulator(p.Width, p.Height)
		_, _ = want.WriteString(strings.Join(screen.Render(d, at, p.viewport()).Lines(), "\r\n"))
		got := vt.NewEmulator(p.Width, p.Height)
		go io.Copy(io.Discard, got) //nolint:errcheck // it answers, and nobody listens
		_, _ = got.Write(c.output)
		sameScreen(t, got, want)
		closeInput(got)
	}
}

// onward returns walks without the keys that lead to a screen they had already. Of
// several keys that a busy server takes at once, none undoes the others: they have
// an answer.
func onward(d *model.Dataset, p *plan) [][]step {
	walks := p.walks(d, func(int, int) {})
	same := []place.Card{place.NoCard, place.SourceCard, place.HelpCard, place.SearchCard, place.PaletteCard} // others name the server
	for i, walk := range walks {
		app := tui.New(d, place.Place{}, p.viewport(), tui.Options{})
		seen := map[string]bool{strings.Join(app.Frame().Lines(), "\n"): true}
		var on []step
		for _, s := range walk {
			next, effect := app.Step(keyPress(s.key))
			screen := strings.Join(next.Frame().Lines(), "\n")
			if effect != (tui.Effect{}) || seen[screen] || !slices.Contains(same, next.Place().Card) {
				continue
			}
			app, seen[screen] = next, true
			on = append(on, step{s.key, app.Place()})
		}
		walks[i] = on
	}
	return walks
}

// closeInput ends who reads a terminal's answers. Closing the terminal would
// be a race with it.
func closeInput(e *vt.Emulator) {
	if c, ok := e.InputPipe().(io.Closer); ok {
		_ = c.Close() // it is in memory
	}
}

func sameScreen(t *testing.T, got, want *vt.Emulator) {
	t.Helper()
	for y := range want.Height() {
		for x := range want.Width() {
			if g, w := seen(got.CellAt(x, y)), seen(want.CellAt(x, y)); !g.Equal(&w) {
				t.Fatalf("cell %d,%d is %+v, want %+v\n%s\n\n%s", x, y, g, w, got.String(), want.String())
			}
		}
	}
}

// seen is a cell without the colours of text that is not there.
func seen(c *uv.Cell) uv.Cell {
	if c == nil || c.Content == "" && c.Width <= 1 {
		return uv.Cell{Content: " ", Width: 1}
	}
	if c.Content == " " && c.Style.Attrs&uv.AttrReverse == 0 {
		return uv.Cell{Content: " ", Width: 1, Style: uv.Style{Bg: c.Style.Bg}}
	}
	return *c
}

// TestServers checks that those that are compared do the same for a key.
func TestServers(t *testing.T) {
	d := datatest.Embedded(t)
	for _, name := range []string{"ours", "stock", "floor"} {
		p := &plan{Sessions: 3, Width: 80, Height: 24, Rate: 5, Keys: time.Second, Dialers: 2, Seed: 1}
		s, err := start(name, d, p)
		if err != nil {
			t.Fatal(err)
		}
		l := &load{plan: p, name: name, address: s.Addr().String(), progress: func(string, int, int) {}}
		l.walks = onward(d, p)
		r, err := l.measure()
		if err != nil || r.Keys == 0 || r.Unanswered > 0 || r.KeyBytes == 0 {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		_ = s.Close() // nothing is lost
	}
}
