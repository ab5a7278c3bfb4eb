package nav

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// listed is all that the ids of a view's list depend on, but for the words it is
// narrowed by: there are as many as the dataset has scopes, topics and measures.
type listed struct {
	view  place.View
	sort  place.Sort
	lang  model.Lang
	scope *model.Scope
	topic *model.Cluster
	by    *model.Measure
}

// Items returns the ids the cursor moves over in the list of a place's view, which
// are shared: every key needs them.
func Items(data *model.Dataset, at place.Place, lang model.Lang) []string {
	items := viewOf(at.View).items
	if at.Filter != "" {
		return items(data, at, lang)
	}
	key := listed{view: at.View, sort: at.Sort, lang: lang}
	if Has(at.View, Scope) {
		key.scope = data.Scope(at.Scope)
	}
	if Has(at.View, Topic) {
		key.topic = data.Cluster(at.Topic)
	}
	if Has(at.View, By) {
		key.by = data.Measure(at.By)
	}
	return model.Derived(data, key, func() []string { return items(data, at, lang) })
}
