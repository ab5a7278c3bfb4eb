package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

// What a keeps is kept from view to view, A lists it, y copies all of it with its
// citations, Enter goes to one, and a takes it out again.
func TestKeep(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		a := New(d, place.Place{View: place.Shares, Item: glass}, tuitest.Viewport(100, 40, lang), Options{})
		say := text.For(lang).Say
		said := [2]string{fmt.Sprintf(say.KeptThis, 1), fmt.Sprintf(say.Kept, 2)}
		none := fmt.Sprintf(say.Kept, 0)
		if b, _ := press(t, a, "A"); !strings.Contains(screenText(b), none) || strings.Contains(screenText(a), none) {
			t.Errorf("%v: with nothing kept A shows\n%s", lang, screenText(b))
		}
		a, _ = press(t, a, "a")
		if a.Place().Keep != glass || !strings.Contains(screenText(a), said[0]) {
			t.Errorf("%v: a keeps %q:\n%s", lang, a.Place().Keep, screenText(a))
		}
		if b, _ := press(t, a, "a"); b.Place().Keep != "" || strings.Contains(screenText(b), said[0]) {
			t.Errorf("%v: a again keeps %q", lang, b.Place().Keep)
		}
		a, _ = press(t, a, "down a")
		kept := a.Place().Kept()
		if len(kept) != 2 || kept[0] != glass {
			t.Fatalf("%v: two are kept as %q", lang, kept)
		}
		for _, keys := range []string{"1", "1 -", "tab tab", "! esc -", "/ g l a s s enter", ". esc", "? esc", "y esc", "A esc", "w", "0 enter - +"} {
			if b, _ := press(t, a, keys); !slices.Equal(b.Place().Kept(), kept) || !strings.Contains(screenText(b), said[1]) {
				t.Errorf("%v: after %s %q are kept:\n%s", lang, keys, b.Place().Kept(), screenText(b))
			}
		}

		a, _ = press(t, a, "1 A")
		if got := screenText(a); a.Place().Card != place.BasketCard || strings.Count(got, said[1]) < 1 {
			t.Errorf("%v: A shows\n%s", lang, got)
		}
		b, e := press(t, a, "y")
		for _, id := range kept {
			cited, err := report.Cite(d, d.Figure(id), report.Plain, lang)
			squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if err != nil || !strings.Contains(squeeze(e.Copy), squeeze(cited)) {
				t.Errorf("%v: the hand-out lacks %q:\n%s", lang, cited, e.Copy)
			}
		}
		if b.Place().Card != place.BasketCard || !strings.Contains(screenText(b), say.Copied) {
			t.Errorf("%v: y is not answered:\n%s", lang, screenText(b))
		}
		b, _ = press(t, a, "down enter")
		if at := b.Place(); at.Card != place.NoCard || at.Sub != kept[1] || !slices.Equal(at.Kept(), kept) {
			t.Errorf("%v: Enter leads to %s", lang, at.Link())
		}
		b, _ = press(t, a, "a")
		if at := b.Place(); at.Card != place.BasketCard || at.Keep != kept[1] {
			t.Errorf("%v: a on the card leads to %s", lang, at.Link())
		}
		if b, _ = press(t, b, "a a y esc"); b.Place().Keep != "" || b.Place().Card != place.NoCard {
			t.Errorf("%v: out of nothing was taken %s", lang, b.Place().Link())
		}
	}
}

// A link carries what is kept, without what is not there or there twice, and Y copies it.
func TestKeptInLink(t *testing.T) {
	d := datatest.Embedded(t)
	a := New(d, tuitest.At(t, "voices?keep=pv-revenue-2023,nowhere,pv-revenue-2023,"+glass), tuitest.Viewport(80, 24, model.EN), Options{})
	if got := a.Place().Keep; got != "pv-revenue-2023,"+glass {
		t.Errorf("%q are kept", got)
	}
	_, e := press(t, a, "Y")
	if again := New(d, tuitest.At(t, e.Copy), a.Viewport(), Options{}); again.Place().Keep != a.Place().Keep {
		t.Errorf("%q leads to %s", e.Copy, again.Place().Link())
	}
}

// There is room for twenty; what has no room changes nothing, and the status says so.
func TestKeepNoMore(t *testing.T) {
	d := datatest.Embedded(t)
	var all []string
	for _, f := range d.Figures {
		if f.ID != glass && len(all) < place.MaxKeep {
			all = append(all, f.ID)
		}
	}
	a := New(d, place.Place{View: place.Shares, Item: glass, Keep: strings.Join(all, ",")}, tuitest.Viewport(80, 24, model.EN), Options{})
	a, _ = press(t, a, "a")
	if got := a.Place().Kept(); !slices.Equal(got, all) || len(got) != 20 || !strings.Contains(screenText(a), "20 are kept, the most there can be; A lists them.") {
		t.Errorf("%d are kept:\n%s", len(got), screenText(a))
	}
	for _, lang := range tuitest.Langs() { // over SSH
		in := tuitest.Viewport(80, 24, lang)
		in.Remote = true
		b, e := press(t, New(d, a.Place(), in, Options{}), "A y")
		if e.Copy == "" && !strings.Contains(screenText(b), "card=basket") {
			t.Errorf("%v: neither copied nor told why:\n%s", lang, screenText(b))
		}
	}
}

// What is kept is nobody else's: a presenter does not show it, and a follower has
// their own and still follows.
func TestKeptIsPrivate(t *testing.T) {
	a, _ := press(t, follower(t, "shares/"+glass), "a")
	a = a.Led(tuitest.At(t, "trends/pv-revenue"), true)
	if at := a.Place(); at.View != place.Trends || at.Keep != glass || a.Room().Role != place.Following {
		t.Errorf("at %s, %v", at.Link(), a.Room().Role)
	}
	if got := a.Shown(); got.Keep != "" {
		t.Errorf("others are shown %s", got.Link())
	}
}
