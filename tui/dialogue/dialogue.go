// Package dialogue is a line interface to the dashboard, for screen readers and
// for terminals that only print lines: it prints a place as text, prompts for a
// line, and executes it. It draws nothing and repeats nothing unless asked to.
package dialogue

import (
	"bufio"
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

// Run runs a dialogue from the given place until the reader quits or the input
// ends, both without an error, or until reading or writing fails. To end it
// earlier, make reading fail.
func Run(data *model.Dataset, at place.Place, lang model.Lang, in io.Reader, out io.Writer) error {
	return run(&session{data: data, lang: lang, out: out}, at, in)
}

// run is the dialogue of a session.
func run(s *session, at place.Place, in io.Reader) error {
	s.arrive(at)
	lines := bufio.NewReaderSize(in, bufferSize)
	for s.prompt(); s.err == nil; s.prompt() {
		l, more := next(lines)
		if !more {
			s.say("")
			return s.err
		}
		if l.err != nil {
			return l.err
		}
		if quit := s.answer(l); quit {
			return s.err
		}
	}
	return s.err
}

// session is the state of a dialogue.
type session struct {
	data *model.Dataset
	at   place.Place
	lang model.Lang
	out  io.Writer
	err  error // the first error of writing; nothing is printed after it

	numbered int           // number of items printed last
	listed   []place.Place // their places, if they are not those of at
	back     place.Trail
	room     *follower // nil outside a presentation
}

func (s *session) words() *text.Texts { return text.For(s.lang) }

// say prints a line. Callers clean foreign text in it.
func (s *session) say(line string) { s.print(line + "\n") }

func (s *session) print(text string) {
	if s.err == nil {
		_, s.err = io.WriteString(s.out, text)
	}
}

// open moves to a place and prints it.
func (s *session) open(to place.Place) {
	s.back = s.back.Left(s.at)
	s.arrive(to)
}

// arrive sets the current place, without the step of a tour if it is not that
// stop, and prints it.
func (s *session) arrive(at place.Place) {
	if !nav.OnTour(s.data, at, s.lang) {
		at.Tour = 0
	}
	s.at = at
	s.show()
}

// show prints the current place.
func (s *session) show() {
	s.say("")
	if n := s.at.Tour; n > 0 {
		s.say(fmt.Sprintf("%d/%d  %s\n", n, len(s.data.Tour), s.data.Tour[n-1].Caption.In(s.lang)))
	}
	d, to := report.Spoken(s.data, s.at, s.lang)
	s.numbered, s.listed = len(to), nil // computed again on demand: most sessions are idle
	if s.err == nil {
		s.err = report.WriteSpoken(s.out, d)
	}
}

// prompt prints the inputs possible at the current place.
func (s *session) prompt() {
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
	if len(s.figures()) > 0 {
		can = append(can, w.Cite)
	}
	if len(s.back) > 0 {
		can = append(can, w.Back)
	}
	can = append(can, w.Language, w.Help, w.Quit)
	s.print("\n" + strings.Join(can, say.Comma) + say.Colon)
}

// figures returns the selected figures, nil if the place has no item.
func (s *session) figures() []*model.Figure {
	if s.at.Item == "" {
		return nil
	}
	return nav.Selected(s.data, s.at, s.lang)
}

// number opens the item printed with the number n.
func (s *session) number(n int) {
	if n < 1 || n > s.numbered {
		s.say(fmt.Sprintf(s.words().Dialogue.NoItem, strconv.Itoa(n)))
		return
	}
	to := s.listed
	if to == nil {
		_, to = report.Spoken(s.data, s.at, s.lang)
	}
	s.open(to[n-1])
}

// list prints numbered results under a heading.
func (s *session) list(head string, all []screen.Result) {
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

func (s *session) views() {
	all := make([]screen.Result, 0, len(place.Views()))
	for i, v := range place.Views() {
		all = append(all, screen.Result{Name: s.words().Views[i], To: place.Place{View: v}})
	}
	s.list(s.words().Dialogue.Choose, all)
}

func (s *session) search(query string) {
	query = strings.TrimSpace(query)
	if query == "" || !place.ValidQuery(query) {
		s.say(s.words().Say.SearchHint)
		return
	}
	found := screen.Find(s.data, query, s.lang)
	s.list(fmt.Sprintf(s.words().Dialogue.Found, len(found), query), found)
}

// hasSource reports whether the current place has a source to open.
func (s *session) hasSource() bool { return s.at.Item != "" && nav.HasSource(s.data, s.at, s.lang) }

// source opens the card of the selected item, and from the card its source.
func (s *session) source() {
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
func (s *session) cite(style string) {
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
			s.err = errors.Join(s.err, err)
			return
		}
		s.say("\n" + cited)
	}
}
