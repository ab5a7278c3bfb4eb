package screen

import (
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
)

// cardWidth is how wide the text of a card is: as wide as reads well.
func (p Page) cardWidth() int { return max(1, min(p.in.Width-6, 74)) }

// cardText is the text of a card that is read, a line a string.
func (p Page) cardText() []string {
	switch p.at.Card {
	case place.SourceCard:
		return p.sourceCard(p.cardWidth())
	case place.HelpCard:
		return p.helpCard(p.cardWidth())
	case place.CiteCard, place.LinkCard:
		return p.copiedCard(p.cardWidth())
	case place.NoCard, place.SearchCard, place.PaletteCard, place.ExportCard:
	}
	return nil
}

// cardRoom is how many lines of a card fit.
func (p Page) cardRoom() int { return max(1, layout(p.in).Body.H-2) }

// cardScroll bounds how far a card is scrolled, or which of its rows the
// cursor is on.
func (p Page) cardScroll(to int) int {
	if choices := p.Choices(); choices != nil {
		return max(0, min(to, len(choices)-1))
	}
	return max(0, min(to, len(p.cardText())-p.cardRoom()))
}

// cardLines are the lines of the open card that are on the screen, and where
// they are in the whole if they are not all of it.
func (p Page) cardLines() (lines []string, note string) {
	if choices := p.Choices(); choices != nil {
		return p.choiceCard(choices), ""
	}
	text, room := p.cardText(), p.cardRoom()
	top := p.cardScroll(p.at.Scroll)
	lines = text[top:min(len(text), top+room)]
	if len(text) > room {
		note = " " + p.text.Lines(top+1, top+len(lines), len(text)) + " "
	}
	return lines, note
}

// withCard lays the open card over the middle of the body. What lies under a
// card can't be clicked: a click beside it closes it.
func (p Page) withCard(f Frame, body Area) Frame {
	lines, note := p.cardLines()
	if len(lines) == 0 {
		return f
	}
	w, edge := p.cardWidth(), p.style.CardEdge
	bottom := strings.Repeat(lineGlyph, max(0, w+2-chart.Width(note)))
	box := []string{edge.Paint("╭" + strings.Repeat(lineGlyph, w+2) + "╮")}
	for _, l := range lines {
		box = append(box, edge.Paint(ruleGlyph)+" "+chart.Fit(l, w)+" "+edge.Paint(ruleGlyph))
	}
	box = append(box, edge.Paint("╰"+bottom+chart.Truncate(note, w+2, "")+"╯"))
	x, y := (p.in.Width-w-4)/2, body.Y+max(0, (body.H-len(box))/2)
	f.Lines = chart.Overlay(f.Lines, box, x, y)
	f.Hits = []Hit{
		{Area{0, 0, p.in.Width, p.in.Height}, p.at.Closed()},
		{Area{x, y, w + 4, len(box)}, p.at},
	}
	return f
}

// sourceCard tells where what is under the cursor comes from.
func (p Page) sourceCard(w int) []string {
	c := cardWriter{p: p, w: w, label: p.labelWidth()}
	for i, f := range p.figures() {
		if i > 0 {
			c.rule()
		}
		c.figure(f)
	}
	if len(c.lines) > 0 {
		return c.lines
	}
	if s := p.data.Statement(p.at.Sub); s != nil {
		c.statement(s)
	} else if s := p.data.Source(p.at.Item); s != nil && p.at.View == place.Sources {
		c.title(s.Publisher.In(p.in.Lang), "")
		c.source(s)
	}
	return c.lines
}

// cardWriter writes a card's lines: labels at the left, wrapped text beside.
type cardWriter struct {
	p     Page
	w     int
	label int // width of the labels
	lines []string
}

func (p Page) labelWidth() int {
	w := 0
	for _, l := range p.text.Card.All() {
		w = max(w, chart.Width(l))
	}
	return w + 2
}

func (c *cardWriter) title(text, value string) {
	s := c.p.style.Page
	value = chart.Truncate(value, c.w/2, moreGlyph)
	n := chart.Width(value)
	lines := chart.Wrap(text, c.w-n-2)
	for i, l := range lines {
		out := c.p.line().cell(s.Strong, l, c.w-n)
		if i == 0 {
			out.right(s.Strong, value, n)
		}
		c.lines = append(c.lines, out.String())
	}
	c.lines = append(c.lines, "")
}

func (c *cardWriter) rule() {
	c.lines = append(c.lines, "", c.p.style.Page.Rule.Paint(strings.Repeat(lineGlyph, c.w)))
}

// row writes a label and its text; nothing if there is no text.
func (c *cardWriter) row(label, text string) { c.leading(label, text, "") }

