package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

// What one hostile source, with all the sessions it may have, must not exceed.
const (
	sourceMemory = 100 // MiB that the server grows by
	crowdMemory  = 600 // of fifty such sources
	leftMemory   = 40  // of what it has grown by, backAfter the attack
	crowdLeft    = 60  // of fifty such sources
	sourceCPU    = .5  // cores
	viewerRatio  = 3   // of a viewer's p99 to what it is beside a sink
	newcomersIn  = .95 // of those who come from elsewhere
	backAfter    = 10 * time.Second
)

// agreed is how many attempts at an attack have to exceed a bound for it to fail, if
// it is played in one round: what others do on the machine does not come each time.
// One in which all bounds hold at first is enough; after one in which they did not,
// as many as agreed have to.
const agreed = 2

// trial is what was measured of a server while it, or a sink beside it, had hostile
// clients.
type trial struct {
	Grown     int64   `json:"grown"` // bytes of memory above rest, at the worst moment
	Left      int64   `json:"left"`  // the same when the clients have been away for backAfter
	CPU       float64 `json:"cpu"`   // seconds of a processor
	Seconds   float64 `json:"seconds"`
	Viewer    spread  `json:"viewer"` // its key to the first bytes of the answer
	Newcomers int64   `json:"newcomers"`
	In        int64   `json:"in"` // newcomers that got a session
	Sent      int64   `json:"sent"`
	Dialed    int64   `json:"connections"`
}

// attackResult is the measurement of one kind of hostile clients.
type attackResult struct {
	Name     string   `json:"name"`
	Attempt  int      `json:"attempt"` // from 1
	Attacked []trial  `json:"attacked"`
	Sinks    []trial  `json:"sinks"` // of the same rounds; none if there is nothing to compare with
	Broken   []string `json:"broken"`
}

// attackReport is the results and how they were measured.
type attackReport struct {
	Date    string         `json:"date"`
	Machine string         `json:"machine"`
	Command string         `json:"command"`
	Results []attackResult `json:"results"`
}

// attackOptions are the flags of attack and of fuzz.
type attackOptions struct {
	program string
	time    time.Duration
	rounds  int
	seed    uint64
	json    string
}

