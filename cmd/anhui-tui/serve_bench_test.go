//go:build linux

package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkSessionMemory measures what a session takes of the server's memory
// while its client reads: 300 dashboards, and 300 dialogues, each in a server of
// its own; at first, and after each has gone to trends of its own. With GOGC=10
// there is little garbage in it.
//
//	go test -run '^$' -bench SessionMemory -benchtime 3x ./cmd/anhui-tui
func BenchmarkSessionMemory(b *testing.B) {
	const sessions = 300
	program, key := build(b, "."), filepath.Join(b.TempDir(), "host_key")
	for _, gogc := range []string{"", "10"} {
		for _, kind := range []struct {
			name, command, ready string
			trend                func(n int) string // what to type for a trend
		}{
			{"dashboard", "", "quit", func(n int) string { return "3" + strings.Repeat("j", n) }},
			{"dialogue", "--accessible", "q quit: ", func(n int) string { return fmt.Sprintf("trends\r%d\r", n+1) }},
		} {
			b.Run(fmt.Sprintf("%s/GOGC=%s", kind.name, gogc), func(b *testing.B) {
				b.Setenv("GOGC", gogc)
				var first, used float64
				for b.Loop() {
					s := startServer(b, program, key, generous()...)
					warm := s.open(b, kind.command, kind.ready) // what the first one takes is shared by all
					before := s.pss(b)
					clients := make([]*viewer, sessions)
					for i := range clients {
						clients[i] = s.open(b, kind.command, kind.ready)
					}
					first += float64(s.pss(b)-before) / sessions
					for i, c := range clients {
						_, _ = c.in.Write([]byte(kind.trend(i % 60))) // a client that is gone is seen by the server
					}
					time.Sleep(time.Second) // until all have their answers, and the collector has run
					used += float64(s.pss(b)-before) / sessions
					for _, c := range append(clients, warm) {
						_ = c.client.Close()
					}
					_ = s.cmd.Process.Kill()
					<-s.exited
				}
				b.ReportMetric(first/float64(b.N), "KiB/session")
				b.ReportMetric(used/float64(b.N), "KiB/used-session")
			})
		}
	}
}

// open starts a session and waits until it has printed something.
func (s *server) open(t testing.TB, command, ready string) *viewer {
	t.Helper()
	conn, err := net.Dial("tcp", s.addr)
	if err != nil {
		t.Fatal(err)
	}
	v, err := sessionOn(conn, command)
	if err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if v.shows(ready) {
			return v
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatalf("no %q in %q", ready, v.out)
	return nil
}

// pss returns the proportional set size of the server, in KiB.
func (s *server) pss(t testing.TB) int {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", s.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "Pss:" {
			n, err := strconv.Atoi(f[1])
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatal("smaps_rollup has no Pss")
	return 0
}
