package sshd

import "time"

// bucket is a token bucket. The zero bucket has no limit. It is not safe for
// concurrent use.
type bucket struct {
	rate  float64 // tokens a second
	burst float64
	level float64
	at    time.Time
}

// newBucket returns a full bucket; a rate of 0 has no limit.
func newBucket(rate, burst float64) bucket {
	return bucket{rate: rate, burst: burst, level: burst}
}

// refill adds what has come in since the last time.
func (b *bucket) refill(now time.Time) {
	if !b.at.IsZero() {
		b.level = min(b.burst, b.level+b.rate*max(0, now.Sub(b.at).Seconds()))
	}
	b.at = now
}

// take takes n tokens if they are there.
func (b *bucket) take(now time.Time, n float64) bool {
	if b.rate == 0 {
		return true
	}
	if b.refill(now); b.level < n {
		return false
	}
	b.level -= n
	return true
}

// takeUpTo takes as many of n tokens as there are, and returns how many.
func (b *bucket) takeUpTo(now time.Time, n int) int {
	if b.rate == 0 {
		return n
	}
	b.refill(now)
	got := min(n, max(0, int(b.level)))
	b.level -= float64(got)
	return got
}

// spend takes n tokens whether they are there or not, and returns what is
// left, which can be less than nothing.
func (b *bucket) spend(now time.Time, n float64) float64 {
	if b.rate == 0 {
		return 0
	}
	b.refill(now)
	b.level -= n
	return b.level
}

// shortestWait keeps rounding from making somebody wait for no time at all,
// again and again.
const shortestWait = time.Millisecond

// wait is how long it takes until there are n tokens, at least one and at most
// as many as there can be at once.
func (b *bucket) wait(now time.Time, n int) time.Duration {
	if b.rate == 0 {
		return 0
	}
	want := min(max(1, float64(n)), b.burst)
	if b.refill(now); b.level >= want {
		return 0
	}
	return max(shortestWait, time.Duration((want-b.level)/b.rate*float64(time.Second)))
}

// full reports whether nothing was taken for so long that it might as well be
// a new bucket.
func (b *bucket) full(now time.Time) bool {
	b.refill(now)
	return b.rate == 0 || b.level >= b.burst
}
