package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// follower is an App that follows, at a link.
func follower(t *testing.T, link string) App {
	t.Helper()
	a := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
	return a.Attend(place.Room{Role: place.Following, Code: "K7QM-3RXD"}).Led(tuitest.At(t, link), true)
}

// The screen of a follower is where the presenter is, with the size, the language and
// the theme of the follower.
func TestFollow(t *testing.T) {
	a := follower(t, "shares/"+glass)
	if at := a.Place(); at.View != place.Shares || at.Item != glass {
		t.Errorf("at %s", at.Link())
	}
	a, _ = press(t, a, "L T m")
	a, _ = a.Step(tea.WindowSizeMsg{Width: 132, Height: 43})
	if in := a.Viewport(); in.Lang != model.ZH || in.Width != 132 || in.Theme == place.Dark || a.Room().Role != place.Following {
		t.Errorf("%+v", in)
	}
	a = a.Led(tuitest.At(t, "trends/pv-revenue?as=table"), true)
	if at := a.Place(); at.View != place.Trends || !at.Table || a.Viewport().Lang != model.ZH {
		t.Errorf("at %s", at.Link())
	}
}

// Keys that lead elsewhere end following, and say so; those that only change how one
// looks do not. F leads back to where the presenter is by then, and - to where the
// reader was.
func TestBreakAwayAndComeBack(t *testing.T) {
	for _, keys := range []string{"L", "T", "m", "? esc", "i i", "y esc", "e esc", "Y esc", "ctrl+l", "/ g l a s s esc", ": esc", "? down down esc", "P esc"} {
		if a, _ := press(t, follower(t, "shares/"+glass), keys); a.Room().Role != place.Following {
			t.Errorf("%s ends following", keys)
		}
	}
	for _, keys := range []string{"j", "1", "tab", "w", "s", "t", "!", "/ g l a s s down enter", "space", "G"} {
		a, _ := press(t, follower(t, "shares/"+glass), keys)
		if a.Room().Role != place.Browsing || !strings.Contains(screenText(a), "browsing on your own") {
			t.Errorf("%s does not end following:\n%s", keys, screenText(a))
			continue
		}
		own := a.Place()
		a = a.Led(tuitest.At(t, "voices"), true)
		if a.Place() != own {
			t.Errorf("%s: moved to %s", keys, a.Place().Link())
		}
		if a, _ = press(t, a, "F"); a.Place().View != place.Voices || a.Room().Role != place.Following {
			t.Errorf("%s, F: at %s", keys, a.Place().Link())
		}
		if a, _ = press(t, a, "-"); a.Place() != own.Closed() {
			t.Errorf("%s, F, -: at %s, not at %s", keys, a.Place().Link(), own.Link())
		}
	}
}

// F stops following at once, where one is and whatever card is open, and follows again;
// what else there is stands on the card of P, which the footer names.
func TestFollowStopsAndGoesOn(t *testing.T) {
	for _, before := range []string{"", "i", "?", "P"} {
		a, _ := press(t, follower(t, "shares/"+glass), before)
		if before == "" && (!strings.Contains(screenText(a), "F stop following") || !strings.Contains(screenText(a), "P room")) {
			t.Errorf("the footer does not say how to stop:\n%s", screenText(a))
		}
		was := a.Place()
		a, _ = press(t, a, "F")
		if a.Room().Role != place.Browsing || a.Place() != was {
			t.Errorf("%q, F: %v at %s, not at %s", before, a.Room().Role, a.Place().Link(), was.Link())
		}
		a, _ = press(t, a.Led(tuitest.At(t, "voices"), true), "F")
		if a.Room().Role != place.Following || a.Place().View != place.Voices || a.Place().Card != place.NoCard {
			t.Errorf("%q, F F: %v at %s", before, a.Room().Role, a.Place().Link())
		}
	}
	a, _ := press(t, follower(t, "shares/"+glass), "P")
	if s := screenText(a); !strings.Contains(s, "Ask to present") || !strings.Contains(s, "Leave the presentation") {
		t.Errorf("P shows\n%s", s)
	}
}

