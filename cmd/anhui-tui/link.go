package main

import (
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// placeOf is the place the first argument links to, the Overview if there is
// none. What it names must be there.
func placeOf(d *model.Dataset, args []string) (place.Place, error) {
	if len(args) == 0 {
		return place.Place{}, nil
	}
	at, err := place.Parse(args[0])
	if err != nil {
		return at, badLink(d, args[0], err)
	}
	return at, report.Check(d, at)
}

// badLink says what a link that is none may be meant to be.
func badLink(d *model.Dataset, link string, err error) error {
	view, _, _ := strings.Cut(link, "?")
	view, _, _ = strings.Cut(view, "/")
	if !slices.Contains(viewNames(), view) {
		near := report.Places(d, strings.ToLower(view))
		commands := []string{
			"show", "list", "cite", "export", "check", "verify", "tour", "doctor", "man", "serve", "completion", "help",
		}
		if len(near) == 0 {
			near = report.Nearest(view, append(viewNames(), commands...))
		}
		return &report.Unknown{What: "view", Name: view, Nearest: near, Ask: "anhui-tui --help"}
	}
	lower := strings.ToLower(link)
	if at, err := place.Parse(lower); err == nil && report.Check(d, at) == nil {
		return &report.Unknown{What: "link", Name: link, Nearest: []string{lower}}
	}
	return fail(exitUnknown, "%w; links look like clusters/pv or shares?scope=world", err)
}
