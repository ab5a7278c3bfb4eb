package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// scale measures our server with increasing numbers of sessions.
func scale(args []string) error {
	b := newBench("scale", 10_000)
	b.flags.StringVar(&b.profiles, "profiles", "", profilesUsage)
	steps := b.flags.String("steps", "100,300,1000,3000,10000", "numbers of sessions, measured in turn up to --sessions")
	total := b.flags.Float64("total", 1000, "largest number of keys per second in total")
	if err := b.begin(args); err != nil {
		return err
	}
	var all []result
	for word := range strings.SplitSeq(*steps, ",") {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return fmt.Errorf("--steps: %q is not a number of sessions", word)
		}
		if n > b.Sessions {
			break
		}
		p := b.plan
		p.Sessions, p.Rate = n, min(p.Rate, *total/float64(n))
		profiles := b.profiles
		if profiles != "" {
			profiles += word + "-"
		}
		r, err := b.load("ours", word, p, b.walksOf(&p)).inProcess(profiles)
		if err != nil {
			return errors.Join(fmt.Errorf("%d sessions", n), err)
		}
		all = append(all, r)
	}
	if err := b.end(all); err != nil {
		return err
	}
	return chart(os.Stdout, all)
}

// chart draws the costs by the number of sessions.
func chart(w io.Writer, all []result) error {
	for _, c := range []struct {
		name string
		of   func(*result) float64
	}{
		{"memory of the process, idle, MiB", func(r *result) float64 { return float64(r.Idle) / (1 << 20) }},
		{"memory of the process, as it is after the last key, MiB", func(r *result) float64 { return float64(r.AfterKeys) / (1 << 20) }},
		{"memory a session, idle, KiB", func(r *result) float64 { return r.Session }},
		{"idle CPU, % of a core", func(r *result) float64 { return r.IdleCPU }},
		{"CPU a key, ms", func(r *result) float64 { return r.KeyCPU }},
		{"key to frame p99, ms", func(r *result) float64 { return r.Key.P99 }},
	} {
		most := 0.0
		for i := range all {
			most = max(most, c.of(&all[i]))
		}
		if _, err := fmt.Fprintf(w, "\n%s\n", c.name); err != nil {
			return err
		}
		for i := range all {
			v := c.of(&all[i])
			bar := strings.Repeat("#", int(50*v/max(most, 1e-9)+.5))
			if _, err := fmt.Fprintf(w, "%6d %-50s %.4g\n", all[i].Sessions, bar, v); err != nil {
				return err
			}
		}
	}
	return nil
}
