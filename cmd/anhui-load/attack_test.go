package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestBroken names each bound that is exceeded, and those of times only if they were
// to be held.
func TestBroken(t *testing.T) {
	one, crowd, once := hostile{}, hostile{crowd: true}, hostile{once: true}
	full, network := hostile{crowd: true, full: true}, hostile{network: true}
	fine := trial{Grown: 99 << 20, Left: 30 << 20, CPU: 5, Seconds: 10, Viewer: spread{P99: 10}, Newcomers: 100, In: 95}
	sink := trial{Viewer: spread{P99: 5}}
	with := func(change func(*trial)) []trial {
		changed := fine
		change(&changed)
		return []trial{fine, changed, changed}
	}
	for name, c := range map[string]struct {
		a        *hostile
		attacked []trial
		want     string // if times are held
	}{
		"all is well":         {&one, []trial{fine}, ""},
		"memory":              {&one, with(func(t *trial) { t.Grown = 102 << 20 }), "memory"},
		"memory of a crowd":   {&crowd, with(func(t *trial) { t.Grown = 599 << 20 }), ""},
		"more of a crowd":     {&crowd, with(func(t *trial) { t.Grown = 602 << 20 }), "memory"},
		"newcomers":           {&one, with(func(t *trial) { t.In = 94 }), "newcomers"},
		"newcomers of a full": {&full, with(func(t *trial) { t.In = 0 }), ""},
		"not back":            {&one, with(func(t *trial) { t.Left = 50 << 20 }), "memory afterwards"},
		"not back of a crowd": {&crowd, with(func(t *trial) { t.Left = 61 << 20 }), "memory afterwards"},
		"processor":           {&one, with(func(t *trial) { t.CPU = 6 }), "processor"},
		"of a crowd":          {&crowd, with(func(t *trial) { t.CPU = 20 }), ""},
		"of the kernel":       {&network, with(func(t *trial) { t.CPU = 8 }), ""},
		"viewer":              {&one, with(func(t *trial) { t.Viewer.P99 = 16 }), "viewer"},
		"over at last":        {&once, with(func(t *trial) { t.Seconds = 31 }), "over in time"},
		"over at some cost":   {&once, with(func(t *trial) { t.CPU = 11 }), "over in time"},
	} {
		r := attackResult{Attacked: c.attacked, Sinks: slices.Repeat([]trial{sink}, len(c.attacked))}
		if got := strings.Join(r.broken(c.a, true), ", "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		untimed := strings.Join(r.broken(c.a, false), ", ")
		if want := c.want; (want == "memory" || want == "newcomers") != (untimed == want && untimed != "") {
			t.Errorf("%s: %q if times are not held", name, untimed)
		}
	}
}

// TestAttempts fails what is beyond its bounds in most attempts, and makes no more than
// that takes.
func TestAttempts(t *testing.T) {
	for _, c := range []struct {
		once          bool
		broken        string // what each attempt exceeds, "-" for nothing
		attempts      int
		verdict, name string
	}{
		{false, "- memory memory", 1, "", "the first holds"},
		{false, "memory - -", 3, "", "one of three is beyond"},
		{false, "memory - memory", 3, "memory", "two of three are, the last one as well"},
		{false, "memory memory -", 2, "memory", "two of two are"},
		{false, "memory newcomers -", 2, "memory, newcomers", "two of two are, each in its way"},
		{true, "memory - -", 1, "memory", "there are no others"},
		{true, "- memory -", 1, "", "there are no others, and it holds"},
	} {
		played, broken, err := attempts(c.once, func(n int) (r attackResult, err error) {
			r.Attempt = n
			if what := strings.Fields(c.broken)[n-1]; what != "-" {
				r.Broken = []string{what}
			}
			return r, nil
		})
		if err != nil || len(played) != c.attempts || strings.Join(broken, ", ") != c.verdict {
			t.Errorf("%s: %d attempts, beyond %q, %v", c.name, len(played), broken, err)
		}
		for i, r := range played {
			if r.Attempt != i+1 {
				t.Errorf("%s: attempt %d is named %d", c.name, i+1, r.Attempt)
			}
		}
	}
}

// TestScripts makes the same scripts from a seed, which send something or resize, and
// never leave.
func TestScripts(t *testing.T) {
	texts := func(seed uint64) (all []string) {
		r := rand.New(rand.NewPCG(seed, 0))
		for range 500 {
			s := aScript(r, fuzzActs)
			if len(s.acts) == 0 || len(s.acts) > fuzzActs {
				t.Fatalf("%d acts", len(s.acts))
			}
			for range 3 {
				s = s.mutate(r)
			}
			for _, a := range s.acts {
				if strings.ContainsAny(a.input, "\x03\x04") {
					t.Errorf("%v leaves", a)
				}
			}
			all = append(all, fmt.Sprint(s))
		}
		return all
	}
	if a, b := texts(1), texts(1); !slices.Equal(a, b) {
		t.Error("a seed makes different scripts")
	}
	if slices.Equal(texts(1), texts(2)) {
		t.Error("two seeds make the same scripts")
	}
}

// TestHostileNames finds kinds by their names.
func TestHostileNames(t *testing.T) {
	all := hostiles(1)
	for i, a := range all {
		if got, err := named(hostiles(1), []string{a.name}); err != nil || len(got) != 1 || got[0].what != all[i].what {
			t.Errorf("%s: %v, %v", a.name, got, err)
		}
	}
	if got, err := named(hostiles(1), nil); err != nil || len(got) != len(all) {
		t.Errorf("%d of %d, %v", len(got), len(all), err)
	}
	if _, err := named(hostiles(1), []string{"x"}); err == nil {
		t.Error("there is an x")
	}
}
