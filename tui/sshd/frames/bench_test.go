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
	r := NewRenderer(datatest.Embedded(b), 0, 0)
	b.ReportAllocs()
	for b.Loop() {
		r.Frame(place.Place{View: place.Shares, Item: "x"}, at80x24(), "")
	}
}

func BenchmarkFrameMiss(b *testing.B) {
	r := NewRenderer(datatest.Embedded(b), 0, 0)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		r.Frame(place.Place{View: place.Shares, Scroll: i}, at80x24(), "")
	}
}

func BenchmarkDiffHit(b *testing.B) {
	r := NewRenderer(datatest.Embedded(b), 0, 0)
	x := r.Frame(place.Place{View: place.Shares}, at80x24(), "")
	y := r.Frame(place.Place{View: place.Voices}, at80x24(), "")
	b.ReportAllocs()
	for b.Loop() {
		r.Diff(x, y)
	}
}

func BenchmarkFrameHitParallel(b *testing.B) {
	r := NewRenderer(datatest.Embedded(b), 0, 0)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			r.Frame(place.Place{View: place.Shares}, at80x24(), "")
		}
	})
}
