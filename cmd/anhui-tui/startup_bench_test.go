//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkStartup measures the time from exec to the first full frame in a
// terminal of 120×40 cells that answers no question before it is there, for
// the dashboard and for a program that only prints a frame of the same size,
// by turns. README.md says what the time goes to.
//
//	go test -run '^$' -bench Startup -benchtime 100x ./cmd/anhui-tui
func BenchmarkStartup(b *testing.B) {
	dashboard, frame := build(b, "."), build(b, "./testdata/printframe")
	var ours, least []time.Duration
	for b.Loop() {
		ours = append(ours, firstFrame(b, dashboard))
		least = append(least, firstFrame(b, frame))
	}
	ms := func(all []time.Duration) float64 {
		slices.Sort(all)
		return float64(all[len(all)/2].Microseconds()) / 1000
	}
	b.ReportMetric(ms(ours), "ms/frame")
	b.ReportMetric(ms(least), "ms/print")
	b.ReportMetric(ms(ours)/ms(least), "ratio")
}

// lastWord is the last word of both frames.
const lastWord = "quit"

// firstFrame starts a program in a pseudo-terminal and returns the time until
// its frame is complete.
func firstFrame(t testing.TB, program string) time.Duration {
	t.Helper()
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=en_US.UTF-8", "LC_ALL=", "NO_COLOR=")
	start := time.Now()
	terminal := startInPty(t, cmd, 120, 40)
	var seen []byte
	chunk := make([]byte, 1<<16)
	for !bytes.Contains(seen, []byte(lastWord)) {
		n, err := terminal.Read(chunk)
		if err != nil {
			t.Fatalf("no frame: %v, after %q", err, seen)
		}
		seen = append(seen, chunk[:n]...)
	}
	took := time.Since(start)
	terminal.WriteString("\x1b]11;rgb:0/0/0\aq") //nolint:errcheck // the other program has ended already
	go func() {                                  // it must not wait for somebody to read its last words
		for {
			if _, err := terminal.Read(chunk); err != nil {
				return
			}
		}
	}()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	terminal.Close() //nolint:errcheck // nothing was lost
	return took
}

// BenchmarkIdle counts the context switches a second of a dashboard on which
// nothing is pressed, over ten seconds, and its memory. Only Linux tells.
//
//	go test -run '^$' -bench Idle -benchtime 1x ./cmd/anhui-tui
func BenchmarkIdle(b *testing.B) {
	p, cmd, _ := play(b, build(b, "."))
	p.waitFor("q quit", true)
	time.Sleep(2 * time.Second) // for what the start leaves to do
	const seconds = 10
	tasks := fmt.Sprintf("/proc/%d/task/*/status", cmd.Process.Pid)
	for b.Loop() {
		before := sum(b, tasks, "ctxt_switches:")
		time.Sleep(seconds * time.Second)
		b.ReportMetric(float64(sum(b, tasks, "ctxt_switches:")-before)/seconds, "switches/s")
	}
	b.ReportMetric(float64(sum(b, fmt.Sprintf("/proc/%d/status", cmd.Process.Pid), "VmRSS:"))/1024, "MB")
}

// sum adds the numbers after a name in files of /proc.
func sum(b *testing.B, pattern, name string) (total int) {
	b.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		b.Skip("there is no " + pattern + " here")
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			continue // a thread that has ended
		}
		for line := range strings.Lines(string(text)) {
			if _, after, ok := strings.Cut(line, name); ok {
				n, _ := strconv.Atoi(strings.Fields(after)[0]) //nolint:errcheck // the kernel's
				total += n
			}
		}
	}
	return total
}
