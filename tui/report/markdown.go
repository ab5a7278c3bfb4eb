package report

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"anhui-tui/model/runes"
	"anhui-tui/tui/text"
)

func (d Document) writeMarkdown(b *bytes.Buffer) {
	fmt.Fprintf(b, "# %s\n\n%s\n", markdown(d.Title), markdown(d.stamp()))
	for _, s := range d.Sections {
		if head := s.head(text.For(d.Lang)); head != "" {
			fmt.Fprintf(b, "\n%s %s\n", strings.Repeat("#", s.Level+1), markdown(head))
		}
		s.writeMarkdown(b, text.For(d.Lang).Say.Colon)
	}
}

func (s Section) writeMarkdown(b *bytes.Buffer, colon string) {
	for _, l := range s.Lines {
		fmt.Fprintf(b, "\n%s\n", markdown(l))
	}
	if s.URL != "" {
		fmt.Fprintf(b, "\n<%s>\n", s.URL)
	}
	s.Table.writeMarkdown(b)
	if len(s.Notes) > 0 {
		b.WriteByte('\n')
	}
	for _, n := range s.Notes {
		// The two spaces at the end of a line make it one.
		lines := make([]string, 0, len(n.Lines)+1)
		for _, l := range n.Lines {
			lines = append(lines, markdown(l))
		}
		if n.URL != "" {
			lines = append(lines, "<"+n.URL+">")
		}
		label := ""
		if n.Label != "" {
			label = markdown(n.Label) + colon
		}
		fmt.Fprintf(b, "- %s%s\n", label, strings.Join(lines, "  \n  "))
	}
}

func (t Table) writeMarkdown(b *bytes.Buffer) {
	if len(t.Columns) == 0 {
		return
	}
	b.WriteByte('\n')
	titles, rules := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i], rules[i] = c.Title, "---"
		if c.Right {
			rules[i] = "---:"
		}
	}
	markdownRow(b, titles)
	fmt.Fprintf(b, "| %s |\n", strings.Join(rules, " | "))
	for _, cells := range t.Rows {
		markdownRow(b, cells)
	}
}

func markdownRow(b *bytes.Buffer, cells []string) {
	escaped := make([]string, len(cells))
	for i, c := range cells {
		escaped[i] = markdown(c)
	}
	fmt.Fprintf(b, "| %s |\n", strings.Join(escaped, " | "))
}

// markdown escapes what Markdown would read as more than text.
func markdown(s string) string { return markdownEscapes().Replace(runes.Line(s)) }

//nolint:gochecknoglobals // a constant that takes code to make
var markdownEscapes = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(
		`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`, "~", `\~`,
	)
})

func (l List) writeMarkdown(b *bytes.Buffer) { l.table().writeMarkdown(b) }
