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
// the dashboard, for a program that only prints a frame of the same size, and for
// those of others that are installed, by turns. README.md says what the time
// goes to, and how to measure on a machine that others use.
//
//	go test -run '^$' -bench Startup -benchtime 100x ./cmd/anhui-tui
func BenchmarkStartup(b *testing.B) {
	dashboard, frame := build(b, "."), build(b, "./testdata/printframe")
	text := filepath.Join(b.TempDir(), "text")
	if err := os.WriteFile(text, []byte(strings.Repeat("anhui quit\n", 100)), 0o600); err != nil {
		b.Fatal(err)
	}
	type program struct {
		name, last string // a word of the end of its frame; "" is when a screenful has come
		command    []string
		took       []time.Duration
	}
	programs := []*program{
		{name: "frame", last: lastWord, command: []string{dashboard}},
		{name: "print", last: lastWord, command: []string{frame}},
	}
	for _, p := range []*program{
		{name: "less", command: []string{"less", text}},
		{name: "htop", command: []string{"htop"}},
		{name: "btop", command: []string{"btop", "--utf-force"}},
	} {
		if path, err := exec.LookPath(p.command[0]); err == nil {
			p.command[0] = path
			programs = append(programs, p)
		}
	}
	for b.Loop() {
		for _, p := range programs {
			p.took = append(p.took, firstFrame(b, p.last, p.command...))
		}
	}
	for _, p := range programs {
		slices.Sort(p.took)
		b.ReportMetric(ms(p.took[len(p.took)/2]), "ms/"+p.name)
	}
	b.ReportMetric(ms(programs[0].took[0]), "ms/least")
	b.ReportMetric(ms(programs[0].took[len(programs[0].took)/2])/ms(programs[1].took[len(programs[1].took)/2]), "ratio")
	b.ReportMetric(ms(programs[0].took[0])/ms(programs[1].took[0]), "ratio/least")
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// lastWord is the last word of both frames.
const lastWord = "quit"

// screenful is fewer bytes than any frame of 120×40 cells has.
const screenful = 400

// firstFrame starts a program in a pseudo-terminal and returns the time until
// its frame is complete.
func firstFrame(t testing.TB, last string, command ...string) time.Duration {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=", "NO_COLOR=")
	start := time.Now()
	terminal := startInPty(t, cmd, 120, 40)
	var seen []byte
	chunk := make([]byte, 1<<16)
	for !bytes.Contains(seen, []byte(last)) || len(seen) < screenful {
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
	ended := time.AfterFunc(2*time.Second, func() { _ = cmd.Process.Kill() }) // those of others may ask something else
	defer ended.Stop()
	_ = cmd.Wait()   // the exit codes of others are not ours
	terminal.Close() //nolint:errcheck // nothing was lost
	return took
}

// BenchmarkIdle counts the context switches a second, and the part of a processor
// they take, of a dashboard on which nothing is pressed, over ten seconds, and its
// memory: all of it, and what is its own and not of its file. Only Linux tells.
//
//	go test -run '^$' -bench Idle -benchtime 1x ./cmd/anhui-tui
func BenchmarkIdle(b *testing.B) {
	for name, command := range map[string][]string{"dashboard": {build(b, ".")}, "htop": {"htop"}, "btop": {"btop", "--utf-force"}} {
		b.Run(name, func(b *testing.B) {
			path, err := exec.LookPath(command[0])
			if err != nil {
				b.Skip(name + " is not installed")
			}
			command[0] = path
			p, cmd, _ := play(b, command...)
			if name == "dashboard" {
				p.waitFor("q quit", true)
			}
			time.Sleep(2 * time.Second) // for what the start leaves to do
			const seconds = 10
			of := fmt.Sprintf("/proc/%d/", cmd.Process.Pid)
			for b.Loop() {
				before, busy := sum(b, of+"task/*/status", "ctxt_switches:"), sum(b, of+"task/*/schedstat", "")
				time.Sleep(seconds * time.Second)
				b.ReportMetric(float64(sum(b, of+"task/*/status", "ctxt_switches:")-before)/seconds, "switches/s")
				b.ReportMetric(float64(sum(b, of+"task/*/schedstat", "")-busy)/1e9/seconds*100, "%core")
			}
			b.ReportMetric(float64(sum(b, of+"status", "VmRSS:"))/1024, "MB")
			b.ReportMetric(float64(sum(b, of+"status", "RssAnon:"))/1024, "MB/own")
		})
	}
}

// BenchmarkKey is the time from a key to the bytes it leads to, in a terminal of
// 120×40 cells: to the first of them, and the writing and reading of two
// pseudo-terminals in it. The keys go down and up a list.
//
//	go test -run '^$' -bench Key -benchtime 300x ./cmd/anhui-tui
func BenchmarkKey(b *testing.B) {
	cmd := exec.Command(build(b, "."), "shares")
	cmd.Env = environment()
	terminal := startInPty(b, cmd, 120, 40)
	b.Cleanup(func() { _ = cmd.Process.Kill() })
	chunk := make([]byte, 1<<16)
	var seen []byte
	for !bytes.Contains(seen, []byte(lastWord)) {
		n, err := terminal.Read(chunk)
		if err != nil {
			b.Fatal(err)
		}
		seen = append(seen, chunk[:n]...)
	}
	written := make(chan time.Time, 1024)
	go func() {
		for {
			if _, err := terminal.Read(chunk); err != nil {
				return
			}
			written <- time.Now()
		}
	}()
	time.Sleep(200 * time.Millisecond)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		for len(written) > 0 {
			<-written
		}
		start := time.Now()
		if _, err := terminal.WriteString([]string{"j", "j", "k", "k"}[i%4]); err != nil {
			b.Fatal(err)
		}
		took = append(took, (<-written).Sub(start))
		time.Sleep(5 * time.Millisecond) // as from a person, and all of the frame is there
	}
	slices.Sort(took)
	b.ReportMetric(ms(took[len(took)/2]), "ms/key")
	b.ReportMetric(ms(took[0]), "ms/least")
	b.ReportMetric(ms(took[len(took)*99/100]), "ms/p99")
}

// sum adds the numbers after a name in files of /proc, the first of a line for "".
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
