package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"
)

// report is the results and the machine they were measured on.
type report struct {
	Date    string   `json:"date"`
	Machine string   `json:"machine"`
	Command string   `json:"command"`
	Plan    *plan    `json:"plan"`
	Results []result `json:"results"`
}

func newReport(p *plan, results []result) *report {
	return &report{
		Date:    time.Now().Format("2006-01-02"),
		Machine: machine(),
		Command: "anhui-load " + strings.Join(os.Args[1:], " "),
		Plan:    p, Results: results,
	}
}

// machine describes the machine.
func machine() string {
	name := runtime.GOARCH
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.SplitSeq(string(text), "\n") {
			if k, v, _ := strings.Cut(line, ":"); strings.TrimSpace(k) == "model name" {
				name = strings.TrimSpace(v)
				break
			}
		}
	}
	return fmt.Sprintf("%d cores of %s, %s, %s", runtime.NumCPU(), name, runtime.GOOS, runtime.Version())
}

func (r *report) writeJSON(path string) error {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o600) //nolint:gosec // a path this program's user gave
}

// row is a line of the table, with a number of each server.
type row struct {
	name   string
	format string
	of     func(*result) float64
	ratio  bool   // whether to show the ratio to the floor
	needs  source // the source of the number
}

// source is the source of a number.
type source uint8

const (
	byClients source = iota
	bySystem         // needs the server's process
	byServer         // needs the commands of the server
)

func (s source) has(r *result) bool {
	return s == byClients || s == bySystem && r.Empty > 0 || s == byServer && r.Before.Goroutines > 0
}

func rows() []row {
	return []row{
		{"memory a session, idle, KiB", "%.0f", func(r *result) float64 { return r.Session }, true, bySystem},
		{"memory a session, after the keys, KiB", "%.0f", func(r *result) float64 { return r.SessionNow }, true, bySystem},
		{"CPU a key, ms", "%.3f", func(r *result) float64 { return r.KeyCPU }, true, bySystem},
		{"key to frame p50, ms", "%.2f", func(r *result) float64 { return r.Key.P50 }, true, byClients},
		{"key to frame p95, ms", "%.2f", func(r *result) float64 { return r.Key.P95 }, true, byClients},
		{"key to frame p99, ms", "%.2f", func(r *result) float64 { return r.Key.P99 }, true, byClients},
		{"key to frame max, ms", "%.1f", func(r *result) float64 { return r.Key.Max }, true, byClients},
		{"bytes a key", "%.0f", func(r *result) float64 { return r.KeyBytes }, true, byClients},
		{"idle CPU, % of a core", "%.2f", func(r *result) float64 { return r.IdleCPU }, false, bySystem},
		{"CPU a connection, ms", "%.2f", func(r *result) float64 { return r.ConnectCPU }, true, bySystem},
		{"connect p50, ms", "%.1f", func(r *result) float64 { return r.Connect.P50 }, true, byClients},
		{"first frame p50, ms", "%.1f", func(r *result) float64 { return r.FirstFrame.P50 }, true, byClients},
		{"first frame p99, ms", "%.1f", func(r *result) float64 { return r.FirstFrame.P99 }, true, byClients},
		{"goroutines a session", "%.1f", func(r *result) float64 {
			return float64(r.During.Goroutines-r.Before.Goroutines) / float64(r.Sessions)
		}, true, byServer},
		{"goroutines left", "%.0f", func(r *result) float64 { return float64(r.After.Goroutines - r.Before.Goroutines) }, false, byServer},
		{"descriptors left", "%.0f", func(r *result) float64 { return float64(r.Files[2] - r.Files[0]) }, false, bySystem},
		{"heap left, KiB", "%.0f", func(r *result) float64 { return (float64(r.After.Heap) - float64(r.Before.Heap)) / 1024 }, false, byServer},
		{"keys", "%.0f", func(r *result) float64 { return float64(r.Keys) }, false, byClients},
		{"keys without answer", "%.0f", func(r *result) float64 { return float64(r.Unanswered) }, false, byClients},
	}
}

// table prints the servers side by side, as a Markdown table.
func (r *report) table(w io.Writer) error {
	fmt.Fprintf(w, "%s, %s\n`%s`\n\n", r.Date, r.Machine, r.Command) //nolint:errcheck // Flush fails, too
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', tabwriter.AlignRight)
	line := func(cells []string) { fmt.Fprintln(t, "|\t"+strings.Join(cells, "\t|\t")+"\t|") } //nolint:errcheck // as above
	head, rule := make([]string, 1, 1+len(r.Results)), make([]string, 1, 1+len(r.Results))
	head[0], rule[0] = fmt.Sprintf("%d×%d", r.Plan.Width, r.Plan.Height), "---"
	for i := range r.Results {
		head = append(head, fmt.Sprintf("%s, %d", r.Results[i].Server, r.Results[i].Sessions))
		rule = append(rule, "--:")
	}
	line(head)
	line(rule)
	for _, row := range rows() {
		cells := append(make([]string, 0, 1+len(r.Results)), row.name)
		for i := range r.Results {
			cells = append(cells, r.cell(row, &r.Results[i]))
		}
		line(cells)
	}
	return t.Flush()
}

func (r *report) cell(row row, of *result) string {
	if !row.needs.has(of) {
		return "–"
	}
	value := row.of(of)
	text := fmt.Sprintf(row.format, value)
	for i := range r.Results {
		if floor := &r.Results[i]; row.ratio && floor.Server == "floor" && floor != of && row.of(floor) > 0 {
			text += fmt.Sprintf(" (%.2f×)", value/row.of(floor))
		}
	}
	return text
}
