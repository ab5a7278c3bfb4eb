package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/model/suggest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// arrive loads the dataset and returns it with the place the first argument
// links to.
func (p *program) arrive(cmd *cobra.Command, args []string) (*model.Dataset, place.Place, error) {
	d, err := p.load()
	if err != nil {
		return nil, place.Place{}, err
	}
	at, err := placeOf(cmd, d, args)
	return d, at, err
}

// placeOf is the place the first argument links to, the Overview if there is
// none. What it names must be there.
func placeOf(cmd *cobra.Command, d *model.Dataset, args []string) (place.Place, error) {
	if len(args) == 0 {
		return place.Place{}, nil
	}
	at, err := place.Parse(args[0])
	if err != nil {
		return at, badLink(cmd.Root(), d, args[0], err)
	}
	return nav.Canonical(d, at), nav.Check(d, at)
}

// badLink says what a link that is none may be meant to be.
func badLink(root *cobra.Command, d *model.Dataset, link string, err error) error {
	view, _, _ := strings.Cut(link, "?")
	view, _, _ = strings.Cut(view, "/")
	if !slices.Contains(viewNames(), view) {
		near := nav.Places(d, strings.ToLower(view))
		if len(near) == 0 {
			names := viewNames()
			for _, c := range root.Commands() {
				names = append(names, c.Name())
			}
			near = suggest.Nearest(view, names)
		}
		return &nav.Unknown{What: "view", Name: view, Nearest: near, Ask: "anhui-tui --help"}
	}
	lower := strings.ToLower(link)
	if at, err := place.Parse(lower); err == nil && nav.Check(d, at) == nil {
		return &nav.Unknown{What: "link", Name: link, Nearest: []string{lower}}
	}
	return fail(exitUnknown, "%w; links look like clusters/pv or shares?scope=world", err)
}
