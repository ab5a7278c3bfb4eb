package screen

import (
	"strings"

	"anhui-tui/tui/chart"
	"anhui-tui/tui/theme"
)

// link makes painted text lead to an address, where the terminal can.
func (p Page) link(address, painted string) string {
	if !p.in.Links {
		return painted
	}
	return chart.Link(address, painted)
}

// wrapLinked wraps text in which an address stands that leads there.
func (p Page) wrapLinked(text, address string, w int) []string {
	if !p.in.Links || address == "" {
		return chart.Wrap(text, w)
	}
	return chart.WholeLinks(chart.Wrap(strings.ReplaceAll(text, address, chart.Link(address, address)), w))
}

// address is a paragraph that is one.
func (p Page) address(address string, w int) entry {
	lines := chart.Wrap(address, w)
	return entry{height: len(lines), draw: func(s *theme.Styles, w int) []string {
		out := make([]string, len(lines))
		for i, l := range lines {
			out[i] = p.line().drawn(p.link(address, s.Label.Paint(l)), chart.Width(l)).to(s.Label, w).String()
		}
		return out
	}}
}
