package main

import (
	"os"
	"testing"
	"time"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/sshd/frames"
)

// BenchmarkWalk measures what the keys of 400 sessions cost without the wire, in all the
// dashboard and in each view by itself: the App, frames and the bytes between them, with
// nothing in any cache at first. Each session presses as many keys as in 12 s of a load.
//
//	go test -run '^$' -bench Walk/all -benchmem ./cmd/anhui-load
func BenchmarkWalk(b *testing.B) {
	d := datatest.Embedded(b)
	const keys = 12
	for _, s := range append([]stay{{name: "all"}}, stays()...) {
		p := plan{Sessions: 400, Width: 80, Height: 24, Rate: 1, Keys: keys * time.Second, Seed: 1, stay: s}
		b.Run(s.name, func(b *testing.B) { benchmarkWalk(b, d, &p, keys) })
	}
}

func benchmarkWalk(b *testing.B, d *model.Dataset, p *plan, keys int) {
	b.Helper()
	walks := p.walks(d, func(int, int) {})
	before, err := usageOf(os.Getpid())
	if err != nil {
		b.Skip(err)
	}
	var drawn, made int
	b.ReportAllocs()
	for b.Loop() {
		r := frames.NewRenderer(0, 0)
		apps, shown := make([]tui.App, len(walks)), make([]frames.Frame, len(walks))
		for i := range apps {
			apps[i] = tui.New(d, place.Place{}, p.viewport(), tui.Options{Search: r.Search})
			for _, key := range p.stay.begin {
				apps[i].Take(keyPress(key))
			}
			shown[i], _ = r.Frame(apps[i].Page(), "")
		}
		for k := range keys {
			for i, w := range walks {
				apps[i].Take(keyPress(w[k].key))
				frame, isNew := r.Frame(apps[i].Page(), "")
				_, diffIsNew := r.Diff(shown[i].Frame, frame.Frame)
				shown[i] = frame
				if isNew {
					drawn++
				}
				if diffIsNew {
					made++
				}
			}
		}
	}
	after, _ := usageOf(os.Getpid()) //nolint:errcheck // as before
	n := float64(b.N * keys * len(walks))
	b.ReportMetric(1e6*(after.CPU-before.CPU)/n, "cpu-us/key")
	b.ReportMetric(float64(drawn)/n, "drawn/key")
	b.ReportMetric(float64(made)/n, "diffs/key")
}
