package sshd

import "time"

// inputGuard is the budget of what a client types. What is over it is dropped,
// and a client that goes on for too long is ended.
type inputGuard struct {
	rate   bucket
	excess bucket
}

func newInputGuard(l *Limits) inputGuard {
	g := inputGuard{rate: newBucket(float64(l.InputRate), float64(l.InputBurst))}
	if l.InputExcess > 0 {
		g.excess = newBucket(float64(l.InputRate), float64(l.InputExcess))
	}
	return g
}

// admit returns how many of n bytes are kept, and false if it has been too
// many for too long.
func (g *inputGuard) admit(now time.Time, n int) (kept int, ok bool) {
	kept = g.rate.takeUpTo(now, n)
	if g.excess.rate == 0 {
		return kept, true
	}
	return kept, g.excess.spend(now, float64(n-kept)) >= 0
}
