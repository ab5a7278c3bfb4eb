package frames

import (
	"slices"
	"unsafe"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/dialogue"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/terminal"
)

// Renderer renders and caches the frames of one dataset, and the bytes between
// them, for all sessions. It is safe for concurrent use.
type Renderer struct {
	frames *cache[frameKey, Frame]
	diffs  *cache[diffKey, []byte]
	hits   *cache[frameKey, []screen.Hit]
	found  *cache[string, *screen.Search]
	spoken *cache[spokenKey, dialogue.Spoken]

	frameBytes, diffBytes int
}

// frameKey is all that a frame depends on.
type frameKey struct {
	at     place.Place
	in     place.Viewport
	notice string
}

type spokenKey struct {
	at   place.Place
	lang model.Lang
}

// diffKey holds the ids of two frames, so that it keeps neither of them alive. 0
// is an unknown screen.
type diffKey struct{ from, to uint64 }

// The default sizes of the caches, in bytes. The last is that of what clicks mean, of
// what is found, and of what is said of places, together: few places are clicked on,
// queries begin with the same letters, and few viewers listen.
const (
	FrameBytes = 32 << 20
	DiffBytes  = 8 << 20
	HitBytes   = 4 << 20
)

// What a cache may keep for few sessions, in bytes: enough for the largest screens,
// and more for each session. Of diffs that is less: what they take is made again six
// times sooner than what frames take.
const (
	fewBytes = 4 << 20
	perBytes = 128 << 10

	fewDiffBytes = 1 << 20
	perDiffBytes = 4 << 10
)

// NewRenderer returns a Renderer with caches of up to the given numbers of bytes; 0
// is the default.
func NewRenderer(frameBytes, diffBytes int) *Renderer {
	if frameBytes <= 0 {
		frameBytes = FrameBytes
	}
	if diffBytes <= 0 {
		diffBytes = DiffBytes
	}
	rows := cell.NewRows()
	size := func(b []byte) int { return len(b) }
	return &Renderer{
		frameBytes: frameBytes, diffBytes: diffBytes,
		frames: newCache[frameKey](frameBytes,
			func(f Frame) int { return rows.Add(f.Frame) + len(f.Title) },
			func(f Frame) int { return rows.Remove(f.Frame) + len(f.Title) }),
		diffs:  newCache[diffKey](diffBytes, size, size),
		hits:   newCache[frameKey](HitBytes/2, sizeOfHits, sizeOfHits),
		found:  newCache[string](HitBytes/4, sizeOfSearch, sizeOfSearch),
		spoken: newCache[spokenKey](HitBytes/4, sizeOfSpoken, sizeOfSpoken),
	}
}

// sizeOfHits returns about the size of hits, in bytes. Their texts are those of the
// dataset.
func sizeOfHits(hits []screen.Hit) int { return cap(hits) * int(unsafe.Sizeof(screen.Hit{})) }

// sizeOfSearch returns about the size of a search, in bytes, with all it may find.
func sizeOfSearch(s *screen.Search) int {
	return 1<<9 + s.Most()*int(unsafe.Sizeof(model.Found{}))
}

func sizeOfSpoken(s dialogue.Spoken) int { return len(s.Text) }

// Frame is a frame that any number of sessions can show: nobody changes it.
type Frame struct {
	*cell.Frame
	Title string // of the window it is shown in
}

// Frame returns the frame of a page, and whether it had to be drawn. Unless notice
// is empty it covers the last line.
func (r *Renderer) Frame(p screen.Page, notice string) (f Frame, drawn bool) {
	return r.frames.get(frameKey{p.Place(), p.Viewport(), notice}, func() Frame {
		drawn := r.draw(p)
		if notice != "" {
			// In reverse, which every terminal has.
			line, reverse := drawn.Canvas().Line(drawn.H-1), cell.Look{Attrs: cell.Reverse}.Style()
			line.Fill(reverse)
			line.Put(1, 0, reverse, notice)
		}
		return Frame{drawn.Frame, drawn.Title}
	})
}

// draw draws a page, of one with a card the card only: the page below is there
// already.
func (r *Renderer) draw(p screen.Page) screen.Frame {
	if below, ok := p.Below(); ok {
		f, _ := r.Frame(below, "")
		return p.Over(f.Frame)
	}
	return p.Cells()
}

// Hits returns what clicks on the frame of a page mean, and whether it had to be
// drawn for that.
func (r *Renderer) Hits(p screen.Page) (hits []screen.Hit, drawn bool) {
	return r.hits.get(frameKey{at: p.Place(), in: p.Viewport()}, func() []screen.Hit { return slices.Clip(p.Frame().Hits) })
}

// Search returns the search for a query, one for all who ask.
func (r *Renderer) Search(data *model.Dataset, query string) *screen.Search {
	s, _ := r.found.get(query, func() *screen.Search { return screen.NewSearch(data, query) })
	return s
}

// Spoken is the [dialogue.Speaker] of all sessions.
func (r *Renderer) Spoken(data *model.Dataset, at place.Place, lang model.Lang) dialogue.Spoken {
	s, _ := r.spoken.get(spokenKey{at, lang}, func() dialogue.Spoken { return dialogue.Speak(data, at, lang) })
	return s
}

// Diff returns the bytes that change a terminal showing one frame to show another,
// as [terminal.Diff] does, and whether they had to be made. The frames are of this
// Renderer. The bytes are shared and must not be modified.
func (r *Renderer) Diff(from, to *cell.Frame) (bytes []byte, made bool) {
	key := diffKey{to: to.ID()}
	if from != nil {
		key.from = from.ID()
	}
	return r.diffs.get(key, func() []byte { return terminal.Diff(from, to) })
}

// Fit bounds the caches by what so many sessions need, and by their sizes: few do not
// fill them with what nobody else looks at, and without any they are empty. Frames in
// use stay valid.
func (r *Renderer) Fit(sessions int) {
	need, needDiffs := 0, 0
	if sessions > 0 {
		need, needDiffs = fewBytes+sessions*perBytes, fewDiffBytes+sessions*perDiffBytes
	}
	r.frames.resize(min(need, r.frameBytes))
	r.diffs.resize(min(needDiffs, r.diffBytes))
	r.hits.resize(min(need, HitBytes/2))
	r.found.resize(min(need, HitBytes/4))
	r.spoken.resize(min(need, HitBytes/4))
}

// Stats returns the statistics of the caches of frames and of diffs.
func (r *Renderer) Stats() (frames, diffs Stats) { return r.frames.snapshot(), r.diffs.snapshot() }
