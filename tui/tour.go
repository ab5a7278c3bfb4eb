package tui

import (
	"strconv"

	"anhui-tui/tui/chart"
	"anhui-tui/tui/place"
)

// tourSteps is how many places the tour has.
const tourSteps = 10

// tourLinks are the places of the tour, in the order of their captions. It is
// nothing but a list of links; on another dataset a place that is missing
// becomes the first of its view.
func tourLinks() [tourSteps]string {
	return [...]string{
		"overview",
		"shares",
		"shares/pv-inverter-share-china-r2024-09?card=source",
		"trends/pv-revenue",
		"clusters/storage",
		"clusters/hydrogen",
		"trends/vehicle-output",
		"trends/emerging-share",
		"voices/feng-kejin",
		"sources/audit",
	}
}

// TourStart is where the tour begins.
func TourStart() place.Place { return tourPlace(1) }

// tourPlace returns the nth place of the tour, from 1; the zero place before
// it and after it.
func tourPlace(n int) place.Place {
	links := tourLinks()
	if n < 1 || n > len(links) {
		return place.Place{}
	}
	at, err := place.Parse(links[n-1])
	if err != nil { // a test parses them all
		return place.Place{}
	}
	at.Tour = n
	return at
}

// onTour reports whether a page is at the stop of the tour it says, so that no
// caption ever stands under another indicator.
func (p page) onTour() bool {
	stop := tourPlace(p.at.Tour)
	stop.Tour = 0
	stop = newPage(p.data, stop, p.in).at
	return p.at.Tour <= tourSteps && p.at.View == stop.View && p.at.Item == stop.Item && p.at.Sub == stop.Sub
}

// tour goes on with the tour, back, or, with any other key, leaves it where
// it is.
func (a App) tour(do Action) App {
	switch do {
	case pageDown, openItem, nextTab, moveDown:
		return a.move(tourPlace(a.at.Tour + 1))
	case pageUp, goBack, prevTab, moveUp:
		return a.move(tourPlace(max(1, a.at.Tour-1)))
	default:
		return a.show(a.at.Closed())
	}
}

// caption is what the tour says of the place, on the lines of the footer: two
// with its rule, one where there is none. What has no room is left out.
func (p page) caption(w, h int) []string {
	s := p.style.Page
	step := strconv.Itoa(p.at.Tour) + "/" + strconv.Itoa(tourSteps) + "  "
	said := chart.Wrap(step+p.text.Tour[p.at.Tour-1], w-2)
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
