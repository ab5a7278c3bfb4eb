package present_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"anhui-tui/tui/present"
	"anhui-tui/tui/present/presenttest"
)

func nobody() {}

func show(link string) present.Shown { return present.Shown{Link: link} }

func open(t *testing.T, h *present.Hub, owner string) *present.Seat {
	t.Helper()
	s, err := h.Open(owner, "", show("overview"), nobody)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func join(t *testing.T, h *present.Hub, code present.Code, notify func()) *present.Seat {
	t.Helper()
	s, err := h.Join(context.Background(), code, notify)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMemoryIsABus(t *testing.T) {
	t.Parallel()
	m := presenttest.NewMemory()
	presenttest.Bus(t, func(*testing.T) present.Bus { return m })
}

// A presenter who is gone is away after five seconds and has a quarter of an hour
// to come back, with the token and with nothing else. Then the room ends, for good.
func TestAwayAndBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := present.NewHub(nil, present.Options{})
		host := open(t, h, "")
		code, secret, ok := present.ParseToken(host.Token())
		if !ok || host.Status().Code != code {
			t.Fatal(host.Token())
		}
		guest := join(t, h, code, nobody)
		time.Sleep(time.Hour)
		stage := func(want present.Stage) {
			t.Helper()
			synctest.Wait()
			if got := guest.Status().Stage; got != want {
				t.Errorf("stage %d, want %d", got, want)
			}
		}
		stage(present.StageLive)
		host.Leave()
		time.Sleep(present.Away - time.Millisecond)
		stage(present.StageLive)
		time.Sleep(2 * time.Millisecond)
		stage(present.StageAway)
		time.Sleep(present.Grace - present.Away - time.Second)
		if _, err := h.Resume(context.Background(), code, "", present.Secret(code), show("voices"), nobody); !errors.Is(err, present.ErrNoRoom) {
			t.Errorf("resumed with the code: %v", err)
		}
		again, err := h.Resume(context.Background(), code, "", secret, show("voices"), nobody)
		if err != nil {
			t.Fatal(err)
		}
		stage(present.StageLive)
		if link := guest.Status().Turn.Link; link != "overview" {
			t.Errorf("resuming moved everybody to %s", link)
		}
		again.Leave()
		time.Sleep(present.Grace + time.Second)
		stage(present.StageEnded)
		time.Sleep(present.Repeat)
		for _, try := range []func() error{
			func() error { _, err := h.Join(context.Background(), code, nobody); return err },
			func() error {
				_, err := h.Resume(context.Background(), code, "", secret, show("voices"), nobody)
				return err
			},
		} {
			if err := try(); !errors.Is(err, present.ErrNoRoom) {
				t.Errorf("the room goes on: %v", err)
			}
		}
		if n := h.Stats().Rooms; n != 0 {
			t.Errorf("%d rooms are left", n)
		}
		h.Close()
	})
}

// A key held down is ten moves a second, and the last one arrives.
func TestMovesAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := present.NewHub(nil, present.Options{Moves: 10})
		host := open(t, h, "")
		var notified atomic.Int64
		guest := join(t, h, host.Status().Code, func() { notified.Add(1) })
		for i := range 300 { // thirty a second
			host.Show(show(fmt.Sprint("shares/a", i)))
			time.Sleep(time.Second / 30)
		}
		time.Sleep(time.Second)
		if n := notified.Load(); n < 95 || n > 101 {
			t.Errorf("%d moves in ten seconds", n)
		}
		if link := guest.Status().Turn.Link; link != "shares/a299" {
			t.Errorf("the last one seen is %s", link)
		}
		h.Close()
	})
}

// What is looked at in a pause is not seen, and going on shows where the presenter is.
func TestPause(t *testing.T) {
	h := present.NewHub(nil, present.Options{})
	defer h.Close()
	host := open(t, h, "")
	guest := join(t, h, host.Status().Code, nobody)
	host.Pause(true)
	host.Show(show("voices"))
	if s := guest.Status(); s.Stage != present.StagePaused || s.Turn.Link != "overview" {
		t.Errorf("%v, %s", s.Stage, s.Turn.Link)
	}
	host.Pause(false)
	if s := guest.Status(); s.Stage != present.StageLive || s.Turn.Link != "voices" {
		t.Errorf("%v, %s", s.Stage, s.Turn.Link)
	}
}

// The hand-out has what was shown for a while or pointed at, once, in order.
func TestHandout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := present.NewHub(nil, present.Options{})
		host := open(t, h, "")
		for _, link := range []string{"shares", "trends", "shares"} {
			host.Show(show("sources")) // passed by
			time.Sleep(100 * time.Millisecond)
			host.Show(show(link))
			time.Sleep(2 * time.Second)
		}
		host.Show(present.Shown{Link: "clusters/pv?card=source", Mark: "pv-glass"})
		got, err := h.Handout(context.Background(), host.Status().Code)
		if want := []string{"shares", "trends", "clusters/pv"}; err != nil || !slices.Equal(got, want) {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
		host.End()
		if _, err := h.Handout(context.Background(), host.Status().Code); !errors.Is(err, present.ErrNoRoom) {
			t.Errorf("after the end: %v", err)
		}
		h.Close()
	})
}