// The status of a presenter says what is, not what a key would do.
func TestStatusSaysPaused(t *testing.T) {
	for _, lang := range tuitest.Langs() {
		words := text.For(lang).Room
		a := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(100, 30, lang), Options{}).
			Attend(place.Room{Role: place.Presenting, Code: "K7QM-3RXD", Paused: true})
		a, _ = press(t, a, "esc")
		if s := screenText(a); !strings.Contains(s, " · "+map[model.Lang]string{model.EN: "paused ·", model.ZH: "\u5df2\u6682\u505c"}[lang]) || words.Unseen == words.Pause.Short {
			t.Errorf("%v:\n%s", lang, s)
		}
	}
}

// Nothing moves under a card the follower has opened, or while something is typed.
// Closing it leads to where the presenter is now. A card of the presenter closes with
// the presenter's.
func TestReadingIsNotInterrupted(t *testing.T) {
	for _, keys := range []string{"i", "?", "y", "e", "Y", "/ g l", ": s", "P"} {
		a, _ := press(t, follower(t, "shares/"+glass), keys)
		before := a.Place()
		a = a.Led(tuitest.At(t, "trends"), true).Led(tuitest.At(t, "voices"), true)
		if a.Place() != before {
			t.Errorf("%s: moved to %s", keys, a.Place().Link())
		}
		if a, _ = press(t, a, "esc"); a.Place().View != place.Voices || a.Room().Role != place.Following {
			t.Errorf("%s, Esc: at %s", keys, a.Place().Link())
		}
	}
	a := follower(t, "shares/"+glass+"?card=source")
	if a.Place().Card != place.SourceCard {
		t.Error("the presenter's card is not shown")
	}
	if a = a.Led(tuitest.At(t, "shares/"+glass), true); a.Place().Card != place.NoCard {
		t.Error("it is open when the presenter has closed it")
	}
}

// A presenter shows a place by ids, and nothing that is typed, scrolled or private.
func TestShown(t *testing.T) {
	a := New(datatest.Embedded(t), place.Place{View: place.Shares}, tuitest.Viewport(80, 24, model.ZH), Options{}).
		Attend(place.Room{Role: place.Presenting, Code: "K7QM-3RXD"})
	if a.Place().Card != place.RoomCard || !strings.Contains(screenText(a), "follow K7QM-3RXD") {
		t.Errorf("the presenter is not told what others type:\n%s", screenText(a))
	}
	a, _ = press(t, a, "esc")
	shown := a.Shown()
	if shown.Item == "" || shown.Scope == "" {
		t.Errorf("%+v is not by ids", shown)
	}
	for _, keys := range []string{"/ g l a s s down", ": s", "?", "e", "y", "Y", "? down down", "P"} {
		if b, _ := press(t, a, keys); b.Shown() != shown {
			t.Errorf("%s shows %s", keys, b.Shown().Link())
		}
	}
	if b, _ := press(t, a, "i down"); b.Shown().Card != place.SourceCard || b.Shown().Scroll != 0 {
		t.Errorf("i shows %s", b.Shown().Link())
	}
	tour, _ := press(t, a, ". space p")
	if tour.Shown().Tour != 2 || tour.Shown().Mark == "" {
		t.Errorf("the tour shows %+v", tour.Shown())
	}
}

