package frames

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"github.com/charmbracelet/x/vt"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/dialogue"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

func at80x24() place.Viewport { return place.Viewport{Width: 80, Height: 24, Colors: place.Colors256} }

// page is a place at 80×24, even one that is not there.
func page(d *model.Dataset, at place.Place) screen.Page { return screen.At(d, at, at80x24()) }

// TestNotice shows a frame with a notice on a terminal: it covers the last line
// and nothing else, from edge to edge, however long it is.
func TestNotice(t *testing.T) {
	r, d := NewRenderer(0, 0), datatest.Embedded(t)
	in := at80x24()
	plain := vt.NewEmulator(in.Width, in.Height)
	_, _ = plain.WriteString(strings.Join(screen.Render(d, place.Place{}, in).Lines(), "\r\n"))
	for _, notice := range []string{"a notice \u4e2d\u6587", strings.Repeat("long ", 50)} {
		e := vt.NewEmulator(in.Width, in.Height)
		frame, _ := r.Frame(page(d, place.Place{}), notice)
		diff, _ := r.Diff(nil, frame.Frame)
		_, _ = e.Write(diff)
		got, want := strings.Split(e.String(), "\n"), strings.Split(plain.String(), "\n")
		last := in.Height - 1
		for y := range last {
			if got[y] != want[y] {
				t.Errorf("line %d is %q, want %q", y, got[y], want[y])
			}
		}
		if want := (" " + notice)[:min(len(notice)+1, in.Width)]; !strings.HasPrefix(got[last], want) {
			t.Errorf("the last line is %q, want %q", got[last], want)
		}
		for x := range in.Width {
			if c := e.CellAt(x, last); c != nil && c.Width > 0 && c.Style.Attrs == 0 {
				t.Errorf("column %d of the notice is not reversed", x)
			}
		}
	}
}

// A card is drawn over a copy of the page below, which others look at meanwhile.
func TestCardLeavesThePageBelow(t *testing.T) {
	r, d := NewRenderer(0, 0), datatest.Embedded(t)
	for _, link := range []string{
		"overview?card=search&q=glass", "shares?card=palette&q=", "clusters/pv?card=help", "sources?card=source", "shares?card=export&tour=3",
	} {
		at := tuitest.At(t, link)
		card := page(d, at)
		belowCard, _ := card.Below()
		below, _ := r.Frame(belowCard, "")
		before := below.String()
		over, _ := r.Frame(card, "")
		if got, want := over.String(), card.Frame().String(); got != want {
			t.Errorf("%s is\n%s\nwant\n%s", link, got, want)
		}
		if got := below.String(); got != before || got == over.String() {
			t.Errorf("below %s is\n%s\nwant\n%s", link, got, before)
		}
	}
}

// What a query finds and what is said of a place are made once.
func TestFoundAndSpokenAreShared(t *testing.T) {
	r, d := NewRenderer(0, 0), datatest.Embedded(t)
	s := r.Search(d, "glass")
	if s != r.Search(d, "glass") || s == r.Search(d, "gla") || !reflect.DeepEqual(s.Found(), screen.NewSearch(d, "glass").Found()) {
		t.Error("a query has two searches, or another's")
	}
	at := place.Place{View: place.Shares}
	said := r.Spoken(d, at, model.EN)
	if again := r.Spoken(d, at, model.EN); unsafe.StringData(said.Text) != unsafe.StringData(again.Text) {
		t.Error("a place is spoken of twice")
	}
	if want := dialogue.Speak(d, at, model.EN); said != want || r.Spoken(d, at, model.ZH) == said {
		t.Errorf("%+v, want %+v", said, want)
	}
}

