package terminal

import (
	"hash/maphash"
	"slices"
	"sync"
	"sync/atomic"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// StyleTable interns the styles of frames: cells hold and compare numbers. Frames
// can be compared if they were made with the same table. It is safe for
// concurrent use.
type StyleTable struct {
	seed   maphash.Seed  // of the sums of lines
	frames atomic.Uint64 // ids that were given

	mu          sync.RWMutex
	styles      []uv.Style // by index
	parsed      map[string]styleID
	transitions map[[2]styleID]string
}

// NewStyleTable returns an empty table.
func NewStyleTable() *StyleTable { return &StyleTable{seed: maphash.MakeSeed()} }

// styleID is the index of a style plus one, shifted left by one; the lowest bit
// is set if a space in the style is visible. 0 is the default style.
type styleID uint16

// invisibleOnSpace reports whether a space in the style looks like one in the
// default style.
func (id styleID) invisibleOnSpace() bool { return id&1 == 0 }

// maxStyles bounds each part of the table. Styles beyond it become the default
// style: a client could otherwise fill the memory of the process.
const maxStyles = 1 << 13

// of returns the style that SGR sequences set, starting from the default style.
func (t *StyleTable) of(sgr []byte) styleID {
	if len(sgr) == 0 {
		return 0
	}
	t.mu.RLock()
	id, ok := t.parsed[string(sgr)]
	t.mu.RUnlock()
	if ok {
		return id
	}
	style := parseSGR(sgr)
	t.mu.Lock()
	defer t.mu.Unlock()
	id = t.intern(style)
	if len(t.parsed) < maxStyles {
		if t.parsed == nil {
			t.parsed = map[string]styleID{}
		}
		t.parsed[string(sgr)] = id
	}
	return id
}

// intern returns the id of a style, which may be new. t.mu is held.
func (t *StyleTable) intern(s uv.Style) styleID {
	if s == (uv.Style{}) {
		return 0
	}
	i := slices.Index(t.styles, s)
	if i < 0 {
		if len(t.styles) == maxStyles {
			return 0
		}
		i = len(t.styles)
		t.styles = append(t.styles, s)
	}
	id := styleID(2 * (i + 1)) //nolint:gosec // at most 2 maxStyles
	if !invisibleOnSpace(&s) {
		id++
	}
	return id
}

// parseSGR returns the style that SGR sequences set.
func parseSGR(sgr []byte) uv.Style {
	var s uv.Style
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	for len(sgr) > 0 {
		_, _, n, _ := ansi.DecodeSequence(sgr, ansi.NormalState, p)
		uv.ReadStyle(p.Params(), &s)
		sgr = sgr[n:]
	}
	return s
}

func invisibleOnSpace(s *uv.Style) bool {
	return s.Bg == nil && s.Underline == uv.UnderlineNone && s.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) == 0
}

// transition returns the SGR sequence that changes one style to another.
func (t *StyleTable) transition(from, to styleID) string {
	pair := [2]styleID{from, to}
	t.mu.RLock()
	sgr, ok := t.transitions[pair]
	t.mu.RUnlock()
	if ok {
		return sgr
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	sgr = shortestSGR(t.style(from), t.style(to))
	if len(t.transitions) < maxStyles {
		if t.transitions == nil {
			t.transitions = map[[2]styleID]string{}
		}
		t.transitions[pair] = sgr
	}
	return sgr
}

// style returns the style of an id. t.mu is held.
func (t *StyleTable) style(id styleID) *uv.Style {
	if id == 0 {
		return &uv.Style{}
	}
	return &t.styles[id/2-1]
}

// shortestSGR returns the shorter of two ways to change a style: by what is
// different, or by resetting it first.
func shortestSGR(from, to *uv.Style) string {
	different := uv.StyleDiff(from, to)
	if to.IsZero() {
		return ansi.ResetStyle
	}
	if whole := "\x1b[;" + to.String()[2:]; len(whole) < len(different) {
		return whole
	}
	return different
}
