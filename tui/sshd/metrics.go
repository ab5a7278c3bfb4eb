package sshd

import (
	"io"
	"net/http"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"anhui-tui/tui/present"
	"anhui-tui/tui/sshd/frames"
)

// metrics are the Prometheus metrics of a server. All names begin with anhui_, and
// no label has foreign text.
type metrics struct {
	registry *prometheus.Registry

	accepted   prometheus.Counter
	handshakes *prometheus.CounterVec // by result
	started    *prometheus.CounterVec // sessions, by kind
	ended      *prometheus.CounterVec // sessions, by reason
	refused    *prometheus.CounterVec // connections and sessions, by reason
	closed     *prometheus.CounterVec // connections, by reason
	trips      *prometheus.CounterVec // limits, by name
	denied     *prometheus.CounterVec // requests for what is not offered
	keys       prometheus.Counter
	frames     prometheus.Counter
	written    prometheus.Counter
	latency    prometheus.Histogram
	panics     prometheus.Counter
}

// newMetrics returns the metrics of a server with the given parts.
func newMetrics(used *capacity, ready func() bool, renderer *frames.Renderer, hub *present.Hub) *metrics {
	registry := prometheus.NewRegistry()
	r := prometheus.WrapRegistererWithPrefix("anhui_", registry)
	counter := func(name, help string) prometheus.Counter {
		c := prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
		r.MustRegister(c)
		return c
	}
	counters := func(name, help, label string, values ...reason) *prometheus.CounterVec {
		c := prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, []string{label})
		for _, v := range values {
			c.WithLabelValues(string(v)) // so that it is there with 0
		}
		r.MustRegister(c)
		return c
	}
	m := &metrics{
		registry:   registry,
		accepted:   counter("connections_accepted_total", "TCP connections accepted."),
		handshakes: counters("handshakes_total", "SSH handshakes, by result.", "result", "ok", "failed"),
		started:    counters("sessions_started_total", "Sessions that began, by kind.", "kind", "dashboard", "command", "plain", dialogueKind),
		ended:      counters("sessions_ended_total", "Sessions that ended, by reason.", "reason", append(limitReasons(), otherReasons()...)...),
		closed:     counters("connections_closed_total", "Connections the server closed, by reason.", "reason", append(limitReasons(), otherReasons()...)...),
		refused:    counters("refused_total", "Connections and sessions refused, by reason.", "reason", limitReasons()...),
		trips:      counters("limit_trips_total", "How often a limit was tripped.", "limit", limitReasons()...),
		denied:     counters("denied_total", "Requests for what is not offered, by kind.", "kind", "channel", "forwarding", "request", "command"),
		keys:       counter("keys_total", "Keys and clicks that reached a dashboard."),
		frames:     counter("frames_total", "Frames painted."),
		written:    counter("written_bytes_total", "Bytes written to sessions, before encryption."),
		panics:     counter("panics_total", "Sessions ended by a fault of the server."),
	}
	m.latency = prometheus.NewHistogram(prometheus.HistogramOpts{
		Name: "key_to_frame_seconds", Help: "From a key's arrival until its frame was written.",
		Buckets: []float64{.0002, .0005, .001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 5},
	})
	r.MustRegister(m.latency)
	gauge := func(name, help string, value func() int) {
		r.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help},
			func() float64 { return float64(value()) }))
	}
	gauge("connections", "Connections now.", func() int { return used.load().conns })
	gauge("connections_preauth", "Connections whose client has not sent its key-exchange message.", func() int { return used.load().preAuth })
	gauge("sessions", "Sessions now.", func() int { return used.load().sessions })
	gauge("commands", "Commands that run now.", func() int { return used.load().commands })
	gauge("cells", "Cells of all screens together.", func() int { return used.load().cells })
	gauge("ready", "Whether new connections are accepted.", func() int {
		if ready() {
			return 1
		}
		return 0
	})
	gauge("rooms", "Presentations that somebody here presents or follows.", func() int { return hub.Stats().Rooms })
	gauge("followers", "Sessions that take part in presentations.", func() int { return hub.Stats().Viewers })
	for _, c := range []struct {
		name, help string
		value      func(present.Stats) int64
	}{
		{"room_moves_total", "Moves of presenters here.", func(s present.Stats) int64 { return s.Moves }},
		{"bus_errors_total", "Messages the bus did not take, and messages from it that were none.", func(s present.Stats) int64 { return s.BusErrors }},
	} {
		r.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: c.name, Help: c.help},
			func() float64 { return float64(c.value(hub.Stats())) }))
	}
	r.MustRegister(cacheCollectors(renderer)...)
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// exceeded counts that a limit was exceeded.
func (m *metrics) exceeded(r reason) { m.trips.WithLabelValues(string(r)).Inc() }

// refuse counts a connection or a session that was refused for a limit.
func (m *metrics) refuse(r reason) {
	m.exceeded(r)
	m.refused.WithLabelValues(string(r)).Inc()
}

// close counts a connection that the server closed.
func (m *metrics) close(r reason) {
	if slices.Contains(limitReasons(), r) {
		m.exceeded(r)
	}
	m.closed.WithLabelValues(string(r)).Inc()
}

// deny counts a request for something that is not offered.
func (m *metrics) deny(kind string) { m.denied.WithLabelValues(kind).Inc() }

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// cacheCollectors returns the metrics of the caches of frames and of diffs. The
// latter is labelled "leads" for the sake of existing dashboards.
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

// HTTP returns the server of the side port: /healthz for whether the process is
// alive, /readyz for whether it accepts connections, and /metrics. It belongs on
// the loopback interface or a private network.
func (s *Server) HTTP() *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok\n") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		if s.Ready() {
			answer(w, http.StatusOK, "ready\n")
			return
		}
		answer(w, http.StatusServiceUnavailable, "not ready\n")
	})
	mux.Handle("GET /metrics", s.metrics.handler())
	return &http.Server{
		Handler: mux, ReadTimeout: 5 * time.Second, WriteTimeout: 10 * time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 8 << 10,
	}
}

// answer writes a plain text response.
func answer(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text) // the client may be gone
}
