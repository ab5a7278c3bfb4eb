package shared

import (
	"bytes"
	"hash/maphash"
	"math/rand/v2"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// The costs of a key, with and without the caches:
//
//	go test -run '^$' -bench . -benchmem ./tui/sshd/shared

func at80x24() place.Viewport { return place.Viewport{Width: 80, Height: 24, Colors: place.Colors256} }

func BenchmarkRender(b *testing.B) {
	d := datatest.Embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		screen.Render(d, place.Place{View: place.Shares}, at80x24())
	}
}

func BenchmarkCells(b *testing.B) {
	lines := screen.Render(datatest.Embedded(b), place.Place{View: place.Shares}, at80x24()).Lines
	seed, known := maphash.MakeSeed(), &pens{}
	b.ReportAllocs()
	for b.Loop() {
		newFrame(1, seed, known, lines, 80)
	}
}

// pairs are the frames before and after keys of a walk.
func pairs(v *Viewers) [][2]*Frame {
	var all [][2]*Frame
	var last *Frame
	for _, app := range walk(v.data, at80x24(), 200, rand.New(rand.NewPCG(3, 3))) {
		next := v.Frame(app.Place(), app.Viewport(), "")
		if last != nil && last != next {
			all = append(all, [2]*Frame{last, next})
		}
		last = next
	}
	return all
}

func BenchmarkLead(b *testing.B) {
	v := NewViewers(datatest.Embedded(b), 0, 0)
	all := pairs(v)
	b.ReportAllocs()
	var out bytes.Buffer
	i, n := 0, 0
	for b.Loop() {
		out.Reset()
		lead(&out, all[i%len(all)][0], all[i%len(all)][1], &v.pens)
		n += out.Len()
		i++
	}
	b.ReportMetric(float64(n)/float64(i), "bytes/lead")
}

func BenchmarkFrameHit(b *testing.B) {
	v := NewViewers(datatest.Embedded(b), 0, 0)
	b.ReportAllocs()
	for b.Loop() {
		v.Frame(place.Place{View: place.Shares, Item: "x"}, at80x24(), "")
	}
}

func BenchmarkFrameMiss(b *testing.B) {
	v := NewViewers(datatest.Embedded(b), 0, 0)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		v.Frame(place.Place{View: place.Shares, Scroll: i}, at80x24(), "")
	}
}

func BenchmarkLeadHit(b *testing.B) {
	v := NewViewers(datatest.Embedded(b), 0, 0)
	x := v.Frame(place.Place{View: place.Shares}, at80x24(), "")
	y := v.Frame(place.Place{View: place.Voices}, at80x24(), "")
	b.ReportAllocs()
	for b.Loop() {
		v.Lead(x, y)
	}
}

func BenchmarkFrameHitParallel(b *testing.B) {
	v := NewViewers(datatest.Embedded(b), 0, 0)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			v.Frame(place.Place{View: place.Shares}, at80x24(), "")
		}
	})
}
