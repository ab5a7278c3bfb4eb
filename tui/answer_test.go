package tui

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// Every key that the help lists does something wherever the cursor is, or says why it
// does not: the frame is another, the program ends, or the screen is painted anew.
func TestEveryKeyAnswers(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, form := range []string{
		"overview", "clusters", "shares", "shares?as=table", "trends", "trends?as=table", "trends?index=100", "trends?zoom=list", "trends?zoom=detail",
		"cities", "cities?with=hefei", "cities?zoom=list", "voices", "voices?topic=pv", "sources", "sources?zoom=detail", "clusters?filter=2025", "voices?filter=nothingsuch",
		"clusters?filter=anhui+photovoltaics+glass+2024..2026+exact+output", nav.TourStop(d, 2).Link(),
	} {
		for n, at := range cursorsIn(d, tuitest.At(t, form)) {
			for _, size := range [][2]int{{80, 24}, [][2]int{{120, 36}, {40, 12}}[n%2]} {
				lang := tuitest.Langs()[n/2%2]
				a := New(d, at, tuitest.Viewport(size[0], size[1], lang), Options{})
				for _, k := range keymap.For(lang) {
					if at.Tour > 0 && k.Action == keymap.PointAt { // the caption has the place of the reason
						continue
					}
					name := k.Binding.Keys()[n%len(k.Binding.Keys())]
					if b, e := a.Step(tuitest.KeyPress(t, name)); !e.Quit && !e.Redraw && same(a.Page().Cells(), b.Page().Cells()) {
						t.Errorf("%s at %d\u00d7%d, %v: %s changes nothing and says nothing", a.Place().Link(), size[0], size[1], lang, name)
					}
				}
			}
		}
	}
}

// cursorsIn returns places with the cursor on the first and the last item of a list, and
// on the first, the last and another row of the detail of each.
func cursorsIn(d *model.Dataset, at place.Place) []place.Place {
	var all []place.Place
	items := nav.Items(d, at, model.EN)
	if len(items) == 0 || at.Tour > 0 {
		return []place.Place{at}
	}
	for _, item := range []string{items[0], items[len(items)-1]} {
		at.Item, at.Sub = item, ""
		all = append(all, at)
		subs := nav.Subs(d, at, model.EN)
		for i := 0; i < len(subs); i += max(1, (len(subs)-1)/2) {
			at.Sub = subs[i]
			all = append(all, at)
		}
	}
	return all
}

// What a key says is what is in its way, in the language of the screen, and is gone at
// the next key.
func TestKeysSayWhy(t *testing.T) {
	d := datatest.Embedded(t)
	for _, c := range []struct{ link, key, en, zh string }{
		{"voices/feng-kejin", "a", "No figure under the cursor.", "\u5149\u6807\u5904\u6ca1\u6709\u6570\u636e"},
		{"sources/audit", "r", "No figure under the cursor.", "\u5149\u6807\u5904\u6ca1\u6709\u6570\u636e"},
		{"cities/hefei", "z", "No pane beside this one.", "\u65c1\u8fb9\u6ca1\u6709\u5176\u4ed6\u680f"},
		{"overview", "w", "Works only in: Shares.", "\u6b64\u952e\u4ec5\u7528\u4e8e\u5360\u6bd4"},
		{"overview", "s", "Works only in: Clusters, Shares, Trends, Cities, Voices, Sources.", "\u6b64\u952e\u4ec5\u7528\u4e8e\u4ea7\u4e1a\u96c6\u7fa4\u3001\u5360\u6bd4"},
		{"overview", "-", "No view to go back to.", "\u6ca1\u6709\u53ef\u8fd4\u56de\u7684\u680f\u76ee"},
		{"overview", "esc", "Nothing to close; q quits.", "\u6ca1\u6709\u53ef\u5173\u95ed\u7684\u5185\u5bb9"},
		{"overview", "n", "No other result; / searches.", "\u6ca1\u6709\u5176\u4ed6\u641c\u7d22\u7ed3\u679c"},
		{"overview", "G G", "This is the last.", "\u5df2\u662f\u6700\u540e\u4e00\u9879"},
		{"overview", "0", "Already in Overview.", "\u5f53\u524d\u5373\u5728\u603b\u89c8\u3002"},
		{"overview", "m", "Mouse off", "\u9f20\u6807\u5df2\u5173\u95ed"},
		{"overview", "m m", "Mouse on", "\u9f20\u6807\u5df2\u5f00\u542f"},
		{"overview", "p", "p points only while presenting; P starts.", "\u4ec5\u6f14\u793a\u65f6\u53ef\u6307\u793a\uff1b\u6309P\u5f00\u59cb\u6f14\u793a\u3002"},
		{"trends/pv-revenue?zoom=detail", "c", "Kept on the chart: 1.", "\u56fe\u4e0a\u4fdd\u75591\u6761"},
		{"trends/pv-revenue?zoom=detail", "c c", "Nothing kept on the chart.", "\u56fe\u4e0a\u4e0d\u518d\u4fdd\u7559\u5e8f\u5217\u3002"},
		{"overview?card=export", "m", "Mouse off", "\u9f20\u6807\u5df2\u5173\u95ed"},
		{"overview?card=export", "m m", "Mouse on", "\u9f20\u6807\u5df2\u5f00\u542f"},
		{"overview?keep=pv-revenue-2023&card=basket", "m", "Mouse off", "\u9f20\u6807\u5df2\u5173\u95ed"},
		{"trends/pv-revenue?zoom=list", "x", "index", "\u6307\u6570"},
	} {
		for i, want := range []string{c.en, c.zh} {
			a, _ := press(t, New(d, tuitest.At(t, c.link), tuitest.Viewport(100, 30, tuitest.Langs()[i]), Options{}), c.key)
			if !strings.Contains(screenText(a), want) {
				t.Errorf("%s: %s says %q, want %q\n%s", c.link, c.key, a.Place().Status, want, screenText(a))
			}
			if a, _ = press(t, a, "L"); a.Place().Status != "" {
				t.Errorf("%s: %q is said after another key", c.link, a.Place().Status)
			}
		}
	}
}

