package report

import (
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// kept adds the figures kept, each as a hand-out has it: with its value and period,
// its citation, and the link to it.
func (w *writer) kept() {
	figures := nav.Kept(w.data, w.at)
	for _, f := range figures {
		at := nav.Normalize(w.data, nav.PlaceOf(w.data, model.Found{Kind: model.FoundFigure, ID: f.ID}), w.lang)
		for _, r := range handoutRows(w.data, at, w.lang) {
			w.add(Section{
				Heading: r.name, Aside: r.value, Level: 1, Lines: strings.Split(r.cited, "\n"),
				Notes: []Note{{Label: w.text.Card.Link, Lines: []string{r.link}, To: w.cardOf(f)}}, of: f,
			})
		}
	}
	if len(figures) == 0 {
		w.add(Section{Lines: []string{w.text.Say.KeptNone}})
	}
}

// Kept returns the hand-out of the figures kept at a place, as text; "" if none is.
func Kept(data *model.Dataset, at place.Place, lang model.Lang) string {
	if at.Keep == "" {
		return ""
	}
	at.Card = place.BasketCard
	var b strings.Builder
	_ = Write(&b, Of(data, at, lang), Text, false) // a builder takes everything
	return b.String()
}
