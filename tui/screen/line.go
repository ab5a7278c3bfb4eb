package screen

import (
	"strings"

	"anhui-tui/tui/chart"
)

// line puts styled texts beside each other and counts their cells, so that
// nothing ever has to measure what was rendered.
type line struct {
	b strings.Builder
	w int
	// more is what stands where a text was cut.
	more string
}

// put adds text as it is.
func (l *line) put(s chart.Ink, text string) *line {
	if text != "" {
		l.b.WriteString(s.Paint(text))
		l.w += chart.Width(text)
	}
	return l
}

// cell adds text at the left of exactly w cells.
func (l *line) cell(s chart.Ink, text string, w int) *line {
	return l.fill(s, text, w, false)
}

// right adds text at the right of exactly w cells.
func (l *line) right(s chart.Ink, text string, w int) *line {
	return l.fill(s, text, w, true)
}

func (l *line) fill(s chart.Ink, text string, w int, right bool) *line {
	if w <= 0 {
		return l
	}
	have := chart.Width(text)
	if have > w {
		text = chart.Truncate(text, w, l.more)
		have = chart.Width(text)
	}
	space := strings.Repeat(" ", w-have)
	if right {
		text = space + text
	} else {
		text += space
	}
	l.b.WriteString(s.Paint(text))
	l.w += w
	return l
}

// drawn adds a text that is styled already and w cells wide.
func (l *line) drawn(text string, w int) *line {
	l.b.WriteString(text)
	l.w += w
	return l
}

// to fills up to column w.
func (l *line) to(s chart.Ink, w int) *line { return l.cell(s, "", w-l.w) }

// String returns the line as it is.
func (l *line) String() string { return l.b.String() }
