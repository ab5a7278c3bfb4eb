package sshd

import (
	"net/http"
	"slices"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"anhui-tui/tui/sshd/frames"
)

// metrics are what the server counts. All names begin with anhui_, and no
// label is made of anything foreign.
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

func newMetrics(g *gate, ready func() bool, renderer *frames.Renderer) *metrics {
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
			c.WithLabelValues(string(v)) // so that it is there before it happens
		}
		r.MustRegister(c)
		return c
	}
	m := &metrics{
		registry:   registry,
		accepted:   counter("connections_accepted_total", "TCP connections accepted."),
		handshakes: counters("handshakes_total", "SSH handshakes, by result.", "result", "ok", "failed"),
		started:    counters("sessions_started_total", "Sessions that began, by kind.", "kind", "dashboard", "command", "plain", dialogue),
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
	gauge("connections", "Connections now.", func() int { return g.load().conns })
	gauge("connections_preauth", "Connections whose client has not sent its key-exchange message.", func() int { return g.load().preAuth })
	gauge("sessions", "Sessions now.", func() int { return g.load().sessions })
	gauge("commands", "Commands that run now.", func() int { return g.load().commands })
	gauge("cells", "Cells of all screens together.", func() int { return g.load().cells })
	gauge("ready", "Whether new connections are accepted.", func() int {
		if ready() {
			return 1
		}
		return 0
	})
	r.MustRegister(cacheCollectors(renderer)...)
	r.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// trip counts that a limit was tripped.
func (m *metrics) trip(r reason) { m.trips.WithLabelValues(string(r)).Inc() }

// refuse counts a connection or session that was refused for a limit.
func (m *metrics) refuse(r reason) {
	m.trip(r)
	m.refused.WithLabelValues(string(r)).Inc()
}

// close counts a connection that the server closed.
func (m *metrics) close(r reason) {
	if slices.Contains(limitReasons(), r) {
		m.trip(r)
	}
	m.closed.WithLabelValues(string(r)).Inc()
}

// deny counts a request for something that is not offered.
func (m *metrics) deny(kind string) { m.denied.WithLabelValues(kind).Inc() }

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
