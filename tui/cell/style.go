package cell

import (
	"image/color"
	"maps"
	"sync"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
)

// Style is a look as a number: twice its place in a table of the process, and one
// more if a space in it does not look like one in none. The zero Style is that of
// the terminal.
type Style uint16

// Look is what a style says. A nil colour is the terminal's.
type Look struct {
	Fg, Bg color.Color
	Attrs  Attrs
}

// Attrs are the attributes of a look, as bits.
type Attrs uint8

// The attributes.
const (
	Bold Attrs = 1 << iota
	Faint
	Italic
	Underline
	Reverse
	Strikethrough
	// Upright is not sent to any terminal: what has it is not reversed on a ground that
	// is.
	Upright
)

// maxStyles bounds the table. The themes have some hundred styles; nothing that
// comes from outside makes one.
const maxStyles = 1 << 12

// styles are the looks by their numbers, and what was found out about pairs of
// them. Looks are only ever appended, and read without a lock.
type styles struct {
	looks atomic.Pointer[[]Look]

	mu      sync.Mutex // of the numbers
	numbers map[Look]Style

	over  memo[Style]  // what Over returns
	turns memo[string] // what Transition returns
}

// memo holds what was found out about pairs of styles, in parts by the first of the
// two: read without a lock, and copied for each new pair in it, of which there are
// few.
type memo[V any] struct {
	parts [128]atomic.Pointer[map[[2]Style]V]
	mu    sync.Mutex // of what is written
}

func (m *memo[V]) part(pair [2]Style) *atomic.Pointer[map[[2]Style]V] {
	return &m.parts[int(pair[0]/2)%len(m.parts)]
}

// get returns what is known of a pair.
func (m *memo[V]) get(pair [2]Style) (V, bool) {
	known := m.part(pair).Load()
	if known == nil {
		var none V
		return none, false
	}
	v, ok := (*known)[pair]
	return v, ok
}

// put remembers what was found out about a pair.
func (m *memo[V]) put(pair [2]Style, v V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	part, more := m.part(pair), map[[2]Style]V{}
	if known := part.Load(); known != nil {
		if len(*known) >= maxPairs/len(m.parts) {
			return
		}
		more = maps.Clone(*known)
	}
	more[pair] = v
	part.Store(&more)
}

// maxPairs bounds a memo.
const maxPairs = 1 << 15

//nolint:gochecknoglobals // numbers that mean the same in all frames
var table = newStyles()

func newStyles() *styles {
	t := &styles{numbers: map[Look]Style{{}: 0}}
	t.looks.Store(&[]Look{{}})
	return t
}

// Style returns the number of a look. A look beyond the table's bound has that
// of the terminal.
func (l Look) Style() Style {
	table.mu.Lock()
	defer table.mu.Unlock()
	return table.number(l)
}

func (t *styles) number(l Look) Style {
	if s, ok := t.numbers[l]; ok {
		return s
	}
	looks := *t.looks.Load()
	if len(looks) == maxStyles {
		return 0
	}
	s := Style(2 * len(looks)) //nolint:gosec // at most 2 maxStyles
	if l.Bg != nil || l.Attrs&(Underline|Reverse|Strikethrough|Upright) != 0 {
		s++
	}
	looks = append(looks, l) // beyond what others read
	t.looks.Store(&looks)
	t.numbers[l] = s
	return s
}

// Look returns what the style says.
func (s Style) Look() Look { return (*table.looks.Load())[s/2] }

// Shows reports whether a space in the style does not look like one in none, or
// would not on a ground.
func (s Style) Shows() bool { return s&1 != 0 }

// Over returns the style of what is drawn in s on a ground of under: what s does
// not say is as under it.
func (s Style) Over(under Style) Style {
	switch {
	case s == 0 || s == under:
		return under
	case under == 0:
		return s
	}
	pair := [2]Style{s, under}
	if both, ok := table.over.get(pair); ok {
		return both
	}
	l, below := s.Look(), under.Look()
	if l.Fg == nil {
		l.Fg = below.Fg
	}
	if l.Bg == nil {
		l.Bg = below.Bg
	}
	upright := l.Attrs&Upright != 0
	if l.Attrs |= below.Attrs; upright {
		l.Attrs &^= Reverse | Upright
	}
	both := l.Style()
	table.over.put(pair, both)
	return both
}

// Transition returns the shortest SGR sequence that turns one style into
// another.
func Transition(from, to Style) string {
	if from == to {
		return ""
	}
	pair := [2]Style{from, to}
	turn, ok := table.turns.get(pair)
	if !ok {
		turn = transition(from.Look(), to.Look())
		table.turns.put(pair, turn)
	}
	return turn
}

// transition says what is different, or all from nothing, whichever is shorter.
func transition(from, to Look) string {
	if to == (Look{}) {
		return ansi.ResetStyle
	}
	change := ansi.NewStyle()
	for _, a := range attributes() {
		if on := to.Attrs&a.bit != 0; on != (from.Attrs&a.bit != 0) {
			change = a.set(change, on)
		}
	}
	const weight = Bold | Faint
	if from.Attrs&weight&^to.Attrs != 0 { // one code ends both
		change = change.Normal()
		from.Attrs &^= weight
	}
	change = weights(change, to.Attrs&^from.Attrs)
	if to.Fg != from.Fg {
		change = change.ForegroundColor(to.Fg)
	}
	if to.Bg != from.Bg {
		change = change.BackgroundColor(to.Bg)
	}
	if len(change) == 0 { // of what is not sent
		return ""
	}
	if whole := "\x1b[;" + whole(to).String()[2:]; len(whole) < len(change.String()) {
		return whole
	}
	return change.String()
}

// whole says a look from nothing.
func whole(l Look) ansi.Style {
	s := weights(ansi.NewStyle(), l.Attrs)
	for _, a := range attributes() {
		if l.Attrs&a.bit != 0 {
			s = a.set(s, true)
		}
	}
	if l.Fg != nil {
		s = s.ForegroundColor(l.Fg)
	}
	if l.Bg != nil {
		s = s.BackgroundColor(l.Bg)
	}
	return s
}

func weights(s ansi.Style, a Attrs) ansi.Style {
	if a&Bold != 0 {
		s = s.Bold()
	}
	if a&Faint != 0 {
		s = s.Faint()
	}
	return s
}

// attribute is one that is switched on and off by codes of its own.
type attribute struct {
	bit Attrs
	set func(ansi.Style, bool) ansi.Style
}

func attributes() [4]attribute {
	return [...]attribute{
		{Italic, ansi.Style.Italic},
		{Underline, ansi.Style.Underline},
		{Reverse, ansi.Style.Reverse},
		{Strikethrough, ansi.Style.Strikethrough},
	}
}
