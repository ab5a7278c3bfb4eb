package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"anhui-tui/tui/chart"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// choice is a row of a card to choose from: search results, actions, forms of
// export. Choosing it leads to a place, does an action, or saves a form.
type choice struct {
	name, note string
	to         place.Place
	do         Action
	save       report.Format
	command    string // that prints what save saves
}

// choices are the rows of the open card; nil if it is a card to be read.
func (p page) choices() []choice {
	switch p.at.Card {
	case place.SearchCard:
		return p.searchChoices()
	case place.PaletteCard:
		return p.paletteChoices()
	case place.ExportCard:
		return p.exportChoices()
	case place.NoCard, place.SourceCard, place.HelpCard, place.CiteCard, place.LinkCard:
	}
	return nil
}

// chosen returns the choice under the cursor; false if there is none.
func (p page) chosen() (choice, bool) { return p.under(p.choices()) }

// under returns the one of all choices that is under the cursor.
func (p page) under(all []choice) (choice, bool) {
	if len(all) == 0 {
		return choice{}, false
	}
	return all[max(0, min(p.at.Scroll, len(all)-1))], true
}

// choiceLines is how many lines a card of choices has at the most.
const choiceLines = 16

// choiceCard draws what was typed, and the choices with one under the cursor.
func (p page) choiceCard(all []choice) []string {
	w, s := p.cardWidth(), p.style.Page
	lines := []string{chart.Fit(p.choiceHead(), w), ""}
	if p.at.Card == place.ExportCard {
		for _, l := range chart.Wrap(p.exportHint(), w) {
			lines = append(lines, p.line().cell(s.Label, l, w).String())
		}
		lines = append(lines, "")
	}
	entries := make([]entry, 0, len(all))
	for i := range all {
		entries = append(entries, p.choiceRow(all[i], i == min(p.at.Scroll, len(all)-1)))
	}
	if len(all) == 0 {
		hint := p.text.Say.NothingHere
		if p.at.Query == "" {
			hint = p.text.Say.SearchHint
		}
		entries = append(entries, p.paragraph(hint, w-gutter))
	}
	below := p.exportCommand(all, w)
	h := min(p.cardRoom(), choiceLines) - len(lines) - len(below)
	if !p.at.Card.Typing() { // what is typed into keeps its size
		h = min(h, len(entries))
	}
	area := Area{W: w, H: max(1, h)}
	return append(append(lines, p.flow(area, entries, underCursor, nil).lines...), below...)
}

// exportCommand returns the lines below the forms of export: the command of the
// one under the cursor, and above it how saving or copying went.
func (p page) exportCommand(all []choice, w int) []string {
	if p.at.Card != place.ExportCard {
		return nil
	}
	c, ok := p.under(all)
	if !ok {
		return nil
	}
	s, lines := p.style.Page, []string{""}
	for _, l := range chart.Wrap(p.at.Status, w) {
		lines = append(lines, p.line().cell(s.Strong, l, w).String())
	}
	for _, l := range chart.Wrap(c.command, w) {
		lines = append(lines, p.line().cell(s.Text, l, w).String())
	}
	return lines
}

func (p page) choiceHead() string {
	s := p.style.Page
	switch p.at.Card {
	case place.SearchCard:
		return p.line().put(s.Accent, "/ ").put(s.Strong, p.at.Query).put(s.Accent, cursorGlyph).String()
	case place.PaletteCard:
		return p.line().put(s.Accent, ": ").put(s.Strong, p.at.Query).put(s.Accent, cursorGlyph).String()
	case place.ExportCard:
		return p.line().put(s.Strong, p.text.Actions.Export.Long).String()
	case place.NoCard, place.SourceCard, place.HelpCard, place.CiteCard, place.LinkCard:
	}
	return ""
}

// exportHint is what Enter does on the card.
func (p page) exportHint() string {
	if p.in.Remote {
		return p.text.Say.CopiesCommand
	}
	return p.text.Say.SavesFile
}

const underCursor = "cursor"

func (p page) choiceRow(c choice, cursor bool) entry {
	e := entry{height: 1, draw: func(s *theme.Styles, w int) []string {
		if c.save != "" { // file names are read from the left
			return []string{p.line().cell(s.Text, c.name, formatWidth).cell(s.Muted, c.note, w-formatWidth).String()}
		}
		n := min(chart.Width(c.note), max(w*2/3, w-chart.Width(c.name)-1))
		return []string{p.line().cell(s.Text, c.name, w-n-1).put(s.Text, " ").right(s.Muted, c.note, n).String()}
	}}
	if cursor {
		e.id = underCursor
	}
	return e
}

// formatWidth is the width of the column of forms of export.
const formatWidth = 6

// paletteChoices are the actions that do anything here and whose description
// has the letters of the query in order, and the views.
func (p page) paletteChoices() []choice {
	all := []choice{}
	under := p // what an action would be done to
	under.at = p.at.Closed()
	for _, k := range KeyMap(p.in.Lang) {
		h := k.Binding.Help()
		if h.Desc != "" && k.Action > moveLast && under.leads(k.Action) && fuzzy(h.Desc+" "+k.Short, p.at.Query) {
			all = append(all, choice{name: h.Desc, note: h.Key, do: k.Action})
		}
	}
	for i, name := range p.text.Views {
		if fuzzy(name, p.at.Query) {
			all = append(all, choice{name: name, note: string(rune('0' + i)), do: toTab + Action(i)}) //nolint:gosec // six tabs
		}
	}
	query := strings.ToLower(strings.TrimSpace(p.at.Query))
	slices.SortStableFunc(all, func(a, b choice) int { return cmp.Compare(nearness(a, query), nearness(b, query)) })
	return all
}

// nearness is 0 for a choice whose name begins with the query, 1 if it is in
// it, 2 if only its letters are.
func nearness(c choice, query string) int {
	switch strings.Index(strings.ToLower(c.name), query) {
	case 0:
		return 0
	case -1:
		return 2
	}
	return 1
}

// fuzzy reports whether text has the letters of query in order.
func fuzzy(text, query string) bool {
	text = strings.ToLower(text)
	for _, r := range strings.ToLower(strings.ReplaceAll(query, " ", "")) {
		i := strings.IndexRune(text, r)
		if i < 0 {
			return false
		}
		text = text[i+len(string(r)):]
	}
	return true
}

// exportChoices are the forms this view can be had in, each with the file it
// would be and the command that prints it where the viewer is.
func (p page) exportChoices() []choice {
	program := "anhui-tui"
	if p.in.Remote {
		program = "ssh HOST"
	}
	at := p.at.Closed()
	formats := append(report.Formats(), SVG)
	all := make([]choice, 0, len(formats))
	for _, f := range formats {
		command := fmt.Sprintf("%s show '%s' --format %s --lang %s", program, at.Link(), f, p.in.Lang)
		all = append(all, choice{name: string(f), note: fileName(at, f), save: f, command: command})
	}
	return all
}