// Who was to present and has gone does not take the room along: whoever offered
// presents again.
func TestHandOverToNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := presenttest.NewMemory()
		here, there := present.NewHub(m, present.Options{}), present.NewHub(m, present.Options{})
		host := open(t, here, "")
		guest := join(t, there, host.Status().Code, nobody)
		guest.Ask(true)
		synctest.Wait()
		there.Close() // as if it had died
		if !host.HandOver() {
			t.Fatal("there is nobody")
		}
		if s := host.Status(); host.Presents(s) {
			t.Error("the change is not first")
		}
		time.Sleep(present.Away + time.Second)
		if s := host.Status(); !host.Presents(s) || s.Stage != present.StageLive {
			t.Error("nobody presents")
		}
		here.Close()
	})
}

// A split makes two presenters. When it is over there is one, and both know.
func TestSplit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := presenttest.NewMemory()
		here, there := present.NewHub(m, present.Options{}), present.NewHub(m, present.Options{})
		host := open(t, here, "")
		code, secret, _ := present.ParseToken(host.Token())
		guest := join(t, there, code, nobody)
		m.Break(true)
		time.Sleep(present.Away + present.Repeat)
		if !host.Status().Cut {
			t.Error("the presenter is not told that the bus is down")
		}
		if guest.Status().Stage != present.StageAway {
			t.Error("the follower is not told that the presenter is away")
		}
		other, err := there.Resume(context.Background(), code, "", secret, show("voices"), nobody)
		if err != nil {
			t.Fatal(err)
		}
		host.Show(show("trends"))
		m.Break(false)
		time.Sleep(2 * present.Repeat)
		for _, s := range []*present.Seat{host, guest, other} {
			if st := s.Status(); !other.Presents(st) || host.Presents(st) || st.Turn.Link != "overview" {
				t.Errorf("%+v", st.Turn)
			}
		}
		here.Close()
		there.Close()
	})
}

func TestBounds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := present.NewHub(nil, present.Options{Rooms: 3, Viewers: 2, AllViewers: 6})
		host := open(t, h, "192.0.2.1")
		if _, err := h.Open("192.0.2.1", "", show("overview"), nobody); !errors.Is(err, present.ErrOneRoom) {
			t.Errorf("a second room of one source: %v", err)
		}
		host.Leave() // one that is away keeps nobody from presenting
		open(t, h, "192.0.2.1")
		third := open(t, h, "192.0.2.2")
		if _, err := h.Open("192.0.2.3", "", show("overview"), nobody); !errors.Is(err, present.ErrRooms) {
			t.Errorf("a fourth room: %v", err)
		}
		code := third.Status().Code
		join(t, h, code, nobody)
		join(t, h, code, nobody)
		if _, err := h.Join(context.Background(), code, nobody); !errors.Is(err, present.ErrFull) {
			t.Errorf("a third follower: %v", err)
		}
		h.Close()
	})
}

// A process has one subscription a room, however many follow there, and none once
// nobody does.
func TestSubscriptions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m := presenttest.NewMemory()
		here, there := present.NewHub(m, present.Options{}), present.NewHub(m, present.Options{})
		host := open(t, here, "")
		for range 50 {
			defer join(t, there, host.Status().Code, nobody).Leave()
		}
		if n := m.Subscribers(); n != 2 {
			t.Errorf("%d subscriptions", n)
		}
		for range 10 {
			if _, err := there.Join(context.Background(), "ABCDEFGH", nobody); err == nil {
				t.Error("joined nothing")
			}
		}
		host.End()
		time.Sleep(time.Minute)
		if n := m.Subscribers(); n != 0 {
			t.Errorf("%d subscriptions after the end", n)
		}
		here.Close()
		there.Close()
	})
}

func TestParseCode(t *testing.T) {
	for typed, want := range map[string]present.Code{
		"K7QM-3RXD": "K7QM3RXD", "k7qm3rxd": "K7QM3RXD", "K7QM 3RXD": "K7QM3RXD", "\uff2b7QM\uff0d3RXD": "K7QM3RXD",
	} {
		if got, ok := present.ParseCode(typed); !ok || got != want || got.String() != "K7QM-3RXD" {
			t.Errorf("%q is %q", typed, got)
		}
	}
	for _, typed := range []string{"", "K7QM", "K7QM-3RX0", "K7QM-3RXI", "K7QM-3RXDD", "K7QM/3RXD", "K7QM\x1b3RXD"} {
		if got, ok := present.ParseCode(typed); ok {
			t.Errorf("%q is %q", typed, got)
		}
	}
}
