package terminal

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
)

// The cost of a key that no cache helps with:
//
//	go test -run '^$' -bench . -benchmem ./tui/terminal

func at80x24() place.Viewport { return place.Viewport{Width: 80, Height: 24, Colors: place.Colors256} }

func BenchmarkDiff(b *testing.B) {
	var all [][2]*cell.Frame // before and after the keys of a walk
	var last *cell.Frame
	for _, app := range walk(datatest.Embedded(b), at80x24(), 200, rand.New(rand.NewPCG(3, 3))) {
		next := app.Frame().Frame
		if last != nil {
			all = append(all, [2]*cell.Frame{last, next})
		}
		last = next
	}
	b.ReportAllocs()
	var out bytes.Buffer
	i, n := 0, 0
	for b.Loop() {
		out.Reset()
		pair := all[i%len(all)]
		writeDiff(&out, pair[0], pair[1])
		n += out.Len()
		i++
	}
	b.ReportMetric(float64(n)/float64(i), "bytes/diff")
}
