package prom

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
)

func written(t *testing.T, r *Registry) string {
	t.Helper()
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The text is that of the format's own documentation.
func TestWrite(t *testing.T) {
	r := New("x_")
	hits := r.Counters("hits_total", "Hits.", "by")
	hits.With("b").Add(3)
	hits.With("a")
	r.GaugeFunc("zero", "Nothing.", func() []Sample { return []Sample{{Value: -0.5}} })
	r.GaugeFunc("unknown", "Not told.", func() []Sample { return nil })
	seconds := r.Histogram("seconds", "How long.", .1, 2)
	for _, v := range []float64{.1, .05, .5, 7} {
		seconds.Observe(v)
	}
	r.Counter("all_total", "All.").Inc()
	want := `# HELP x_all_total All.
# TYPE x_all_total counter
x_all_total 1
# HELP x_hits_total Hits.
# TYPE x_hits_total counter
x_hits_total{by="a"} 0
x_hits_total{by="b"} 3
# HELP x_seconds How long.
# TYPE x_seconds histogram
x_seconds_bucket{le="0.1"} 2
x_seconds_bucket{le="2"} 3
x_seconds_bucket{le="+Inf"} 4
x_seconds_sum 7.65
x_seconds_count 4
# HELP x_zero Nothing.
# TYPE x_zero gauge
x_zero -0.5
`
	if got := written(t, r); got != want {
		t.Errorf("it writes\n%s\nwant\n%s", got, want)
	}
}

// Every line of what the runtime and the system tell has the form of the format,
// and each name comes once.
func TestProcess(t *testing.T) {
	r := New("")
	r.Process()
	text := written(t, r)
	form := regexp.MustCompile(`^[a-z_]+(\{[a-z]+="[^"\\]*"\})? [-+0-9.e]+$`)
	kinds := map[string]bool{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "# TYPE "); ok {
			if name, _, _ = strings.Cut(name, " "); kinds[name] {
				t.Errorf("%s comes twice", name)
			}
			kinds[name] = true
		} else if !strings.HasPrefix(line, "#") && !form.MatchString(line) {
			t.Errorf("%q is no sample", line)
		}
	}
	names := []string{"go_goroutines", "go_threads", "go_info", "go_gc_duration_seconds", "go_memstats_heap_inuse_bytes", "process_start_time_seconds"}
	if _, err := os.Stat("/proc/self/stat"); err == nil {
		names = append(names, "process_cpu_seconds_total", "process_resident_memory_bytes", "process_open_fds", "process_max_fds")
		if resident := regexp.MustCompile(`\nprocess_resident_memory_bytes ([0-9.e+]+)\n`).FindStringSubmatch(text); resident == nil || atof(resident[1]) < 1<<20 || atof(resident[1]) > 1<<32 {
			t.Errorf("memory %q", resident)
		}
	}
	for _, name := range names {
		if !kinds[name] {
			t.Errorf("there is no %s", name)
		}
	}
}

func TestOctets(t *testing.T) {
	in, out := octets("TcpExt: A InOctets\nTcpExt: 1 2\nIpExt: InNoRoutes InOctets OutOctets\nIpExt: 0 4711 12\n")
	if in != 4711 || out != 12 {
		t.Errorf("%v, %v", in, out)
	}
	if in, out := octets("IpExt: InOctets OutOctets\nIpExt: 5\n"); in != 5 || out != 0 {
		t.Errorf("of a line cut off: %v, %v", in, out)
	}
}

// Nothing is lost where many count.
func TestConcurrent(t *testing.T) {
	r := New("")
	c, h := r.Counters("n", "N.", "of"), r.Histogram("h", "H.", 1)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 1000 {
				c.With("x").Inc()
				h.Observe(.5)
				_ = r.Write(discard{})
			}
		})
	}
	all.Wait()
	if text := written(t, r); !strings.Contains(text, "h_sum 4000\n") || !strings.Contains(text, `n{of="x"} 8000`) {
		t.Error(text)
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

type gone struct{}

var errGone = errors.New("gone")

func (gone) Write([]byte) (int, error) { return 0, errGone }

func TestWriterIsGone(t *testing.T) {
	if err := New("").Write(gone{}); !errors.Is(err, errGone) {
		t.Errorf("error %v", err)
	}
}
