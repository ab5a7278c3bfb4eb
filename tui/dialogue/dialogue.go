// Package dialogue is a line interface to the dashboard, for screen readers and
// for terminals that only print lines: it prints a place as text, prompts for a
// line, and executes it. It draws nothing and repeats nothing unless asked to.
package dialogue

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/text"
)

// State is where a dialogue is between two lines. It is a value: an answer leads to
// another one, and while the reader says nothing there is nothing else.
type State struct {
	data  *model.Dataset
	speak Speaker
	at    place.Place
	lang  model.Lang
	keep  string // ids of the figures kept, as in [place.Place]

	numbered int           // number of items printed last
	listed   []place.Place // their places, if they are not those of at
	back     place.Trail
	room     *Follower // nil outside a presentation
}

// Spoken is what is said of a place: a text, with so many numbered items.
type Spoken struct {
	Text  string
	Items int
}

// Speaker returns what is said of a place, as [Speak] does.
type Speaker func(data *model.Dataset, at place.Place, lang model.Lang) Spoken

// Speak returns what is said of a place. It is a pure function of its arguments, so
// what it returns can be kept and shared as a frame can.
func Speak(data *model.Dataset, at place.Place, lang model.Lang) Spoken {
	d, to := report.Spoken(data, at, lang)
	var text strings.Builder
	_ = report.WriteSpoken(&text, d) // a Builder takes all
	return Spoken{text.String(), len(to)}
}

// Start returns the state of a dialogue at a place, and what it says first.
func Start(data *model.Dataset, at place.Place, lang model.Lang, speak Speaker) (State, string) {
	t := turn{State: State{data: data, lang: lang, speak: speak}}
	t.take(at.Keep)
	t.arrive(at)
	t.prompt()
	return t.State, joined(t.out)
}

// joined returns the parts of a text as one.
func joined(parts []string) string { return strings.Join(parts, "") }

// answer executes a line. It returns the state after it, what is said to it, and
// false if it quits the dialogue.
func (s State) answer(line string) (next State, said string, more bool) {
	t := turn{State: s}
	if more = !t.answer(line); more {
		t.prompt()
	}
	return t.State, joined(t.out), more
}

// Run runs a dialogue from the given place until the reader quits or the input
// ends, both without an error, or until reading or writing fails.
func Run(data *model.Dataset, at place.Place, lang model.Lang, in io.Reader, out io.Writer) error {
	return run(data, at, lang, in, out, Lines{})
}

func run(data *model.Dataset, at place.Place, lang model.Lang, in io.Reader, out io.Writer, lines Lines) error {
	s, said := Start(data, at, lang, Speak)
	if _, err := io.WriteString(out, said); err != nil {
		return err
	}
	buf := make([]byte, 512)
	for {
		n, err := in.Read(buf)
		more, failed := s.Hear(&lines, buf[:n], errors.Is(err, io.EOF), out)
		if failed != nil || !more {
			return failed
		}
		if err != nil {
			return err
		}
	}
}

// Hear takes a part of the input, the last one or not, answers the lines in it, and
// prints that. It returns false when the dialogue is over.
func (s *State) Hear(lines *Lines, p []byte, last bool, out io.Writer) (more bool, err error) {
	for more = true; len(p) > 0 && more && err == nil; {
		var part heard
		part, p = lines.feed(p)
		said := ""
		if more = !part.Over; part.Whole {
			*s, said, more = s.answer(part.Line)
		} else if part.Over {
			said = "\n"
		}
		err = write(out, part.Shown+said)
	}
	if s.room != nil {
		s.room.types(len(lines.typed) > 0)
	}
	if !last || !more || err != nil {
		return more, err
	}
	said := "\n"
	if line, ok := lines.rest(); ok {
		*s, said, _ = s.answer(line)
	}
	return false, write(out, said)
}

// write writes text at once, if there is any.
func write(out io.Writer, text string) error {
	if text == "" {
		return nil
	}
	_, err := io.WriteString(out, text)
	return err
}

// turn is a State that an answer changes, and what is said meanwhile.
type turn struct {
	State
	out []string // the parts of a text
}

func (s *turn) words() *text.Texts { return text.For(s.lang) }

// say prints a line. Callers clean foreign text in it.
func (s *turn) say(line string) { s.out = append(s.out, line, "\n") }

func (s *turn) print(text string) { s.out = append(s.out, text) }

// open moves to a place and prints it.
func (s *turn) open(to place.Place) {
	s.back = s.back.Left(s.at)
	s.arrive(to)
}

// arrive sets the current place, without the step of a tour if it is not that
// stop, and prints it.
func (s *turn) arrive(at place.Place) {
	if !nav.OnTour(s.data, at, s.lang) {
		at.Tour = 0
	}
	at.Keep = "" // which is told where it is asked for
	s.at = at
	s.show()
}

// spoken returns the current place as it is told: the figures kept are on their card.
func (s *turn) spoken() place.Place {
	at := s.at
	if at.Card == place.BasketCard {
		at.Keep = s.keep
	}
	return at
}

