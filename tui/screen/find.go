package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Result is one thing a search found: its name, a word on it, and where it is.
type Result struct {
	Name, Note string
	To         place.Place
}

// Find returns what the search card lists for a query, worded for the ear, and what it
// says of a query that finds nothing.
func Find(data *model.Dataset, query string, lang model.Lang) (results []Result, note string) {
	at := place.Place{Card: place.SearchCard, Query: query}
	p := At(data, at, place.Viewport{Lang: lang})
	p.text = text.ForSpeech(lang)
	found := p.searchChoices()
	results = make([]Result, found.Len)
	for i := range results {
		c := found.At(i)
		results[i] = Result{c.Name, c.Note, c.To}
	}
	return results, p.searchNote()
}
