package theme

import (
	"fmt"
	"image/color"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
)

// look is what a style turns on.
type look struct {
	foreground, background color.Color // nil: the terminal's own
	codes                  []int
}

// lookOf reads the escape sequence that turns a style on.
func lookOf(t *testing.T, k cell.Style) look {
	t.Helper()
	var l look
	painted := cell.Transition(0, k)
	if painted == "" {
		return l
	}
	sequence, rest, ok := strings.Cut(strings.TrimPrefix(painted, "\x1b["), "m")
	if !ok || rest != "" {
		t.Fatalf("%q is no colour", painted)
	}
	for code := range strings.SplitSeq(sequence, ";") {
		n, err := strconv.Atoi(code)
		if err != nil {
			t.Fatalf("%q: %v", painted, err)
		}
		l.codes = append(l.codes, n)
	}
	for i := 0; i < len(l.codes); i++ {
		switch c := l.codes[i]; {
		case c == 38:
			l.foreground, i = ansi.IndexedColor(l.codes[i+2]), i+2
		case c == 48:
			l.background, i = ansi.IndexedColor(l.codes[i+2]), i+2
		case c >= 30 && c <= 37:
			l.foreground = ansi.BasicColor(c - 30)
		case c >= 90 && c <= 97:
			l.foreground = ansi.BasicColor(c - 82)
		case c >= 40 && c <= 47:
			l.background = ansi.BasicColor(c - 40)
		case c >= 100 && c <= 107:
			l.background = ansi.BasicColor(c - 92)
		}
	}
	return l
}

// luminance and contrast are those of WCAG 2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastIsWCAGs(t *testing.T) {
	if c := contrast(color.White, color.Black); math.Abs(c-21) > 0.01 {
		t.Errorf("white on black: %v", c)
	}
	if c := contrast(color.Gray{Y: 0x77}, color.White); math.Abs(c-4.48) > 0.01 {
		t.Errorf("#777 on white: %v", c)
	}
}

// everyHue is all hues, and that of no cluster.
func everyHue() []model.Hue {
	all := make([]model.Hue, 0, model.Hues+1)
	for h := range model.Hues + 1 {
		all = append(all, h)
	}
	return all
}

// texts are the styles that draw words or numbers.
func texts(s *Styles) map[string]cell.Style {
	all := map[string]cell.Style{}
	v := reflect.ValueOf(*s)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; v.Type().Field(i).IsExported() && name != "Rule" && name != "Gap" {
			if k, ok := v.Field(i).Interface().(cell.Style); ok {
				all[name] = k
			}
		}
	}
	for i, k := range s.Compared { // a series is named in its hue
		all[fmt.Sprint("Compared", i)] = k
	}
	for _, id := range everyHue() {
		all[fmt.Sprint("Chip ", id)] = s.Chip(id)
	}
	return all
}

// grounds are what a theme must be readable on. A theme for dark backgrounds
// is checked on black and on the dark grey of common terminals; high contrast
// brings its own.
func grounds() map[place.Theme][]color.Color {
	return map[place.Theme][]color.Color{
		place.Dark:         {color.Black, color.Gray{Y: 0x1e}},
		place.Light:        {color.White},
		place.HighContrast: {color.Black},
	}
}

// enough is the contrast text needs: level AA of WCAG, or AAA where that is
// what the theme is for.
func enough(name place.Theme) float64 {
	if name == place.HighContrast {
		return 7
	}
	return 4.5
}

func TestTextStandsOut(t *testing.T) {
	for name, backgrounds := range grounds() {
		th, enough := New(name, place.Colors256), enough(name)
		check := func(what string, k cell.Style, least float64, behind ...color.Color) {
			l := lookOf(t, k)
			if l.background != nil {
				behind = []color.Color{l.background}
			}
			if l.foreground == nil {
				t.Errorf("%v: %s has no colour of its own", name, what)
				return
			}
			for _, b := range behind {
				if c := contrast(l.foreground, b); c < least {
					t.Errorf("%v: %s has a contrast of %.2f on %v, want %v", name, what, c, b, least)
				}
			}
		}
		for what, k := range texts(th.Page) {
			check(what, k, enough, backgrounds...)
		}
		for what, k := range texts(th.Cursor) {
			least := enough
			if strings.HasPrefix(what, "Chip") || strings.HasPrefix(what, "Compared") {
				least = 3 // no text is drawn in them on the row under the cursor
			}
			check("under the cursor, "+what, k, least)
			if lookOf(t, k).background == nil {
				t.Errorf("%v: %s does not show the row under the cursor", name, what)
			}
		}
		for _, id := range everyHue() {
			check(fmt.Sprint("the calm hue ", id), th.Page.Calm(id), 2.75, backgrounds...)
		}
		check("a year not stated", th.Page.Gap, 3, backgrounds...)
		check("under the cursor, a year not stated", th.Cursor.Gap, 3)
		check("a tab", th.Tab, enough, backgrounds...)
		check("the open tab", th.ActiveTab, enough, backgrounds...)
		check("the edge of a card", th.CardEdge, 3, backgrounds...)
	}
}