// attack plays hostile clients against a server, one kind after the other.
func attack(args []string) error {
	var o attackOptions
	set := flag.NewFlagSet("attack", flag.ContinueOnError)
	set.StringVar(&o.program, "program", "", "the anhui-tui to attack, as built by: go build ./cmd/anhui-tui")
	set.DurationVar(&o.time, "time", 10*time.Second, "how long each attack takes")
	set.IntVar(&o.rounds, "rounds", 0, "play each so many times, and as often against a sink, to hold times and processor as well; 0 holds memory and newcomers only")
	set.Uint64Var(&o.seed, "seed", 1, "of what is random")
	set.StringVar(&o.json, "json", "", "write the results to a file")
	set.Usage = func() {
		fmt.Fprintln(set.Output(), "anhui-load attack --program FILE [NAME...]: hostile clients, with a viewer and newcomers from elsewhere beside them") //nolint:errcheck // help
		set.PrintDefaults()
		for _, a := range hostiles(o.seed) {
			fmt.Fprintf(set.Output(), "  %-10s %s\n", a.name, a.what) //nolint:errcheck // help
		}
	}
	if err := set.Parse(args); err != nil {
		return err
	}
	if o.program == "" {
		return errors.New("attack needs --program FILE; see --help")
	}
	all, err := named(hostiles(o.seed), set.Args())
	if err != nil {
		return err
	}
	raiseFileLimit()
	report := &attackReport{time.Now().Format("2006-01-02"), machine(), "anhui-load attack " + strings.Join(args, " "), nil}
	fmt.Printf("%s, %s\n`%s`\n\n%s\n", report.Date, report.Machine, report.Command, attackHead)
	var failed []string
	for i := range all {
		a := &all[i]
		played, broken, err := attempts(o.rounds > 0, func(n int) (attackResult, error) {
			r, err := a.measure(&o)
			r.Attempt = n
			if err == nil {
				fmt.Println(r.row(a))
			}
			return r, err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", a.name, err)
		}
		report.Results = append(report.Results, played...)
		if broken != nil {
			failed = append(failed, a.name+" ("+strings.Join(broken, ", ")+")")
		}
	}
	if o.json != "" {
		text, err := json.MarshalIndent(report, "", "  ")
		if err == nil {
			err = os.WriteFile(o.json, append(text, '\n'), 0o600)
		}
		if err != nil {
			return err
		}
	}
	if failed != nil {
		return fmt.Errorf("beyond their bounds: %s", strings.Join(failed, "; "))
	}
	return nil
}

// attempts plays an attack until it is known whether it exceeds its bounds, which
// are then those of the attempts that did: once if one attempt settles it.
func attempts(once bool, play func(n int) (attackResult, error)) (played []attackResult, broken []string, err error) {
	for beyond, within := 0, 0; ; {
		r, err := play(len(played) + 1)
		if err != nil {
			return played, nil, err
		}
		played = append(played, r)
		if r.Broken == nil {
			within++
		} else {
			beyond++
		}
		for _, bound := range r.Broken {
			if !slices.Contains(broken, bound) {
				broken = append(broken, bound)
			}
		}
		switch {
		case beyond == 0 || within == agreed:
			return played, nil, nil
		case once || beyond == agreed:
			return played, broken, nil
		}
	}
}

// named returns the kinds of the given names, or all if there are none.
func named(all []hostile, names []string) ([]hostile, error) {
	if len(names) == 0 {
		return all, nil
	}
	for _, name := range names {
		if !slices.ContainsFunc(all, func(a hostile) bool { return a.name == name }) {
			return nil, fmt.Errorf("there is no attack %q; see --help", name)
		}
	}
	return slices.DeleteFunc(all, func(a hostile) bool { return !slices.Contains(names, a.name) }), nil
}

// measure plays an attack in some rounds, each with one against a sink that is sent
// as many bytes, on as many connections.
func (a *hostile) measure(o *attackOptions) (attackResult, error) {
	r := attackResult{Name: a.name}
	for n := range max(1, o.rounds) {
		got, err := a.play(o, nil, n == o.rounds-1)
		if err != nil {
			return r, err
		}
		r.Attacked = append(r.Attacked, got)
		if o.rounds > 0 && !a.once && !a.crowd {
			sink, err := a.play(o, &got, false)
			if err != nil {
				return r, fmt.Errorf("beside a sink: %w", err)
			}
			r.Sinks = append(r.Sinks, sink)
		}
	}
	r.Broken = r.broken(a, o.rounds > 0)
	return r, nil
}

// median returns the middle of what is measured in each round.
func median(all []trial, of func(*trial) float64) float64 {
	values := make([]float64, 0, len(all))
	for i := range all {
		values = append(values, of(&all[i]))
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// worst returns the greatest of what is measured in each round.
func worst(all []trial, of func(*trial) int64) int64 {
	m := slices.MaxFunc(all, func(a, b trial) int { return cmp.Compare(of(&a), of(&b)) })
	return of(&m)
}

func (t *trial) grown() int64     { return t.Grown >> 20 }
func (t *trial) left() int64      { return t.Left >> 20 }
func (t *trial) cores() float64   { return t.CPU / t.Seconds }
func (t *trial) cpu() float64     { return t.CPU }
func (t *trial) seconds() float64 { return t.Seconds }
func (t *trial) p99() float64     { return t.Viewer.P99 }

// ratio returns the middle of the viewer's p99 over its p99 beside the sink of the
// same round, or 0 if there was none.
func (r *attackResult) ratio() float64 {
	if len(r.Sinks) == 0 {
		return 0
	}
	ratios := make([]trial, len(r.Sinks))
	for i := range r.Sinks {
		ratios[i].CPU = r.Attacked[i].p99() / max(r.Sinks[i].p99(), .1)
	}
	return median(ratios, (*trial).cpu)
}

// newcomers returns how many came in all rounds, and how many of them got a session.
func (r *attackResult) newcomers() (came, in int64) {
	for i := range r.Attacked {
		came, in = came+r.Attacked[i].Newcomers, in+r.Attacked[i].In
	}
	return came, in
}

// broken returns the bounds of an attack that were exceeded; those of times and of
// the processor only if timed.
func (r *attackResult) broken(a *hostile, timed bool) (broken []string) {
	came, in := r.newcomers()
	for _, bound := range []struct {
		name  string
		holds bool
	}{
		{"memory", worst(r.Attacked, (*trial).grown) <= a.memory()},
		{"newcomers", a.full || float64(in) >= newcomersIn*float64(came)},
		{"memory afterwards", !timed || worst(r.Attacked, (*trial).left) <= a.left()},
		{"processor", !timed || a.once || a.crowd || a.network || median(r.Attacked, (*trial).cores) <= sourceCPU},
		{"viewer", !timed || r.ratio() <= viewerRatio},
		{"over in time", !timed || !a.once || median(r.Attacked, (*trial).seconds) <= onceSeconds && median(r.Attacked, (*trial).cpu) <= onceCPU},
	} {
		if !bound.holds {
			broken = append(broken, bound.name)
		}
	}
	return broken
}

const attackHead = "| attack | attempt | memory above rest, MiB (bound) | 10 s after | CPU, cores | viewer p50, p99, ms | beside a sink | p99 to that | newcomers in | holds |\n" +
	"|---|---|---|---|---|---|---|---|---|---|"

// row returns the line of the table for an attack.
func (r *attackResult) row(a *hostile) string {
	came, in := r.newcomers()
	viewer := func(all []trial) string {
		return fmt.Sprintf("%.1f, %.1f", median(all, func(t *trial) float64 { return t.Viewer.P50 }), median(all, (*trial).p99))
	}
	left, sink, ratio := "–", "–", "–"
	if len(r.Sinks) > 0 {
		sink, ratio = viewer(r.Sinks), fmt.Sprintf("%.1f", r.ratio())
	}
	if n := worst(r.Attacked, (*trial).left); n >= 0 {
		left = fmt.Sprint(n)
	}
	cpu := fmt.Sprintf("%.2f", median(r.Attacked, (*trial).cores))
	if a.once {
		cpu = fmt.Sprintf("%.1f s in %.1f s", median(r.Attacked, (*trial).cpu), median(r.Attacked, (*trial).seconds))
	}
	verdict := "yes"
	if r.Broken != nil {
		verdict = "**no**: " + strings.Join(r.Broken, ", ")
	}
	return fmt.Sprintf("| %s | %d | %d (%d) | %s | %s | %s | %s | %s | %d of %d | %s |",
		a.name, r.Attempt, worst(r.Attacked, (*trial).grown), a.memory(), left, cpu, viewer(r.Attacked), sink, ratio, in, came, verdict)
}