// TestFramesAreShared returns one frame, one diff and one list of hits to all who
// ask, tells the first of them that it was made for it, and makes new ones when there
// was no session in between.
func TestFramesAreShared(t *testing.T) {
	r, d := NewRenderer(0, 0), datatest.Embedded(t)
	a, drawnA := r.Frame(page(d, place.Place{}), "")
	b, drawnB := r.Frame(page(d, place.Place{View: place.Shares}), "")
	same, drawnAgain := r.Frame(page(d, place.Place{}), "")
	if a == b || a != same || !drawnA || !drawnB || drawnAgain {
		t.Error("a place has two frames, or two places one")
	}
	first, made := r.Diff(a.Frame, b.Frame)
	again, madeAgain := r.Diff(a.Frame, b.Frame)
	if len(first) == 0 || &first[0] != &again[0] || !made || madeAgain {
		t.Error("a diff is made twice")
	}
	hits, drawn := r.Hits(page(d, place.Place{}))
	sameHits, drawnAgain := r.Hits(page(d, place.Place{}))
	if want := screen.Render(d, place.Place{}, at80x24()).Hits; !reflect.DeepEqual(hits, want) || &hits[0] != &sameHits[0] || !drawn || drawnAgain {
		t.Errorf("hits are %v, want %v, made once", hits, want)
	}
	r.Fit(0)
	if frames, diffs := r.Stats(); frames.Entries+frames.Bytes+diffs.Entries+diffs.Bytes != 0 {
		t.Errorf("left for no session: %+v, %+v", frames, diffs)
	}
	r.Fit(1)
	if next, _ := r.Frame(page(d, place.Place{}), ""); a == next {
		t.Error("a frame is there that was kept for no session")
	}
}

// TestFit keeps no more for few sessions than they need, more for many, and what was
// asked for last when they go.
func TestFit(t *testing.T) {
	r, d := NewRenderer(0, 0), datatest.Embedded(t)
	fill := func() int {
		for i := range 150 { // frames of different widths have no line in common
			in := place.Viewport{Colors: place.Colors256}.Size(200+i, 100)
			f, _ := r.Frame(screen.At(d, place.Place{View: place.Shares}, in), "")
			r.Diff(nil, f.Frame)
		}
		frames, diffs := r.Stats()
		return frames.Bytes + diffs.Bytes
	}
	r.Fit(10)
	few := fill()
	if most := fewBytes + fewDiffBytes + 10*(perBytes+perDiffBytes); few > most || few < most/8 {
		t.Errorf("%d bytes for ten sessions, at most %d", few, most)
	}
	r.Fit(1000)
	if many := fill(); many < 2*few {
		t.Errorf("%d bytes for ten sessions, %d for a thousand", few, many)
	}
	last, _ := r.Frame(page(d, place.Place{}), "")
	r.Fit(1)
	frames, diffs := r.Stats()
	if frames.Bytes > fewBytes+perBytes || diffs.Bytes > fewDiffBytes+perDiffBytes || frames.Bytes == 0 {
		t.Errorf("left for one session: %+v, %+v", frames, diffs)
	}
	if same, drawn := r.Frame(page(d, place.Place{}), ""); drawn || same != last {
		t.Error("what was asked for last is gone")
	}
}

// Sessions draw on cells that others drew on before, of other sizes, and none shows what
// another typed: neither at once nor once others have drawn.
func TestNobodySeesAnothersCells(t *testing.T) {
	d := datatest.Embedded(t)
	r := NewRenderer(64<<10, 0) // which keeps few
	var wg sync.WaitGroup
	for viewer := range 6 {
		wg.Go(func() {
			own := string(rune('a'+viewer)) + "\u0301" // a glyph of its frame
			type shown struct {
				frame Frame
				want  []string
			}
			before := make([]shown, 0, 40)
			for n := range cap(before) {
				in := place.Viewport{Width: 1 + (37*n+53*viewer)%140, Height: 1 + (11*n+7*viewer)%50, Lang: model.Lang(n % 2)}                   //nolint:gosec // small
				at := place.Place{View: place.View((n + viewer) % int(place.ViewCount)), Card: place.SearchCard, Query: strings.Repeat(own, 24)} //nolint:gosec // small
				if n%4 == 0 {
					at.Card, at.Query = place.NoCard, ""
				}
				at = nav.Normalize(d, at, in.Lang)
				f, _ := r.Frame(screen.At(d, at, in), strings.Repeat(own, n%2*9))
				s := shown{f, f.Plain()}
				want := screen.Render(d, at, in).Plain()
				if n%2 > 0 {
					want, s.want = want[:in.Height-1], s.want[:in.Height-1] // beside the notice
				}
				if !slices.Equal(s.want, want) {
					t.Errorf("viewer %d at %dx%d is shown\n%s", viewer, in.Width, in.Height, strings.Join(s.want, "\n"))
				}
				before = append(before, s)
			}
			for _, s := range before {
				if now := s.frame.Plain()[:len(s.want)]; !slices.Equal(now, s.want) {
					t.Errorf("viewer %d was shown\n%s\nand now that is\n%s", viewer, strings.Join(s.want, "\n"), strings.Join(now, "\n"))
				}
			}
		})
	}
	wg.Wait()
}