// leading writes a row whose text leads to an address, if there is one.
func (c *cardWriter) leading(label, text, address string) {
	s := c.p.style.Page
	if c.w < 2*c.label { // no room for two columns
		if text != "" {
			c.lines = append(c.lines, s.Muted.Paint(chart.Truncate(label, c.w, moreGlyph)))
		}
		for _, l := range chart.Wrap(text, c.w) {
			c.lines = append(c.lines, c.p.link(address, s.Text.Paint(l)))
		}
		return
	}
	for i, l := range chart.Wrap(text, c.w-c.label) {
		if i > 0 {
			label = ""
		}
		c.lines = append(c.lines, c.p.line().cell(s.Muted, label, c.label).String()+c.p.link(address, s.Text.Paint(l)))
	}
}

func (c *cardWriter) figure(f *model.Figure) {
	p, t, lang := c.p, &c.p.text.Card, c.p.in.Lang
	c.title(p.text.FullName(f.Indicator), p.text.Value(f))
	c.row(t.Printed, p.text.Printed(f))
	c.row(t.Qualifier, p.text.Qualifier[f.Value.Qualifier()])
	c.row(t.Rank, p.text.RankBeside(f))
	c.row(t.Period, p.text.Period(f.Period))
	c.row(t.ShareOf, f.Indicator.Denominator.In(lang))
	c.row(t.Definition, f.Indicator.Definition.In(lang))
	if f.SaidBy != nil {
		c.row(t.SaidBy, p.text.Speaker(f.SaidBy))
	}
	c.source(f.Source)
	c.row(t.Locator, f.Locator)
	for _, letter := range f.Status.Letters() {
		c.row(t.Status, letter+"  "+p.text.Status[letter])
	}
	c.row(t.Method, f.Method.In(lang))
	c.row(t.Note, f.Note.In(lang))
	c.row(t.Figure, f.ID)
	if f.Conflict != nil {
		c.conflict(f)
	}
}

func (c *cardWriter) source(s *model.Source) {
	t, lang := &c.p.text.Card, c.p.in.Lang
	c.row(t.Publisher, s.Publisher.In(lang)+c.p.text.Say.Comma+c.p.text.Date(s.Date))
	c.row(t.Title, s.Title)
	c.leading(t.Link, s.URL, s.URL)
	if s.URL == "" {
		c.row(t.Link, c.p.text.Say.NoLink)
	}
}

// conflict tells what the other sources say, and why one leads.
func (c *cardWriter) conflict(f *model.Figure) {
	p, s := c.p, c.p.style.Page
	c.lines = append(c.lines, "")
	mark := p.line().put(s.Conflict, conflicted+" ").put(s.Strong, f.Conflict.Name.In(p.in.Lang))
	c.lines = append(c.lines, chart.Fit(mark.String(), c.w))
	for _, other := range f.Conflict.Figures {
		if other != f {
			c.lines = append(c.lines, p.conflictFigure(f.Conflict, other, s, c.w)...)
		}
	}
	for _, l := range chart.Wrap(f.Conflict.Reason.In(p.in.Lang), c.w-2) {
		c.lines = append(c.lines, "  "+s.Label.Paint(l))
	}
}

func (c *cardWriter) statement(said *model.Statement) {
	p, t := c.p, &c.p.text.Card
	c.title(p.text.Speaker(said.Person), said.Date)
	for _, l := range chart.Wrap(p.text.Said(said), c.w) {
		c.lines = append(c.lines, p.style.Page.Text.Paint(l))
	}
	c.lines = append(c.lines, "")
	c.row(t.Speech, p.text.Speech[said.Speech])
	c.row(t.Office, said.Office.In(p.in.Lang))
	topics := make([]string, 0, len(said.Topics))
	for _, topic := range said.Topics {
		topics = append(topics, topic.Name.In(p.in.Lang))
	}
	c.row(t.Topics, strings.Join(topics, " · "))
	c.source(said.Source)
}

// helpCard lists the keys, and says what gauges mean.
func (p Page) helpCard(w int) []string {
	s := p.style.Page
	lines := []string{p.line().cell(s.Strong, p.text.Head.Keys, w).String(), ""}
	keys := 0
	for _, k := range keymap.For(p.in.Lang) {
		keys = max(keys, chart.Width(k.Binding.Help().Key)+3)
	}
	for _, k := range keymap.For(p.in.Lang) {
		h := k.Binding.Help()
		if h.Desc == "" || k.Action == keymap.StartTour && !p.Enabled(keymap.StartTour) {
			continue
		}
		for i, l := range chart.Wrap(h.Desc, w-keys) {
			shown := h.Key
			if i > 0 {
				shown = ""
			}
			lines = append(lines, p.line().cell(s.Accent, shown, keys).put(s.Text, l).String())
		}
	}
	lines = append(lines, "", p.line().cell(s.Strong, p.text.Head.Reading, w).String(), "")
	for _, text := range p.text.Legend() {
		for _, l := range chart.Wrap(text, w) {
			lines = append(lines, s.Text.Paint(l))
		}
	}
	return lines
}
