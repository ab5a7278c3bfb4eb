package nav

import (
	"reflect"
	"slices"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// What is kept of a list is what it is, whatever was asked for before, and whatever
// ids a place has.
func TestItemsAreThoseOfThePlace(t *testing.T) {
	d := datatest.Embedded(t)
	with := func(n int) []string { return append(make([]string, 0, n+2), "", "none") }
	scopes, topics, measures := with(len(d.Scopes)), with(len(d.Clusters)), with(len(d.Measures()))
	for _, s := range d.Scopes {
		scopes = append(scopes, s.ID)
	}
	for _, c := range d.Clusters {
		topics = append(topics, c.ID)
	}
	for _, m := range d.Measures() {
		measures = append(measures, m.Indicator.ID)
	}
	var all []place.Place
	add := func(at place.Place) {
		all = append(all, at)
		for _, by := range viewOf(at.View).tables[List].columns {
			for _, at.Sort = range []place.Sort{{By: by}, {By: by, Turned: true}} {
				all = append(all, at)
			}
		}
	}
	for _, v := range place.Views() {
		at := place.Place{View: v, Item: "none", Sub: "none", With: "none", Mark: "none", Table: true, Index: true, Zoom: place.DetailZoom}
		for _, id := range scopes {
			with := at
			with.Scope = id
			add(with)
		}
		for _, id := range topics {
			with := at
			with.Topic = id
			add(with)
		}
		for _, id := range measures {
			with := at
			with.By = id
			add(with)
		}
		add(place.Place{View: v, Filter: "anhui"})
	}
	for _, lang := range []model.Lang{model.EN, model.ZH, model.EN} {
		for _, at := range all {
			if got, want := Items(d, at, lang), viewOf(at.View).items(d, Canonical(d, at), lang); !slices.Equal(got, want) {
				t.Errorf("%s has %q, want %q", at.Link(), got, want)
			}
		}
	}
}

// What is kept of a page is what would be found again, in either language and any order.
func TestPagesAreThoseOfThePlace(t *testing.T) {
	d := datatest.Embedded(t)
	orders := []place.Sort{{}, {By: place.ByName}, {By: place.ByValue, Turned: true}}
	for _, lang := range []model.Lang{model.ZH, model.EN, model.ZH} {
		for _, p := range d.Parts() {
			at := place.Place{View: place.Cities, Item: p.ID, Sub: "none", Sort: place.Sort{By: place.ByName}}
			for n, m := range d.Measures() {
				at.By, at.Rows = m.Indicator.ID, orders[n%len(orders)]
				if got, want := CityOf(d, at, lang, p), findCity(d, at, lang, p); !reflect.DeepEqual(got, want) {
					t.Errorf("the page of %s by %s is %+v, want %+v", p.ID, at.By, got, want)
				}
			}
		}
		for _, c := range d.Clusters {
			at := place.Place{View: place.Clusters, Item: c.ID, Sub: "none"}
			for _, at.Rows = range orders {
				if got, want := clusterOf(d, at, lang, c), findInCluster(d, at, lang, c); !reflect.DeepEqual(got, want) {
					t.Errorf("the figures of %s are %+v, want %+v", c.ID, got, want)
				}
			}
		}
	}
}
