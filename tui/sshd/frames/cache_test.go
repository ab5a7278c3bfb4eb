package frames

import (
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
)

func numbers(maxEntries int) *cache[int, int] {
	return newCache[int](maxEntries*entryBytes, nothing, nothing)
}

func nothing(int) int {
	return 0
}

func TestCacheKeepsWhatWasAskedForLast(t *testing.T) {
	c := numbers(8)
	made := map[int]int{}
	get := func(k int) {
		if v, _ := c.get(k, func() int { made[k]++; return -k }); v != -k {
			t.Fatalf("%d is %d", k, v)
		}
	}
	for k := range 8 {
		get(k)
	}
	get(0)
	get(8) // in place of 1
	get(0)
	get(1)
	if made[0] != 1 || made[1] != 2 || made[8] != 1 {
		t.Errorf("made %v", made)
	}
	s := c.snapshot()
	if s.Entries != 8 || s.Bytes != 8*entryBytes || s.Evictions != 2 || s.Hits != 2 || s.Misses != 10 {
		t.Errorf("stats %+v", s)
	}
}

func TestCacheIsBounded(t *testing.T) {
	c := newCache[int](100*entryBytes, func(n int) int { return n }, func(n int) int { return n })
	r := rand.New(rand.NewPCG(1, 1))
	for range 10_000 {
		n := r.IntN(60 * entryBytes)
		c.get(n, func() int { return n })
		if s := c.snapshot(); s.Bytes > 100*entryBytes || s.Entries != len(c.entries) {
			t.Fatalf("stats %+v", s)
		}
	}
	sum := 0
	for e := c.ends.newer; e != &c.ends; e = e.newer {
		sum += e.value + entryBytes
	}
	if sum != c.snapshot().Bytes {
		t.Errorf("%d bytes in the list, %d in the stats", sum, c.snapshot().Bytes)
	}
}

func TestCacheMakesOnce(t *testing.T) {
	c := numbers(8)
	var made atomic.Int32
	var all sync.WaitGroup
	gate := make(chan struct{})
	for range 32 {
		all.Go(func() {
			<-gate
			c.get(1, func() int { made.Add(1); return 1 })
		})
	}
	close(gate)
	all.Wait()
	if made.Load() != 1 {
		t.Errorf("made %d times", made.Load())
	}
}

func TestCacheSurvivesAPanic(t *testing.T) {
	c := numbers(8)
	started, waiting := make(chan struct{}), make(chan int)
	go func() {
		defer func() { _ = recover() }()
		c.get(1, func() int {
			close(started)
			panic("no")
		})
	}()
	<-started
	go func() {
		v, _ := c.get(1, func() int { return 7 })
		waiting <- v
	}()
	if got := <-waiting; got != 7 {
		t.Errorf("got %d", got)
	}
}
