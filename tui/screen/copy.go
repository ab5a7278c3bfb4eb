package screen

import (
	"fmt"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// copied returns what the open card says was copied: the figures under the cursor,
// each with its citation, the link of the place, or what is kept.
func (p Page) copied() []string {
	if p.at.Card == place.LinkCard {
		return []string{p.at.Closed().Link()}
	}
	if p.at.Card == place.BasketCard {
		return p.keptText()
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
	text := strings.Join(p.copied(), "\n")
	if p.in.Remote && len(text) > MaxRemoteCopy {
		return ""
	}
	return text
}

// The names of the styles of citations that y turns through, after the plain one: the
// same in every language.
const (
	gbtName    = "GB/T 7714"
	bibTeXName = "BibTeX"
)

// citeStyle returns the style of the citation on the open card.
func (p Page) citeStyle() report.Style {
	switch p.at.Card { //nolint:exhaustive // the others have no citation
	case place.GBTCard:
		return report.GBT7714
	case place.BibTeXCard:
		return report.BibTeX
	default:
		return report.Plain
	}
}

// nextCite returns the card of the citation in the next style, and what that is called.
func (p Page) nextCite() (card place.Card, name string) {
	switch p.citeStyle() { //nolint:exhaustive // y turns through three
	case report.Plain:
		return place.GBTCard, gbtName
	case report.GBT7714:
		return place.BibTeXCard, bibTeXName
	default:
		return place.CiteCard, p.text.Say.PlainCite
	}
}

// citation is a figure and where it comes from, in the style of the card.
func (p Page) citation(f *model.Figure) string {
	cited, err := report.Cite(p.data, f, p.citeStyle(), p.in.Lang)
	if err != nil { // these styles have nothing that can fail
		return f.ID
	}
	return cited
}

// addressOf is where the source of the nth figure that was copied is; "" if it
// has no address, or if what was copied is no figure.
func (p Page) addressOf(n int) string {
	if figures := p.figures(); p.at.Card.Cites() && n < len(figures) {
		return figures[n].Source.URL
	}
	return ""
}

// tooLong says that what was to be copied is too long for the clipboard.
func (p Page) tooLong() string {
	return fmt.Sprintf(p.text.Say.TooLong, KiB(len(strings.Join(p.copied(), "\n"))), KiB(MaxRemoteCopy))
}

// KiB words a number of bytes.
func KiB(n int) string { return fmt.Sprintf("%d KiB", (n+1<<10-1)>>10) }

func (p *Page) copiedCard(w int) []entry {
	all, s := p.copied(), p.style.Page
	if len(all) == 0 {
		return nil
	}
	c := cardWriter{p: p, w: w}
	if p.Clipboard() == "" {
		for _, l := range cell.Wrap(p.tooLong(), w) {
			c.text(s.Strong, l)
		}
		c.blank()
		for _, l := range cell.Wrap(p.commandOf(p.Exported(SVG), report.Text), w) {
			c.text(s.Text, l)
		}
		return c.parts
	}
	head := p.text.Say.Copied
	if style := map[place.Card]string{place.GBTCard: gbtName, place.BibTeXCard: bibTeXName}[p.at.Card]; style != "" {
		head += "  " + style
	}
	c.text(s.Strong, head)
	for i, text := range all {
		c.blank()
		address, from := p.addressOf(i), 0
		for _, l := range cell.Wrap(text, w) {
			from += strings.Index(text[from:], l)
			at := from
			c.draw(func(on cell.Canvas) { p.putLinked(on, s.Text, l, text, address, at) })
			from += len(l)
		}
	}
	c.blank()
	if p.at.Card.Cites() {
		_, next := p.nextCite()
		c.text(s.Muted, fmt.Sprintf(p.text.Say.CiteNext, next))
	}
	c.text(s.Muted, p.text.Say.CopyNote)
	return c.parts
}
