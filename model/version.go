package model

import (
	"cmp"
	"strconv"
	"strings"
)

// ValidVersion reports whether s is a semantic version without build metadata:
// 1.0.0, 1.0.0-rc.1.
func ValidVersion(s string) bool {
	core, label, labelled := strings.Cut(s, "-")
	numbers := strings.Split(core, ".")
	for _, n := range numbers {
		if n == "" || strings.Trim(n, "0123456789") != "" || len(n) > 1 && n[0] == '0' || len(n) > 9 {
			return false
		}
	}
	for word := range strings.SplitSeq(label, ".") {
		if labelled && !ValidID(word) {
			return false
		}
	}
	return len(numbers) == 3
}

// CompareVersions compares two valid versions, the earlier first, and returns
// -1, 0 or 1. One with a label comes before the same without it; labels are
// compared as texts.
func CompareVersions(a, b string) int {
	coreA, labelA, labelledA := strings.Cut(a, "-")
	coreB, labelB, labelledB := strings.Cut(b, "-")
	numbersA, numbersB := strings.Split(coreA, "."), strings.Split(coreB, ".")
	for i := range min(len(numbersA), len(numbersB)) {
		m, _ := strconv.Atoi(numbersA[i]) //nolint:errcheck // digits
		n, _ := strconv.Atoi(numbersB[i]) //nolint:errcheck // digits
		if c := cmp.Compare(m, n); c != 0 {
			return c
		}
	}
	switch {
	case labelledA == labelledB:
		return cmp.Compare(labelA, labelB)
	case labelledA:
		return -1
	}
	return 1
}
