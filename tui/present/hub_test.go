package present

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// badBus is a bus that drops, doubles, delays, reorders, and is split at times. It
// is good again from calm on.
type badBus struct {
	mu    sync.Mutex
	r     *rand.Rand
	drop  float64
	calm  bool
	split map[[2]int]bool
	to    map[string][]*subscription
	sent  int
}

type subscription struct {
	node    int
	receive func([]byte)
	mu      sync.Mutex // one message after the other
	over    bool
}

func newBadBus(r *rand.Rand) *badBus {
	return &badBus{r: r, drop: r.Float64() / 2, split: map[[2]int]bool{}, to: map[string][]*subscription{}}
}

// node is the bus as one hub has it.
type node struct {
	*badBus
	n int
}

func (b node) Subscribe(topic string, receive func([]byte)) (func(), error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := &subscription{node: b.n, receive: receive}
	b.to[topic] = append(b.to[topic], s)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.over = true
	}, nil
}

func (b node) Publish(topic string, message []byte) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.sent++
	cut := true
	for _, s := range b.to[topic] {
		if b.split[[2]int{min(b.n, s.node), max(b.n, s.node)}] {
			continue
		}
		cut = cut && s.node == b.n
		for range b.copies() {
			time.AfterFunc(b.delay(), func() {
				s.mu.Lock()
				defer s.mu.Unlock()
				if !s.over {
					s.receive(message)
				}
			})
		}
	}
	if cut && !b.calm && b.r.IntN(2) == 0 { // a client may notice, or not
		return errors.New("nobody is there")
	}
	return nil
}

func (b *badBus) copies() int {
	switch x := b.r.Float64(); {
	case b.calm:
		return 1
	case x < b.drop:
		return 0
	case x < b.drop+0.2:
		return 2
	}
	return 1
}

func (b *badBus) delay() time.Duration {
	if b.calm {
		return time.Millisecond
	}
	return time.Duration(b.r.ExpFloat64() * float64(200*time.Millisecond))
}

// watcher is a seat with what it has seen.
type watcher struct {
	t    *testing.T
	seat *Seat
	mu   sync.Mutex
	last Turn
}

func (w *watcher) notify() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.seat == nil {
		return
	}
	st := w.seat.Status()
	if st.Turn.compare(&w.last) < 0 {
		w.t.Errorf("went back from %v to %v", w.last, st.Turn)
	}
	w.last = st.Turn
}

func (w *watcher) gone() bool {
	w.seat.room.mu.Lock()
	defer w.seat.room.mu.Unlock()
	return w.seat.left
}

func (w *watcher) browses() bool {
	w.seat.room.mu.Lock()
	defer w.seat.room.mu.Unlock()
	return w.seat.browses
}

func (w *watcher) is(s *Seat) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seat = s
}

// TestBadBus runs schedules of what people do in a room on three hubs, over a bus
// that does all it may. Nobody ever sees an older turn after a newer one; and when
// the bus has been good for a while all see the same turn, of one presenter, which
// is what that one showed last.
func TestBadBus(t *testing.T) {
	t.Parallel()
	n, err := strconv.Atoi(os.Getenv("ANHUI_SCHEDULES"))
	if err != nil {
		n = 500
	}
	const together = 50
	var messages int
	for first := 0; first < n && !t.Failed(); first += together {
		synctest.Test(t, func(t *testing.T) {
			for seed := first; seed < first+together && !t.Failed(); seed++ {
				messages += schedule(t, uint64(seed)) //nolint:gosec // small
			}
		})
	}
	t.Logf("%d schedules, %d messages", n, messages)
}