// show prints the current place.
func (s *turn) show() {
	s.say("")
	if n := s.at.Tour; n > 0 {
		s.say(fmt.Sprintf("%d/%d  %s\n", n, len(s.data.Tour), s.data.Tour[n-1].Caption.In(s.lang)))
	}
	spoken := s.speak(s.data, s.spoken(), s.lang)
	s.numbered, s.listed = spoken.Items, nil // computed again on demand: most sessions are idle
	s.print(spoken.Text)
}

// prompt prints the inputs possible at the current place.
func (s *turn) prompt() {
	if s.room != nil {
		s.print(s.room.pending(s.lang))
	}
	w, say := s.words().Dialogue, s.words().Say
	var can []string
	switch n := s.numbered; n {
	case 0:
	case 1:
		can = append(can, w.Item)
	default:
		can = append(can, fmt.Sprintf(w.Items, n))
	}
	if s.at.Tour > 0 && s.at.Tour < len(s.data.Tour) {
		can = append(can, w.Next)
	}
	can = append(can, w.Views)
	if s.hasSource() {
		can = append(can, w.Source)
	}
	can = append(can, w.Search)
	if nav.Has(s.at.View, nav.Filter) && s.at.Card == place.NoCard {
		can = append(can, w.Filter)
	}
	if _, ok := s.heard(); ok {
		can = append(can, w.Order)
	}
	if len(s.figures()) > 0 {
		can = append(can, w.Cite, w.Keep)
	}
	if n := len(s.kept()); n > 0 {
		can = append(can, fmt.Sprintf(w.Kept, n))
	}
	if len(s.back) > 0 {
		can = append(can, w.Back)
	}
	can = append(can, w.Language, w.Help, w.Quit)
	s.print("\n" + strings.Join(can, say.Comma) + say.Colon)
}

// figures returns the selected figures, nil if the place has no item.
func (s *turn) figures() []*model.Figure {
	if s.at.Item == "" {
		return nil
	}
	return nav.Selected(s.data, s.at, s.lang)
}

// number opens the item printed with the number n.
func (s *turn) number(n int) {
	to, ok := s.item(n)
	switch {
	case !ok:
	case to.Card == place.SearchCard: // a word that finds something
		s.search(to.Query)
	default:
		s.open(to)
	}
}

// item returns the place of the item printed with the number n. If there is none it says
// so.
func (s *turn) item(n int) (to place.Place, ok bool) {
	if n < 1 || n > s.numbered {
		s.say(fmt.Sprintf(s.words().Dialogue.NoItem, strconv.Itoa(n)))
		return to, false
	}
	all := s.listed
	if all == nil {
		_, all = report.Spoken(s.data, s.spoken(), s.lang)
	}
	return all[n-1], true
}

// list prints numbered results under a heading.
func (s *turn) list(head string, all []screen.Result) {
	s.say("\n" + head)
	s.numbered, s.listed = len(all), make([]place.Place, len(all))
	for i, r := range all {
		s.listed[i] = r.To
		line := fmt.Sprintf("  %d  %s", i+1, r.Name)
		if r.Note != "" {
			line += s.words().Say.Semicolon + r.Note
		}
		s.say(runes.Line(line))
	}
}

func (s *turn) views() {
	all := make([]screen.Result, 0, len(place.Views()))
	for i, v := range place.Views() {
		all = append(all, screen.Result{Name: s.words().Views[i], To: place.Place{View: v}})
	}
	s.list(s.words().Dialogue.Choose, all)
}

func (s *turn) search(query string) {
	query = strings.TrimSpace(query)
	if query == "" || !place.ValidQuery(query) {
		s.say(s.words().Say.SearchHint)
		return
	}
	found, note := screen.Find(s.data, query, s.lang)
	if note == "" || len(found) == 0 {
		note = fmt.Sprintf(s.words().Dialogue.Found, len(found), query)
	}
	s.list(note, found)
}

// hasSource reports whether the current place has a source to open.
func (s *turn) hasSource() bool { return s.at.Item != "" && nav.HasSource(s.data, s.at, s.lang) }

// source opens the card of the selected item, and from the card its source.
func (s *turn) source() {
	if !s.hasSource() {
		s.say(s.words().Dialogue.NoFigure)
		return
	}
	to := s.at.Closed()
	to.Card = place.SourceCard
	if s.at.Card == place.SourceCard {
		if of, ok := nav.Behind(s.data, s.at, s.lang); ok {
			to = of
		}
	}
	s.open(to)
}

// cite prints the citation of the selected figures in the given style.
func (s *turn) cite(style string) {
	figures := s.figures()
	if len(figures) == 0 {
		s.say(s.words().Dialogue.NoFigure)
		return
	}
	chosen := report.Plain
	var names []string
	for _, known := range report.Styles() {
		names = append(names, string(known))
		if string(known) == style {
			chosen = known
		}
	}
	if style != "" && style != string(chosen) {
		s.say(fmt.Sprintf(s.words().Dialogue.Worded, strings.Join(names, s.words().Say.List)))
		return
	}
	for _, f := range figures {
		cited, err := report.Cite(s.data, f, chosen, s.lang)
		if err != nil {
			cited = err.Error()
		}
		s.say("\n" + cited)
	}
}
