package tui

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data"
	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// The tour points at what it speaks of, on every usual screen: the mark stands before
// the figure, the conflict, the words of the stop, and what the caption says in numbers
// is on the screen.
func TestTourPoints(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	number := regexp.MustCompile(`\d[\d.]*`)
	for _, lang := range tuitest.Langs() {
		words := text.For(lang)
		// said is what has to stand beside the mark, in one form or another.
		said := func(at place.Place) []string {
			id := cmp.Or(at.Sub, at.Item)
			switch f, c, s := d.Figure(id), d.Conflict(id), d.Statement(id); {
			case f != nil:
				return []string{words.Value(f), words.Brief(f)}
			case c != nil:
				return []string{string([]rune(c.Name.In(lang))[:12])}
			case s != nil:
				return []string{s.Date}
			case d.Cluster(id) != nil:
				return []string{d.Cluster(id).Name.In(lang)}
			}
			return []string{words.Head.Audit}
		}
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {100, 30}, {120, 36}, {160, 45}, {200, 50}} {
			for _, stop := range nav.TourStops(d) {
				at := fmt.Sprintf("%v, %v, step %d", lang, size, stop.Tour)
				a := New(d, stop, tuitest.Viewport(size[0], size[1], lang), Options{})
				if a.Place().Sub != stop.Sub || a.Place().Item != stop.Item || stop.Item == "" {
					t.Fatalf("%s is at %s", at, a.Place().Link())
				}
				all := screenText(a)
				body, caption, _ := strings.Cut(all, fmt.Sprintf("\n %d/%d ", stop.Tour, len(d.Tour)))
				pointed := false
				lines := strings.Split(body, "\n")
				for y, line := range lines {
					if _, row, ok := strings.Cut(line, "\u25c6"); ok {
						below := strings.Join(lines[y:min(y+3, len(lines))], "\n")
						pointed = pointed || slices.ContainsFunc(said(stop), func(s string) bool { return strings.Contains(row, s) || strings.Contains(below, s) })
					}
				}
				if !pointed {
					t.Errorf("%s: no mark stands before %q:\n%s", at, said(stop), all)
				}
				for _, n := range number.FindAllString(d.Tour[stop.Tour-1].Caption.In(lang), -1) {
					if n = strings.TrimRight(n, "."); !strings.Contains(body, n) {
						t.Errorf("%s: %s is not on the screen:\n%s", at, n, all)
					}
				}
				if strings.Contains(caption, "\u25c6") {
					t.Errorf("%s: the caption is pointed at", at)
				}
			}
			a := New(d, nav.TourStart(d), tuitest.Viewport(size[0], size[1], lang), Options{})
			if a, _ = press(t, a, "esc"); strings.Contains(screenText(a), "\u25c6") {
				t.Errorf("%v, %v: the mark stays when the tour has ended:\n%s", lang, size, screenText(a))
			}
		}
	}
}

// A caption stands under the place it is about and under no other, however
// one gets there.
func TestCaptionStandsUnderItsPlace(t *testing.T) {
	d := datatest.Embedded(t)
	for from, want := range map[string]string{
		"trends/pv-revenue/pv-revenue-2023?tour=5":          "trends/pv-revenue/pv-revenue-2023?tour=5",
		"trends/vehicle-output?tour=5":                      "trends/vehicle-output",
		"overview?tour=11":                                  "overview/pv",
		"overview?tour=65535":                               "overview/pv",
		"trends/pv-revenue/pv-revenue-2023?tour=5&as=table": "trends/pv-revenue/pv-revenue-2023?as=table&tour=5",
		"overview/storage?tour=6&card=palette":              "overview/storage?card=palette&tour=6",
	} {
		opened := New(d, tuitest.At(t, from), tuitest.Viewport(80, 24, model.EN), Options{})
		if got := opened.Place().Link(); got != want {
			t.Errorf("%s opens %s, want %s", from, got, want)
		}
	}
	a := clickOn(t, New(d, tuitest.At(t, "trends/pv-revenue/pv-revenue-2023?tour=5"), tuitest.Viewport(80, 24, model.EN), Options{}), "PV glass output")
	if p := a.Place(); p.Tour != 0 || p.Item == "pv-revenue" {
		t.Errorf("a click leads to %s", p.Link())
	}
}

