// Package presenttest has what tests of package present's users share: a bus in
// memory, and what every bus has to do.
package presenttest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"anhui-tui/tui/present"
)

// Memory is a bus of one process. It can be down.
type Memory struct {
	mu   sync.Mutex
	to   map[string]map[int]chan []byte
	next int
	down bool
}

// NewMemory returns a bus nobody has subscribed to.
func NewMemory() *Memory { return &Memory{to: map[string]map[int]chan []byte{}} }

// Publish implements [present.Bus].
func (m *Memory) Publish(topic string, message []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.down {
		return errors.New("the bus is down")
	}
	for _, c := range m.to[topic] {
		select {
		case c <- message:
		default: // it may be lost
		}
	}
	return nil
}

// Subscribe implements [present.Bus].
func (m *Memory) Subscribe(topic string, receive func([]byte)) (func(), error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c := make(chan []byte, 1<<10)
	id := m.next
	m.next++
	if m.to[topic] == nil {
		m.to[topic] = map[int]chan []byte{}
	}
	m.to[topic][id] = c
	go func() {
		for b := range c {
			receive(b)
		}
	}()
	return sync.OnceFunc(func() {
		m.mu.Lock()
		defer m.mu.Unlock()
		delete(m.to[topic], id)
		close(c)
	}), nil
}

// Break takes the bus down, or up again.
func (m *Memory) Break(down bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.down = down
}

// Subscribers returns the number of subscriptions there are.
func (m *Memory) Subscribers() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	n := 0
	for _, subscribed := range m.to {
		n += len(subscribed)
	}
	return n
}

// Eventually waits until something is so, for two minutes at most: a machine may be
// busy.
func Eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	for range 12_000 {
		if ok() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("not so in two minutes: " + what)
}

// Join joins a room that there is. On a busy machine, or when the bus has only just
// been connected, the answer may be later than a hub waits for it.
func Join(t testing.TB, h *present.Hub, code present.Code) (s *present.Seat) {
	t.Helper()
	Eventually(t, "the room is found", func() bool {
		var err error
		s, err = h.Join(t.Context(), code, func() {})
		return err == nil
	})
	return s
}

// Bus holds a bus to what [present.Bus] asks of it, and two hubs on it to be like
// one. Connect returns the bus as another process has it.
func Bus(t *testing.T, connect func(t *testing.T) present.Bus) {
	t.Run("topics", func(t *testing.T) { topics(t, connect(t), connect(t)) })
	t.Run("rooms", func(t *testing.T) { rooms(t, connect(t), connect(t)) })
}

func topics(t *testing.T, a, b present.Bus) {
	subscribe := func() (received func() []string, cancel func()) {
		var mu sync.Mutex
		var got []string
		cancel, err := b.Subscribe("one", func(m []byte) {
			mu.Lock()
			defer mu.Unlock()
			got = append(got, string(m))
		})
		if err != nil {
			t.Fatal(err)
		}
		return func() []string {
			mu.Lock()
			defer mu.Unlock()
			return slices.Clone(got)
		}, cancel
	}
	received, cancel := subscribe()
	stays, cancelStays := subscribe()
	defer cancelStays()
	publish := func(topic, message string) bool { return a.Publish(topic, []byte(message)) == nil }
	Eventually(t, "a message arrives", func() bool { // it may not be connected yet
		return publish("two", "not for one") && publish("one", "x") && len(received()) > 0
	})
	cancel()
	for n := range 10 { // who has not ended has all of them
		message := fmt.Sprint("after the end ", n)
		if !publish("one", message) {
			t.Error("the bus is down")
		}
		Eventually(t, message, func() bool { return slices.Contains(stays(), message) })
	}
	for _, m := range received() { // some that were on their way may come late
		if m != "x" {
			t.Errorf("%q arrived", m)
		}
	}
}

func rooms(t *testing.T, a, b present.Bus) {
	ctx := context.Background()
	o := present.Options{Dataset: "1", Moves: 10}
	here, there := present.NewHub(a, o), present.NewHub(b, o)
	defer here.Close()
	defer there.Close()
	nobody := func() {}
	host, err := here.Open("", "", present.Shown{Link: "shares"}, nobody)
	if err != nil {
		t.Fatal(err)
	}
	code := host.Status().Code
	guest := Join(t, there, code)
	if link := guest.Status().Turn.Link; link != "shares" {
		t.Errorf("the late one sees %q", link)
	}
	if _, err := there.Join(ctx, "22222222", nobody); !errors.Is(err, present.ErrNoRoom) {
		t.Errorf("a room that is not: %v", err)
	}
	host.Show(present.Shown{Link: "trends", Mark: "pv-glass"})
	Eventually(t, "a move arrives", func() bool { s := guest.Status(); return s.Turn.Link == "trends" && s.At.Mark == "pv-glass" })
	guest.Watch(true, true)
	Eventually(t, "the audience is known", func() bool { return host.Status().Audience == present.Audience{Browse: 1, Small: 1} })
	guest.Ask(true)
	Eventually(t, "the wish is known", func() bool { return len(host.Status().Asking) == 1 })
	if !host.HandOver() {
		t.Error("nobody to hand over to")
	}
	Eventually(t, "it was handed over", func() bool {
		s := host.Status()
		return guest.Presents(s) && guest.Presents(guest.Status()) && !host.Presents(s)
	})
	guest.Show(present.Shown{Link: "voices"})
	Eventually(t, "the other presents", func() bool { return host.Status().Turn.Link == "voices" })
	token := guest.Token()
	guest.Leave()
	_, secret, _ := present.ParseToken(token)
	if _, err := here.Resume(ctx, code, "", "23456789", present.Shown{}, nobody); !errors.Is(err, present.ErrNoRoom) {
		t.Errorf("with another secret: %v", err)
	}
	back, err := here.Resume(ctx, code, "", secret, present.Shown{}, nobody)
	if err != nil {
		t.Fatal(err)
	}
	other := Join(t, there, code)
	Eventually(t, "it was resumed", func() bool {
		s := other.Status()
		return back.Presents(s) && s.Turn.Link == "voices" && s.Stage == present.StageLive
	})
	back.End()
	Eventually(t, "it ends", func() bool { return other.Status().Stage == present.StageEnded })
}
