package screen

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// stroller makes places to look at and viewports to look with, the same ones
// at every run.
type stroller struct {
	*rand.Rand
	data *model.Dataset
}

func newStroller(d *model.Dataset) stroller { return stroller{rand.New(rand.NewPCG(4, 2)), d} }

func (s stroller) coin() bool { return s.IntN(2) == 0 }

func pick[T any](s stroller, all ...T) T { return all[s.IntN(len(all))] }

// end picks the first, the last, or one in between.
func (s stroller) end(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return pick(s, ids[0], ids[len(ids)-1], ids[s.IntN(len(ids))])
}

func (s stroller) viewport(w, h int, lang model.Lang) place.Viewport {
	in := tuitest.Viewport(w, h, lang)
	in.Theme = pick(s, place.Dark, place.Light, place.HighContrast, place.Mono)
	in.Colors = pick(s, place.NoColors, place.Colors16, place.Colors256, place.Colors256)
	in.ASCII, in.Links = s.IntN(3) == 0, s.coin()
	return in
}

// sort picks an order, also those a table does not have.
func (s stroller) sort() place.Sort {
	by := place.Column(s.IntN(int(place.ColumnCount))) //nolint:gosec // a handful
	return place.Sort{By: by, Turned: by != place.NoColumn && s.coin()}
}

func (s stroller) place(v place.View, in place.Viewport) place.Place {
	p := place.Place{
		View: v, Table: s.coin(), Scope: pick(s, "", "world", "anhui"),
		Sort: s.sort(), Rows: s.sort(), Zoom: pick(s, place.NoZoom, place.DetailZoom, place.ListZoom), Index: s.coin(),
	}
	if s.IntN(3) == 0 {
		p.Topic = pick(s, "pv", "hydrogen", "nowhere")
	}
	if s.IntN(3) == 0 {
		p.With = pick(s, "nev-output", "vehicle-output,nev-output,vehicle-exports", "gdp")
	}
	if s.IntN(3) == 0 {
		p.Keep = pick(s, s.data.Figures[0].ID, s.data.Figures[0].ID+","+s.data.Figures[1].ID)
	}
	on := pageOf(s.data, p, in)
	p.Item = s.end(on.items())
	if on = pageOf(s.data, p, in); s.coin() {
		p.Sub = s.end(on.subs())
	}
	if s.IntN(3) == 0 {
		p.Card = pick(s, tuitest.Cards()...)
		p.Scroll = pick(s, 0, 1, 7, 65535)
		if p.Card.Typing() {
			p.Query = pick(s, "", "glass", "\u5149\u4f0f", "zzzz", strings.Repeat("\u5149", place.MaxQuery))
		}
	}
	return p
}

// check fails if a frame is not exactly as large as its viewport, or holds
// anything but characters and their colours.
func check(t *testing.T, d *model.Dataset, p place.Place, in place.Viewport) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s on %+v: %v", p.Link(), in, r)
			panic(r)
		}
	}()
	f := Render(d, p, in)
	if len(f.Lines()) != in.Height {
		t.Errorf("%s on %+v: %d lines", p.Link(), in, len(f.Lines()))
	}
	style := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for y, l := range f.Lines() {
		if w := ansi.StringWidth(l); w != in.Width {
			t.Errorf("%s on %+v: line %d is %d cells wide: %q", p.Link(), in, y, w, l)
		}
		text := style.ReplaceAllString(l, "")
		if in.Links { // each ends on its line
			text = hyperlink.ReplaceAllString(text, "$2")
		}
		for _, r := range text {
			switch {
			case unicode.IsControl(r) || r == unicode.ReplacementChar:
				t.Errorf("%s on %+v: line %d holds %U: %q", p.Link(), in, y, r, l)
			case in.ASCII && r >= 0x2190 && r <= 0x28ff:
				t.Errorf("%s on %+v: line %d holds %c, which is not ASCII: %q", p.Link(), in, y, r, text)
			case r >= 0x1f000 || r >= 0xe000 && r < 0xf900:
				t.Errorf("%s on %+v: line %d holds an emoji or private character %U: %q", p.Link(), in, y, r, text)
			}
		}
		if in.Colors == place.NoColors && style.MatchString(l) {
			for _, s := range style.FindAllString(l, -1) {
				if strings.ContainsAny(s, "34") { // 3x and 4x are colours
					t.Errorf("%s on %+v: line %d is coloured: %q", p.Link(), in, y, s)
				}
			}
		}
	}
}

// everyView checks every view in both languages.
func everyView(t *testing.T, s stroller, w, h int) {
	t.Helper()
	for _, v := range place.Views() {
		for _, lang := range tuitest.Langs() {
			in := s.viewport(w, h, lang)
			check(t, s.data, s.place(v, in), in)
		}
	}
}

// Every small screen, with every view in both languages; what else there is to
// choose from changes from one to the next.
func TestSmallScreensAreFilledExactly(t *testing.T) {
	t.Parallel()
	s := newStroller(datatest.Embedded(t))
	for w := 1; w <= 45; w++ {
		for h := 1; h <= 15; h++ {
			if everyView(t, s, w, h); t.Failed() {
				return
			}
		}
	}
}

// The widths and heights at which a layout changes, one less and one more,
// and some far beyond.
func TestLargeScreensAreFilledExactly(t *testing.T) {
	t.Parallel()
	s := newStroller(datatest.Embedded(t))
	for _, w := range []int{29, 30, 46, 59, 60, 61, 75, 76, 77, 78, 79, 80, 81, 120, 200, 300} {
		for _, h := range []int{7, 8, 9, 15, 16, 17, 24, 29, 30, 40, 100} {
			if everyView(t, s, w, h); t.Failed() {
				return
			}
		}
	}
}

// Every view with every card, at the sizes people have.
func TestCardsFitEverywhere(t *testing.T) {
	t.Parallel()
	s := newStroller(datatest.Embedded(t))
	for _, size := range [][2]int{{1, 1}, {3, 9}, {10, 3}, {20, 5}, {40, 12}, {80, 24}, {120, 40}, {200, 50}} {
		for _, v := range place.Views() {
			for _, c := range tuitest.Cards() {
				for _, lang := range tuitest.Langs() {
					in := s.viewport(size[0], size[1], lang)
					p := s.place(v, in)
					p.Card = c
					check(t, s.data, p, in)
				}
			}
		}
	}
}
