package main

import (
	"errors"
	"flag"
	"time"
)

// plan is what a load is made of.
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
	// Keepalive is how often our server asks whether a client is there.
	Keepalive time.Duration `json:"keepalive"`
}

func (p *plan) flags(f *flag.FlagSet, sessions int) {
	f.IntVar(&p.Sessions, "sessions", sessions, "how many, at most 20,000")
	f.IntVar(&p.Width, "width", 80, "columns of each")
	f.IntVar(&p.Height, "height", 24, "lines of each")
	f.Float64Var(&p.Rate, "rate", 1, "keys a second of each, as a Poisson process")
	f.DurationVar(&p.Keys, "keys-for", 30*time.Second, "how long keys are pressed")
	f.DurationVar(&p.Idle, "idle-for", 10*time.Second, "how long nothing is pressed before that, to measure idling")
	f.DurationVar(&p.Settle, "settle-for", 3*time.Second, "how long to wait after the last session is open")
	f.IntVar(&p.Dialers, "dialers", 8, "sessions that are opened at the same time")
	f.DurationVar(&p.Keepalive, "keepalive", 15*time.Second, "how often our server asks each client whether it is there")
	f.Uint64Var(&p.Seed, "seed", 1, "of all that is random")
}

// check keeps a load within what can be meant.
func (p *plan) check() error {
	switch {
	case p.Sessions < 1 || p.Sessions > 20_000:
		return errors.New("--sessions is from 1 to 20000")
	case p.Width < 1 || p.Width > 400 || p.Height < 1 || p.Height > 150:
		return errors.New("--width is from 1 to 400, --height from 1 to 150")
	case p.Rate < 0 || p.Rate > 50 || float64(p.Sessions)*p.Rate > 20_000:
		return errors.New("--rate is from 0 to 50, and 20000 keys a second in total")
	case p.Keys > 10*time.Minute || p.Idle > 10*time.Minute || p.Settle > time.Minute:
		return errors.New("nothing takes longer than 10 minutes")
	case p.Dialers < 1 || p.Dialers > 64:
		return errors.New("--dialers is from 1 to 64")
	}
	return nil
}

// walkLength is how many keys a session may need.
func (p *plan) walkLength() int {
	return int(1.5*p.Rate*p.Keys.Seconds()) + 10
}