func TestGaugesStandOut(t *testing.T) {
	for name := range grounds() {
		for what, s := range map[string]*Styles{"page": New(name, place.Colors256).Page, "cursor": New(name, place.Colors256).Cursor} {
			for _, id := range everyHue() {
				g := s.Gauge(id)
				solid, hatch, track, mark := lookOf(t, g.Solid), lookOf(t, g.Hatch), lookOf(t, g.Track), lookOf(t, g.Mark)
				if name == place.HighContrast { // of dots on the theme's ground
					track.background = lookOf(t, New(name, place.Colors256).Ground).background
				}
				for _, ground := range grounds()[name] { // black among them
					if c := contrast(track.background, ground); name != place.HighContrast && what == "page" && c < 1.5 {
						t.Errorf("%v: the track of a gauge has a contrast of %.2f on %v: its end cannot be seen", name, c, ground)
					}
				}
				if c := contrast(solid.foreground, track.background); c < 3 {
					t.Errorf("%v, %s: the gauge of hue %d has a contrast of %.2f on its track", name, what, id, c)
				}
				if solid.background != solid.foreground || hatch.foreground != solid.foreground || hatch.background != track.background {
					t.Errorf("%v, %s: the gauge of hue %d shows seams", name, what, id)
				}
				if c := contrast(mark.foreground, mark.background); c < enough(name) {
					t.Errorf("%v, %s: a mark on the gauge of hue %d has a contrast of %.2f", name, what, id, c)
				}
			}
		}
	}
}

// One row draws the eye: that under the cursor, whose words are strong and whose
// bar has the full hue.
func TestRowUnderCursorStandsOut(t *testing.T) {
	for name := range grounds() {
		th := New(name, place.Colors256)
		if th.Page.Row.Look().Attrs&cell.Bold != 0 {
			t.Errorf("%v: every row is bold", name)
		}
		if th.Cursor.Row.Look().Attrs&cell.Bold == 0 {
			t.Errorf("%v: the row under the cursor is not bold", name)
		}
		for _, id := range everyHue() {
			if th.Cursor.Bar(id) != th.Cursor.Chip(id) || th.Page.Bar(id) != th.Page.Calm(id) {
				t.Errorf("%v: the bars of hue %d are not calm but under the cursor", name, id)
			}
		}
	}
}

// Clusters, and the series laid over one another, have hues of their own.
func TestHuesDiffer(t *testing.T) {
	for name := range grounds() {
		s := New(name, place.Colors256).Page
		seen := map[color.Color]model.Hue{}
		for _, id := range everyHue() {
			hue := lookOf(t, s.Chip(id)).foreground
			if other, ok := seen[hue]; ok {
				t.Errorf("%v: the hues %d and %d look the same", name, id, other)
			}
			seen[hue] = id
		}
		if s.Compared[0] == s.Compared[1] || s.Compared[1] == s.Compared[2] || s.Compared[0] == s.Compared[2] {
			t.Errorf("%v: series laid over one another look the same", name)
		}
	}
}

// every is all styles of a theme.
func every(th *Theme) map[string]cell.Style {
	all := map[string]cell.Style{"Tab": th.Tab, "ActiveTab": th.ActiveTab, "CardEdge": th.CardEdge}
	for where, s := range map[string]*Styles{"page ": th.Page, "cursor ": th.Cursor} {
		all[where+"Rule"] = s.Rule
		for what, k := range texts(s) {
			all[where+what] = k
		}
		for _, id := range everyHue() {
			g := s.Gauge(id)
			for what, k := range map[string]cell.Style{"solid": g.Solid, "hatch": g.Hatch, "track": g.Track, "mark": g.Mark} {
				all[fmt.Sprint(where, "gauge ", id, " ", what)] = k
			}
		}
	}
	return all
}

func TestColoursAreThoseOfTheTerminal(t *testing.T) {
	attribute := func(n int) bool { return n < 10 }
	basic := func(n int) bool {
		return attribute(n) || n >= 30 && n <= 37 || n >= 40 && n <= 47 || n >= 90 && n <= 97 || n >= 100 && n <= 107
	}
	for _, c := range []struct {
		theme   place.Theme
		colors  place.Colors
		allowed func(int) bool
	}{
		{place.Mono, place.Colors256, attribute},
		{place.HighContrast, place.Colors16, basic},
		{place.HighContrast, place.NoColors, attribute},
		{place.Mono, place.Colors16, attribute},
		{place.Dark, place.NoColors, attribute},
		{place.Light, place.NoColors, attribute},
		{place.Dark, place.Colors16, basic},
		{place.Light, place.Colors16, basic},
	} {
		painted := 0
		for what, k := range every(New(c.theme, c.colors)) {
			for _, code := range lookOf(t, k).codes {
				painted++
				if !c.allowed(code) {
					t.Errorf("%v in %v colours: %s is drawn with code %d", c.theme, c.colors, what, code)
				}
			}
		}
		if painted == 0 {
			t.Errorf("%v in %v colours: nothing is emphasized", c.theme, c.colors)
		}
	}
}

// Where there is no colour, weight and reverse tell what must be told apart.
func TestMonoShowsTheCursor(t *testing.T) {
	th := New(place.Mono, place.NoColors)
	for what, pair := range map[string][2]cell.Style{
		"the row under the cursor": {th.Page.Text, th.Cursor.Text},
		"strong text":              {th.Page.Text, th.Page.Strong},
		"the open tab":             {th.Tab, th.ActiveTab},
	} {
		if pair[0] == pair[1] {
			t.Errorf("%s looks like the rest", what)
		}
	}
	// A full cell of a gauge on the row under the cursor is full, and not the empty one
	// it would be if it were reversed with the row.
	gauge := th.Cursor.Gauge(0)
	for what, s := range map[string]cell.Style{"solid": gauge.Solid, "hatched": gauge.Hatch, "empty": gauge.Track, "mark": gauge.Mark, "swatch": th.Cursor.Chip(0)} {
		if s.Over(th.Cursor.Text).Look().Attrs&cell.Reverse != 0 {
			t.Errorf("the %s part of a gauge is reversed under the cursor", what)
		}
	}
}
