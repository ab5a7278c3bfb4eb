package shared

import (
	"slices"
	"sync"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// pens are the styles that frames are written in: cells hold and compare
// numbers. There are as many as the themes have styles.
type pens struct {
	mu     sync.RWMutex
	styles []uv.Style        // by number, from 1 on; 0 is no style
	read   map[string]pen    // by the sequences that set them
	turns  map[[2]pen]string // what changes one to another
}

// pen is a style: twice its number, and 1 more if a space in it does not look
// like one in none. The zero pen is no style.
type pen uint16

// bare reports whether a space in the pen looks like one in none.
func (p pen) bare() bool { return p&1 == 0 }

// maxPens bounds what is remembered, in case a frame should have more styles
// than a theme: later ones are no style.
const maxPens = 1 << 13

// of returns the pen that sequences set, from none on.
func (p *pens) of(sequences []byte) pen {
	if len(sequences) == 0 {
		return 0
	}
	p.mu.RLock()
	known, ok := p.read[string(sequences)]
	p.mu.RUnlock()
	if ok {
		return known
	}
	style := styleOf(sequences)
	p.mu.Lock()
	defer p.mu.Unlock()
	found := p.pen(style)
	if len(p.read) < maxPens {
		if p.read == nil {
			p.read = map[string]pen{}
		}
		p.read[string(sequences)] = found
	}
	return found
}

// pen returns the pen of a style, which may be new.
func (p *pens) pen(s uv.Style) pen {
	if s == (uv.Style{}) {
		return 0
	}
	i := slices.Index(p.styles, s)
	if i < 0 {
		if len(p.styles) == maxPens {
			return 0
		}
		i = len(p.styles)
		p.styles = append(p.styles, s)
	}
	found := pen(2 * (i + 1)) //nolint:gosec // at most 2 maxPens
	if !bare(&s) {
		found++
	}
	return found
}

// styleOf reads what sequences say of the style.
func styleOf(sequences []byte) uv.Style {
	var s uv.Style
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	for len(sequences) > 0 {
		_, _, n, _ := ansi.DecodeSequence(sequences, ansi.NormalState, p)
		uv.ReadStyle(p.Params(), &s)
		sequences = sequences[n:]
	}
	return s
}

// bare reports whether a space in a style looks like one in none.
func bare(s *uv.Style) bool {
	return s.Bg == nil && s.Underline == uv.UnderlineNone && s.Attrs&(uv.AttrReverse|uv.AttrStrikethrough) == 0
}

// turn returns what changes one pen to another.
func (p *pens) turn(from, to pen) string {
	pair := [2]pen{from, to}
	p.mu.RLock()
	change, ok := p.turns[pair]
	p.mu.RUnlock()
	if ok {
		return change
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	change = sgr(p.style(from), p.style(to))
	if len(p.turns) < maxPens {
		if p.turns == nil {
			p.turns = map[[2]pen]string{}
		}
		p.turns[pair] = change
	}
	return change
}

func (p *pens) style(of pen) *uv.Style {
	if of == 0 {
		return &uv.Style{}
	}
	return &p.styles[of/2-1]
}

// sgr is the shorter of two ways to change the style: by what is different,
// or from nothing.
func sgr(from, to *uv.Style) string {
	different := uv.StyleDiff(from, to)
	if to.IsZero() {
		return ansi.ResetStyle
	}
	if whole := "\x1b[;" + to.String()[2:]; len(whole) < len(different) {
		return whole
	}
	return different
}
