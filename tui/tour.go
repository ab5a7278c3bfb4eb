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

// caption is what the tour says of the place, on the two lines of the
// footer's rule and the footer.
func (p page) caption(w int) []string {
	s := p.style.Page
	step := strconv.Itoa(p.at.Tour) + "/" + strconv.Itoa(tourSteps) + "  "
	said := append(wrap(step+p.text.Tour[p.at.Tour-1], w-2), "", "")[:2]
	first := p.line().put(s.Text, " ").put(s.Strong, said[0])
	second := p.line().put(s.Text, " ").put(s.Strong, said[1])
	second.right(s.Muted, p.text.Say.TourNext+" ", w-second.w)
	return []string{chart.Fit(first.String(), w), chart.Fit(second.String(), w)}
}