func schedule(t *testing.T, seed uint64) int {
	r := rand.New(rand.NewPCG(seed, 25))
	links := []string{"overview", "shares", "clusters/pv", "trends/pv-revenue", "voices", "sources", "shares?scope=world"}
	bus := newBadBus(rand.New(rand.NewPCG(seed, 26)))
	hubs := make([]*Hub, 3)
	for i := range hubs {
		hubs[i] = NewHub(node{bus, i}, Options{Dataset: "1", Moves: 10})
	}
	ctx := context.Background()
	host := &watcher{t: t}
	first, err := hubs[0].Open("", "", Shown{Link: "overview"}, host.notify)
	if err != nil {
		t.Fatal(err)
	}
	host.is(first)
	code, _, _ := ParseToken(first.Token())
	watchers := []*watcher{host}
	shown := map[*Seat]string{first: "overview"}
	presenting := func() *Seat {
		for _, w := range watchers {
			if w.seat.Presents(w.seat.Status()) && !w.gone() {
				return w.seat
			}
		}
		return nil
	}
	join := func(h *Hub) {
		w := &watcher{t: t}
		s, err := h.Join(ctx, code, w.notify)
		if err == nil {
			w.is(s)
			watchers = append(watchers, w)
		}
	}
	for range 12 + r.IntN(12) {
		any := watchers[r.IntN(len(watchers))].seat
		switch x := r.IntN(20); {
		case x < 8:
			if p := presenting(); p != nil {
				for range 1 + r.IntN(4) {
					shown[p] = links[r.IntN(len(links))]
					p.Show(Shown{Link: shown[p]})
				}
			}
		case x < 11:
			join(hubs[r.IntN(len(hubs))])
		case x < 13:
			any.Ask(true)
		case x < 15:
			if p := presenting(); p != nil {
				p.HandOver()
			}
		case x < 16: // who presents is cut off, and comes back elsewhere
			if p := presenting(); p != nil {
				if r.IntN(2) == 0 {
					p.Leave()
				}
				c, secret, _ := ParseToken(p.Token())
				w := &watcher{t: t}
				if s, err := hubs[r.IntN(len(hubs))].Resume(ctx, c, "", secret, Shown{Link: "overview"}, w.notify); err == nil {
					w.is(s)
					watchers = append(watchers, w)
				}
			}
		case x < 17:
			any.Watch(r.IntN(2) == 0, r.IntN(2) == 0)
		case x < 18:
			bus.mu.Lock()
			for _, pair := range [][2]int{{0, 1}, {0, 2}, {1, 2}} {
				bus.split[pair] = r.IntN(3) == 0
			}
			bus.mu.Unlock()
		default:
			time.Sleep(time.Duration(r.IntN(3000)) * time.Millisecond)
		}
	}
	bus.mu.Lock()
	bus.calm, bus.split = true, map[[2]int]bool{}
	bus.mu.Unlock()
	time.Sleep(4 * Repeat)
	if p := presenting(); p != nil {
		p.Pause(false)
		p.Show(Shown{Link: "shares?scope=world"})
		time.Sleep(2 * Repeat)
	}
	agree(t, seed, watchers)
	for _, h := range hubs {
		h.Close()
	}
	return bus.sent
}

// agree holds all seats to one turn and one presenter.
func agree(t *testing.T, seed uint64, watchers []*watcher) {
	var turns []string
	presenters := 0
	for _, w := range watchers {
		if w.gone() {
			continue
		}
		st := w.seat.Status()
		turn := fmt.Sprintf("%d %s %d %s", st.Turn.Term, st.Turn.By, st.Turn.Seq, st.Turn.Link)
		if presentersOf(watchers) > 0 { // else the lists are as they were when the presenter was lost
			turn += fmt.Sprint(st.Turn.Shown)
		}
		turns = append(turns, turn)
		if w.seat.Presents(st) {
			presenters++
			if st.Turn.Link != "shares?scope=world" || st.Stage != StageLive {
				t.Errorf("schedule %d: %s is shown, %v", seed, st.Turn.Link, st.Stage)
			}
			follow, browse := 0, 0
			for _, w := range watchers {
				switch {
				case w.gone() || w.seat.Presents(st):
				case w.browses():
					browse++
				default:
					follow++
				}
			}
			if st.Audience.Follow != follow || st.Audience.Browse != browse {
				t.Errorf("schedule %d: %+v; %d follow and %d browse", seed, st.Audience, follow, browse)
			}
		} else if st.Stage == StageLive && len(watchers) > 1 && presentersOf(watchers) == 0 {
			t.Errorf("schedule %d: live, and nobody presents", seed)
		}
	}
	slices.Sort(turns)
	if turns = slices.Compact(turns); len(turns) > 1 || presenters > 1 {
		t.Errorf("schedule %d: %d presenters, %q", seed, presenters, turns)
	}
}

func presentersOf(watchers []*watcher) int {
	n := 0
	for _, w := range watchers {
		if !w.gone() && w.seat.Presents(w.seat.Status()) {
			n++
		}
	}
	return n
}
