package tui

import (
	"slices"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// A link that is accepted or suggested leads to just what it names: the
// dashboard never puts the cursor elsewhere without a word.
func TestLinksLeadWhereTheySay(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	var links []string
	for _, v := range place.Views() {
		at := place.Place{View: v}
		for _, id := range nav.Items(d, at, model.EN) {
			at.Item, at.Sub = id, ""
			links = append(links, at.Link())
			for _, sub := range nav.Subs(d, at, model.EN) {
				at.Sub = sub
				links = append(links, at.Link())
			}
		}
	}
	all := slices.Grow([]string{nav.AuditItem, nav.ConflictsItem}, len(d.Figures)+len(d.Indicators)+len(d.People))
	for _, f := range d.Figures {
		all = append(all, f.ID)
	}
	for _, i := range d.Indicators {
		all = append(all, i.ID)
	}
	for _, p := range d.People {
		all = append(all, p.ID)
	}
	for _, id := range append(all, nav.Items(d, place.Place{View: place.Sources}, model.EN)...) {
		found := nav.Places(d, id)
		if len(found) == 0 {
			t.Errorf("%s is nowhere", id)
		}
		links = append(links, found...)
	}
	for _, link := range links {
		at, err := place.Parse(link)
		if err == nil {
			err = nav.Check(d, at)
		}
		opened := New(d, at, tuitest.Viewport(80, 24, model.EN), Options{})
		if got := opened.Place(); err != nil || got != at {
			t.Errorf("%s leads to %s, %v", link, got.Link(), err)
		}
	}
}

// A data package without rows has nothing to show, in every view.
func TestEmptyDataset(t *testing.T) {
	d := model.NewDataset(model.Tables{})
	for _, v := range place.Views() {
		for _, table := range []bool{false, true} {
			for _, size := range [][2]int{{20, 5}, {40, 12}, {80, 24}, {120, 40}} {
				for _, card := range tuitest.Cards() {
					a := New(d, place.Place{View: v, Table: table, Card: card}, tuitest.Viewport(size[0], size[1], model.EN), Options{})
					if len(a.Frame().Lines()) != size[1] {
						t.Errorf("%s at %v has %d lines", v, size, len(a.Frame().Lines()))
					}
				}
				a := New(d, place.Place{View: v, Table: table}, tuitest.Viewport(size[0], size[1], model.EN), Options{})
				press(t, a, "j k enter i esc ! - y c f v t w s / g enter n")
			}
		}
	}
}
