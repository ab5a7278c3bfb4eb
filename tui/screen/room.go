package screen

import (
	"cmp"
	"fmt"
	"net"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

// glyphs of a presentation.
const (
	markGlyph = "◆" // before what is pointed at
	roomGlyph = "●" // before what the viewer's part is
)

// point is a cell of a frame.
type point struct {
	x, y int
	set  bool
}

// pointsAt reports whether the row or the tile of an id is pointed at: by the presenter, or by the
// tour, which speaks of what is under the cursor.
func (p Page) pointsAt(id string) bool {
	switch {
	case p.at.Mark == "":
		return p.at.Tour > 0 && id == cmp.Or(p.at.Sub, p.at.Item)
	case id == p.at.Mark:
		return true
	}
	if p.at.View != place.Overview && p.at.View != place.Trends && p.at.View != place.Cities || !slices.Contains(p.items(), id) {
		return false
	}
	for _, f := range nav.Selected(p.data, place.Place{View: p.at.View, Item: id, By: p.at.By}, p.in.Lang) {
		if f.ID == p.at.Mark {
			return true
		}
	}
	return false
}

// markAt notes that the row of an id is on the line c, if that is pointed at.
func (p Page) markAt(c cell.Canvas, id string) {
	if x, y, _, h := c.Visible(); h > 0 && p.mark != nil && !p.mark.set && id != "" && p.pointsAt(id) {
		*p.mark = point{max(0, x-1), y, true}
	}
}

// drawMark draws the mark in the column before its row.
func (p Page) drawMark(c cell.Canvas) {
	if p.mark.set {
		c.Put(p.mark.x, p.mark.y, p.style.Page.Accent, markGlyph)
	}
}

// pointed returns the mark after pointing at what is under the cursor: none if it
// was there already.
func (p Page) pointed() string {
	figures := p.figures()
	if p.in.Room.Role != place.Presenting || len(figures) == 0 || figures[0].ID == p.at.Mark {
		return ""
	}
	return figures[0].ID
}

// statusWords are the viewer's part in a presentation, the most important first, how many
// figures are kept, and by what the list is narrowed where nothing else says so.
func (p Page) statusWords() []string {
	r, w := &p.in.Room, &p.text.Room
	var words []string
	add := func(word string) { words = append(words, word) }
	count := func(n int, format string) {
		if n > 0 {
			add(fmt.Sprintf(format, n))
		}
	}
	switch r.Role {
	case place.NoRole:
	case place.Presenting:
		add(fmt.Sprintf(w.Presenting, r.Code))
		if r.Paused {
			add(w.Unseen)
		}
		add(fmt.Sprintf(w.Follow, r.Follow))
		count(r.Browse, w.Browse)
		count(r.Small, w.Small)
		count(r.Asking, w.Asking)
		if r.Cut {
			add(w.Cut)
		}
	case place.Following:
		add(fmt.Sprintf(w.Following, r.Code))
	case place.Browsing:
		add(w.Browsing)
	}
	switch {
	case r.Role == place.NoRole || r.Role == place.Presenting:
	case r.Away:
		add(w.Away)
	case r.Paused:
		add(w.Paused)
	}
	if r.Notice != place.NoNotice {
		add(w.Notices[r.Notice-1])
	}
	if f := p.data.Figure(p.at.Mark); f != nil && r.Role != place.NoRole {
		format := w.Points
		if r.Role == place.Presenting {
			format = w.Pointed
		}
		add(fmt.Sprintf(format, p.figureName(f)))
	}
	if kept := p.keptStatus(); kept != "" {
		add(kept)
	}
	if p.at.Filter != "" && (r.Role != place.NoRole || p.in.Height < tallScreen) {
		add(p.filtered())
	}
	return words
}

// leastNote is how many cells a word of the status, or what is noted beside it, has at
// least.
const leastNote = 8

// said is what is said of the last key.
func (p Page) said() string {
	if p.at.Card != place.NoCard { // which says it itself
		return ""
	}
	return p.at.Status
}

// status writes what is said of the last key, and the status, into the rule above the
// footer, and returns how much of it these take.
func (p Page) status(c cell.Canvas) int {
	l := p.line(c).Put(p.style.Page.Rule, lineGlyph+lineGlyph)
	if !p.statusIn(l, c.W-4) {
		return 0
	}
	return l.X()
}

// statusIn writes it into a line, as much of it as w cells hold. It reports whether there
// is any.
func (p Page) statusIn(l *cell.Line, w int) bool {
	said, words := p.said(), p.statusWords()
	if said == "" && len(words) == 0 || w < leastNote || p.at.Card.Typing() && p.in.Height < tallScreen {
		return false
	}
	s, end, style, room := p.style.Page, l.X()+w-1, p.style.Page.Strong, 0
	if said != "" {
		words = slices.Insert(words, 0, said)
		room = 1
	}
	if p.in.Room.Role == place.NoRole && p.in.Room.Notice == place.NoNotice {
		room = -1
	}
	l.Put(s.Text, " ")
	for i, word := range words {
		if i > 0 {
			if end-l.X() < leastNote {
				break
			}
			l.Put(s.Muted, " · ")
		}
		if i == room {
			l.Put(s.Accent, roomGlyph+" ")
		}
		l.Put(style, cell.Truncate(word, end-l.X(), moreGlyph))
		style = s.Label
	}
	l.Put(s.Text, " ")
	if p.in.Height < tallScreen {
		l.Put(s.Text, "  ")
	}
	return true
}

// roomHints are the actions the footer names, with those of the viewer's part.
func (p Page) roomHints(actions []keymap.Action) []keymap.Action {
	switch p.in.Room.Role {
	case place.NoRole:
	case place.Presenting:
		return slices.Insert(slices.Clone(actions), 1, keymap.PointAt, keymap.ShowRoom)
	case place.Following, place.Browsing:
		first := []keymap.Action{keymap.Follow, keymap.ShowRoom, keymap.ShowSource, keymap.CopyFigure, keymap.ShowExport}
		return slices.Concat(first, slices.DeleteFunc(slices.Clone(actions), func(do keymap.Action) bool { return slices.Contains(first, do) }))
	}
	return actions
}

// roomWord is what a key does, for the footer.
func (p Page) roomWord(do keymap.Action, short string) string {
	switch {
	case do == keymap.Follow && p.in.Room.Role == place.Following:
		return p.text.Room.Stop
	case do == keymap.Follow && p.in.Room.Role == place.Browsing:
		return p.text.Room.Again
	}
	return short
}

// roomChoices are what can be done in the room; nil without one.
func (p Page) roomChoices() []Choice {
	r, w := &p.in.Room, &p.text.Room
	var all []Choice
	add := func(name, note string, wish place.Wish) {
		all = append(all, Choice{Name: name, Note: note, Wish: wish})
	}
	switch r.Role {
	case place.NoRole:
		return nil
	case place.Presenting:
		if r.Paused {
			add(w.Unpause.Short, w.Unpause.Long, place.Unpause)
		} else {
			add(w.Pause.Short, w.Pause.Long, place.Pause)
		}
		if r.Asking > 0 {
			add(w.HandOver.Short, w.HandOver.Long, place.HandOver)
		}
		add(w.Handout.Short, w.Handout.Long, place.HandoutText)
		add(w.Token.Short, w.Token.Long, place.CopyToken)
		add(w.End.Short, w.End.Long, place.End)
	case place.Following, place.Browsing:
		if r.Role == place.Following {
			add(w.Stay.Short, w.Stay.Long, place.NoWish)
		}
		if r.Asks {
			add(w.Unask.Short, w.Unask.Long, place.Unask)
		} else {
			add(w.Ask.Short, w.Ask.Long, place.Ask)
		}
		add(w.Handout.Short, w.Handout.Long, place.HandoutText)
		add(w.Leave.Short, w.Leave.Long, place.Leave)
	}
	return all
}

// handoutChoices are the forms of the hand-out, on the card of exports.
func (p Page) handoutChoices() []Choice {
	r := &p.in.Room
	if r.Role == place.NoRole {
		return nil
	}
	choice := func(f report.Format, wish place.Wish) Choice {
		return Choice{Name: string(f), Note: p.text.Room.Handout.Long, Wish: wish, Command: HandoutCommand(r.Host, r.Code, f, p.in.Lang)}
	}
	return []Choice{
		choice(report.Text, place.HandoutText), choice(report.Markdown, place.HandoutMarkdown), choice(report.TSV, place.HandoutTSV),
	}
}

// HandoutCommand returns the line that prints the hand-out of a room at an address, in a
// format and a language, to be put in a file.
func HandoutCommand(address, code string, f report.Format, lang model.Lang) string {
	return fmt.Sprintf("ssh %s handout %s --format %s --lang %s", destination("", address), code, f, lang)
}

// roomAddress are the lines under the choices of the room: what others have to
// type to follow.
func (p Page) roomAddress(w int) []entry {
	if p.at.Card != place.RoomCard {
		return nil
	}
	c := cardWriter{p: &p, w: w}
	c.blank()
	c.text(p.style.Page.Label, p.text.Room.Paste)
	for _, l := range cell.Wrap(SSH("", p.in.Room.Host, "follow "+p.in.Room.Code), w) {
		c.text(p.style.Page.Strong, l)
	}
	return c.parts
}

// SSH returns the line that runs a command of the server at an address with a
// terminal, as a user: "" for any. An address that is not known is HOST.
func SSH(user, address, command string) string {
	return "ssh -t " + destination(user, address) + " " + command
}

// destination returns the arguments of ssh for a user at an address.
func destination(user, address string) string {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		host = cmp.Or(address, "HOST")
	}
	if user != "" {
		host = user + "@" + host
	}
	if err != nil || port == "22" {
		return host
	}
	return "-p " + port + " " + host
}

