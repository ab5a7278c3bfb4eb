package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"text/tabwriter"

	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// stay is a part of the dashboard in which a walk begins and stays. The zero stay is
// all of it, from the Overview on.
type stay struct {
	name  string
	begin []string // the keys that lead there
	here  func(place.Place) bool
}

// holds reports whether a place is within the stay.
func (s *stay) holds(at place.Place) bool { return s.here == nil || s.here(at) }

// stays returns the views, each without its cards, and what is looked at in other ways.
func stays() []stay {
	in := func(v place.View, also func(place.Place) bool) stay {
		here := func(at place.Place) bool { return at.View == v && at.Card == place.NoCard && also(at) }
		return stay{v.String(), []string{strconv.Itoa(int(v))}, here}
	}
	inList := func(at place.Place) bool { return at.Sub == "" }
	inDetail := func(at place.Place) bool { return at.Sub != "" }
	onConflicts := func(at place.Place) bool { return at.Item == nav.ConflictsItem }
	anywhere := func(place.Place) bool { return true }
	page := in(place.Cities, inDetail)
	page.name, page.begin = "page of a city", append(page.begin, "\r")
	conflicts := in(place.Sources, onConflicts)
	conflicts.name, conflicts.begin = "conflicts", append(conflicts.begin, "j")
	sources := in(place.Sources, func(at place.Place) bool { return !onConflicts(at) && inList(at) })
	sources.begin = append(sources.begin, " ") // beyond the conflicts
	return []stay{
		in(place.Overview, anywhere), in(place.Clusters, anywhere), in(place.Shares, anywhere), in(place.Trends, anywhere),
		in(place.Cities, inList), page, in(place.Voices, anywhere),
		sources, conflicts,
		{"search, typed", []string{"/"}, func(at place.Place) bool { return at.Card == place.SearchCard }},
	}
}

// views measures what a key costs in each view by itself, each on a server of its own,
// and beside that what the floor costs.
func views(args []string) error {
	b := newBench("views", 400)
	for name, value := range map[string]string{"keys-for": "8s", "idle-for": "0s", "settle-for": "1s"} {
		if err := b.flags.Set(name, value); err != nil {
			return err
		}
	}
	b.flags.StringVar(&b.profiles, "profiles", "", profilesUsage)
	rounds := b.flags.Int("rounds", 1, "number of rounds, of which the middle and the spread are shown")
	if err := b.begin(args); err != nil {
		return err
	}
	if *rounds < 1 || *rounds > 25 {
		return errors.New("--rounds must be from 1 to 25")
	}
	servers := append([]stay{{name: "floor"}}, stays()...)
	plans, walks := make([]plan, len(servers)), make([][][]step, len(servers))
	for n, s := range servers {
		plans[n] = b.plan
		plans[n].stay = s
		walks[n] = b.walksOf(&plans[n])
	}
	measured := make([][]result, len(servers))
	var all []result
	for range *rounds {
		for n, s := range servers {
			server, profiles := "ours", b.profiles
			if n == 0 {
				server = "floor"
			}
			if profiles != "" {
				profiles += strconv.Itoa(n) + "-"
			}
			l := b.load(server, s.name, plans[n], walks[n])
			r, err := l.inProcess(profiles)
			if err != nil {
				return errors.Join(fmt.Errorf("in %s", s.name), err)
			}
			r.Server = s.name
			measured[n] = append(measured[n], r)
			all = append(all, r)
		}
	}
	b.show.clear()
	report := newReport(&b.plan, all)
	if b.json != "" {
		if err := report.writeJSON(b.json); err != nil {
			return err
		}
	}
	return report.viewTable(os.Stdout, measured)
}

// viewTable prints what the rounds of each view cost, those of the floor first: the
// middle, and what all were between.
func (r *report) viewTable(w io.Writer, measured [][]result) error {
	fmt.Fprintf(w, "%s, %s\n`%s`\n\n", r.Date, r.Machine, r.Command) //nolint:errcheck // Flush fails, too
	t := tabwriter.NewWriter(w, 0, 0, 1, ' ', tabwriter.AlignRight)
	floor := spreadIn(measured[0], func(r result) float64 { return r.KeyCPU }).middle
	fmt.Fprintf(t, "|\t%d×%d, %d\t|\tbytes a key\t|\tCPU a key, ms\t|\tto the floor\t|\tkey to frame p50, ms\t|\n|\t---\t|\t--:\t|\t--:\t|\t--:\t|\t--:\t|\n", //nolint:errcheck // as above
		r.Plan.Width, r.Plan.Height, r.Plan.Sessions)
	for _, rounds := range measured {
		cpu := spreadIn(rounds, func(r result) float64 { return r.KeyCPU })
		bytes := spreadIn(rounds, func(r result) float64 { return r.KeyBytes })
		p50 := spreadIn(rounds, func(r result) float64 { return r.Key.P50 })
		fmt.Fprintf(t, "|\t%s\t|\t%.0f\t|\t%s\t|\t%.2f\t|\t%s\t|\n", rounds[0].Server, bytes.middle, cpu.text("%.3f"), cpu.middle/floor, p50.text("%.2f")) //nolint:errcheck // as above
	}
	return t.Flush()
}

// rangeOf is the least, the middle and the largest of some numbers.
type rangeOf struct{ least, middle, most float64 }

func spreadIn(rounds []result, of func(result) float64) rangeOf {
	all := make([]float64, 0, len(rounds))
	for _, r := range rounds {
		all = append(all, of(r))
	}
	slices.SortFunc(all, cmp.Compare[float64])
	return rangeOf{all[0], all[len(all)/2], all[len(all)-1]}
}

// text formats the middle, and the others if they differ from it.
func (r rangeOf) text(format string) string {
	middle, least, most := fmt.Sprintf(format, r.middle), fmt.Sprintf(format, r.least), fmt.Sprintf(format, r.most)
	if least == most {
		return middle
	}
	return fmt.Sprintf("%s (%s–%s)", middle, least, most)
}
