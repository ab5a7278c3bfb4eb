package frames

import (
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// The cost of a key, with and without the caches:
//
//	go test -run '^$' -bench . -benchmem ./tui/sshd/frames

func BenchmarkRender(b *testing.B) {
	d := datatest.Embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		screen.Render(d, place.Place{View: place.Shares}, at80x24())
	}
}

func BenchmarkFrameHit(b *testing.B) {
	r, d := NewRenderer(0, 0), datatest.Embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		r.Frame(page(d, place.Place{View: place.Shares, Item: "x"}), "")
	}
}

func BenchmarkFrameMiss(b *testing.B) {
	r, d := NewRenderer(0, 0), datatest.Embedded(b)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		r.Frame(page(d, place.Place{View: place.Shares, Scroll: i}), "")
	}
}

func BenchmarkDiffHit(b *testing.B) {
	r, d := NewRenderer(0, 0), datatest.Embedded(b)
	x, _ := r.Frame(page(d, place.Place{View: place.Shares}), "")
	y, _ := r.Frame(page(d, place.Place{View: place.Voices}), "")
	b.ReportAllocs()
	for b.Loop() {
		r.Diff(x.Frame, y.Frame)
	}
}

func BenchmarkFrameHitParallel(b *testing.B) {
	r, d := NewRenderer(0, 0), datatest.Embedded(b)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			r.Frame(page(d, place.Place{View: place.Shares}), "")
		}
	})
}
