package sshd

import (
	"net/netip"
	"testing"
	"time"
)

func TestSources(t *testing.T) {
	for in, want := range map[string]string{
		"192.0.2.1": "192.0.2.1/32", "::ffff:192.0.2.1": "192.0.2.1/32",
		"2001:db8::1": "2001:db8::/64", "fe80::1%eth0": "fe80::/64",
	} {
		if got := originOf(netip.MustParseAddr(in)).source.String(); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
	// Sources that are gone are forgotten, however many there were.
	now := time.Now()
	s := newClients(DefaultLimits())
	for i := range 100_000 {
		addr := netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)})
		leave, _, why := s.connect(addr, now)
		if why != "" {
			t.Fatal(why)
		}
		leave()
		now = now.Add(time.Millisecond)
	}
	if n := len(s.known); n > 2*minSweep+3000 {
		t.Errorf("%d sources are known", n)
	}
}