// codeHint is what the card of a code says: what to type, or what was wrong.
func (p Page) codeHint() string {
	if n := p.in.Room.Notice; n != place.NoNotice {
		return p.text.Room.Notices[n-1]
	}
	return fmt.Sprintf(p.text.Room.CodeHint, "K7QM-3RXD")
}

// HowToPresent says how somebody presents who cannot where they are: in words, and in
// the commands or flags that these are about.
func HowToPresent(r place.Room, t *text.Texts) (said string, lines []string) {
	switch r.Right {
	case place.NotHere, place.MayAlways:
	case place.MayNot:
		return t.Room.Public, []string{"--presenter-keys FILE", "--present open"}
	case place.WithKey:
		return t.Room.Key, []string{SSH("present", r.Host, "present")}
	}
	return t.Room.Home, []string{"anhui-tui serve", "ssh -t -p 2222 localhost present"}
}

// howToPresent is the card of a viewer who cannot present here.
func (p Page) howToPresent(w int) []entry {
	said, lines := HowToPresent(p.in.Room, p.text)
	c := cardWriter{p: &p, w: w}
	c.title(capital(p.text.Actions.Present.Long), "")
	for _, l := range cell.Wrap(said, w) {
		c.text(p.style.Page.Text, l)
	}
	c.blank()
	for _, line := range lines {
		for _, l := range cell.Wrap(line, w) {
			c.text(p.style.Page.Strong, l)
		}
	}
	return c.parts
}