// What is pointed at has its mark on every screen, glyph and word, and is scrolled
// to.
func TestPoint(t *testing.T) {
	d := datatest.Embedded(t)
	a := New(d, place.Place{View: place.Shares}, tuitest.Viewport(100, 30, model.EN), Options{}).Attend(place.Room{Role: place.Presenting, Code: "K7QM-3RXD"})
	a, _ = press(t, a, "esc j j p")
	mark := a.Shown().Mark
	if mark == "" || mark != a.Place().Item {
		t.Fatalf("%q is pointed at", mark)
	}
	name := d.Figure(mark).Indicator.Name.EN
	for _, ascii := range []bool{false, true} {
		in := tuitest.Viewport(80, 24, model.EN)
		in.ASCII = ascii
		f := New(d, place.Place{}, in, Options{}).Attend(place.Room{Role: place.Following, Code: "K7QM-3RXD"})
		led := a.Shown()
		led.Item = "" // the cursor is at the other end
		shares := New(d, place.Place{View: place.Shares}, in, Options{})
		shares, _ = press(t, shares, "G")
		led.Item = shares.Place().Item
		text := screenText(f.Led(led, true))
		rows, said := 0, false
		glyph := map[bool]string{false: "◆", true: "x"}[ascii]
		for line := range strings.SplitSeq(text, "\n") {
			if strings.HasPrefix(line, glyph) && strings.Contains(line, name) {
				rows++
			}
			said = said || strings.Contains(line, "points at")
		}
		if rows != 1 || !said {
			t.Errorf("ASCII %v: %d rows of %s are marked, told: %v\n%s", ascii, rows, name, said, text)
		}
	}
	if a, _ = press(t, a, "p"); a.Shown().Mark != "" {
		t.Error("the mark stays when it is pointed at again")
	}
	if b, _ := press(t, follower(t, "shares"), "p"); b.Place().Mark != "" {
		t.Error("a follower points")
	}
}

// A place the follower's dataset has not is shown as the nearest one, and that is
// said.
func TestOtherDataset(t *testing.T) {
	a := follower(t, "overview").Led(tuitest.At(t, "clusters/pv/pv-of-tomorrow"), false)
	if at := a.Place(); at.View != place.Clusters || at.Item != "pv" || at.Sub != "" || a.Room().Notice != place.RoomOther {
		t.Errorf("at %s, %v", at.Link(), a.Room().Notice)
	}
	if a, _ = press(t, a, "T"); a.Room().Notice != place.NoNotice {
		t.Error("a notice stays after a key")
	}
}

// At home, and where one may not present, P says how to.
func TestHowToPresent(t *testing.T) {
	for right, want := range map[place.Right]string{
		place.NotHere: "anhui-tui serve", place.MayNot: "--presenter-keys", place.WithKey: "ssh -t -p 2222 present@demo.example.org present",
	} {
		a := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}).
			Attend(place.Room{Right: right, Host: "demo.example.org:2222"})
		a, e := press(t, a, "P")
		if !strings.Contains(screenText(a), want) || e != (Effect{}) {
			t.Errorf("%v: no %q\n%s", right, want, screenText(a))
		}
	}
	a := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}).Attend(place.Room{Right: place.MayAlways})
	if _, e := press(t, a, "P"); e.Wish != place.Present {
		t.Errorf("%+v", e)
	}
	if _, e := press(t, a, "F k 7 q m enter"); e.Wish != place.Join || e.Code != "k7qm" {
		t.Errorf("%+v", e)
	}
}

// What a room has to be copied is copied, and said so; instead of what is too long for the
// clipboard over SSH it is the command that prints it, and that is said.
func TestCopying(t *testing.T) {
	d := datatest.Embedded(t)
	long := strings.Repeat("x", 20<<10)
	for i, said := range [][2]string{{"Copied", "Too long for the clipboard (20 KiB, at most 16 KiB): copied the command"}, {"\u5df2\u590d\u5236", "\u8bb2\u4e49\u517120 KiB\uff0c\u8d85\u51fa\u526a\u8d34\u677f\u4e0a\u965016 KiB"}} {
		for _, link := range []string{"overview", "overview?card=export"} {
			a := New(d, tuitest.At(t, link), tuitest.Viewport(100, 36, tuitest.Langs()[i]), Options{})
			for n, text := range []string{"brief", long} {
				b := a
				e := b.Copying(text, "ssh -t HOST handout K7QM-3RXD")
				want := [2]string{"brief", "ssh -t HOST handout K7QM-3RXD"}[n]
				if e.Copy != want || !strings.Contains(screenText(b), said[n]) {
					t.Errorf("%s: %.40q is copied of %d bytes, not %q, and no %q is said\n%s", link, e.Copy, len(text), want, said[n], screenText(b))
				}
			}
		}
	}
}
