package screen

import (
	"fmt"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// Copied returns what the open card says was copied: the figures under the cursor,
// each with its citation, or the link of the place.
func (p Page) Copied() []string {
	if p.at.Card == place.LinkCard {
		return []string{p.at.Closed().Link()}
	}
	figures := p.figures()
	lines := make([]string, 0, len(figures))
	for _, f := range figures {
		lines = append(lines, p.citation(f))
	}
	return lines
}

// MaxRemoteCopy bounds a text for the clipboard of a terminal elsewhere, in bytes.
const MaxRemoteCopy = 16 << 10

// Clipboard returns what the open card says was copied as one text; "" if that is too
// long for the clipboard, as the card says then.
func (p Page) Clipboard() string {
	text := strings.Join(p.Copied(), "\n")
	if p.in.Remote && len(text) > MaxRemoteCopy {
		return ""
	}
	return text
}

// citation is a figure and where it comes from, on one line.
func (p Page) citation(f *model.Figure) string {
	cited, err := report.Cite(p.data, f, report.Plain, p.in.Lang)
	if err != nil { // plain citations have nothing that can fail
		return f.ID
	}
	return cited
}

// addressOf is where the source of the nth figure that was copied is; "" if it
// has no address, or if what was copied is no figure.
func (p Page) addressOf(n int) string {
	if figures := p.figures(); p.at.Card == place.CiteCard && n < len(figures) {
		return figures[n].Source.URL
	}
	return ""
}

func (p Page) copiedCard(w int) []entry {
	all, s := p.Copied(), p.style.Page
	if len(all) == 0 {
		return nil
	}
	c := cardWriter{p: p, w: w}
	if p.Clipboard() == "" {
		kib := func(n int) string { return fmt.Sprintf("%d KiB", (n+1<<10-1)>>10) }
		for _, l := range cell.Wrap(fmt.Sprintf(p.text.Say.TooLong, kib(len(strings.Join(all, "\n"))), kib(MaxRemoteCopy)), w) {
			c.text(s.Strong, l)
		}
		c.blank()
		for _, l := range cell.Wrap(p.command(report.Text), w) {
			c.text(s.Text, l)
		}
		return c.parts
	}
	c.text(s.Strong, p.text.Say.Copied)
	for i, text := range all {
		c.blank()
		address, from := p.addressOf(i), 0
		for _, l := range cell.Wrap(text, w) {
			from += strings.Index(text[from:], l)
			at := from
			c.draw(1, func(on cell.Canvas) { p.putLinked(on, s.Text, l, text, address, at) })
			from += len(l)
		}
	}
	c.blank()
	c.text(s.Muted, p.text.Say.CopyNote)
	return c.parts
}
