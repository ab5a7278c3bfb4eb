package tui

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// find returns the cell where a text first stands on the screen.
func find(t *testing.T, a App, text string) (x, y int) {
	t.Helper()
	for y, l := range a.Frame().Plain() {
		if before, _, ok := strings.Cut(l, text); ok {
			return cell.Width(before), y
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", text, screenText(a))
	return 0, 0
}

func clickOn(t *testing.T, a App, text string) App {
	t.Helper()
	x, y := find(t, a, text)
	a, _ = a.Step(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	return a
}

// clickTwice returns the App after a click on a text, and after a second one there.
func clickTwice(t *testing.T, a App, text string) (first, second App) {
	t.Helper()
	x, y := find(t, a, text)
	click := tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}
	first, _ = a.Step(click)
	second, _ = first.Step(click)
	return first, second
}

func TestClicksLeadTo(t *testing.T) {
	d := datatest.Embedded(t)
	for _, c := range []struct{ from, on, want string }{
		{"overview", "2 Shares", "shares/" + glass},
		{"overview", "Overview", "overview/pv"},
		{"overview", "Energy storage", "overview/storage"},
		{"overview", "45.4%", "overview/emerging-share-2025"},
		{"overview", "3.687 m", "overview/vehicle-output-2025"},
		{"overview", "\u5b89\u5fbd", "overview/pv"},     // the brand leads nowhere
		{"overview", "? help", "overview/pv?card=help"}, // as the keys the footer names
		{"shares", "w scope", "shares/pv-inverter-share-world-2023?scope=world"},
		{"overview?card=help", "Esc close", "overview/pv"},
		{"overview?card=search", "Esc close", "overview/pv"},
		{"overview?card=search&q=hydrogen", "Enter open", "clusters/hydrogen"},
		{"clusters", "EN ", "clusters/pv"}, // in the other language
		{"clusters", "Hydrogen", "clusters/hydrogen"},
		{"clusters", "14.7%", "clusters/pv/pv-cell-share-china-2023"},
		{"shares", "TOPCon cell output", "shares/pv-topcon-share-china-2023"},
		{"trends?as=table", "2021", "trends/pv-revenue/pv-revenue-2021?as=table"},
		{"voices", "Wang Qingxian", "voices/wang-qingxian"},
		{"voices/liang-yanshun", "2025-11-20", "voices/liang-yanshun/liang-yanshun-2025-11-20-quantum"},
		{"sources", "Conflicts", "sources/conflicts"},
		{"overview?card=help", "search by", "overview/pv?card=help"}, // inside the card
		{"overview?card=help", "7 Shares", ""},
	} {
		a := New(d, tuitest.At(t, c.from), tuitest.Viewport(80, 24, model.EN), Options{})
		if c.want == "" { // beside the card: it closes and nothing else happens
			a, _ = a.Step(tea.MouseClickMsg{X: 0, Y: 0, Button: tea.MouseLeft})
			c.want = a.Place().Closed().Link()
		} else {
			a = clickOn(t, a, c.on)
		}
		if got := a.Place().Link(); got != c.want {
			t.Errorf("%s, a click on %q: %s, want %s", c.from, c.on, got, c.want)
		}
	}
}

// What the footer names and the language's tag are keys for the mouse as well.
func TestClickedKeys(t *testing.T) {
	a := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
	x, y := find(t, a, "q quit")
	if _, e := a.Step(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}); !e.Quit {
		t.Error("a click on quit does not quit")
	}
	if a = clickOn(t, a, "EN "); a.Viewport().Lang != model.ZH {
		t.Error("a click on the language does not switch it")
	}
}

// A click on a row goes there, a second one opens it.
func TestSecondClickOpens(t *testing.T) {
	for _, c := range []struct{ from, on, first, second string }{
		{"overview", "Energy storage", "overview/storage", "clusters/storage"},
		{"clusters", "Hydrogen", "clusters/hydrogen", "clusters/hydrogen"},
		{"overview?card=help", "search by", "overview/pv?card=help", "overview/pv?card=help"},
	} {
		a := New(datatest.Embedded(t), tuitest.At(t, c.from), tuitest.Viewport(80, 24, model.EN), Options{})
		a, b := clickTwice(t, a, c.on)
		first := a.Place().Link()
		want, _ := press(t, a, "enter")
		if a.Place().Card != place.NoCard {
			want = a
		}
		if first != c.first || b.Place() != want.Place() || !strings.HasPrefix(b.Place().Link(), c.second) {
			t.Errorf("%s, clicks on %q: %s and %s, Enter leads to %s", c.from, c.on, first, b.Place().Link(), want.Place().Link())
		}
	}
}

// A click on the title of a column puts the rows in its order, a second one turns it.
func TestClickedTitles(t *testing.T) {
	for _, c := range []struct{ from, on, first, second string }{
		{"shares", "VALUE", "shares/" + glass + "?sort=value.asc", "shares/" + glass},
		{"shares", "PERIOD", "shares/" + glass + "?sort=date", "shares/" + glass + "?sort=date.asc"},
		{"voices/feng-kejin", "SAID", "voices/feng-kejin?sort=count", "voices/feng-kejin?sort=count.asc"},
		{"sources/audit", "PUBLISHER", "sources/audit?sort=name", "sources/audit?sort=name.desc"},
		{"trends/gdp", "LATEST", "trends/gdp?sort=value", "trends/gdp?sort=value.asc"},
		{"trends/gdp?as=table", "PUBLISHER", "trends/gdp?rows=publisher&as=table", "trends/gdp?rows=publisher.desc&as=table"},
		{"cities/wuhu", "PLACE", "cities/wuhu?sort=name", "cities/wuhu?sort=name.desc"},
	} {
		a := New(datatest.Embedded(t), tuitest.At(t, c.from), tuitest.Viewport(80, 24, model.EN), Options{})
		a, b := clickTwice(t, a, c.on)
		if a.Place().Link() != c.first || b.Place().Link() != c.second {
			t.Errorf("%s, clicks on %s: %s and %s", c.from, c.on, a.Place().Link(), b.Place().Link())
		}
	}
}

// The wheel moves the cursor in the pane that is under it.
func TestWheelOverAPane(t *testing.T) {
	a := New(datatest.Embedded(t), tuitest.At(t, "clusters"), tuitest.Viewport(100, 30, model.EN), Options{})
	turn := func(x, y int, b tea.MouseButton) {
		t.Helper()
		a, _ = a.Step(tea.MouseWheelMsg{X: x, Y: y, Button: b})
	}
	start := a.Place()
	turn(80, 10, tea.MouseWheelDown)
	first := a.Place()
	if first.Item != start.Item || first.Sub == "" {
		t.Fatalf("over the detail it leads to %s", first.Link())
	}
	turn(80, 10, tea.MouseWheelDown)
	if a.Place().Item != start.Item || a.Place().Sub == first.Sub {
		t.Errorf("a second notch leads to %s", a.Place().Link())
	}
	turn(80, 10, tea.MouseWheelUp)
	if a.Place() != first {
		t.Errorf("and back to %s", a.Place().Link())
	}
	turn(5, 10, tea.MouseWheelDown)
	if a.Place().Item == start.Item || a.Place().Sub != "" {
		t.Errorf("over the list it leads to %s", a.Place().Link())
	}
}

// A tab opened by a click is where it was left, as with keys.
func TestClickedTabRemembers(t *testing.T) {
	a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), "2 j j 0")
	if a = clickOn(t, a, "2 Shares"); a.Place().Item != inverters {
		t.Errorf("the tab is at %s", a.Place().Link())
	}
	if a, _ = press(t, a, "-"); a.Place().View != place.Overview {
		t.Errorf("back leads to %s", a.Place().Link())
	}
}

