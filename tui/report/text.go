package report

import (
	"bytes"
	"fmt"
	"strings"

	"anhui-tui/model/runes"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/text"
)

// What text output is laid out by: prose is wrapped, tables are as wide as
// they need to be, because a script cuts columns and not words.
const (
	proseWidth = 80
	gaugeWidth = 20
	gap        = "  "
)

// style is how text is written: which glyphs gauges are drawn with, and what
// the words' own signs are replaced by.
type style struct {
	glyphs chart.Glyphs
	fold   *strings.Replacer
}

func newStyle(ascii bool) style {
	if !ascii {
		return style{chart.Unicode(), strings.NewReplacer()}
	}
	return style{chart.ASCII(), text.PlainWords()}
}

// clean makes a text safe to print on one line of a terminal: control and
// other characters that would steer it are left out.
func (s style) clean(t string) string { return s.fold.Replace(runes.Line(t)) }

func (d Document) writeText(b *bytes.Buffer, s style) {
	fmt.Fprintf(b, "%s\n%s\n", s.clean(d.Title), s.clean(d.stamp()))
	for _, section := range d.Sections {
		b.WriteByte('\n')
		if head := section.head(text.For(d.Lang)); head != "" {
			fmt.Fprintf(b, "%s\n", s.clean(head))
		}
		section.writeText(b, s, gap)
	}
}

// stamp says which place of which dataset a document is.
func (d Document) stamp() string {
	t := text.For(d.Lang)
	return strings.Join([]string{
		d.Place.Link(), fmt.Sprintf(t.Report.Dataset, d.Version), t.Audit.AsOf + " " + d.AsOf,
	}, " · ")
}

// head is the heading of a section with what stands beside it.
func (section Section) head(t *text.Texts) string {
	if section.Aside == "" {
		return section.Heading
	}
	return section.Heading + t.Say.Colon + section.Aside
}

func (section Section) writeText(b *bytes.Buffer, s style, indent string) {
	for _, l := range section.Lines {
		prose(b, s.clean(l), indent, indent)
	}
	if section.URL != "" {
		fmt.Fprintf(b, "%s%s\n", indent, s.clean(section.URL))
	}
	section.Table.writeText(b, s, indent)
	label := 0
	for _, n := range section.Notes {
		label = max(label, cell.Width(s.clean(n.Label)))
	}
	for _, n := range section.Notes {
		first := indent + cell.Fit(s.clean(n.Label), label) + gap
		rest := indent + strings.Repeat(" ", label) + gap
		for _, l := range n.Lines {
			prose(b, s.clean(l), first, rest)
			first = rest
		}
		if n.URL != "" { // never wrapped, so that it can be opened
			fmt.Fprintf(b, "%s%s\n", first, s.clean(n.URL))
		}
	}
}

// prose writes a paragraph, wrapped.
func prose(b *bytes.Buffer, t, first, rest string) {
	for _, l := range cell.Wrap(t, max(20, proseWidth-cell.Width(rest))) {
		fmt.Fprintf(b, "%s%s\n", first, l)
		first = rest
	}
}

func (t Table) writeText(b *bytes.Buffer, s style, indent string) { t.write(b, s, indent, true) }

// writeBody leaves out the column titles.
func (t Table) writeBody(b *bytes.Buffer, s style, indent string) { t.write(b, s, indent, false) }

func (t Table) write(b *bytes.Buffer, s style, indent string, titled bool) {
	widths := make([]int, len(t.Columns))
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = s.clean(c.Title)
		widths[i] = cell.Width(titles[i])
	}
	rows := make([][]string, len(t.Rows))
	for i, cells := range t.Rows {
		for j, text := range cells {
			rows[i] = append(rows[i], s.clean(text))
			widths[j] = max(widths[j], cell.Width(rows[i][j]))
		}
	}
	if titled && strings.Join(titles, "") != "" {
		t.writeRow(b, indent, titles, widths, strings.Repeat(" ", gaugeWidth))
	}
	for i, cells := range rows {
		t.writeRow(b, indent, cells, widths, t.drawn(i, s))
	}
}

// drawn is the gauge of a row.
func (t Table) drawn(row int, s style) string {
	if len(t.Gauges) == 0 || t.Gauges[row] == nil {
		return strings.Repeat(" ", gaugeWidth)
	}
	return t.Gauges[row].Text(gaugeWidth, s.glyphs)
}

func (t Table) writeRow(b *bytes.Buffer, indent string, cells []string, widths []int, gauge string) {
	var l strings.Builder
	l.WriteString(indent)
	for i, shown := range cells {
		if i > 0 {
			l.WriteString(gap)
		}
		right := t.Columns[i].Right
		if i == t.GaugeAt && len(t.Gauges) > 0 {
			l.WriteString(gauge + gap)
			right = false // the number follows its gauge
		}
		if right {
			l.WriteString(cell.FitRight(shown, widths[i]))
		} else {
			l.WriteString(cell.Fit(shown, widths[i]))
		}
	}
	fmt.Fprintf(b, "%s\n", strings.TrimRight(l.String(), " "))
}

func (l List) writeText(b *bytes.Buffer, s style) { l.table().writeText(b, s, "") }
