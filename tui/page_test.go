package tui

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// Page by page every line of a card that is read is seen, and none twice but on the last
// page; page up leads back the same way.
func TestPagesOfACardMissNoLine(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	told := regexp.MustCompile(`\D(\d+)–(\d+)\D+(\d+)\D`)
	// seen are the first and the last line on the screen, and how many there are.
	seen := func(a App) (from, to, all int, ok bool) {
		for line := range strings.SplitSeq(screenText(a), "\n") {
			if m := told.FindStringSubmatch(line); m != nil && strings.Contains(line, "╰") {
				from, _ = strconv.Atoi(m[1])
				to, _ = strconv.Atoi(m[2])
				all, _ = strconv.Atoi(m[3])
				return from, to, all, true
			}
		}
		return 0, 0, 0, false
	}
	paged := 0
	for _, lang := range tuitest.Langs() {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {80, 40}, {100, 30}, {200, 50}} {
			for _, link := range []string{"overview?card=help", "cities?card=help", "shares/" + glass + "?card=source", "clusters/pv/pv-revenue-2024?card=source", "trends/gdp/gdp-2024?card=cite"} {
				a := New(d, tuitest.At(t, link), tuitest.Viewport(size[0], size[1], lang), Options{})
				from, to, all, ok := seen(a)
				if !ok { // it is whole
					continue
				}
				paged++
				if from != 1 {
					t.Fatalf("%v, %v: %s begins at line %d", lang, size, link, from)
				}
				for to < all {
					last := to
					a, _ = press(t, a, "pgdown")
					if from, to, _, _ = seen(a); from > last+1 || from <= last && to < all || to <= last {
						t.Fatalf("%v, %v: in %s lines %d to %d of %d follow line %d", lang, size, link, from, to, all, last)
					}
				}
				for from > 1 {
					first := from
					a, _ = press(t, a, "pgup")
					if from, to, _, _ = seen(a); to < first-1 || from >= first {
						t.Fatalf("%v, %v: in %s lines %d to %d are before line %d", lang, size, link, from, to, first)
					}
				}
			}
		}
	}
	if paged < 12 {
		t.Errorf("%d cards are longer than their screen", paged)
	}
}

// Page by page every choice of a card is seen.
func TestPagesOfChoicesMissNone(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}} {
			for _, keys := range []string{"/ 2 0 2", "2 e", ":"} {
				if strings.HasPrefix(keys, "/") && size[0] < 80 { // where names are cut
					continue
				}
				a, _ := press(t, New(d, place.Place{}, tuitest.Viewport(size[0], size[1], lang), Options{}), keys)
				choices, _ := a.Page().Choices()
				all := ""
				for range choices.Len + 1 {
					all += tuitest.Squeezed(screenText(a)) + "\n"
					a, _ = press(t, a, "pgdown")
				}
				for i := range min(choices.Len, 60) {
					if name := choices.At(i).Name; !strings.Contains(all, tuitest.Squeezed(string([]rune(name)[:min(6, len([]rune(name)))]))) {
						t.Errorf("%v, %v, %s: choice %d, %s, is on no page", lang, size, keys, i, name)
					}
				}
			}
		}
	}
}
