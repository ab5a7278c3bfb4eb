package sshd

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// Behind one address as many follow as RoomViewers says, beside the sessions there may
// be without a presentation; and nobody else gets in with them.
func TestPerSourceIsLifted(t *testing.T) {
	inRoom(t, func(f *fixture) {
		early := make([]*viewer, 0, 3)
		for range 3 {
			early = append(early, f.open("192.0.2.1", "shares", "", 80, 24))
		}
		early[2].sees("Shares")
		if _, err := f.tryDial(f.rawFrom("192.0.2.1")); err == nil {
			t.Error("a fourth gets in without a presentation")
		}
		p, code := f.presenting("overview")
		all := append(slices.Clone(early), p)
		follow := func() {
			v := f.open("192.0.2.1", "follow "+code, "", 80, 24)
			v.sees("following")
			all = append(all, v)
		}
		for range 9 {
			follow()
		}
		none := f.open("192.0.2.1", "shares", "", 80, 24)
		none.exit(1)
		if !strings.Contains(none.errs.String(), "from your address") {
			t.Errorf("without the code: %q", none.errs.String())
		}
		none.leave()
		time.Sleep(time.Second)
		wrong := f.open("192.0.2.1", "follow 2222-2222", "", 80, 24)
		wrong.exit(1)
		wrong.leave()
		time.Sleep(time.Minute)
		follow()
		if _, err := f.tryDial(f.rawFrom("192.0.2.1")); err == nil {
			t.Error("an eleventh follower gets in")
		}
		// One that was in already joins by its key: it is a follower then, and there is
		// room for another session.
		all[4].leave()
		early[0].press("F")
		early[0].press(strings.Split(code, "")...)
		early[0].press("\r")
		early[0].sees("following")
		v := f.open("192.0.2.1", "shares", "", 80, 24)
		v.sees("Shares")
		all = append(all, v)
		for _, v := range all {
			v.leave()
		}
	}, limit(func(l *Limits) { l.PerSource, l.RoomViewers = 3, 10 }))
}

func tripGuesses(t *testing.T) {
	f := serveMem(t)
	for n := range maxGuesses + 1 {
		v := f.open("192.0.2.1", fmt.Sprintf("follow 2222-222%d", n+2), "", 80, 24)
		v.exit(1)
		v.leave()
	}
	f.tripped(reasonGuesses)
	f.close()
}

// After five wrong codes in a minute a source gets the same answer to the right one.
// Others are not concerned.
func TestCodesAreNotGuessed(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p, code := f.presenting("overview")
		answers := map[string]bool{}
		for n := range maxGuesses {
			v := f.open("192.0.2.1", fmt.Sprintf("follow 2222-222%d", n+2), "", 80, 24)
			v.exit(1)
			answers[v.errs.String()] = true
			v.leave()
		}
		v := f.open("192.0.2.1", "follow "+code, "", 80, 24)
		v.exit(1)
		answers[v.errs.String()] = true
		v.leave()
		if len(answers) != 1 {
			t.Errorf("the answers tell: %v", answers)
		}
		if f.trips(reasonGuesses) != 1 {
			t.Errorf("%d trips", f.trips(reasonGuesses))
		}
		other := f.open("192.0.2.2", "follow "+code, "", 80, 24)
		other.sees("following")
		time.Sleep(time.Minute)
		v = f.open("192.0.2.1", "follow "+code, "", 80, 24)
		v.sees("following")
		for _, x := range []*viewer{v, other, p} {
			x.leave()
		}
		if strings.Contains(f.log.String(), code) || strings.Contains(f.log.String(), strings.ReplaceAll(code, "-", "")) {
			t.Error("the code is in the log")
		}
	})
}

// Presentations take at most half of the sessions, one source has one, and the server
// as many as it may.
func TestRoomLimits(t *testing.T) {
	inRoom(t, func(f *fixture) {
		p, code := f.presenting("overview")
		second := f.open("198.51.100.1", "present", "", 80, 24)
		second.exit(1)
		if !strings.Contains(second.errs.String(), "from your address already") {
			t.Errorf("%q", second.errs.String())
		}
		other := f.open("198.51.100.2", "present", "", 80, 24)
		other.exit(1)
		if !strings.Contains(other.errs.String(), "as many presentations") {
			t.Errorf("%q", other.errs.String())
		}
		v := f.open("192.0.2.1", "follow "+code, "", 80, 24)
		v.sees("following")
		w := f.open("192.0.2.2", "follow "+code, "", 80, 24)
		w.exit(1)
		if !strings.Contains(w.errs.String(), "as many follow") {
			t.Errorf("%q", w.errs.String())
		}
		for _, x := range []*viewer{second, other, v, w, p} {
			x.leave()
		}
	}, limit(func(l *Limits) { l.MaxSessions, l.Rooms = 5, 1 }))
}

// On a public server nobody presents.
func TestMayNotPresent(t *testing.T) {
	inRoom(t, func(f *fixture) {
		for lang, want := range map[string]string{"en": "--presenter-keys FILE, --present open", "zh": "--presenter-keys FILE\u3001--present open"} {
			v := f.open("192.0.2.1", "present", lang, 80, 24)
			v.exit(1)
			if !strings.Contains(v.errs.String(), want) {
				t.Errorf("%q", v.errs.String())
			}
			v.leave()
		}
		w := f.open("192.0.2.1", "shares", "", 80, 24)
		w.press("P")
		w.sees("--present open")
		w.leave()
	}, func(c *Config) { c.AnyonePresents = false })
}
