package model

import (
	"strings"
	"testing"
)

// filterable returns figures of two clusters, two grades and two versions, one of
// them in a conflict.
func filterable(t *testing.T) *Dataset {
	t.Helper()
	b := &builder{T: t}
	pv, it := b.cluster("pv"), b.cluster("it")
	own, theirs := b.indicator("own", pv, "anhui", Level, ""), b.indicator("theirs", it, "hefei", Share, "china")
	old := b.figure(own, "2023", "exact 1", true)
	half := b.figure(own, "2024-H1", "approx 2", true)
	b.figure(own, "reported 2024-09", "more-than 2", true)
	city := b.figure(theirs, "2024", "exact 9", true)
	old.Since, half.Since, city.Since = "0.4.0", "0.4.0", "1.0.0"
	half.Source = b.source(GradeB)
	old.Conflict = &Conflict{ID: "x", Lead: old, Figures: []*Figure{old}}
	b.t.Conflicts = []*Conflict{old.Conflict}
	b.t.Corrections = []*Correction{
		{ID: "c1", Version: "1.0.0", Date: "2026-11-30", Figure: "gone", What: Dropped},
		{ID: "c0", Version: "0.4.0", Date: "2026-11-01", Figure: old.ID, What: "value", Before: "1.1", After: "1"},
	}
	b.t.Version, b.t.AsOf = "1.0.0", "2026-11-30"
	return NewDataset(b.t)
}

func TestChoose(t *testing.T) {
	d := filterable(t)
	for _, c := range []struct {
		filter Filter
		want   string
	}{
		{nil, "own-2023 own-2024-H1 own-reported 2024-09 theirs-2024"},
		{Filter{"cluster": "pv"}, "own-2023 own-2024-H1 own-reported 2024-09"},
		{Filter{"place": "hefei"}, "theirs-2024"},
		{Filter{"place": "Hefei", "cluster": "IT", "grade": "a"}, "theirs-2024"},
		{Filter{"period": "2024"}, "own-2024-H1 own-reported 2024-09 theirs-2024"},
		{Filter{"period": "2024", "qualifier": "exact"}, "theirs-2024"},
		{Filter{"grade": "B"}, "own-2024-H1"},
		{Filter{"source": "source-b", "cluster": "it"}, ""},
		{Filter{"conflict": anyConflict}, "own-2023"},
		{Filter{"conflict": "x", "period": "2024"}, ""},
		{Filter{"since": "1.0.0"}, "theirs-2024"},
		{Filter{"since": "0.4.0"}, "own-2023 own-2024-H1 theirs-2024"},
	} {
		chosen, err := d.Choose(c.filter)
		if err != nil {
			t.Errorf("%v: %v", c.filter, err)
		}
		if got := figureIDs(chosen); got != c.want {
			t.Errorf("%v chooses %q, want %q", c.filter, got, c.want)
		}
	}
	for _, c := range []struct {
		filter Filter
		want   string
	}{
		{Filter{"cluster": "pw"}, `unknown cluster "pw"; did you mean pv? (one of: pv, it)`},
		{Filter{"place": "atlantis"}, "(one of: anhui, hefei)"},
		{Filter{"grade": "C"}, "(one of: A, B)"},
		{Filter{"since": "2.0.0"}, "0.4.0, 1.0.0)"},
		{Filter{"period": "24"}, "is not of the form"},
	} {
		if _, err := d.Choose(c.filter); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.filter, err, c.want)
		}
	}
}

func TestChangesSince(t *testing.T) {
	d := filterable(t)
	said := func(since string) string {
		changes := d.Changes(since)
		lines := make([]string, 0, len(changes))
		for _, c := range changes {
			lines = append(lines, c.Version+" "+c.Date+" "+c.Figure+" "+c.What)
		}
		return strings.Join(lines, "\n")
	}
	const latest = "1.0.0 2026-11-30 gone dropped\n1.0.0 2026-11-30 theirs-2024 new"
	if got := said("0.4.0"); got != latest {
		t.Errorf("since 0.4.0:\n%s", got)
	}
	if got := said("0.3.0"); !strings.HasPrefix(got, latest+"\n0.4.0 2026-11-01 own-2023 value\n") {
		t.Errorf("since 0.3.0:\n%s", got)
	}
	if got := said("1.0.0"); got != "" {
		t.Errorf("since the latest:\n%s", got)
	}
	own := d.Figure("own-2023")
	if all := d.CorrectionsOf(own); len(all) != 1 || all[0].What != "value" || !d.IsCorrected(own) || d.IsCorrected(d.Figure("theirs-2024")) {
		t.Errorf("own-2023 was corrected by %v", all)
	}
	if !d.IsNew(d.Figure("theirs-2024")) || d.IsNew(d.Figure("own-2023")) {
		t.Error("what is new is not what first stood in the latest version")
	}
	if got := strings.Join(d.Versions(), " "); got != "0.4.0 1.0.0" {
		t.Errorf("versions %s", got)
	}
}

// Of two dates the more exact is cut to the other: a term that ends in a month has
// all of it.
func TestTerms(t *testing.T) {
	ann := &Person{ID: "ann"}
	first := &Term{ID: "first", Person: ann, From: "2021", Until: "2026-09"}
	then := &Term{ID: "then", Person: ann, From: "2026-09-20"}
	b := &builder{T: t}
	b.t.Offices = []*Term{first, {ID: "other", Person: &Person{ID: "bo"}}, then}
	terms := NewDataset(b.t).TermsOf(ann)
	for date, want := range map[string]*Term{
		"2020-12": nil, "2021-01-01": first, "2026-09-25": first, "2026-10": then, "2030": then,
	} {
		if got := TermOn(terms, date); got != want {
			t.Errorf("on %s: %v, want %v", date, got, want)
		}
	}
}

// A cluster that names no share may have shares of its parts, also those of cities.
func TestPartlyShared(t *testing.T) {
	d := filterable(t)
	if d.PartlyShared(d.Cluster("pv")) || !d.PartlyShared(d.Cluster("it")) {
		t.Error("shares of parts are not those of the first scope in the cluster")
	}
}