// A flick of the wheel, which is many notches, stays at the stop of the tour:
// it scrolls the card that is open there, to its end and back, and nothing else.
func TestWheelStaysAtTheStop(t *testing.T) {
	const flick = 50
	d := datatest.Embedded(t)
	for _, stop := range nav.TourStops(d) {
		start := New(d, stop, tuitest.Viewport(80, 12, model.EN), Options{})
		a := start
		for range flick {
			a, _ = a.Step(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
		}
		if scrolled := screenText(a) != screenText(start); a.Place().Tour != stop.Tour || scrolled != (stop.Card != place.NoCard) {
			t.Errorf("stop %d: down leads to %s, scrolled: %v", stop.Tour, a.Place().Link(), scrolled)
		}
		for range flick {
			a, _ = a.Step(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
		}
		if a.Place() != start.Place() {
			t.Errorf("stop %d: down and up leads to %s", stop.Tour, a.Place().Link())
		}
	}
}

// The caption is there wherever there is a footer.
func TestCaptionOnLowScreens(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, height := range []int{8, 12, 15, 16, 24} {
		for _, width := range []int{30, 40, 80, 120} {
			for _, stop := range nav.TourStops(d) {
				a := New(datatest.Embedded(t), stop, tuitest.Viewport(width, height, model.EN), Options{})
				words := strings.Fields(d.Tour[stop.Tour-1].Caption.EN)
				if want := strings.Join(words[:2], " "); !strings.Contains(screenText(a), want) {
					t.Errorf("%d×%d, step %d: no %q in\n%s", width, height, stop.Tour, want, screenText(a))
				}
			}
		}
	}
}

// On 40×12 cells the tour is told in full, with the key that leads on; the program
// starts with its first headline in view; and the forms of export are all there.
func TestSmallScreens(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		in := tuitest.Viewport(40, 12, lang)
		for _, stop := range nav.TourStops(d) {
			a := New(d, stop, in, Options{})
			flat := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "\n", "")), "") }
			caption := d.Tour[stop.Tour-1].Caption.In(lang)
			if s := screenText(a); !strings.Contains(flat(s), flat(caption)) || !strings.Contains(s, text.For(lang).Say.TourNext) {
				t.Errorf("step %d is not told:\n%s", stop.Tour, s)
			}
		}
		start := New(d, place.Place{}, in, Options{})
		if first := text.For(lang).Value(d.Headlines()[0]); !strings.Contains(screenText(start), first) {
			t.Errorf("%s is not in view:\n%s", first, screenText(start))
		}
		a, _ := press(t, start, "2 e")
		choices, _ := a.Page().Choices()
		for i := range choices.Len {
			c, s := choices.At(i), screenText(a)
			if !strings.Contains(s, "│ "+c.Name+" ") || !strings.Contains(s, "anhui-tui show") {
				t.Errorf("with the cursor on the form %d %s is not in view:\n%s", i, c.Name, s)
			}
		}
	}
}

