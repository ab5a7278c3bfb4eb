package main

import (
	"errors"
	"flag"
	"time"
)

// plan is the parameters of a load.
type plan struct {
	Sessions int           `json:"sessions"`
	Width    int           `json:"width"`
	Height   int           `json:"height"`
	Rate     float64       `json:"keys_a_second_each"`
	Keys     time.Duration `json:"keys_for"`
	Idle     time.Duration `json:"idle_for"`
	Settle   time.Duration `json:"settle_for"`
	Dialers  int           `json:"dialers"`
	Seed     uint64        `json:"seed"`
	// Keepalive is the interval of our server's keepalives.
	Keepalive time.Duration `json:"keepalive"`

	stay stay // of its walks
}

func (p *plan) flags(f *flag.FlagSet, sessions int) {
	f.IntVar(&p.Sessions, "sessions", sessions, "how many, at most 20,000")
	f.IntVar(&p.Width, "width", 80, "columns of each")
	f.IntVar(&p.Height, "height", 24, "lines of each")
	f.Float64Var(&p.Rate, "rate", 1, "keys per second and session, as a Poisson process")
	f.DurationVar(&p.Keys, "keys-for", 30*time.Second, "duration of pressing keys")
	f.DurationVar(&p.Idle, "idle-for", 10*time.Second, "duration without keys before that, to measure idle sessions")
	f.DurationVar(&p.Settle, "settle-for", 3*time.Second, "wait after the last session is open")
	f.IntVar(&p.Dialers, "dialers", 8, "sessions opened at the same time")
	f.DurationVar(&p.Keepalive, "keepalive", 15*time.Second, "interval of our server's keepalives")
	f.Uint64Var(&p.Seed, "seed", 1, "of all that is random")
}

// check returns an error if a parameter is out of range.
func (p *plan) check() error {
	switch {
	case p.Sessions < 1 || p.Sessions > 20_000:
		return errors.New("--sessions must be from 1 to 20000")
	case p.Width < 1 || p.Width > 400 || p.Height < 1 || p.Height > 150:
		return errors.New("--width must be from 1 to 400, --height from 1 to 150")
	case p.Rate < 0 || p.Rate > 50 || float64(p.Sessions)*p.Rate > 20_000:
		return errors.New("--rate must be from 0 to 50, and at most 20000 keys per second in total")
	case p.Keys > 10*time.Minute || p.Idle > 10*time.Minute || p.Settle > time.Minute:
		return errors.New("durations must be at most 10 minutes")
	case p.Dialers < 1 || p.Dialers > 64:
		return errors.New("--dialers must be from 1 to 64")
	}
	return nil
}

// walkLength returns the number of keys a session may need.
func (p *plan) walkLength() int {
	return int(1.5*p.Rate*p.Keys.Seconds()) + 10
}
