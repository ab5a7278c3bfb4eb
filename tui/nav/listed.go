package nav

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// listed is all that the ids of a view's list depend on, but for the words it is
// narrowed by: as many as the dataset has scopes, topics and measures.
type listed struct {
	view             place.View
	sort             place.Sort
	lang             model.Lang
	scope, topic, by string // ids that are there
}

// Items returns the ids the cursor moves over in the list of a place's view. They are
// shared and must not be changed.
func Items(data *model.Dataset, at place.Place, lang model.Lang) []string {
	if at.Filter != "" {
		return viewOf(at.View).items(data, at, lang)
	}
	key := listed{view: at.View, sort: at.Sort, lang: lang}
	if s := data.Scope(at.Scope); s != nil && Has(at.View, Scope) {
		key.scope = s.ID
	}
	if c := data.Cluster(at.Topic); c != nil && Has(at.View, Topic) {
		key.topic = c.ID
	}
	if m := data.Measure(at.By); m != nil && Has(at.View, By) {
		key.by = m.Indicator.ID
	}
	return model.Derived(data, key, list)
}

// list works the ids out.
func list(data *model.Dataset, of listed) []string {
	at := place.Place{View: of.view, Sort: of.sort, Scope: of.scope, Topic: of.topic, By: of.by}
	return viewOf(of.view).items(data, at, of.lang)
}
