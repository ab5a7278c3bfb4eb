package screen

import (
	"strconv"

	"anhui-tui/tui/chart"
)

// caption is what the tour says of the place, on the lines of the footer: two
// with its rule, one where there is none. What has no room is left out.
func (p Page) caption(w, h int) []string {
	s := p.style.Page
	step := strconv.Itoa(p.at.Tour) + "/" + strconv.Itoa(len(p.data.Tour)) + "  "
	said := chart.Wrap(step+p.data.Tour[p.at.Tour-1].Caption.In(p.in.Lang), w-2)
	if len(said) > h {
		said[h-1] = chart.Truncate(said[h-1], w-3, "") + moreGlyph
	}
	lines := make([]string, h)
	for i := range lines {
		l := p.line().put(s.Text, " ")
		if i < len(said) {
			l.put(s.Strong, said[i])
		}
		if next := p.text.Say.TourNext; i == h-1 && l.w+chart.Width(next)+3 <= w {
			l.right(s.Muted, next+" ", w-l.w)
		}
		lines[i] = chart.Fit(l.String(), w)
	}
	return lines
}
