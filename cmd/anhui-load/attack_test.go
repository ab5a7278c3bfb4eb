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
