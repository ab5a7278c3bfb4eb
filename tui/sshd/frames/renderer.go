package frames

import (
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/terminal"
)

// Renderer renders and caches the frames of one dataset, and the bytes between
// them, for all sessions. It is safe for concurrent use.
type Renderer struct {
	frames *cache[frameKey, Frame]
	diffs  *cache[diffKey, []byte]
}

// frameKey is all that a frame depends on.
type frameKey struct {
	at     place.Place
	in     place.Viewport
	notice string
}

// diffKey holds the ids of two frames, so that it keeps neither of them alive. 0
// is an unknown screen.
type diffKey struct{ from, to uint64 }

// The default sizes of the caches, in bytes.
const (
	FrameBytes = 32 << 20
	DiffBytes  = 32 << 20
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
		frames: newCache[frameKey](frameBytes,
			func(f Frame) int { return rows.Add(f.Frame) + len(f.Title) },
			func(f Frame) int { return rows.Remove(f.Frame) + len(f.Title) }),
		diffs: newCache[diffKey](diffBytes, size, size),
	}
}

// Frame is a frame that any number of sessions can show: nobody changes it.
type Frame struct {
	*cell.Frame
	Title string // of the window it is shown in
}

// Frame returns the frame of a page. Unless notice is empty it covers the last
// line.
func (r *Renderer) Frame(p screen.Page, notice string) Frame {
	return r.frames.get(frameKey{p.Place(), p.Viewport(), notice}, func() Frame {
		drawn := p.Frame()
		if notice != "" {
			// In reverse, which every terminal has.
			line, reverse := drawn.Canvas().Line(drawn.H-1), cell.Look{Attrs: cell.Reverse}.Style()
			line.Fill(reverse)
			line.Put(1, 0, reverse, notice)
		}
		return Frame{drawn.Frame, drawn.Title}
	})
}

// Diff is a [terminal.Differ] for frames of this Renderer. The bytes are shared
// and must not be modified.
func (r *Renderer) Diff(from, to *cell.Frame) []byte {
	key := diffKey{to: to.ID()}
	if from != nil {
		key.from = from.ID()
	}
	return r.diffs.get(key, func() []byte { return terminal.Diff(from, to) })
}

// Purge empties both caches. Frames in use stay valid.
func (r *Renderer) Purge() {
	r.frames.purge()
	r.diffs.purge()
}

// Stats returns the statistics of both caches.
func (r *Renderer) Stats() (frames, diffs Stats) { return r.frames.snapshot(), r.diffs.snapshot() }
