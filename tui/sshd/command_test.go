package sshd

import (
	"slices"
	"strings"
	"testing"
)

func TestSplitWords(t *testing.T) {
	for in, want := range map[string][]string{
		"":                               nil,
		"  show  shares --format csv ":   {"show", "shares", "--format", "csv"},
		`show 'shares?scope=world'`:      {"show", "shares?scope=world"},
		`show "clusters/pv?card=source"`: {"show", "clusters/pv?card=source"},
		`a\ b "c \"d" ''`:                {"a b", `c "d`, ""},
		`shares?scope=world&sort=name`:   {"shares?scope=world&sort=name"},
		`& * ? ~ ! [ { #`:                {"&", "*", "?", "~", "!", "[", "{", "#"},
		`'a;b|c$(d)' "x>y"`:              {"a;b|c$(d)", "x>y"},
	} {
		got, err := splitWords(in)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("splitWords(%q) = %q, %v", in, got, err)
		}
	}
	for _, bad := range []string{
		"show; rm -rf /", "a | b", "a > b", "$(id)", "`id`", "'open", `"open`, `a\`, "a\nb", "a\x00b", "a\x1b[2J",
		strings.Repeat("x", 2000), "\u009b",
	} {
		if got, err := splitWords(bad); err == nil {
			t.Errorf("splitWords(%q) = %q", bad, got)
		}
	}
}
