package main

import (
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/sshd/frames"
)

// BenchmarkWalk measures what the keys of 400 sessions cost without the wire: the
// App, frames and the bytes between them, with nothing in any cache at first. Each
// session presses as many keys as in 12 s of a load.
//
//	go test -run '^$' -bench Walk -benchmem ./cmd/anhui-load
func BenchmarkWalk(b *testing.B) {
	d := datatest.Embedded(b)
	p := plan{Sessions: 400, Width: 80, Height: 24, Rate: 1, Keys: 12e9, Seed: 1}
	walks := p.walks(d, func(int, int) {})
	const keys = 12
	var drawn, diffs int
	b.ReportAllocs()
	for b.Loop() {
		r := frames.NewRenderer(0, 0)
		apps := make([]tui.App, len(walks))
		shown := make([]frames.Frame, len(walks))
		for i := range apps {
			apps[i] = tui.New(d, place.Place{}, p.viewport(), tui.Options{})
			shown[i], _ = r.Frame(apps[i].Page(), "")
		}
		for k := range keys {
			for i, w := range walks {
				apps[i], _ = apps[i].Step(keyPress(w[k].key))
				f, new := r.Frame(apps[i].Page(), "")
				_, made := r.Diff(shown[i].Frame, f.Frame)
				shown[i] = f
				if new {
					drawn++
				}
				if made {
					diffs++
				}
			}
		}
	}
	n := float64(b.N * keys * len(walks))
	b.ReportMetric(float64(b.Elapsed().Microseconds())/n, "us/key")
	b.ReportMetric(float64(drawn)/n, "drawn/key")
	b.ReportMetric(float64(diffs)/n, "diffs/key")
}
