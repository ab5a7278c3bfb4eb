package shared

import (
	"bytes"
	"hash/maphash"
	"sync/atomic"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// Viewers are all who look at one dataset. They share the frames and the
// bytes between them.
type Viewers struct {
	data   *model.Dataset
	last   atomic.Uint64 // id that was given
	seed   maphash.Seed
	pens   pens
	frames *cache[frameKey, *Frame]
	leads  *cache[leadKey, []byte]
}

// frameKey is what a frame is a function of. A notice is a line of the server
// over its last one.
type frameKey struct {
	at     place.Place
	in     place.Viewport
	notice string
}

type leadKey struct{ from, to uint64 }

// usualLead is how long most leads are at the most.
const usualLead = 2 << 10

// Sizes the caches have if nothing else is said, in bytes.
const (
	FrameBytes = 32 << 20
	LeadBytes  = 32 << 20
)

// NewViewers returns the viewers of a dataset, with as many bytes for frames
// and for what leads from one to another; 0 is the usual size.
func NewViewers(data *model.Dataset, frameBytes, leadBytes int) *Viewers {
	if frameBytes <= 0 {
		frameBytes = FrameBytes
	}
	if leadBytes <= 0 {
		leadBytes = LeadBytes
	}
	return &Viewers{
		data:   data,
		seed:   maphash.MakeSeed(),
		frames: newCache[frameKey](frameBytes, (*Frame).bytes),
		leads:  newCache[leadKey](leadBytes, func(b []byte) int { return len(b) }),
	}
}

// Frame returns the frame of a place on a viewport, with a notice over its
// last line unless that is empty.
func (v *Viewers) Frame(at place.Place, in place.Viewport, notice string) *Frame {
	return v.frames.get(frameKey{at, in, notice}, func() *Frame {
		drawn := screen.Render(v.data, at, in)
		if n := len(drawn.Lines); notice != "" && n > 0 {
			drawn.Lines[n-1] = noticeLine(notice, in.Width)
		}
		frame := newFrame(v.last.Add(1), v.seed, &v.pens, drawn.Lines, in.Width)
		frame.Title = drawn.Title
		return frame
	})
}

// Lead returns the bytes that make a terminal that shows one frame show
// another, see [lead]; from is nil if nothing is known of what it shows. Nobody
// may change them.
func (v *Viewers) Lead(from, to *Frame) []byte {
	key := leadKey{to: to.id}
	if from != nil {
		key.from = from.id
	}
	return v.leads.get(key, func() []byte {
		var out bytes.Buffer
		out.Grow(usualLead)
		lead(&out, from, to, &v.pens)
		return bytes.Clone(out.Bytes())
	})
}

// Forget lets go of all frames and of what leads from one to another: for when
// nobody looks any more. What is asked for later is made again.
func (v *Viewers) Forget() {
	v.frames.forget()
	v.leads.forget()
}

// Stats returns what both caches have done and hold.
func (v *Viewers) Stats() (frames, leads Stats) { return v.frames.snapshot(), v.leads.snapshot() }
