package screen

import (
	"fmt"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// keep returns the place with the figures under the cursor kept, as far as there is
// room, or if they all are, with none of them. An open card stays.
func (p Page) keep() place.Place {
	kept, next, figures := p.at.Kept(), p.at, p.figures()
	if p.at.Card == place.BasketCard {
		next.Status, figures = "", nil
		if f := p.keptUnder(); f != nil {
			figures = []*model.Figure{f}
		}
	}
	out := p.keeps(figures)
	for _, f := range figures {
		switch i := slices.Index(kept, f.ID); {
		case out:
			kept = slices.Delete(kept, i, i+1)
		case i < 0 && len(kept) < place.MaxKeep:
			kept = append(kept, f.ID)
		}
	}
	next.Keep = strings.Join(kept, ",")
	if next.Card == place.BasketCard {
		next.Scroll = max(0, min(next.Scroll, len(kept)-1))
	}
	return next
}

// keeps reports whether there are figures, and all are kept.
func (p Page) keeps(figures []*model.Figure) bool {
	kept := p.at.Kept()
	return len(figures) > 0 && !slices.ContainsFunc(figures, func(f *model.Figure) bool { return !slices.Contains(kept, f.ID) })
}

// keptUnder returns the figure under the cursor of the card; nil if none is kept.
func (p Page) keptUnder() *model.Figure {
	all := nav.Kept(p.data, p.at)
	if len(all) == 0 {
		return nil
	}
	return all[max(0, min(p.at.Scroll, len(all)-1))]
}

// keptStatus says how many figures are kept, and whether those under the cursor are; ""
// if none is kept.
func (p Page) keptStatus() string {
	n, say := len(p.at.Kept()), p.text.Say.Kept
	switch {
	case p.at.Card == place.BasketCard:
	case n == 0:
		return ""
	case p.keeps(p.figures()):
		say = p.text.Say.KeptThis
	case n == place.MaxKeep:
		say = p.text.Say.KeptFull
	}
	return fmt.Sprintf(say, n)
}

// keptChoices are the figures kept.
func (p Page) keptChoices() []Choice {
	figures := nav.Kept(p.data, p.at)
	all := make([]Choice, 0, len(figures))
	for _, f := range figures {
		all = append(all, Choice{
			Name: p.text.FullName(f.Indicator) + p.text.Say.Comma + p.text.Period(f.Period), Note: p.text.Value(f), Value: true,
			To: nav.PlaceOf(p.data, model.Found{Kind: model.FoundFigure, ID: f.ID}),
		})
	}
	return all
}

// keptBelow returns the lines below the figures kept: the citation of the one under
// the cursor and the link to it, and how copying went, or what the keys do.
func (p Page) keptBelow(all Choices, w int) []entry {
	f := p.keptUnder()
	chosen, ok := p.under(all)
	if f == nil || !ok || p.at.Card != place.BasketCard {
		return nil
	}
	c, s := cardWriter{p: &p, w: w}, p.style.Page
	c.blank()
	for _, l := range cell.Wrap(p.citation(f), w) {
		c.text(s.Text, l)
	}
	c.text(s.Label, chosen.To.Link())
	c.blank()
	if p.at.Status == "" {
		c.text(s.Muted, p.text.Say.KeptHint)
		if p.cardRoom() >= choiceLines { // else the list has it
			c.text(s.Muted, p.text.Say.KeptUntil)
		}
	}
	for line := range strings.SplitSeq(p.at.Status, "\n") {
		for _, l := range cell.Wrap(line, w) {
			c.text(s.Strong, l)
		}
	}
	return c.parts
}

// keptText is the hand-out of what is kept, for the clipboard.
func (p Page) keptText() []string {
	if p.at.Keep == "" {
		return nil
	}
	return []string{report.Kept(p.data, p.at, p.in.Lang)}
}

// keptCopied says that what is kept was copied, or if it is too long for the
// clipboard, the command that prints it.
func (p Page) keptCopied() string {
	switch {
	case p.at.Keep == "":
		return ""
	case p.Clipboard() != "":
		return p.text.Say.Copied
	}
	return p.tooLong() + "\n" + p.commandOf(place.Place{Keep: p.at.Keep, Card: place.BasketCard}, report.Text)
}
