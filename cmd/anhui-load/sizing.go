package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"text/tabwriter"
	"time"

	"anhui-tui/tui/present"
)

// sizing prints what many followers take, by a simulation that replays what
// anhui-load present has measured on this machine.
func sizing(args []string) error {
	f := flag.NewFlagSet("sizing", flag.ContinueOnError)
	cores := f.Int("cores", 2, "cores of a replica")
	seed := f.Uint64("seed", 1, "of all that is random")
	check := f.String("check", "", "another file of present, of a larger run, to compare the simulation with")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() != 1 || *cores < 1 {
		return errors.New("sizing needs the file that anhui-load present --json has written")
	}
	base, err := measuredFollowers(f.Arg(0))
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(*seed, 25)) //nolint:gosec // a simulation
	if *check != "" {
		real, err := measuredFollowers(*check)
		if err != nil {
			return err
		}
		s := simulate(r, base, real.Followers, real.Replicas, *cores)
		fmt.Printf("%d followers: p99 %.0f ms measured, %.0f ms simulated\n\n", real.Followers, real.Move.P99, s.P99)
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "followers\trooms\treplicas\tp99, ms\tmemory a replica, MiB\tMbit/s at a move a second\tmessages/s on the bus\t\n") //nolint:errcheck // flushed below
	for _, c := range []struct{ followers, rooms, replicas int }{
		{1000, 1, 1}, {5000, 1, 1}, {10_000, 1, 1}, {10_000, 1, 2}, {10_000, 1, 5}, {10_000, 1, 10}, {100_000, 500, 10}, {100_000, 500, 20}, {100_000, 500, 50}, {100_000, 500, 100},
	} {
		each := (c.followers + c.replicas - 1) / c.replicas
		// Rooms move at their own times: what a replica has to paint at once is the
		// followers of one room, of which each replica has its part.
		room := (c.followers/c.rooms + c.replicas - 1) / c.replicas * c.replicas
		s := simulate(r, base, max(room, 1), c.replicas, *cores)
		if busy := float64(each) * base.CPU / 1e6 / float64(*cores); busy > .7 { // a move a second of every room is more than the cores can do
			s.P99 = -1
		}
		memory := base.Empty/float64(base.Replicas) + float64(each)*base.After/1024
		// A move goes to every replica that has followers; so do the repeats, and what
		// each replica says of its audience.
		messages := 0.
		if c.replicas > 1 {
			spread := min(c.replicas, max(1, c.followers/c.rooms))
			messages = float64(c.rooms) * (1 + 1/present.Repeat.Seconds() + float64(spread)/present.Repeat.Seconds())
		}
		p99 := fmt.Sprintf("%.0f", s.P99)
		if s.P99 < 0 {
			p99 = "too few cores"
		}
		fmt.Fprintf(w, "%d\t%d\t%d\t%s\t%.0f\t%.0f\t%.0f\t\n", c.followers, c.rooms, c.replicas, p99, memory, float64(c.followers)*base.Bytes*8/1e6, messages) //nolint:errcheck // as above
	}
	return w.Flush()
}

// measuredFollowers returns what was measured of followers.
func measuredFollowers(path string) (r presentResult, err error) {
	text, err := os.ReadFile(path) //nolint:gosec // a path this program's user gave
	if err != nil {
		return r, err
	}
	var report presentReport
	if err := json.Unmarshal(text, &report); err != nil {
		return r, fmt.Errorf("%s: %w", path, err)
	}
	for _, r := range report.Results {
		if r.Server == "followers" && r.Followers > 0 && len(r.Delays) > 0 {
			return r, nil
		}
	}
	return r, fmt.Errorf("%s has no followers", path)
}

// simulate returns the delays of moves to followers on some replicas. A replica
// paints its followers one after the other on each of its cores. How long one takes
// is what it took in the measured run: the steps between the delays there, by chance,
// up to the 95th percentile, which have in them what clients on the same machine took.
// What is beyond it are pauses of the whole machine, which one in twenty moves has.
func simulate(r *rand.Rand, measured presentResult, followers, replicas, cores int) spread {
	const moves = 200
	body := measured.Delays[:len(measured.Delays)*95/100]
	pauses := measured.Delays[len(body):]
	// The steps are for one follower on the cores of the machine that measured.
	scale := float64(measured.Followers) / float64(len(measured.Delays)) / float64(measured.Replicas)
	scale *= float64(cores) / float64(runtime.NumCPU())
	each := max(1, followers/replicas)
	all := make([]time.Duration, 0, moves*replicas*each/10)
	for range moves {
		for range replicas {
			at := body[0]
			if len(pauses) > 0 && r.IntN(20) == 0 {
				at += pauses[r.IntN(len(pauses))] - body[len(body)-1]
			}
			for n := range each {
				i := 1 + r.IntN(len(body)-1)
				at += (body[i] - body[i-1]) / scale
				if n%10 == 9 || n == each-1 { // one in ten is enough to count
					all = append(all, time.Duration(at*float64(time.Millisecond)))
				}
			}
		}
	}
	return spreadOf(all)
}
