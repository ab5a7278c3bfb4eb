package screen

import (
	"fmt"
	"testing"

	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// large is a dataset of 100,000 figures over 5,000 indicators in one cluster,
// all from one source: no list of it fits a screen.
func large(tb testing.TB) *model.Dataset {
	tb.Helper()
	const indicators, years = 5000, 20
	t := model.Tables{Version: "0.0.1", AsOf: "2026-01-01"}
	cluster := &model.Cluster{ID: "pv", Name: model.Text{EN: "Photovoltaics", ZH: "\u5149\u4f0f"}}
	home := &model.Place{ID: "anhui", Name: model.Text{EN: "Anhui", ZH: "\u5b89\u5fbd"}}
	form := model.UnitForm{Times: 1}
	unit := &model.Unit{ID: "count", English: form, Chinese: form}
	source := &model.Source{ID: "source", Publisher: home.Name, Title: "Title", Grade: model.GradeA, URL: "https://example.org/"}
	t.Home = home
	t.Clusters, t.Sources = []*model.Cluster{cluster}, []*model.Source{source}
	for i := range indicators {
		name := fmt.Sprintf("Output of product %d", i)
		indicator := &model.Indicator{
			ID: fmt.Sprintf("product-%d", i), Cluster: cluster, Place: home, Kind: model.Level, Unit: unit,
			Name: model.Text{EN: name, ZH: name},
		}
		t.Indicators = append(t.Indicators, indicator)
		for y := range years {
			period, err := model.ParsePeriod(fmt.Sprint(2000 + y))
			if err != nil {
				tb.Fatal(err)
			}
			value, err := model.NewValue(model.Exact, model.Num(float64(i*years+y)), model.Number{}, model.Number{})
			if err != nil {
				tb.Fatal(err)
			}
			t.Figures = append(t.Figures, &model.Figure{
				ID: fmt.Sprintf("%s-%d", indicator.ID, 2000+y), Indicator: indicator, Period: period, Value: value,
				AsPrinted: fmt.Sprint(i*years + y), Source: source, Lead: true,
			})
		}
	}
	return model.NewDataset(t)
}

// BenchmarkLarge draws views of 100,000 figures, and searches them.
func BenchmarkLarge(b *testing.B) {
	d := large(b)
	for _, link := range []string{
		"clusters/pv/product-4000-2019", "trends/product-4000", "sources/source/product-4000-2010",
	} {
		at := tuitest.At(b, link)
		b.Run(at.View.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Render(d, at, place.Viewport{Width: 120, Height: 40, Colors: place.Colors256})
			}
		})
	}
	b.Run("search", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.Search("product 4999", maxFound)
		}
	})
}
