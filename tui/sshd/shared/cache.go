package shared

import "sync"

// Stats is what a cache has done, and what it holds.
type Stats struct {
	Hits, Misses, Evictions uint64
	Entries, Bytes          int
}

// cache keeps values that are expensive to make: as many as fit into its
// size, those that were asked for last. It makes a value once, however many
// ask for it at the same time.
type cache[K comparable, V any] struct {
	max    int // bytes
	weight func(V) int

	mu      sync.Mutex
	entries map[K]*entry[K, V]
	making  map[K]*making[V]
	ends    entry[K, V] // newer is the oldest, older the newest
	stats   Stats
}

type entry[K comparable, V any] struct {
	key          K
	value        V
	bytes        int
	newer, older *entry[K, V]
}

// making is a value that somebody makes while others may wait for it.
type making[V any] struct {
	done  chan struct{}
	ok    bool // else making it failed, and whoever waited has to try
	value V
}

// entryBytes is about what an entry takes beside its value: the key, the
// links, its place in the map.
const entryBytes = 512

func newCache[K comparable, V any](maxBytes int, weight func(V) int) *cache[K, V] {
	c := &cache[K, V]{
		max: maxBytes, weight: weight,
		entries: map[K]*entry[K, V]{}, making: map[K]*making[V]{},
	}
	c.ends.newer, c.ends.older = &c.ends, &c.ends
	return c
}

// get returns the value of a key; if it is not there, it is made.
func (c *cache[K, V]) get(key K, produce func() V) V {
	for {
		c.mu.Lock()
		if e := c.entries[key]; e != nil {
			c.stats.Hits++
			c.unlink(e)
			c.link(e)
			c.mu.Unlock()
			return e.value
		}
		m := c.making[key]
		if m == nil {
			m = &making[V]{done: make(chan struct{})}
			c.making[key] = m
			c.stats.Misses++
			c.mu.Unlock()
			return c.produce(key, m, produce)
		}
		c.stats.Hits++
		c.mu.Unlock()
		if <-m.done; m.ok {
			return m.value
		}
	}
}

// produce makes the value of a key and keeps it. Should that panic, it does
// so for this caller alone.
func (c *cache[K, V]) produce(key K, m *making[V], produce func() V) V {
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.making, key)
		if m.ok {
			c.keep(&entry[K, V]{key: key, value: m.value, bytes: c.weight(m.value) + entryBytes})
		}
		close(m.done)
	}()
	m.value = produce()
	m.ok = true
	return m.value
}

// keep adds an entry and lets go of the oldest until it fits. An entry that
// would take more than a quarter of the cache is not kept.
func (c *cache[K, V]) keep(e *entry[K, V]) {
	if e.bytes > c.max/4 {
		c.stats.Evictions++
		return
	}
	c.entries[e.key] = e
	c.stats.Bytes += e.bytes
	c.link(e)
	for c.stats.Bytes > c.max {
		oldest := c.ends.newer
		c.unlink(oldest)
		delete(c.entries, oldest.key)
		c.stats.Bytes -= oldest.bytes
		c.stats.Evictions++
	}
}

// link makes an entry the newest.
func (c *cache[K, V]) link(e *entry[K, V]) {
	e.newer, e.older = &c.ends, c.ends.older
	e.newer.older, e.older.newer = e, e
}

func (c *cache[K, V]) unlink(e *entry[K, V]) {
	e.newer.older, e.older.newer = e.older, e.newer
}

// forget lets go of all entries.
func (c *cache[K, V]) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries = map[K]*entry[K, V]{}
	c.ends.newer, c.ends.older = &c.ends, &c.ends
	c.stats.Bytes = 0
}

func (c *cache[K, V]) snapshot() Stats {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.stats
	s.Entries = len(c.entries)
	return s
}
