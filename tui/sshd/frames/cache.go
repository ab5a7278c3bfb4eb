package frames

import (
	"maps"
	"sync"
)

// Stats are the statistics of a cache: counts since it was made, and its present
// size.
type Stats struct {
	Hits, Misses, Evictions uint64
	Entries, Bytes          int
}

// cache is a least-recently-used cache, bounded by the bytes of its values.
// Concurrent calls for one missing key load it once. It is safe for concurrent
// use.
type cache[K comparable, V any] struct {
	// keep and drop return how many bytes more and fewer are kept with a value and
	// without it. c.mu is held.
	keep, drop func(V) int

	mu      sync.Mutex
	max     int // bytes
	entries map[K]*entry[K, V]
	calls   map[K]*call[V]
	ends    entry[K, V] // of the ring: newer is the oldest entry, older the newest
	stats   Stats
}

type entry[K comparable, V any] struct {
	key          K
	value        V
	newer, older *entry[K, V]
}

// call is a load in progress, which others may wait for.
type call[V any] struct {
	done  chan struct{}
	ok    bool // false if the load panicked; those who wait try again
	value V
}

// entryBytes is about the memory of an entry without its value: the key, the
// links, its place in the map.
const entryBytes = 512

// newCache returns an empty cache of up to maxBytes, as keep and drop count them.
func newCache[K comparable, V any](maxBytes int, keep, drop func(V) int) *cache[K, V] {
	c := &cache[K, V]{
		max: maxBytes, keep: keep, drop: drop,
		entries: map[K]*entry[K, V]{}, calls: map[K]*call[V]{},
	}
	c.ends.newer, c.ends.older = &c.ends, &c.ends
	return c
}

// get returns the value of key, which it loads if it is missing, and whether it
// did.
func (c *cache[K, V]) get(key K, load func() V) (value V, loaded bool) {
	for {
		c.mu.Lock()
		if e := c.entries[key]; e != nil {
			c.stats.Hits++
			c.unlink(e)
			c.link(e)
			c.mu.Unlock()
			return e.value, false
		}
		l := c.calls[key]
		if l == nil {
			l = &call[V]{done: make(chan struct{})}
			c.calls[key] = l
			c.stats.Misses++
			c.mu.Unlock()
			return c.load(key, l, load), true
		}
		c.stats.Hits++
		c.mu.Unlock()
		if <-l.done; l.ok {
			return l.value, false
		}
	}
}

// load calls load for l and adds the value. If load panics, it does so in this
// caller only.
func (c *cache[K, V]) load(key K, l *call[V], load func() V) V {
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.calls, key)
		if l.ok {
			c.add(&entry[K, V]{key: key, value: l.value})
		}
		close(l.done)
	}()
	l.value = load()
	l.ok = true
	return l.value
}

// add adds an entry and evicts the least recently used ones until it fits. An
// entry of more than a quarter of the cache is not added. c.mu is held.
func (c *cache[K, V]) add(e *entry[K, V]) {
	bytes := c.keep(e.value)
	if bytes+entryBytes > c.max/4 {
		c.drop(e.value)
		c.stats.Evictions++
		return
	}
	c.entries[e.key] = e
	c.stats.Bytes += bytes + entryBytes
	c.link(e)
	c.evict()
}

// evict removes the least recently used entries until the others fit. c.mu is held.
func (c *cache[K, V]) evict() {
	for c.stats.Bytes > c.max {
		c.remove(c.ends.newer)
		c.stats.Evictions++
	}
}

// remove removes an entry.
func (c *cache[K, V]) remove(e *entry[K, V]) {
	c.unlink(e)
	delete(c.entries, e.key)
	c.stats.Bytes -= c.drop(e.value) + entryBytes
}

// link inserts an entry as the newest.
func (c *cache[K, V]) link(e *entry[K, V]) {
	e.newer, e.older = &c.ends, c.ends.older
	e.newer.older, e.older.newer = e, e
}

// unlink removes an entry from the ring.
func (c *cache[K, V]) unlink(e *entry[K, V]) {
	e.newer.older, e.older.newer = e.older, e.newer
}

// resize bounds the bytes of the values from now on.
func (c *cache[K, V]) resize(maxBytes int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	before := len(c.entries)
	c.max = maxBytes
	if c.evict(); len(c.entries) < before/2 {
		kept := make(map[K]*entry[K, V], len(c.entries)) // a map never shrinks
		maps.Copy(kept, c.entries)
		c.entries = kept
	}
}

// snapshot returns the statistics now.
func (c *cache[K, V]) snapshot() Stats {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.stats
	s.Entries = len(c.entries)
	return s
}
