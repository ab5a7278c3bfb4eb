package main

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// result is the measurement of a load. Memory and CPU are the server's.
type result struct {
	Server   string `json:"server"`
	Sessions int    `json:"sessions"`

	Connect    spread  `json:"connect"`     // until the shell
	FirstFrame spread  `json:"first_frame"` // until its first bytes, from the same start
	Key        spread  `json:"key_to_frame"`
	Keys       int     `json:"keys"`
	Unanswered int     `json:"unanswered"`
	KeyBytes   float64 `json:"bytes_a_key"`

	ConnectCPU float64 `json:"cpu_a_connection_ms"`
	KeyCPU     float64 `json:"cpu_a_key_ms"`
	IdleCPU    float64 `json:"idle_cpu_percent_of_a_core"`

	Empty      int64   `json:"memory_empty"`         // of the server before the first session
	Opened     int64   `json:"memory_opened"`        // after the last was opened
	Idle       int64   `json:"memory_idle"`          // after returning unused memory
	AfterKeys  int64   `json:"memory_after_keys"`    // after the keys
	Settled    int64   `json:"memory_settled"`       // after the keys and returning unused memory
	Session    float64 `json:"memory_a_session_kib"` // idle
	SessionNow float64 `json:"memory_a_session_after_keys_kib"`

	Before stats  `json:"before"`
	During stats  `json:"during"`
	After  stats  `json:"after"` // all sessions are closed
	Files  [3]int `json:"files"` // before, during, after
}

// spread is a distribution, in milliseconds.
type spread struct {
	P50 float64 `json:"p50"`
	P95 float64 `json:"p95"`
	P99 float64 `json:"p99"`
	Max float64 `json:"max"`
}

func spreadOf(all []time.Duration) spread {
	if len(all) == 0 {
		return spread{}
	}
	slices.Sort(all)
	at := func(q float64) float64 {
		return float64(all[min(len(all)-1, int(q*float64(len(all))))].Microseconds()) / 1000
	}
	return spread{at(.5), at(.95), at(.99), at(1)}
}

// load is a running load.
type load struct {
	plan     *plan
	name     string
	address  string
	auth     []ssh.AuthMethod
	server   *process // nil if its process is unknown
	walks    [][]step
	keep     bool                // whether to keep the output of the server
	done     func(all []*client) // called before they are closed; may be nil
	profiles string              // prefix of the names of profiles; "" for none
	clients  []*client
	progress func(what string, done, all int)
	result   result
}

// measure runs a load from its first session to its last.
func (l *load) measure() (result, error) {
	l.result = result{Server: l.name, Sessions: l.plan.Sessions}
	defer l.close()
	for _, phase := range []func() error{l.before, l.open, l.idle, l.keys, l.after} {
		if err := phase(); err != nil {
			return l.result, fmt.Errorf("%s: %w", l.name, err)
		}
	}
	return l.result, nil
}

// look returns the usage of the server, zero if its process is
// unknown.
func (l *load) look() (usage, error) {
	if l.server == nil {
		return usage{}, nil
	}
	return l.server.usage()
}

// ask returns the usage and the stats of the server after it returned unused
// memory to the system.
func (l *load) ask() (usage, stats, error) {
	if l.server == nil {
		return usage{}, stats{}, nil
	}
	s, err := l.server.stats()
	if err != nil {
		return usage{}, s, err
	}
	u, err := l.server.usage()
	return u, s, err
}

func (l *load) before() error {
	u, s, err := l.ask()
	l.result.Empty, l.result.Before, l.result.Files[0] = u.Memory, s, u.Files
	return err
}

// open opens the sessions, several at a time.
func (l *load) open() error {
	start, err := l.look()
	if err != nil {
		return err
	}
	var mu sync.Mutex
	var connect, first []time.Duration
	var failed error
	next := make(chan int)
	var dialers sync.WaitGroup
	for range l.plan.Dialers {
		dialers.Go(func() {
			for range next {
				begun := time.Now()
				c, err := dial(l.address, l.auth, l.plan.Width, l.plan.Height, l.keep)
				opened := time.Since(begun)
				if err == nil {
					err = c.awaitFirst()
				}
				mu.Lock()
				if c != nil {
					l.clients = append(l.clients, c)
				}
				connect, first = append(connect, opened), append(first, time.Since(begun))
				failed = errors.Join(failed, err)
				mu.Unlock()
			}
		})
	}
	for i := range l.plan.Sessions {
		mu.Lock()
		stop := failed != nil
		mu.Unlock()
		if stop {
			break
		}
		next <- i
		l.progress("connect", i+1, l.plan.Sessions)
	}
	close(next)
	dialers.Wait()
	if failed != nil {
		return failed
	}
	l.result.Connect, l.result.FirstFrame = spreadOf(connect), spreadOf(first)
	end, err := l.look()
	l.result.ConnectCPU = 1000 * (end.CPU - start.CPU) / float64(l.plan.Sessions)
	return err
}

// awaitFirst waits for the first bytes of the first frame.
func (c *client) awaitFirst() error {
	select {
	case <-c.first:
		return nil
	case <-time.After(time.Minute):
		return errors.New("no frame after a minute")
	}
}

// idle measures the cost of sessions in which no key is pressed.
func (l *load) idle() error {
	l.wait("settle", l.plan.Settle)
	u, err := l.look()
	if err != nil {
		return err
	}
	l.result.Opened = u.Memory
	u, s, err := l.ask()
	if err != nil {
		return err
	}
	l.result.Idle, l.result.During, l.result.Files[1] = u.Memory, s, u.Files
	l.result.Session = l.each(u.Memory - l.result.Empty)
	if err := l.profile("heap %s.heap"); err != nil {
		return err
	}
	if l.plan.Idle > 0 {
		before, _ := l.look() //nolint:errcheck // the second one would fail, too
		l.wait("idle", l.plan.Idle)
		after, err := l.look()
		if err != nil {
			return err
		}
		l.result.IdleCPU = 100 * (after.CPU - before.CPU) / l.plan.Idle.Seconds()
	}
	for _, c := range l.clients {
		if _, _, _, err := c.result(); err != nil {
			return err
		}
	}
	return nil
}

// each returns the memory per session, in KiB, of a total in bytes.
func (l *load) each(bytes int64) float64 { return float64(bytes) / 1024 / float64(l.plan.Sessions) }

// after closes all sessions and measures what remains.
func (l *load) after() error {
	if l.done != nil {
		l.done(l.clients)
	}
	l.close()
	if l.server == nil {
		return nil
	}
	l.wait("close", 2*time.Second)
	u, s, err := l.ask()
	l.result.After, l.result.Files[2] = s, u.Files
	return err
}

func (l *load) close() {
	for _, c := range l.clients {
		c.close()
	}
	l.clients = nil
}

// wait waits for d and shows the progress.
func (l *load) wait(what string, d time.Duration) {
	seconds := int(d.Round(time.Second) / time.Second)
	for i := range seconds {
		l.progress(what, i, seconds)
		time.Sleep(time.Second)
	}
	time.Sleep(d - time.Duration(seconds)*time.Second)
}
