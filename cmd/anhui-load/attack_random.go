package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"time"
)

// act is something that a client does in a session: bytes that it sends, or a new
// size of its window.
type act struct {
	input         string
	width, height uint32
}

// String returns the act as it is printed: as a Go string, or a size.
func (a act) String() string {
	if a.input == "" {
		return fmt.Sprintf("%d×%d", a.width, a.height)
	}
	return fmt.Sprintf("%q", a.input)
}

// script is what a client does: it opens a session with a command line, in a window,
// and does what is in acts again and again.
type script struct {
	line          string
	width, height uint32
	acts          []act
}

// String returns the script in a line.
func (s script) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q, %d×%d:", s.line, s.width, s.height)
	for _, a := range s.acts {
		b.WriteString(" " + a.String())
	}
	return b.String()
}

// aSize returns the size of a window, mostly one that people have.
func aSize(r *rand.Rand) (width, height uint32) {
	if r.IntN(3) > 0 {
		usual := [][2]uint32{{80, 24}, {120, 40}, {200, 50}, {400, 150}, {1, 1}, {0, 0}}
		s := usual[r.IntN(len(usual))]
		return s[0], s[1]
	}
	return 1 + r.Uint32N(420), 1 + r.Uint32N(160)
}

// actsOf are the kinds of acts, each as likely as another.
func actsOf() []func(r *rand.Rand) act {
	one := func(of ...string) func(r *rand.Rand) act {
		return func(r *rand.Rand) act { return act{input: of[r.IntN(len(of))]} }
	}
	printable := func(r *rand.Rand) act { return act{input: string(' ' + r.Int32N(95))} }
	return []func(r *rand.Rand) act{
		printable, printable,
		func(r *rand.Rand) act {
			c := 1 + r.Int32N(31)
			if c == 3 || c == 4 { // which leave
				c = 12
			}
			return act{input: string(c)}
		},
		one("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x7f", "\r", "\t"),
		one("/", ":", "?", "!", "i", "c", "n", "N", "y", "Y", "L", "-", "\x0e", "\x10", "\x15"),
		one("0", "1", "2", "3", "4", "5", "6"),
		one("e", "2024", "\u5b89\u5fbd", "vehicle output", "zzzz", "a e i o u", "\u5360\u5168\u56fd", "\u0301\u0301\u0301", "\U0001f1e8\U0001f1f3"),
		one("\x1b[I", "\x1b[O", "\x1b[?2026;2$y", "\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b[?1;2c", "\x1b[200~paste\x1b[201~", "\x1b[27;5;13~", "\x1b[97;5u", "\x1b", "\x1b[", "\x1b]0;x"),
		func(r *rand.Rand) act {
			return act{input: fmt.Sprintf("\x1b[<%d;%d;%d%c", []int{0, 1, 2, 32, 35, 64, 65}[r.IntN(7)], 1+r.IntN(400), 1+r.IntN(150), "Mm"[r.IntN(2)])}
		},
		func(r *rand.Rand) act {
			w, h := aSize(r)
			return act{width: w, height: h}
		},
	}
}

// aScript returns a script of up to n acts.
func aScript(r *rand.Rand, n int) script {
	var s script
	s.width, s.height = aSize(r)
	s.line = []string{"", "", "", "shares", "trends", "voices?q=e", "--lang zh clusters", "--accessible"}[r.IntN(8)]
	kinds := actsOf()
	for range 1 + r.IntN(n) {
		s.acts = append(s.acts, kinds[r.IntN(len(kinds))](r))
	}
	return s
}

// play opens a session and does what is in the script, at the rate that is let
// through.
func (s script) play(ctx context.Context, c *caller) {
	if c.open(s.line, s.width, s.height) != nil {
		return
	}
	go discard(c.channel)
	var b strings.Builder
	flush := func() bool {
		_, err := io.WriteString(c.channel, b.String())
		pause(ctx, time.Duration(b.Len())*time.Second/typed)
		b.Reset()
		return err == nil
	}
	for ctx.Err() == nil {
		for _, a := range s.acts {
			if a.input != "" {
				b.WriteString(a.input)
				continue
			}
			if !flush() || c.resize(a.width, a.height) != nil {
				return
			}
			pause(ctx, 20*time.Millisecond)
		}
		if b.Len() >= 100 && !flush() {
			return
		}
	}
}

// randomly returns an attack of 20 sessions with a long script each.
func randomly(seed uint64) func(context.Context, *target) {
	return func(ctx context.Context, t *target) {
		connected(ctx, t, func(i int, c *caller) {
			aScript(rand.New(rand.NewPCG(seed, uint64(i))), 500).play(ctx, c) //nolint:gosec // it shall be the same again
		})
	}
}

// fifty returns an attack of 20 such sessions of each of 50 sources.
func fifty(seed uint64) func(context.Context, *target) {
	return func(ctx context.Context, t *target) {
		crowd(ctx, t, "attacker", func(i int, c *caller) {
			aScript(rand.New(rand.NewPCG(seed, uint64(i))), 500).play(ctx, c) //nolint:gosec // as above
		})
	}
}

