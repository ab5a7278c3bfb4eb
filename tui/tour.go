package tui

import (
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/place"
)

// TourStart is where a dataset's tour begins; the Overview if it has none.
func TourStart(data *model.Dataset) place.Place { return tourPlace(data, 1) }

// tourPlace returns the nth place of a dataset's tour, from 1; the zero place
// before it and after it.
func tourPlace(data *model.Dataset, n int) place.Place {
	if n < 1 || n > len(data.Tour) {
		return place.Place{}
	}
	at, err := place.Parse(data.Tour[n-1].Link)
	if err != nil { // found when the dataset is checked
		return place.Place{}
	}
	at.Tour = n
	return at
}

// onTour reports whether a page is at the stop of the tour it says, so that no
// caption ever stands under another indicator.
func (p page) onTour() bool {
	stop := tourPlace(p.data, p.at.Tour)
	stop.Tour = 0
	stop = newPage(p.data, stop, p.in).at
	return p.at.Tour <= len(p.data.Tour) && p.at.View == stop.View && p.at.Item == stop.Item && p.at.Sub == stop.Sub
}

// tour goes on with the tour, back, or, with any other key, leaves it where
// it is.
func (a App) tour(do Action) App {
	switch do {
	case pageDown, openItem, nextTab, moveDown:
		return a.move(tourPlace(a.data, a.at.Tour+1))
	case pageUp, goBack, prevTab, moveUp:
		return a.move(tourPlace(a.data, max(1, a.at.Tour-1)))
	default:
		return a.show(a.at.Closed())
	}
}

// caption is what the tour says of the place, on the lines of the footer: two
// with its rule, one where there is none. What has no room is left out.
func (p page) caption(w, h int) []string {
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