func TestWheelAndOtherButtons(t *testing.T) {
	a := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
	for _, c := range []struct {
		msg  tea.Msg
		want string
	}{
		{tea.MouseWheelMsg{Button: tea.MouseWheelDown}, "overview/storage"},
		{tea.MouseWheelMsg{Button: tea.MouseWheelDown}, "overview/display"},
		{tea.MouseWheelMsg{Button: tea.MouseWheelUp}, "overview/storage"},
		{tea.MouseWheelMsg{Button: tea.MouseWheelLeft}, "overview/storage"},
		{tea.MouseClickMsg{X: 20, Y: 1, Button: tea.MouseRight}, "overview/storage"},
		{tea.MouseMotionMsg{X: 20, Y: 1, Button: tea.MouseLeft}, "overview/storage"},
		{tea.MouseReleaseMsg{X: 20, Y: 1, Button: tea.MouseLeft}, "overview/storage"},
		{tea.MouseClickMsg{X: -1, Y: 500, Button: tea.MouseLeft}, "overview/storage"},
	} {
		if a, _ = a.Step(c.msg); a.Place().Link() != c.want {
			t.Errorf("%+v leads to %s, want %s", c.msg, a.Place().Link(), c.want)
		}
	}
}

// View hands the frame and the modes to the renderer.
func TestViewForTheRenderer(t *testing.T) {
	d := datatest.Embedded(t)
	a := New(d, tuitest.At(t, "shares?scope=world"), tuitest.Viewport(80, 24, model.EN), Options{})
	v := a.View()
	if v.Content != a.Frame().String() || !v.AltScreen || v.MouseMode != tea.MouseModeCellMotion {
		t.Errorf("alternate screen %v, mouse %v, the frame %v", v.AltScreen, v.MouseMode, v.Content == a.Frame().String())
	}
	if !strings.Contains(v.WindowTitle, a.Place().Link()) {
		t.Errorf("the window is called %q", v.WindowTitle)
	}
	if a, _ = press(t, a, "m"); a.View().MouseMode != tea.MouseModeNone {
		t.Error("m leaves the mouse on")
	}
	if a, _ = press(t, a, "m"); a.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("m does not bring the mouse back")
	}
	if v := New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{NoMouse: true}).View(); v.MouseMode != tea.MouseModeNone {
		t.Error("the mouse is taken though it is not wanted")
	}
	if _, e := press(t, a, "ctrl+l"); e != (Effect{Redraw: true}) {
		t.Error("Ctrl-l does not draw anew")
	}
}

