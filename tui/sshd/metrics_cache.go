package sshd

import (
	"github.com/prometheus/client_golang/prometheus"

	"anhui-tui/tui/sshd/shared"
)

// cacheCollectors are the metrics of the frames that sessions share, and of
// the bytes that lead from one to another.
func cacheCollectors(viewers *shared.Viewers) []prometheus.Collector {
	var all []prometheus.Collector
	for cache, stats := range map[string]func() shared.Stats{
		"frames": func() shared.Stats { s, _ := viewers.Stats(); return s },
		"leads":  func() shared.Stats { _, s := viewers.Stats(); return s },
	} {
		is := prometheus.Labels{"cache": cache}
		counter := func(name, help string, of func(shared.Stats) uint64) {
			all = append(all, prometheus.NewCounterFunc(
				prometheus.CounterOpts{Name: name, Help: help, ConstLabels: is},
				func() float64 { return float64(of(stats())) }))
		}
		gauge := func(name, help string, of func(shared.Stats) int) {
			all = append(all, prometheus.NewGaugeFunc(
				prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: is},
				func() float64 { return float64(of(stats())) }))
		}
		counter("cache_hits_total", "What was there already.", func(s shared.Stats) uint64 { return s.Hits })
		counter("cache_misses_total", "What had to be made.", func(s shared.Stats) uint64 { return s.Misses })
		counter("cache_evictions_total", "What was let go to make room.", func(s shared.Stats) uint64 { return s.Evictions })
		gauge("cache_entries", "What is there.", func(s shared.Stats) int { return s.Entries })
		gauge("cache_bytes", "What it takes.", func(s shared.Stats) int { return s.Bytes })
	}
	return all
}