// The keys of the tour stay on its caption when figures are kept and while one presents;
// who follows has no such keys.
func TestTourKeepsItsKeys(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		next := text.For(lang).Say.TourNext
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 36}} {
			for role, room := range map[string]place.Room{"alone": {}, "presenting": {Role: place.Presenting, Code: "K7QM-3RXD", Follow: 12}} {
				for _, stop := range nav.TourStops(d) {
					stop.Keep = "pv-revenue-2023"
					in := tuitest.Viewport(size[0], size[1], lang)
					in.Room = room
					s := screenText(New(d, stop, in, Options{}))
					if !strings.Contains(s, next) {
						t.Errorf("%v, %v, %s, step %d: no %q in\n%s", lang, size, role, stop.Tour, next, s)
					}
					if size[0] >= 80 && role == "presenting" && !strings.Contains(s, room.Code+" · ") {
						t.Errorf("%v, %v, step %d: the code is not in\n%s", lang, size, stop.Tour, s)
					}
				}
			}
		}
		in := tuitest.Viewport(80, 24, lang)
		in.Room = place.Room{Role: place.Following, Code: "K7QM-3RXD"}
		if s := screenText(New(d, nav.TourStart(d), in, Options{})); strings.Contains(s, next) || !strings.Contains(s, "K7QM-3RXD") {
			t.Errorf("%v: a follower sees\n%s", lang, s)
		}
	}
}

// An entry that is higher than its area shows its beginning.
func TestHighEntriesShowTheirBeginning(t *testing.T) {
	d := datatest.Embedded(t)
	for _, size := range [][2]int{{40, 12}, {80, 16}} {
		for _, c := range d.Conflicts {
			to := place.Place{View: place.Sources, Item: "conflicts", Sub: c.ID}
			a := New(d, to, tuitest.Viewport(size[0], size[1], model.EN), Options{})
			title := "! " + c.Name.EN
			if want := title[:min(len(title), 20)]; !strings.Contains(screenText(a), want) {
				t.Errorf("%v: no %q in\n%s", size, want, screenText(a))
			}
		}
	}
}

// How saving went is told without the path, in full, and in neither the link
// nor the window's title; it goes with its card.
func TestFailedSave(t *testing.T) {
	save := func(name string, _ func(w io.Writer) error) (string, error) {
		return "", &fs.PathError{Op: "openat", Path: "/home/ann/" + name, Err: fs.ErrPermission}
	}
	a, e := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{Save: save}), "2 e enter")
	a, _ = a.Step(a.Save(e.Save))
	if text := screenText(a); !strings.Contains(text, "not saved: permission denied") || strings.Contains(text, "/home/ann") {
		t.Errorf("the screen says\n%s", text)
	}
	if a.Place().Query != "" || strings.Contains(a.View().WindowTitle, "saved") {
		t.Errorf("%s, %s", a.Place().Link(), a.View().WindowTitle)
	}
	if a, _ = press(t, a, "esc e"); strings.Contains(screenText(a), "not saved") {
		t.Error("it stays when its card is closed")
	}
}

// A dataset without a tour offers none, and the key for it does nothing.
func TestNoTour(t *testing.T) {
	own, err := data.Embedded() // not the one of the other tests, which nobody changes
	if err != nil {
		t.Fatal(err)
	}
	tables := own.Tables
	tables.Tour = nil
	d := model.NewDataset(tables)
	for _, link := range []string{"shares", "overview?tour=1", "shares?tour=2"} {
		start := New(d, tuitest.At(t, link), tuitest.Viewport(120, 40, model.EN), Options{})
		if start.Place().Tour != 0 {
			t.Errorf("%s is on a tour", link)
		}
		if a, _ := press(t, start, "."); a.Place() != start.Place() {
			t.Errorf("from %s the key leads to %s", link, a.Place().Link())
		}
	}
	a, _ := press(t, New(d, place.Place{}, tuitest.Viewport(120, 40, model.EN), Options{}), ": t o u r")
	if strings.Contains(screenText(a), "a tour of the data") {
		t.Errorf("the palette offers a tour:\n%s", screenText(a))
	}
	in := tuitest.Viewport(120, 100, model.EN)
	if help := tuitest.At(t, "overview?card=help"); strings.Contains(screenText(New(d, help, in, Options{})), "a tour of the data") ||
		!strings.Contains(screenText(New(datatest.Embedded(t), help, in, Options{})), "a tour of the data") {
		t.Error("the help card has a tour where there is none, or none where there is one")
	}
}