// The points of a chart and the years under it are targets: a click puts the cursor on
// the figure of that year, a second one opens what it is of.
func TestClickedPoints(t *testing.T) {
	in := tuitest.Viewport(120, 40, model.EN)
	in.ASCII = true // each mark is one character
	a := New(datatest.Embedded(t), tuitest.At(t, "trends/pv-revenue"), in, Options{})
	lines := a.Frame().Plain()
	_, axis := find(t, a, "2019   2020")
	for _, year := range []string{"2019", "2020", "2021", "2022", "2023", "2024", "2027"} {
		x := cell.Width(lines[axis][:strings.LastIndex(lines[axis], year)]) + len(year)/2
		mark := axis - 1
		for ; mark > 0 && !strings.ContainsAny(ansi.Cut(lines[mark], x, x+1), "Oo"); mark-- {
		}
		if mark == 0 {
			t.Fatalf("%s has no mark:\n%s", year, screenText(a))
		}
		for where, y := range map[string]int{"mark": mark, "year": axis, "value": axis + 1} {
			click := tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}
			b, _ := a.Step(click)
			if got := b.Place(); got.Sub != "pv-revenue-"+year || got.Card != place.NoCard {
				t.Errorf("a click on the %s of %s leads to %s", where, year, got.Link())
			}
			opened, _ := b.Step(click)
			if want, _ := press(t, b, "enter"); opened.Place() != want.Place() || opened.Place() == b.Place() {
				t.Errorf("a second click on the %s of %s leads to %s, Enter to %s", where, year, opened.Place().Link(), want.Place().Link())
			}
		}
	}
	x, _ := find(t, a, "2025") // no source states it
	if b, _ := a.Step(tea.MouseClickMsg{X: x, Y: axis + 1, Button: tea.MouseLeft}); b.Place() != a.Place() {
		t.Errorf("a click on a year without a figure leads to %s", b.Place().Link())
	}
}

