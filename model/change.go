package model

import "slices"

// Correction is what a version of the dataset says otherwise of a figure than
// the one before.
type Correction struct {
	ID            string
	Version, Date string // of the version that corrects; the date is a day
	Figure        string // an id; of a figure that is no longer there, if What is Dropped
	What          string // the column of the figure, or Dropped
	Before, After string // cells of the data package, or a few words
	Why           Text
}

// The changes of a figure that are not one of a column.
const (
	Dropped = "dropped"
	Added   = "new"
)

// Change is a difference between two versions of the dataset: a correction, or
// a new figure, whose What is [Added].
type Change struct {
	Correction
	New *Figure // nil for a correction
}

// IsNew reports whether the figure first stood in the dataset's version.
func (d *Dataset) IsNew(f *Figure) bool { return f.Since != "" && f.Since == d.Version }

// CorrectionsOf returns what versions of the dataset corrected of a figure, the earliest
// first. The slice is shared and must not be changed.
func (d *Dataset) CorrectionsOf(f *Figure) []*Correction {
	return Derived(d, corrected{}, findCorrections)[f.ID]
}

// IsCorrected reports whether a version of the dataset corrected the figure.
func (d *Dataset) IsCorrected(f *Figure) bool { return len(d.CorrectionsOf(f)) > 0 }

type corrected struct{}

func findCorrections(d *Dataset, _ corrected) map[string][]*Correction {
	of := map[string][]*Correction{}
	for _, c := range d.Corrections {
		of[c.Figure] = append(of[c.Figure], c)
	}
	for _, all := range of {
		slices.SortStableFunc(all, func(a, b *Correction) int { return CompareVersions(a.Version, b.Version) })
	}
	return of
}

// Versions returns the versions that figures and corrections name, and that of
// the dataset, the earliest first.
func (d *Dataset) Versions() []string {
	versions := []string{d.Version}
	for _, f := range d.Figures {
		if f.Since != "" && f.Since != versions[len(versions)-1] {
			versions = append(versions, f.Since)
		}
	}
	for _, c := range d.Corrections {
		versions = append(versions, c.Version)
	}
	slices.SortFunc(versions, CompareVersions)
	return slices.Compact(versions)
}

// Changes returns what changed after a version, the latest version first, and
// in each the corrections before the new figures.
func (d *Dataset) Changes(since string) []Change {
	var changes []Change
	dates := map[string]string{d.Version: d.AsOf}
	for _, c := range d.Corrections {
		dates[c.Version] = c.Date
		if CompareVersions(c.Version, since) > 0 {
			changes = append(changes, Change{Correction: *c})
		}
	}
	for _, f := range d.Figures {
		if f.Since != "" && CompareVersions(f.Since, since) > 0 {
			c := Correction{Version: f.Since, Date: dates[f.Since], Figure: f.ID, What: Added}
			changes = append(changes, Change{Correction: c, New: f})
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return CompareVersions(b.Version, a.Version) })
	return changes
}
