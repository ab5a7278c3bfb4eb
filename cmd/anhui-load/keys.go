package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"
)

// keys presses the keys of all sessions.
func (l *load) keys() error {
	if l.plan.Rate == 0 || l.plan.Keys == 0 {
		return nil
	}
	start, err := l.look()
	if err != nil {
		return err
	}
	if err := l.profile("profile %s.cpu"); err != nil {
		return err
	}
	end := time.Now().Add(l.plan.Keys)
	var pressing sync.WaitGroup
	for i, c := range l.clients {
		pressing.Go(func() { l.press(i, c, end) })
	}
	l.wait("keys", time.Until(end))
	pressing.Wait()
	l.settle()
	used, err := l.look()
	if err != nil {
		return err
	}
	l.result.AfterKeys = used.Memory
	if err := l.profile("stop"); err != nil {
		return err
	}
	var delays []time.Duration
	bytes := int64(0)
	for _, c := range l.clients {
		d, unanswered, n, err := c.result()
		if err != nil {
			return err
		}
		delays = append(delays, d...)
		l.result.Unanswered += unanswered
		bytes += n
	}
	l.result.Keys = len(delays) + l.result.Unanswered
	l.result.Key = spreadOf(delays)
	l.result.KeyBytes = float64(bytes) / float64(max(1, l.result.Keys))
	l.result.KeyCPU = 1000 * (used.CPU - start.CPU) / float64(max(1, l.result.Keys))
	u, _, err := l.ask()
	l.result.Settled = u.Memory
	l.result.SessionNow = l.each(u.Memory - l.result.Empty)
	return err
}

// Answers are complete when nothing has come for answersQuiet, and waited for no
// longer than answersMost.
const (
	answersQuiet = 500 * time.Millisecond
	answersMost  = 30 * time.Second
)

// settle waits until every key has its answer and nothing more comes.
func (l *load) settle() {
	pressed := time.Now()
	for end := pressed.Add(answersMost); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		since := time.Now().Add(-answersQuiet)
		if since.After(pressed) && !slices.ContainsFunc(l.clients, func(c *client) bool { return c.busy(since) }) {
			return
		}
	}
}

// profile asks the server for a profile, if profiles are to be written.
func (l *load) profile(word string) error {
	if l.profiles == "" || l.server == nil {
		return nil
	}
	_, err := l.server.ask("%s", strings.ReplaceAll(word, "%s", l.profiles))
	return err
}

// leastPause is the least time between two keys, more than the 60th of a second
// between two frames of a stock program. Two keys within one frame would have a
// single answer, or none if one undoes the other.
const leastPause = 20 * time.Millisecond

// press presses the keys of a walk at random times until end.
func (l *load) press(i int, c *client, end time.Time) {
	r := rand.New(rand.NewPCG(l.plan.Seed+1, uint64(i))) //nolint:gosec // not a secret
	c.walk = i % len(l.walks)
	for _, s := range l.walks[c.walk] {
		pause := max(leastPause, time.Duration(r.ExpFloat64()/l.plan.Rate*float64(time.Second)))
		if time.Until(end) < pause {
			return
		}
		time.Sleep(pause)
		if err := c.press(s.key); err != nil {
			return // reported in its result
		}
		c.pressed++
	}
}