// The marks of each of several charts below one another are targets, in the whole height
// of their chart: of the first for the years of its series, of the others for those of
// theirs, which then is the first.
func TestClickedMultiples(t *testing.T) {
	d := datatest.Embedded(t)
	for _, size := range [][2]int{{100, 36}, {120, 40}} { // where the charts have marks
		a := New(d, tuitest.At(t, "trends/vehicle-output?with=gdp,pv-cell-output"), tuitest.Viewport(size[0], size[1], model.EN), Options{})
		got := map[string]bool{}
		for y := range size[1] {
			for x := size[0] * 2 / 5; x < size[0]; x++ {
				if b, _ := a.Click(a.Frame(), x, y); b.Place().View == place.Trends && b.Place().Sub != "" {
					got[b.Place().Link()] = true
				}
			}
		}
		for with, item := range map[string]string{"gdp,pv-cell-output": "vehicle-output", "vehicle-output,pv-cell-output": "gdp", "gdp,vehicle-output": "pv-cell-output"} {
			for _, f := range d.Series(d.Indicator(item)) {
				if want := "trends/" + item + "/" + f.ID + "?with=" + with; f.Value.Qualifier() != model.Target && !got[want] {
					t.Errorf("at %d no click leads to %s\n%s", size[0], want, screenText(a))
				}
			}
		}
	}
}

// The marks of a series laid over another one's chart are targets as well: the two
// change places, so that the chart still has both.
func TestClickedPointsLaidOver(t *testing.T) {
	in := tuitest.Viewport(120, 40, model.EN)
	in.ASCII = true // the marks of the second series are x
	a := New(datatest.Embedded(t), tuitest.At(t, "trends/vehicle-output?with=china-vehicle-output"), in, Options{})
	_, axis := find(t, a, "2017   ")
	legend, last := find(t, a, "x China")
	isMark := regexp.MustCompile("^[^a-z]x[^a-z]")
	rows := map[int]int{} // of the marks by their columns
	for y, l := range a.Frame().Plain()[:axis] {
		for x := 46; x < cell.Width(l); x++ {
			if isMark.MatchString(ansi.Cut(l, x-1, x+2)) && (x != legend || y != last) {
				rows[x] = y
			}
		}
	}
	columns := slices.Sorted(maps.Keys(rows))
	if len(columns) != 5 {
		t.Fatalf("marks in the columns %d of\n%s", columns, screenText(a))
	}
	for n, x := range columns {
		click := tea.MouseClickMsg{X: x, Y: rows[x], Button: tea.MouseLeft}
		b, _ := a.Step(click)
		if want := fmt.Sprintf("trends/china-vehicle-output/china-vehicle-output-%d?with=vehicle-output", 2021+n); b.Place().Link() != want {
			t.Errorf("a click on mark %d leads to %s, want %s", n, b.Place().Link(), want)
		}
		opened, _ := b.Step(click)
		if want, _ := press(t, b, "enter"); opened.Place() != want.Place() || opened.Place() == b.Place() {
			t.Errorf("a second click on mark %d leads to %s, Enter to %s", n, opened.Place().Link(), want.Place().Link())
		}
	}
	// A series that was kept on the chart itself is kept there.
	both := New(datatest.Embedded(t), tuitest.At(t, "trends/vehicle-output?with=vehicle-output,china-vehicle-output"), in, Options{})
	x := columns[0]
	if b, _ := both.Step(tea.MouseClickMsg{X: x, Y: rows[x], Button: tea.MouseLeft}); b.Place().With != both.Place().With || b.Place().Item != "china-vehicle-output" {
		t.Errorf("a click leads to %s", b.Place().Link())
	}
	// One that the list was narrowed without is in the list again.
	narrowed := New(datatest.Embedded(t), tuitest.At(t, "trends/vehicle-output?with=china-vehicle-output&filter=anhui"), in, Options{})
	if b, _ := narrowed.Step(tea.MouseClickMsg{X: x, Y: rows[x], Button: tea.MouseLeft}); b.Place().Item != "china-vehicle-output" {
		t.Errorf("a click leads to %s", b.Place().Link())
	}
}
