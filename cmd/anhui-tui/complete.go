package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// completions collects the completions of a word of the command line, each with
// a description.
type completions struct {
	all  []string
	lang model.Lang
}

// add adds a word. Its description may come from a foreign data package, so it
// is cleaned.
func (c *completions) add(word, description string) {
	c.all = append(c.all, cobra.CompletionWithDesc(word, runes.Line(description)))
}

// complete returns the completion function of the first argument, which uses
// the dataset and the language of the flags given so far.
func (p *program) complete(list func(c *completions, d *model.Dataset, typed string)) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 || p.prepare(cmd, args) != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		d, err := p.load()
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		c := &completions{lang: p.options.lang}
		list(c, d, typed)
		return c.all, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeLink completes links: the views; the items of a view once its name is
// typed; and the details of an item once its id is.
func completeLink(c *completions, d *model.Dataset, typed string) {
	words := text.For(c.lang)
	for i, v := range place.Views() {
		name := v.String()
		if !strings.HasPrefix(typed, name) {
			c.add(name, words.Views[i])
			continue
		}
		c.add(name, words.Views[i])
		c.items(d, v, typed)
	}
}

// items completes the items of a view, and the details of the item typed.
func (c *completions) items(d *model.Dataset, v place.View, typed string) {
	if nav.Has(v, nav.Scope) {
		for _, scope := range d.Scopes[min(1, len(d.Scopes)):] { // the first is the default
			c.add(place.Place{View: v, Scope: scope.ID}.Link(), text.For(c.lang).SharesOf(scope))
		}
	}
	at := place.Place{View: v}
	for _, id := range nav.Items(d, at, c.lang) {
		at.Item, at.Sub = id, ""
		c.add(at.Link(), c.name(d, at))
		if !strings.HasPrefix(typed, at.Link()+"/") {
			continue
		}
		for _, sub := range nav.Subs(d, at, c.lang) {
			at.Sub = sub
			c.add(at.Link(), c.name(d, at))
		}
	}
}

// name returns the description of a link.
func (c *completions) name(d *model.Dataset, at place.Place) string {
	words, id := text.For(c.lang), cmp.Or(at.Sub, at.Item)
	if f := d.Figure(id); f != nil && at.Item != nav.ConflictsItem {
		return c.figure(f)
	}
	if s := d.Statement(id); s != nil {
		return s.Person.Name.In(c.lang) + words.Say.Comma + s.Date
	}
	if s := nav.SourceOn(d, at); s != nil && s.ID == id {
		return c.source(s)
	}
	return nav.Name(d, at, words)
}

func (c *completions) figure(f *model.Figure) string {
	words := text.For(c.lang)
	return words.FullName(f.Indicator) + ", " + f.Period.Short() + ": " + words.Value(f)
}

func (c *completions) source(s *model.Source) string {
	return s.Publisher.In(c.lang) + ", " + text.For(c.lang).Date(s.Date)
}

func completeFigure(c *completions, d *model.Dataset, _ string) {
	for _, f := range d.Figures {
		c.add(f.ID, c.figure(f))
	}
}

func completeSource(c *completions, d *model.Dataset, _ string) {
	for _, s := range d.Sources {
		c.add(s.ID, c.source(s))
	}
}

// valueDescriptions returns the descriptions of the values of flags and
// arguments.
func valueDescriptions() map[string]string {
	return map[string]string{
		"text": "plain text", "md": "Markdown", "csv": "for spreadsheets, one row per figure",
		"tsv": "to paste into a spreadsheet, the main columns", "json": "for programs", "atom": "a feed for readers of news", "svg": "a picture of the screen", "chart": "a picture of the chart alone",
		"plain": "a reference in plain text", "bibtex": "for BibTeX and BibLaTeX", "csl-json": "for citation managers",
		"gbt7714": "the Chinese standard GB/T 7714-2015",
		"auto":    "by the environment", "en": "English", "zh": "Chinese",
		"dark": "for dark backgrounds", "light": "for light backgrounds",
		"high-contrast": "bright on black, for low vision", "mono": "without colours",
		"always": "even if the terminal seems to have none", "never": "no colours",
		"clusters": "the industry clusters", "indicators": "the quantities measured", "figures": "every number, with its source",
		"sources": "the documents figures are taken from", "statements": "statements of officials and others, with dates", "conflicts": "figures on which sources disagree",
	}
}

// withDescriptions returns the words for completion, those with a description
// with it.
func withDescriptions(words []string) []string {
	described := valueDescriptions()
	all := slices.Clone(words)
	for i, w := range all {
		if d := described[w]; d != "" {
			all[i] = cobra.CompletionWithDesc(w, d)
		}
	}
	return all
}
