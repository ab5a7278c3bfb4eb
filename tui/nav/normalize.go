package nav

import (
	"slices"
	"strings"
	"unicode/utf8"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// Normalize returns the place as the dashboard shows it: an item that does not
// exist is replaced by the start of the view, a card without figures is closed,
// a status on a card without one and the step of a tour elsewhere than at that stop
// are dropped, and the scope is canonical.
func Normalize(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	at = Canonical(data, at)
	if !slices.Contains(Items(data, at, lang), at.Item) {
		at.Item, at.Sub = Start(data, at, lang), ""
	}
	if at.Sub != "" && !slices.Contains(Subs(data, at, lang), at.Sub) {
		at.Sub = ""
	}
	if at.Card == place.SourceCard && !HasSource(data, at, lang) || at.Card.Cites() && len(Selected(data, at, lang)) == 0 ||
		at.Card == place.FilterCard && !Has(at.View, Filter) {
		at = at.Closed()
	}
	at.Keep = kept(data, at)
	if at.Card != place.NoCard && at.Card != place.ExportCard && at.Card != place.BasketCard && !at.Card.Typing() {
		at.Status = ""
	}
	if at.Mark != "" && data.Figure(at.Mark) == nil {
		at.Mark = ""
	}
	at.Caret = max(0, min(at.Caret, utf8.RuneCountInString(at.Query)))
	if at.Tour > 0 && !isStop(data, at, lang) {
		at.Tour = 0
	}
	return at
}

// kept returns the ids of the figures kept that exist, each once.
func kept(data *model.Dataset, at place.Place) string {
	if at.Keep == "" {
		return ""
	}
	return strings.Join(ids(Kept(data, at), figureID), ",")
}

// Kept returns the figures kept at a place.
func Kept(data *model.Dataset, at place.Place) []*model.Figure {
	var all []*model.Figure
	for _, id := range at.Kept() {
		if f := data.Figure(id); f != nil && !slices.Contains(all, f) && len(all) < place.MaxKeep {
			all = append(all, f)
		}
	}
	return all
}

// Behind returns the place of the source behind the card of the selected item:
// that of its first figure, else of its statement. It returns false where the card
// is that of a source.
func Behind(data *model.Dataset, at place.Place, lang model.Lang) (place.Place, bool) {
	var of *model.Source
	if figures, said := Selected(data, at, lang), data.Statement(at.Sub); len(figures) > 0 {
		of = figures[0].Source
	} else if said != nil {
		of = said.Source
	}
	if of == nil || SourceOn(data, at) != nil {
		return place.Place{}, false
	}
	return place.Place{View: place.Sources, Item: of.ID}, true
}

// HasSource reports whether the selected item has a source: figures, a
// statement, or a source itself.
func HasSource(data *model.Dataset, at place.Place, lang model.Lang) bool {
	return len(Selected(data, at, lang)) > 0 || data.Statement(at.Sub) != nil || SourceOn(data, at) != nil
}
