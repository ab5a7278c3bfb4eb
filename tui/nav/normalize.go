package nav

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// Normalize returns the place with the cursor on something that is there: an
// item the view does not have becomes the one it starts at. A card about nothing
// is closed, a status goes with its card, the step of the tour is dropped where
// the place is not that stop, and the scope has the one form it has.
func Normalize(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	at = Canonical(data, at)
	if !slices.Contains(Items(data, at, lang), at.Item) {
		at.Item, at.Sub = Start(data, at, lang), ""
	}
	if at.Sub != "" && !slices.Contains(Subs(data, at), at.Sub) {
		at.Sub = ""
	}
	if at.Card == place.SourceCard && !HasSource(data, at, lang) || at.Card == place.CiteCard && len(Selected(data, at, lang)) == 0 {
		at = at.Closed()
	}
	if at.Card != place.ExportCard {
		at.Status = ""
	}
	if at.Tour > 0 && !isStop(data, at, lang) {
		at.Tour = 0
	}
	return at
}

// HasSource reports whether a source stands behind what is under the cursor: of
// figures, of a statement, or the source itself.
func HasSource(data *model.Dataset, at place.Place, lang model.Lang) bool {
	return len(Selected(data, at, lang)) > 0 || data.Statement(at.Sub) != nil ||
		at.View == place.Sources && data.Source(at.Item) != nil
}
