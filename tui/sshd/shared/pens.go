package shared

import (
	"sync"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// pens are the styles that frames are written in, each with a number: cells
// hold and compare numbers. There are as many as the themes have styles.
type pens struct {
	mu     sync.RWMutex
	styles []uv.Style           // by number, from 1 on; 0 is no style
	read   map[string]pen       // by the sequences that set them
	turns  map[[2]uint16]string // what changes one to another
}

// pen is one of them.
type pen struct {
	number uint16
	bare   bool // a space in it looks like one in none
}

// maxPens bounds what is remembered, in case a frame should have more styles
// than a theme: later ones are no style.
const maxPens = 1 << 13

// of returns the pen that sequences set, from none on.
func (p *pens) of(sequences string) pen {
	p.mu.RLock()
	known, ok := p.read[sequences]
	p.mu.RUnlock()
	if ok || sequences == "" {
		return pen{known.number, known.bare || !ok}
	}
	style := styleOf(sequences)
	p.mu.Lock()
	defer p.mu.Unlock()
	found := pen{p.number(style), bare(&style)}
	if len(p.read) < maxPens {
		if p.read == nil {
			p.read = map[string]pen{}
		}
		p.read[string([]byte(sequences))] = found
	}
	return found
}

// number returns the number of a style, which may be new.
func (p *pens) number(s uv.Style) uint16 {
	if s == (uv.Style{}) {
		return 0
	}
	for i := range p.styles {
		if p.styles[i] == s {
			return uint16(i + 1) //nolint:gosec // less than maxPens
		}
	}
	if len(p.styles) == maxPens {
		return 0
	}
	p.styles = append(p.styles, s)
	return uint16(len(p.styles)) //nolint:gosec // as above
}

// styleOf reads what sequences say of the style.
func styleOf(sequences string) uv.Style {
	var s uv.Style
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	for sequences != "" {
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
func (p *pens) turn(from, to uint16) string {
	pair := [2]uint16{from, to}
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
			p.turns = map[[2]uint16]string{}
		}
		p.turns[pair] = change
	}
	return change
}

// isBare reports whether a space in a pen looks like one in none.
func (p *pens) isBare(number uint16) bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return bare(p.style(number))
}

func (p *pens) style(number uint16) *uv.Style {
	if number == 0 {
		return &uv.Style{}
	}
	return &p.styles[number-1]
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
