//go:build linux && clients

package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"anhui-tui/tui/sshd"
)

// TestMemoryOfAll fills a server with large screens that nobody reads, all different,
// in which everything is pressed as fast as it is taken, while connections without a
// session send what is kept of them. Its memory stays within what its limits add up to.
func TestMemoryOfAll(t *testing.T) {
	l := sshd.DefaultLimits()
	l.MaxSessions, l.MaxCells, l.MaxCommands = 100, 100*400*150, 8
	s := startServer(t, build(t, "."), filepath.Join(t.TempDir(), "host_key"), append(generous(), "--write-stall", "1m",
		"--max-sessions", strconv.Itoa(l.MaxSessions), "--max-cells", strconv.Itoa(l.MaxCells), "--max-commands", strconv.Itoa(l.MaxCommands))...)
	stop := make(chan struct{})
	var all sync.WaitGroup
	var acts atomic.Int64
	for n := range l.MaxSessions {
		all.Go(func() {
			r := rand.New(rand.NewPCG(1, uint64(n)))
			hostile(s.addr, stop, func(ch ssh.Channel) error {
				size := struct{ C, R, W, H uint32 }{300 + r.Uint32N(100), 100 + r.Uint32N(50), 0, 0}
				_, err := ch.SendRequest("window-change", false, ssh.Marshal(size))
				if err == nil {
					_, err = fmt.Fprintf(ch, "%d%c\r%c", r.IntN(7), ' '+rune(r.IntN(95)), "yjkn\x0c"[r.IntN(5)])
				}
				acts.Add(1)
				time.Sleep(50 * time.Millisecond)
				return err
			})
		})
	}
	for range l.Connections() - l.MaxSessions {
		all.Go(func() {
			c, err := ssh.Dial("tcp", s.addr, &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 5 * time.Second})
			if err != nil {
				return
			}
			defer c.Close() //nolint:errcheck // it was hostile
			for {
				select {
				case <-stop:
					return
				default:
				}
				if _, _, err := c.SendRequest("large", true, make([]byte, 32_000)); err != nil {
					return
				}
				time.Sleep(2 * time.Second)
			}
		})
	}
	most := 0
	for range 150 {
		most = max(most, s.pss(t)<<10)
		time.Sleep(100 * time.Millisecond)
	}
	close(stop)
	all.Wait()
	t.Logf("%d MiB of at most %d", most>>20, l.Memory()>>20)
	if int64(most) > l.Memory() {
		t.Errorf("%d bytes, more than the %d that all limits add up to", most, l.Memory())
	}
	if n := acts.Load(); n < int64(10*l.MaxSessions) {
		t.Errorf("only %d keys were pressed", n)
	}
}
