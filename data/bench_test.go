package data

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"anhui-tui/model"
)

// BenchmarkLoadEmbedded is what a program starts with, and what it would take to
// check it again. The least is that of a machine with nothing else to do.
func BenchmarkLoadEmbedded(b *testing.B) {
	for name, load := range map[string]func() (*model.Dataset, error){
		"trusted": Embedded,
		"checked": func() (*model.Dataset, error) { return Load(Files()) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			least := time.Hour
			for b.Loop() {
				start := time.Now()
				if _, err := load(); err != nil {
					b.Fatal(err)
				}
				least = min(least, time.Since(start))
			}
			b.ReportMetric(float64(least.Microseconds())/1000, "ms/least")
		})
	}
}

func BenchmarkLoad100k(b *testing.B) {
	fsys := largePackage(b, 100_000)
	b.SetBytes(int64(len(fsys["observations.csv"].Data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoadFaulty is a package with more faults than are kept.
func BenchmarkLoadFaulty(b *testing.B) {
	fsys := largePackage(b, 100_000)
	fsys["observations.csv"].Data = []byte(strings.ReplaceAll(string(fsys["observations.csv"].Data), ",exact,", ",exakt,"))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(fsys); err == nil {
			b.Fatal("loaded")
		}
	}
}

// largePackage is the valid package with n more figures, of a year each.
func largePackage(tb testing.TB, n int) fstest.MapFS {
	tb.Helper()
	const years = 100
	fsys := validPackage(tb)
	var indicators, observations strings.Builder
	for i := range n {
		id, year := fmt.Sprintf("large-%d", i/years), 1900+i%years
		if i%years == 0 {
			fmt.Fprintf(&indicators, "%s,pv,anhui,Name,Name,Definition,Definition,level,cny-bn,none,,,,,,,,\n", id)
		}
		fmt.Fprintf(&observations, "%s-%d,%s,%d,exact,%d.5,,,,%d.5 billion yuan,,,,,,feng-kejin,china-daily-2024-09-18,p. 3,true,,,,\n", id, year, id, year, i, i)
	}
	fsys["indicators.csv"].Data = append(fsys["indicators.csv"].Data, indicators.String()...)
	fsys["observations.csv"].Data = append(fsys["observations.csv"].Data, observations.String()...)
	return fsys
}
