package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/tui/chart"
)

// closers are the Chinese marks that may not begin a line.
const closers = "\uff0c\u3002\uff1b\uff1a\u3001\uff09\u300b\u201d\uff1f\uff01\u3011"

// wrap breaks text into lines of at most w cells. Lines of Chinese keep two
// cells free for a mark that would otherwise begin the next one.
func wrap(text string, w int) []string {
	if w < 1 || text == "" {
		return nil
	}
	if !strings.ContainsAny(text, closers) || w < 4 {
		return strings.Split(ansi.Wrap(text, w, ""), "\n")
	}
	var lines []string
	for _, l := range strings.Split(ansi.Wrap(text, w-2, ""), "\n") {
		rest := strings.TrimLeft(l, closers)
		if n := len(lines) - 1; n >= 0 && chart.Width(lines[n])+chart.Width(l)-chart.Width(rest) <= w {
			lines[n] += l[:len(l)-len(rest)]
			l = rest
		}
		if l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}
