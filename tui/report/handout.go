package report

import (
	"bytes"
	"fmt"
	"strings"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// HandoutFormats returns the formats of a hand-out.
func HandoutFormats() []Format { return []Format{Text, Markdown, TSV} }

// handoutRow is a figure of a place that was shown, or a place without one.
type handoutRow struct{ title, link, name, value, cited string }

// Handout returns the places that were shown in a presentation, by their links:
// each with its figures and where these come from. A link that is none any more is
// left out.
func Handout(data *model.Dataset, links []string, format Format, lang model.Lang) string {
	t := text.For(lang)
	write := handoutRow.writeText
	if format == Markdown {
		write = handoutRow.writeMarkdown
	}
	var b strings.Builder
	table := Records{Columns: []string{t.Room.Places, t.Card.Link, t.Room.Figure, t.Head.Value, t.Head.Source}}
	for _, link := range links {
		at, err := place.Parse(link)
		if err != nil {
			continue
		}
		for i, r := range handoutRows(data, nav.Normalize(data, at.Closed(), lang), lang) {
			write(r, &b, i == 0)
			table.Rows = append(table.Rows, []any{r.title, r.link, r.name, r.value, r.cited})
		}
	}
	switch {
	case format == TSV:
		var cells bytes.Buffer
		_ = writeTSV(&cells, table) // a buffer takes everything
		return cells.String()
	case len(table.Rows) == 0:
		b.WriteString(t.Room.Nothing + "\n")
	}
	return b.String()
}

// cellOf returns a text as a cell of a table of tabs.
func cellOf(s string) string { return strings.Join(strings.Fields(runes.Line(s)), " ") }

func handoutRows(data *model.Dataset, at place.Place, lang model.Lang) []handoutRow {
	t := text.For(lang)
	row := handoutRow{title: t.Views[at.View], link: at.Link()}
	if name := nav.Name(data, at, t); name != "" {
		row.title += t.Say.Colon + name
	}
	var rows []handoutRow
	for _, f := range nav.Selected(data, at, lang) {
		r := row
		r.name, r.value = t.FullName(f.Indicator)+t.Say.Comma+t.Period(f.Period), t.Value(f)
		r.cited, _ = Cite(data, f, Plain, lang) // plain citations have nothing that can fail
		rows = append(rows, r)
	}
	if rows == nil {
		rows = append(rows, row)
	}
	return rows
}

func (r handoutRow) writeText(b *strings.Builder, first bool) {
	if first {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%s\n%s\n", r.title, r.link)
	}
	if r.name != "" {
		fmt.Fprintf(b, "  %s  %s\n", r.name, r.value)
		for line := range strings.SplitSeq(r.cited, "\n") {
			fmt.Fprintf(b, "    %s\n", line)
		}
	}
}

func (r handoutRow) writeMarkdown(b *strings.Builder, first bool) {
	if first {
		fmt.Fprintf(b, "## %s\n\n`%s`\n\n", markdown(r.title), r.link)
	}
	if r.name != "" {
		fmt.Fprintf(b, "- %s **%s**  \n  %s\n\n", markdown(r.name), markdown(r.value), markdown(strings.ReplaceAll(r.cited, "\n", " ")))
	}
}
