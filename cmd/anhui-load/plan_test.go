package main

import (
	"net"
	"strings"
	"testing"
	"time"
)

func TestOnlyLoopback(t *testing.T) {
	for _, address := range []string{"192.0.2.1:22", "example.com:22", "localhost:22", net.JoinHostPort("::", "22")} {
		if _, err := dial(address, nil, 80, 24, false); err == nil || !strings.Contains(err.Error(), "loopback") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestPlanIsBounded(t *testing.T) {
	good := plan{Sessions: 100, Width: 80, Height: 24, Rate: 1, Keys: time.Minute, Dialers: 8}
	if err := good.check(); err != nil {
		t.Error(err)
	}
	for i, change := range []func(*plan){
		func(p *plan) { p.Sessions = 1 << 20 },
		func(p *plan) { p.Width = 1 << 20 },
		func(p *plan) { p.Rate = 1000 },
		func(p *plan) { p.Keys = time.Hour },
		func(p *plan) { p.Dialers = 1000 },
	} {
		p := good
		if change(&p); p.check() == nil {
			t.Errorf("%d: %+v is good", i, p)
		}
	}
}

func TestMiddleRound(t *testing.T) {
	rounds := []result{{KeyCPU: 0.5}, {KeyCPU: 0.2}, {KeyCPU: 0.3}}
	if got := middle(rounds).KeyCPU; got != 0.3 {
		t.Errorf("of three rounds the one with %v counts", got)
	}
	if got := middle(rounds[:2]).KeyCPU; got != 0.5 {
		t.Errorf("of two rounds the one with %v counts", got)
	}
}