// resizing returns an attack of 20 sessions whose windows are never twice as large.
func resizing(seed uint64) func(context.Context, *target) {
	return func(ctx context.Context, t *target) {
		connected(ctx, t, func(i int, c *caller) {
			if c.shell(300, 100) != nil {
				return
			}
			go discard(c.channel)
			r := rand.New(rand.NewPCG(seed, uint64(i))) //nolint:gosec // as above
			for ctx.Err() == nil && c.resize(200+r.Uint32N(200), 50+r.Uint32N(100)) == nil {
				pause(ctx, 50*time.Millisecond)
			}
		})
	}
}

// found is what a script costs a server.
type found struct {
	script
	cpu   float64 // seconds of a processor
	bytes int64   // that were sent
	grown int64   // bytes of memory above rest
}

// aByte returns the microseconds of a processor that a byte costs.
func (f *found) aByte() float64 { return 1e6 * f.cpu / float64(max(1, f.bytes)) }

const (
	fuzzRound = time.Second // of one script
	fuzzActs  = 6           // of a script at most
	// fuzzCPU is the seconds of a processor that a new source may make the server work
	// in fuzzRound: its budget of work is 0.7 s, and the network costs as well.
	fuzzCPU = 1
)

// fuzz plays random scripts against a server, each by 20 sessions of a new source, and
// prints those that cost most. Every other one is like the one that costs most so far.
func fuzz(args []string) error {
	var o attackOptions
	set := flag.NewFlagSet("fuzz", flag.ContinueOnError)
	set.StringVar(&o.program, "program", "", "the anhui-tui to attack, as built by: go build ./cmd/anhui-tui")
	set.DurationVar(&o.time, "time", time.Minute, "how long to search")
	set.Uint64Var(&o.seed, "seed", 1, "of what is random")
	if err := set.Parse(args); err != nil {
		return err
	}
	if o.program == "" {
		return errors.New("fuzz needs --program FILE; see --help")
	}
	v, err := startVictim(o.program)
	if err != nil {
		return err
	}
	defer v.stop()
	ctx, stop := context.WithTimeout(context.Background(), o.time)
	defer stop()
	if _, err := v.viewers.ask("look"); err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(o.seed, 0)) //nolint:gosec // it shall be the same again
	var all []found
	for n := 0; ctx.Err() == nil; n++ {
		s := aScript(r, fuzzActs)
		if n%2 == 1 {
			best := slices.MaxFunc(all, func(a, b found) int { return int(a.aByte() - b.aByte()) })
			s = best.mutate(r)
		}
		f, err := v.try(ctx, s, fmt.Sprintf("127.%d.%d.1", 66+n/250, n%250))
		if err != nil {
			return fmt.Errorf("%v: %w", s, err)
		}
		all = append(all, f)
	}
	return judge(all)
}

// judge prints the scripts that cost most, and returns an error if one of them costs
// more than a source may.
func judge(all []found) error {
	fmt.Printf("%d scripts\n", len(all))
	var beyond error
	for _, most := range []struct {
		name string
		of   func(*found) float64
		max  float64
	}{
		{"CPU a byte", (*found).aByte, 0},
		{"CPU", func(f *found) float64 { return f.cpu }, fuzzCPU},
		{"memory", func(f *found) float64 { return float64(f.grown) / (1 << 20) }, sourceMemory},
	} {
		f := slices.MaxFunc(all, func(a, b found) int { return int(1000 * (most.of(&a) - most.of(&b))) })
		fmt.Printf("most %-10s  %.2f s, %.0f µs a byte, %d MiB above rest  %v\n", most.name, f.cpu, f.aByte(), f.grown>>20, f.script)
		if most.max > 0 && most.of(&f) > most.max {
			beyond = errors.Join(beyond, fmt.Errorf("%s: more than %v", most.name, most.max))
		}
	}
	return beyond
}

// mutate returns a script that differs from s in one thing.
func (s script) mutate(r *rand.Rand) script {
	other := aScript(r, fuzzActs)
	s.acts = slices.Clone(s.acts)
	switch r.IntN(4) {
	case 0:
		s.width, s.height = other.width, other.height
	case 1:
		s.line = other.line
	case 2:
		s.acts[r.IntN(len(s.acts))] = other.acts[0]
	default:
		s.acts = slices.Insert(s.acts, r.IntN(len(s.acts)+1), other.acts[0])
	}
	return s
}

// try plays a script from an address for fuzzRound.
func (v *victim) try(ctx context.Context, s script, from string) (found, error) {
	f := found{script: s}
	before, err := v.usage()
	if err != nil {
		return f, err
	}
	round, stop := context.WithTimeout(ctx, fuzzRound)
	defer stop()
	t := &target{address: v.address}
	var clients sync.WaitGroup
	for range 20 {
		clients.Go(func() {
			for round.Err() == nil {
				if c, err := t.connect(from, "attacker"); err == nil {
					end := context.AfterFunc(round, c.close)
					s.play(round, c)
					end()
					c.close()
				}
				pause(round, 200*time.Millisecond)
			}
		})
	}
	for round.Err() == nil {
		pause(round, 100*time.Millisecond)
		now, err := v.usage()
		if err != nil {
			return f, err
		}
		f.grown, f.cpu = max(f.grown, now.Memory-v.rest.Memory), now.CPU-before.CPU
	}
	clients.Wait()
	f.bytes = t.sent.Load()
	return f, nil
}
