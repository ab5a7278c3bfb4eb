package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/term"
)

// progress is a progress line on a terminal.
type progress struct {
	mu    sync.Mutex
	out   io.Writer
	shown time.Time
	live  bool
	last  string
}

func newProgress(f *os.File) *progress { return &progress{out: f, live: term.IsTerminal(f.Fd())} }

// update shows the progress: on a terminal ten times a second, elsewhere a line
// for each new activity.
func (p *progress) update(who, what string, done, all int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	name := strings.TrimSpace(who + " " + what)
	if !p.live {
		if name != p.last {
			fmt.Fprintf(p.out, "%s %s\n", time.Now().Format(time.TimeOnly), name) //nolint:errcheck // it is only said
		}
		p.last = name
		return
	}
	if done < all && time.Since(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = time.Now()
	const width = 30
	full := width * done / max(1, all)
	fmt.Fprintf(p.out, "\r\x1b[K%-16s [%s%s] %d/%d", //nolint:errcheck // as above
		name, strings.Repeat("#", full), strings.Repeat(".", width-full), done, all)
}

// clear removes the line.
func (p *progress) clear() {
	if p.live {
		fmt.Fprint(p.out, "\r\x1b[K") //nolint:errcheck // as above
	}
}
