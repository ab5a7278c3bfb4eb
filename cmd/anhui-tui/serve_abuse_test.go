//go:build unix && clients

package main

import (
	"io"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// TestMixedAbuse has 100 viewers press a key a second while others do all they
// can: nobody is dropped, and every key has its frame. How long that takes is
// printed. ANHUI_ABUSE is how long they do it, 15 s if it is not set.
func TestMixedAbuse(t *testing.T) {
	d, err := time.ParseDuration(os.Getenv("ANHUI_ABUSE"))
	if err != nil {
		d = 15 * time.Second
	}
	s := startServer(t, build(t, "."), filepath.Join(t.TempDir(), "host_key"),
		append(generous(), "--handshake-timeout", "5s", "--write-stall", "5s")...)
	viewers := s.viewers(100)
	stop := make(chan struct{})
	var abuse, good sync.WaitGroup
	var reconnects atomic.Int64
	for kind, n := range map[int]int{0: 20, 1: 20, 2: 10, 3: 10, 4: 60} {
		for range n {
			abuse.Go(func() {
				for {
					select {
					case <-stop:
						return
					case <-time.After(time.Duration(rand.IntN(500)) * time.Millisecond):
					}
					abusers()[kind](s.addr, stop)
					reconnects.Add(1)
				}
			})
		}
	}
	var mu sync.Mutex
	var times []time.Duration
	for _, v := range viewers {
		good.Go(func() {
			mine := press(t, v, d)
			mu.Lock()
			defer mu.Unlock()
			times = append(times, mine...)
		})
	}
	good.Wait()
	close(stop)
	abuse.Wait()
	slices.Sort(times)
	if len(times) < len(viewers) {
		t.Fatalf("only %d frames", len(times))
	}
	p50, p99 := times[len(times)/2], times[len(times)*99/100]
	t.Logf("%d keys: p50 %v, p99 %v, max %v; %d abusive connections", len(times), p50, p99, times[len(times)-1], reconnects.Load())
	for i, v := range viewers {
		_, _ = v.in.Write([]byte("q"))
		if <-v.ended; v.err != nil {
			t.Errorf("viewer %d: %v", i, v.err)
		}
	}
}

// press presses a key a second, and returns how long each frame took.
func press(t *testing.T, v *viewer, d time.Duration) []time.Duration {
	var times []time.Duration
	time.Sleep(time.Duration(rand.IntN(1000)) * time.Millisecond)
	for i, end := 0, time.Now().Add(d); time.Now().Before(end); i++ {
		before := v.out.len()
		start := time.Now()
		if _, err := v.in.Write([]byte{"12345j"[i%6]}); err != nil {
			t.Errorf("dropped: %v", err)
			return times
		}
		for v.out.len() == before {
			if time.Since(start) > patience {
				t.Errorf("no frame in %v", patience)
				return times
			}
			time.Sleep(500 * time.Microsecond)
		}
		times = append(times, time.Since(start))
		time.Sleep(time.Second - min(time.Second, time.Since(start)))
	}
	return times
}

// abusers are what one hostile connection does, until it is ended.
func abusers() []func(addr string, stop <-chan struct{}) {
	return []func(string, <-chan struct{}){
		// A slow reader: asks for large frames and takes none.
		func(addr string, stop <-chan struct{}) {
			hostile(addr, stop, func(ch ssh.Channel) error {
				_, err := ch.Write([]byte("\x0c"))
				time.Sleep(20 * time.Millisecond)
				return err
			})
		},
		// A stalled socket: says its version, reads nothing.
		func(addr string, stop <-chan struct{}) {
			silent(addr, stop, "SSH-2.0-stalled\r\n")
		},
		// A storm of sizes.
		func(addr string, stop <-chan struct{}) {
			hostile(addr, stop, func(ch ssh.Channel) error {
				_, err := ch.SendRequest("window-change", false, ssh.Marshal(struct{ C, R, W, H uint32 }{rand.Uint32(), rand.Uint32(), 0, 0}))
				time.Sleep(time.Millisecond)
				return err
			})
		},
		// A flood of keys.
		func(addr string, stop <-chan struct{}) {
			hostile(addr, stop, func(ch ssh.Channel) error {
				_, err := ch.Write([]byte("12345jjjjkkkk"))
				time.Sleep(time.Millisecond)
				return err
			})
		},
		// Slowloris: a byte of its version a second.
		func(addr string, stop <-chan struct{}) {
			silent(addr, stop, "S")
		},
	}
}

// hostile opens a dashboard whose output nobody reads, and does something
// until that fails.
func hostile(addr string, stop <-chan struct{}, do func(ssh.Channel) error) {
	c, err := ssh.Dial("tcp", addr, &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 5 * time.Second})
	if err != nil {
		return
	}
	defer c.Close() //nolint:errcheck // it was hostile
	ch, reqs, err := c.OpenChannel("session", nil)
	if err != nil {
		return
	}
	go ssh.DiscardRequests(reqs)
	type size struct {
		Term                      string
		Cols, Rows, Width, Height uint32
		Modes                     string
	}
	_, _ = ch.SendRequest("pty-req", false, ssh.Marshal(size{"xterm-256color", 200, 50, 0, 0, ""}))
	_, _ = ch.SendRequest("shell", false, nil)
	for do(ch) == nil {
		select {
		case <-stop:
			return
		default:
		}
	}
}

// silent sends something and then a byte a second, until it is closed.
func silent(addr string, stop <-chan struct{}, first string) {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return
	}
	defer c.Close() //nolint:errcheck // it was hostile
	_, _ = io.WriteString(c, first)
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Second):
		}
		if _, err := io.WriteString(c, "x"); err != nil {
			return
		}
	}
}
