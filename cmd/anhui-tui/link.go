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

// arrive loads the dataset and returns it with the place of the link in the
// first argument.
func (p *program) arrive(cmd *cobra.Command, args []string) (*model.Dataset, place.Place, error) {
	d, err := p.load()
	if err != nil {
		return nil, place.Place{}, err
	}
	at, err := placeOf(cmd, d, args)
	return d, at, err
}

// placeOf returns the place of the link in the first argument, the Overview
// without one. The error is an [nav.Unknown] if the place does not exist.
func placeOf(cmd *cobra.Command, d *model.Dataset, args []string) (place.Place, error) {
	if len(args) == 0 {
		return place.Place{}, nil
	}
	at, err := place.Parse(args[0])
	if err != nil {
		return at, badLink(cmd.Root(), d, args[0], err)
	}
	return nav.Find(d, at)
}

// noCommand returns the error of a command line that begins with neither a command
// nor a link; nil for any other.
func (p *program) noCommand(cmd *cobra.Command, args []string) error {
	if cmd != cmd.Root() || len(args) == 0 {
		return nil
	}
	if _, err := place.Parse(args[0]); err == nil {
		return nil
	}
	d, err := p.load()
	if err == nil {
		_, err = placeOf(cmd, d, args)
	}
	return err
}

// badLink returns the error of a malformed link, with suggestions.
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
			if slices.Contains(names, view) { // a command by itself
				near = []string{root.Name() + " " + view}
			}
		}
		return &nav.Unknown{What: "view", Name: view, Nearest: near, Ask: "anhui-tui --help"}
	}
	lower := strings.ToLower(link)
	if at, err := place.Parse(lower); err == nil && nav.Check(d, at) == nil {
		return &nav.Unknown{What: "link", Name: link, Nearest: []string{lower}}
	}
	return fail(exitUnknown, "%w; links look like clusters/pv or shares?scope=world", err)
}
