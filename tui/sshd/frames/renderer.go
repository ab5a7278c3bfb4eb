package frames

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/terminal"
)

// Renderer renders and caches the frames of one dataset, and the bytes between
// them, for all sessions. It is safe for concurrent use.
type Renderer struct {
	data   *model.Dataset
	styles *terminal.StyleTable
	frames *cache[frameKey, *terminal.Frame]
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

// NewRenderer returns a Renderer of data with caches of up to the given numbers of
// bytes; 0 is the default.
func NewRenderer(data *model.Dataset, frameBytes, diffBytes int) *Renderer {
	if frameBytes <= 0 {
		frameBytes = FrameBytes
	}
	if diffBytes <= 0 {
		diffBytes = DiffBytes
	}
	return &Renderer{
		data:   data,
		styles: terminal.NewStyleTable(),
		frames: newCache[frameKey](frameBytes, (*terminal.Frame).Bytes),
		diffs:  newCache[diffKey](diffBytes, func(b []byte) int { return len(b) }),
	}
}

// Frame returns the frame of a place in a viewport. Unless notice is empty it
// covers the last line.
func (r *Renderer) Frame(at place.Place, in place.Viewport, notice string) *terminal.Frame {
	return r.frames.get(frameKey{at, in, notice}, func() *terminal.Frame {
		drawn := screen.Render(r.data, at, in)
		if n := len(drawn.Lines); notice != "" && n > 0 {
			drawn.Lines[n-1] = noticeLine(notice, in.Width)
		}
		return terminal.NewFrame(r.styles, drawn.Title, drawn.Lines, in.Width)
	})
}

// Diff implements [terminal.Differ] for frames of this Renderer. The bytes are
// shared and must not be modified.
func (r *Renderer) Diff(from, to *terminal.Frame) []byte {
	key := diffKey{to: to.ID()}
	if from != nil {
		key.from = from.ID()
	}
	return r.diffs.get(key, func() []byte { return r.styles.Diff(from, to) })
}

// Purge empties both caches. Frames in use stay valid.
func (r *Renderer) Purge() {
	r.frames.purge()
	r.diffs.purge()
}

// Stats returns the statistics of both caches.
func (r *Renderer) Stats() (frames, diffs Stats) { return r.frames.snapshot(), r.diffs.snapshot() }

// noticeLine returns a line of width columns with a notice in reverse video, which
// every terminal has.
func noticeLine(notice string, width int) string {
	text := ansi.Truncate(" "+notice, width, "")
	pad := max(0, width-ansi.StringWidth(text))
	return "\x1b[7m" + text + strings.Repeat(" ", pad) + "\x1b[m"
}
