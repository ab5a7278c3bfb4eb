package model

import "strings"

// Status is a set of Eurostat observation status letters, in alphabetical
// order; "" is an ordinary figure.
//
//	b  break in the series      m  missing
//	d  definition differs       n  not significant
//	e  estimated                p  provisional
//	f  forecast or target       u  low reliability
//	i  see the note
type Status string

const statusLetters = "bdefimnpu"

// ParseStatus returns the status with the given letters, which must be known,
// in alphabetical order, and each there once.
func ParseStatus(s string) (Status, bool) {
	last := -1
	for i := range len(s) {
		at := strings.IndexByte(statusLetters, s[i])
		if at <= last {
			return "", false
		}
		last = at
	}
	return Status(s), true
}

// Break reports whether the series breaks at this figure: it was counted in
// another way than the one before.
func (s Status) Break() bool { return strings.Contains(string(s), "b") }

// Differs reports whether the figure is of another definition than the
// indicator's.
func (s Status) Differs() bool { return strings.Contains(string(s), "d") }

// LowReliability reports whether the figure was seen only where it was
// republished, or is unreliable for another reason.
func (s Status) LowReliability() bool { return strings.Contains(string(s), "u") }

// Letters returns the status one letter at a time.
func (s Status) Letters() []string {
	if s == "" {
		return nil
	}
	return strings.Split(string(s), "")
}
