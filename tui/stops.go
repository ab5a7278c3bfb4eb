package tui

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// TourStops are the places of a dataset's tour in order, each of them marked with its
// step, for those who walk it without the dashboard.
func TourStops(data *model.Dataset) []place.Place {
	stops := make([]place.Place, 0, len(data.Tour))
	for n := range data.Tour {
		stops = append(stops, tourPlace(data, n+1))
	}
	return stops
}

// OnTour reports whether a place is the stop of the tour that it says it is, as
// the dashboard sees it: at the same item, whatever is open over it.
func OnTour(data *model.Dataset, at place.Place, lang model.Lang) bool {
	return newPage(data, at, place.Viewport{Lang: lang}).at.Tour > 0
}

// Result is one thing a search found: its name, a word on it, and where it is.
type Result struct {
	Name, Note string
	To         place.Place
}

// Search returns what the search card lists for a query, worded for the ear.
func Search(data *model.Dataset, query string, lang model.Lang) []Result {
	at := place.Place{Card: place.SearchCard, Query: query}
	p := newPage(data, at, place.Viewport{Lang: lang})
	p.text = text.Spoken(lang)
	found := p.searchChoices()
	results := make([]Result, 0, len(found))
	for _, c := range found {
		results = append(results, Result{c.name, c.note, c.to})
	}
	return results
}
