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

// ParseStatus returns the status of the letters s, and whether they are known,
// in alphabetical order, and without repetition.
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

// Break reports whether the series breaks at the figure: it was measured in
// another way than the preceding one.
func (s Status) Break() bool { return strings.Contains(string(s), "b") }

// Differs reports whether the definition of the figure differs from the
// indicator's.
func (s Status) Differs() bool { return strings.Contains(string(s), "d") }

// noted reports whether the figure cannot be read without its note.
func (s Status) noted() bool { return strings.Contains(string(s), "i") }

// LowReliability reports whether the figure is of low reliability, such as one
// read in a republished copy.
func (s Status) LowReliability() bool { return strings.Contains(string(s), "u") }

// Letters returns the letters of the status, nil for an ordinary figure.
func (s Status) Letters() []string {
	if s == "" {
		return nil
	}
	return strings.Split(string(s), "")
}
