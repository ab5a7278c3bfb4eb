package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
)

// BenchmarkView is what a frame costs, handed to the renderer.
func BenchmarkView(b *testing.B) {
	d := datatest.Embedded(b)
	for _, link := range []string{
		"overview", "clusters/auto", "shares", "shares?as=table", "trends/vehicle-output", "trends/vehicle-output?as=table", "trends/gdp", "trends/pv-revenue?with=pv-cell-output,emerging-share",
		"cities", "cities/hefei?with=wuhu", "voices/wang-qingxian", "sources/audit", "sources/conflicts", "shares?card=source", "overview?card=help",
		"overview?card=search&q=glass",
	} {
		for _, lang := range tuitest.Langs() {
			a := New(d, tuitest.At(b, link), tuitest.Viewport(120, 40, lang), Options{})
			b.Run(link+"/"+lang.String(), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					a.View()
				}
			})
		}
	}
}

// BenchmarkLargeView is what a frame costs on a screen as large as any desk has.
func BenchmarkLargeView(b *testing.B) {
	d := datatest.Embedded(b)
	for _, link := range []string{"overview", "clusters/auto", "shares", "trends/gdp", "cities", "voices", "sources"} {
		a := New(d, tuitest.At(b, link), tuitest.Viewport(300, 100, model.EN), Options{})
		b.Run(link, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.View()
			}
		})
	}
}

// BenchmarkUpdate is what a key, a click or an answer of the terminal costs.
func BenchmarkUpdate(b *testing.B) {
	d := datatest.Embedded(b)
	for name, c := range map[string]struct {
		from string
		msg  tea.Msg
	}{
		"cursor":   {"shares", tuitest.KeyPress(b, "j")},
		"page":     {"clusters/auto", tuitest.KeyPress(b, "pgdown")},
		"tab":      {"overview", tuitest.KeyPress(b, "tab")},
		"open":     {"clusters/auto", tuitest.KeyPress(b, "enter")},
		"card":     {"shares", tuitest.KeyPress(b, "i")},
		"sort":     {"shares", tuitest.KeyPress(b, "s")},
		"language": {"shares", tuitest.KeyPress(b, "L")},
		"theme":    {"shares", tuitest.KeyPress(b, "T")},
		"typing":   {"overview?card=search&q=glas", tuitest.KeyPress(b, "s")},
		"unknown":  {"shares", tuitest.KeyPress(b, "f5")},
		"click":    {"overview", tea.MouseClickMsg{X: 20, Y: 2, Button: tea.MouseLeft}},
		"resize":   {"overview", tea.WindowSizeMsg{Width: 80, Height: 24}},
	} {
		a := New(d, tuitest.At(b, c.from), tuitest.Viewport(120, 40, model.EN), Options{})
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.Update(c.msg)
			}
		})
	}
}

// BenchmarkASCII is what a key and a frame cost a viewer with all characters,
// and one who draws with ASCII.
func BenchmarkASCII(b *testing.B) {
	d := datatest.Embedded(b)
	key := tuitest.KeyPress(b, "j")
	for _, lang := range tuitest.Langs() {
		for _, ascii := range []bool{false, true} {
			in := tuitest.Viewport(120, 40, lang)
			in.ASCII = ascii
			a := New(d, tuitest.At(b, "shares"), in, Options{})
			name := lang.String() + "/all characters"
			if ascii {
				name = lang.String() + "/ASCII"
			}
			b.Run("key/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					a.Update(key)
				}
			})
			b.Run("frame/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					a.Frame()
				}
			})
		}
	}
}

// BenchmarkNew is what a viewer who comes costs.
func BenchmarkNew(b *testing.B) {
	d := datatest.Embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		New(d, place.Place{}, tuitest.Viewport(120, 40, model.EN), Options{})
	}
}