// A key in a tour ends it and does nothing else, and so says nothing: the mouse is whose
// it was.
func TestTourKeysSayNothing(t *testing.T) {
	d := datatest.Embedded(t)
	a := New(d, nav.TourStart(d), tuitest.Viewport(80, 24, model.EN), Options{})
	b, _ := press(t, a, "m")
	if at := b.Place(); at.Tour != 0 || at.Status != "" || b.mouse != a.mouse {
		t.Errorf("step %d of the tour, the mouse is on: %v, %q is said", at.Tour, b.mouse, at.Status)
	}
	if b, _ = press(t, b, "m"); b.mouse == a.mouse || !strings.Contains(screenText(b), "Mouse off") {
		t.Errorf("the mouse is on: %v\n%s", b.mouse, screenText(b))
	}
}

// What is said of a key is not followed by the mark of a presentation, which is before
// the viewer's part.
func TestReasonHasNoMark(t *testing.T) {
	d := datatest.Embedded(t)
	at := tuitest.At(t, "overview?keep=pv-revenue-2023")
	a, _ := press(t, New(d, at, tuitest.Viewport(100, 30, model.EN), Options{}), "-")
	if line := lineOf(a, "No view to go back to."); strings.Contains(line, "\u25cf") || !strings.Contains(line, " \u00b7 1 kept") {
		t.Errorf("said as %q", line)
	}
	a, _ = press(t, a.Attend(place.Room{Role: place.Presenting, Code: "K7QM-3RXD"}), "esc -")
	if line := lineOf(a, "No view to go back to."); !strings.Contains(line, "No view to go back to. \u00b7 \u25cf presenting") {
		t.Errorf("said as %q", line)
	}
}

// lineOf returns the line of the screen with a text in it.
func lineOf(a App, with string) string {
	for line := range strings.SplitSeq(screenText(a), "\n") {
		if strings.Contains(line, with) {
			return line
		}
	}
	return ""
}

// What is said is seen beside words of any length that narrow the list, and of these as
// much as there is room for.
func TestReasonBesideLongFilter(t *testing.T) {
	d := datatest.Embedded(t)
	at := tuitest.At(t, "clusters?filter=anhui+photovoltaics+glass+2024..2026+exact+output")
	for _, lang := range tuitest.Langs() {
		a := New(d, at, tuitest.Viewport(80, 24, lang), Options{})
		if line := lineOf(a, "& anhui"); !strings.Contains(line, "exact output") {
			t.Errorf("%v: narrowed by %q", lang, line)
		}
		a, _ = press(t, a, "-")
		if line := lineOf(a, a.Place().Status); a.Place().Status == "" || !strings.Contains(line, "& anhui photovoltaics") || !strings.Contains(line, "\u2026") {
			t.Errorf("%v: %q is said as %q", lang, a.Place().Status, line)
		}
	}
}

// same reports whether two frames are.
func same(f, g screen.Frame) bool {
	for y := range f.H {
		if !cell.SameRow(f.Frame, g.Frame, y) {
			return false
		}
	}
	return true
}
