package sshd

import (
	"github.com/prometheus/client_golang/prometheus"

	"anhui-tui/tui/sshd/frames"
)

// cacheCollectors are the metrics of the frames that sessions share, and of
// the bytes that lead from one to another.
func cacheCollectors(renderer *frames.Renderer) []prometheus.Collector {
	var all []prometheus.Collector
	for cache, stats := range map[string]func() frames.Stats{
		"frames": func() frames.Stats { s, _ := renderer.Stats(); return s },
		"leads":  func() frames.Stats { _, s := renderer.Stats(); return s },
	} {
		is := prometheus.Labels{"cache": cache}
		counter := func(name, help string, of func(frames.Stats) uint64) {
			all = append(all, prometheus.NewCounterFunc(
				prometheus.CounterOpts{Name: name, Help: help, ConstLabels: is},
				func() float64 { return float64(of(stats())) }))
		}
		gauge := func(name, help string, of func(frames.Stats) int) {
			all = append(all, prometheus.NewGaugeFunc(
				prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: is},
				func() float64 { return float64(of(stats())) }))
		}
		counter("cache_hits_total", "What was there already.", func(s frames.Stats) uint64 { return s.Hits })
		counter("cache_misses_total", "What had to be made.", func(s frames.Stats) uint64 { return s.Misses })
		counter("cache_evictions_total", "What was let go to make room.", func(s frames.Stats) uint64 { return s.Evictions })
		gauge("cache_entries", "What is there.", func(s frames.Stats) int { return s.Entries })
		gauge("cache_bytes", "What it takes.", func(s frames.Stats) int { return s.Bytes })
	}
	return all
}
