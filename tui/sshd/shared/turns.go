package shared

import (
	"sync"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// turns remembers what changes the pen from one style to another. There are
// as many as the themes have pairs of styles.
type turns struct {
	mu  sync.RWMutex
	all map[[2]uv.Style]string
}

// maxTurns bounds them all the same.
const maxTurns = 1 << 13

func (t *turns) turn(from, to uv.Style) string {
	pair := [2]uv.Style{from, to}
	t.mu.RLock()
	change, ok := t.all[pair]
	t.mu.RUnlock()
	if ok {
		return change
	}
	change = sgr(&from, &to)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.all == nil {
		t.all = map[[2]uv.Style]string{}
	}
	if len(t.all) < maxTurns {
		t.all[pair] = change
	}
	return change
}

// sgr is the shorter of two ways to change the pen: by what is different, or
// from nothing.
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
