package sshd

import (
	"io"
	"net/http"
	"slices"
	"time"

	"anhui-tui/tui/present"
	"anhui-tui/tui/sshd/frames"
	"anhui-tui/tui/sshd/prom"
)

// metrics are the metrics of a server. All names begin with anhui_, and no label has
// foreign text.
type metrics struct {
	registry *prom.Registry

	accepted   *prom.Counter
	handshakes *prom.Counters // by result
	started    *prom.Counters // sessions, by kind
	ended      *prom.Counters // sessions, by reason
	refused    *prom.Counters // connections and sessions, by reason
	closed     *prom.Counters // connections, by reason
	trips      *prom.Counters // limits, by name
	denied     *prom.Counters // requests for what is not offered
	keys       *prom.Counter
	frames     *prom.Counter
	written    *prom.Counter
	latency    *prom.Histogram
	panics     *prom.Counter
}

// newMetrics returns the metrics of a server with the given parts.
func newMetrics(used *capacity, ready func() bool, renderer *frames.Renderer, hub *present.Hub) *metrics {
	r := prom.New("anhui_")
	counters := func(name, help, label string, values ...reason) *prom.Counters {
		c := r.Counters(name, help, label)
		for _, v := range values {
			c.With(string(v)) // so that it is there with 0
		}
		return c
	}
	m := &metrics{
		registry:   r,
		accepted:   r.Counter("connections_accepted_total", "TCP connections accepted."),
		handshakes: counters("handshakes_total", "SSH handshakes, by result.", "result", "ok", "failed"),
		started:    counters("sessions_started_total", "Sessions that began, by kind.", "kind", "dashboard", "command", "plain", dialogueKind),
		ended:      counters("sessions_ended_total", "Sessions that ended, by reason.", "reason", append(limitReasons(), otherReasons()...)...),
		closed:     counters("connections_closed_total", "Connections the server closed, by reason.", "reason", append(limitReasons(), otherReasons()...)...),
		refused:    counters("refused_total", "Connections and sessions refused, by reason.", "reason", limitReasons()...),
		trips:      counters("limit_trips_total", "How often a limit was tripped.", "limit", limitReasons()...),
		denied:     counters("denied_total", "Requests for what is not offered, by kind.", "kind", "channel", "forwarding", "request", "command"),
		keys:       r.Counter("keys_total", "Keys and clicks that reached a dashboard."),
		frames:     r.Counter("frames_total", "Frames painted."),
		written:    r.Counter("written_bytes_total", "Bytes written to sessions, before encryption."),
		panics:     r.Counter("panics_total", "Sessions ended by a fault of the server."),
		latency: r.Histogram("key_to_frame_seconds", "From a key's arrival until its frame was written.",
			.0002, .0005, .001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 5),
	}
	gauge := func(name, help string, value func() int) {
		r.GaugeFunc(name, help, func() []prom.Sample { return []prom.Sample{{Value: float64(value())}} })
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
	total := func(name, help string, value func(present.Stats) int64) {
		r.CounterFunc(name, help, func() []prom.Sample { return []prom.Sample{{Value: float64(value(hub.Stats()))}} })
	}
	total("room_moves_total", "Moves of presenters here.", func(s present.Stats) int64 { return s.Moves })
	total("bus_errors_total", "Messages the bus did not take, and messages from it that were none.", func(s present.Stats) int64 { return s.BusErrors })
	addCaches(r, renderer)
	r.Process()
	return m
}

// addCaches adds the metrics of the caches of frames and of diffs. The latter is
// labelled "leads" for the sake of existing dashboards.
func addCaches(r *prom.Registry, renderer *frames.Renderer) {
	both := func(of func(frames.Stats) float64) func() []prom.Sample {
		return func() []prom.Sample {
			shown, diffs := renderer.Stats()
			return []prom.Sample{
				{Labels: prom.Label("cache", "frames"), Value: of(shown)},
				{Labels: prom.Label("cache", "leads"), Value: of(diffs)},
			}
		}
	}
	r.CounterFunc("cache_hits_total", "What was there already.", both(func(s frames.Stats) float64 { return float64(s.Hits) }))
	r.CounterFunc("cache_misses_total", "What had to be made.", both(func(s frames.Stats) float64 { return float64(s.Misses) }))
	r.CounterFunc("cache_evictions_total", "What was let go to make room.", both(func(s frames.Stats) float64 { return float64(s.Evictions) }))
	r.GaugeFunc("cache_entries", "What is there.", both(func(s frames.Stats) float64 { return float64(s.Entries) }))
	r.GaugeFunc("cache_bytes", "What it takes.", both(func(s frames.Stats) float64 { return float64(s.Bytes) }))
}

// exceeded counts that a limit was exceeded.
func (m *metrics) exceeded(r reason) { m.trips.With(string(r)).Inc() }

// refuse counts a connection or a session that was refused for a limit.
func (m *metrics) refuse(r reason) {
	m.exceeded(r)
	m.refused.With(string(r)).Inc()
}

// close counts a connection that the server closed.
func (m *metrics) close(r reason) {
	if slices.Contains(limitReasons(), r) {
		m.exceeded(r)
	}
	m.closed.With(string(r)).Inc()
}

// deny counts a request for something that is not offered.
func (m *metrics) deny(kind string) { m.denied.With(kind).Inc() }

// ServeHTTP implements [http.Handler]: it writes the metrics.
func (m *metrics) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", prom.ContentType)
	_ = m.registry.Write(w) // the client may be gone
}

// HTTP returns the server of the side port: /healthz for whether the process is
// alive, /readyz for whether it accepts connections, and /metrics. It belongs on
// the loopback interface or a private network.
func (s *Server) HTTP() *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok\n") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		if s.ready() {
			answer(w, http.StatusOK, "ready\n")
			return
		}
		answer(w, http.StatusServiceUnavailable, "not ready\n")
	})
	mux.Handle("GET /metrics", s.metrics)
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
