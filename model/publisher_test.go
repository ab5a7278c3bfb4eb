package model

import "testing"

// Two publishers with the sources and figures of the test.
func published(t *testing.T) *Dataset {
	t.Helper()
	b := &builder{T: t}
	pv, it := b.cluster("pv"), b.cluster("it")
	glass, cells, chips := b.indicator("glass", pv, "anhui", Level, ""), b.indicator("cells", pv, "anhui", Level, ""), b.indicator("chips", it, "anhui", Level, "")
	for _, f := range []struct {
		of            *Indicator
		period, value string
	}{{glass, "2022", "exact 1"}, {glass, "2023", "exact 2"}, {cells, "2023", "exact 3"}, {chips, "2023", "exact 4"}, {chips, "2030", "target 9"}} {
		b.figure(f.of, f.period, f.value, true)
	}
	daily, news := Text{EN: "Daily", ZH: "D"}, Text{EN: "News", ZH: "N"}
	first := &Source{ID: "daily-2023", Publisher: daily, Date: "2023-01-02"}
	second := &Source{ID: "news-2024", Publisher: news, Date: "2024-05-06"}
	third := &Source{ID: "daily-2024", Publisher: daily, Date: "2024-03-04"}
	b.t.Sources = []*Source{first, second, third}
	for i, s := range []*Source{first, third, second, third, second} {
		b.t.Figures[i].Source = s
	}
	return NewDataset(b.t)
}

func TestPublishers(t *testing.T) {
	publishers := published(t).Publishers()
	if len(publishers) != 2 || publishers[0].Name.EN != "Daily" || publishers[1].Name.EN != "News" {
		t.Fatalf("%d publishers", len(publishers))
	}
	daily := publishers[0]
	if daily.Figures != 3 || len(daily.Sources) != 2 || daily.Sources[0].ID != "daily-2024" || daily.Sources[1].ID != "daily-2023" {
		t.Errorf("%d figures, sources %v", daily.Figures, daily.Sources)
	}
	if publishers[1].Figures != 2 {
		t.Errorf("the other has %d figures", publishers[1].Figures)
	}
}

// The newest are those published last, one of each source, and no targets.
func TestNewest(t *testing.T) {
	d := published(t)
	checkIDs(t, "newest", figureIDs(d.Newest()), "cells-2023 glass-2023")
}

func TestCountIn(t *testing.T) {
	d := published(t)
	if pv, it := d.CountIn(d.Cluster("pv")), d.CountIn(d.Cluster("it")); pv != 3 || it != 2 {
		t.Errorf("%d and %d figures", pv, it)
	}
}
