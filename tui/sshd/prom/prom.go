// Package prom counts, and writes what it has counted in the text format of
// Prometheus. It has what a server here needs and costs nothing to be linked in:
// the client libraries initialise for one to three milliseconds at the start of
// every program, most of which serve nobody.
package prom

import (
	"bytes"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// ContentType is the media type of what [Registry.Write] writes.
const ContentType = "text/plain; version=0.0.4; charset=utf-8"

// The types of metrics.
const (
	counterType   = "counter"
	gaugeType     = "gauge"
	histogramType = "histogram"
	summaryType   = "summary"
)

// Sample is a number with a name, and the labels it has as they are written:
// `kind="command"`.
type Sample struct {
	Suffix, Labels string
	Value          float64
}

// family is the samples of one name.
type family struct {
	name, help, kind string
	samples          func() []Sample
}

// Registry is a set of metrics. It is filled by one goroutine before it is used;
// counting and writing may be done by any.
type Registry struct {
	prefix   string
	families []family
	groups   []func() []family
}

// New returns a registry of metrics whose names begin with prefix.
func New(prefix string) *Registry { return &Registry{prefix: prefix} }

func (r *Registry) add(name, help, kind string, samples func() []Sample) {
	r.families = append(r.families, family{name, help, kind, samples})
}

// Counter is a number that grows.
type Counter struct{ n atomic.Uint64 }

// Inc adds 1.
func (c *Counter) Inc() { c.n.Add(1) }

// Add adds n.
func (c *Counter) Add(n uint64) { c.n.Add(n) }

// Value returns the number.
func (c *Counter) Value() uint64 { return c.n.Load() }

// Counter adds a counter.
func (r *Registry) Counter(name, help string) *Counter {
	c := &Counter{}
	r.add(name, help, counterType, func() []Sample { return []Sample{{Value: float64(c.Value())}} })
	return c
}

// Counters are counters of one name, told apart by a label.
type Counters struct {
	label string
	mu    sync.Mutex
	of    map[string]*Counter
}

// With returns the counter with a value of the label. It is there with 0 from
// then on.
func (c *Counters) With(value string) *Counter {
	c.mu.Lock()
	defer c.mu.Unlock()
	counter, ok := c.of[value]
	if !ok {
		counter = &Counter{}
		c.of[value] = counter
	}
	return counter
}

func (c *Counters) samples() []Sample {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := make([]Sample, 0, len(c.of))
	for value, counter := range c.of {
		all = append(all, Sample{Labels: Label(c.label, value), Value: float64(counter.Value())})
	}
	slices.SortFunc(all, func(a, b Sample) int { return strings.Compare(a.Labels, b.Labels) })
	return all
}

// Counters adds counters with a label.
func (r *Registry) Counters(name, help, label string) *Counters {
	c := &Counters{label: label, of: map[string]*Counter{}}
	r.add(name, help, counterType, c.samples)
	return c
}

// Label returns a label as samples have it.
func Label(name, value string) string { return name + "=" + strconv.Quote(value) }

// GaugeFunc adds numbers that go up and down, which are asked for when they are
// written.
func (r *Registry) GaugeFunc(name, help string, samples func() []Sample) {
	r.add(name, help, gaugeType, samples)
}

// CounterFunc adds numbers that somebody else counts.
func (r *Registry) CounterFunc(name, help string, samples func() []Sample) {
	r.add(name, help, counterType, samples)
}

// Histogram counts observations by how large they are.
type Histogram struct {
	bounds []float64
	counts []atomic.Uint64 // up to each bound and above the one before, and of all above
	sum    atomic.Uint64   // the bits of a float64
}

// Observe counts a value.
func (h *Histogram) Observe(v float64) {
	i, _ := slices.BinarySearch(h.bounds, v)
	h.counts[i].Add(1)
	for {
		old := h.sum.Load()
		if h.sum.CompareAndSwap(old, math.Float64bits(math.Float64frombits(old)+v)) {
			return
		}
	}
}

func (h *Histogram) samples() []Sample {
	all := make([]Sample, 0, len(h.counts)+2)
	total := 0.0
	for i := range h.counts {
		total += float64(h.counts[i].Load())
		bound := "+Inf"
		if i < len(h.bounds) {
			bound = format(h.bounds[i])
		}
		all = append(all, Sample{"_bucket", Label("le", bound), total})
	}
	return append(all, Sample{Suffix: "_sum", Value: math.Float64frombits(h.sum.Load())}, Sample{Suffix: "_count", Value: total})
}

// Histogram adds a histogram with buckets up to some bounds, in order.
func (r *Registry) Histogram(name, help string, bounds ...float64) *Histogram {
	h := &Histogram{bounds: bounds, counts: make([]atomic.Uint64, len(bounds)+1)}
	r.add(name, help, histogramType, h.samples)
	return h
}

// Write writes all metrics, in the order of their names.
func (r *Registry) Write(w io.Writer) error {
	families := slices.Clone(r.families)
	for _, group := range r.groups {
		families = append(families, group()...)
	}
	slices.SortFunc(families, func(a, b family) int { return strings.Compare(a.name, b.name) })
	var out bytes.Buffer
	for _, f := range families {
		samples := f.samples()
		if len(samples) == 0 {
			continue
		}
		name := r.prefix + f.name
		out.WriteString("# HELP " + name + " " + f.help + "\n# TYPE " + name + " " + f.kind + "\n")
		for _, s := range samples {
			out.WriteString(name + s.Suffix)
			if s.Labels != "" {
				out.WriteString("{" + s.Labels + "}")
			}
			out.WriteString(" " + format(s.Value) + "\n")
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

func format(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
