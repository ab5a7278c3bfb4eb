// Package dialogue is the dashboard for screen readers and for terminals that
// can only print lines: it prints the text of a place, asks where to go next,
// and reads a line. Nothing is drawn, nothing moves, nothing is printed twice
// unless it is asked for.
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

// Run talks with a reader from a place on, until the reader quits or the input
// ends, which is no error. To end it sooner, make reading fail: it waits nowhere
// else.
func Run(data *model.Dataset, at place.Place, lang model.Lang, in io.Reader, out io.Writer) error {
	t := &talk{data: data, lang: lang, out: out}
	t.arrive(at)
	lines := bufio.NewReaderSize(in, bufferSize)
	for t.prompt(); t.err == nil; t.prompt() {
		l, more := next(lines)
		if !more {
			t.say("")
			return t.err
		}
		if l.err != nil {
			return l.err
		}
		if quit := t.answer(l); quit {
			return t.err
		}
	}
	return t.err
}

// talk is one conversation.
type talk struct {
	data *model.Dataset
	at   place.Place
	lang model.Lang
	out  io.Writer
	err  error // the first of writing; nothing is printed after it

	numbered int           // how many numbers were read out last
	listed   []place.Place // what they lead to, if that is not what t.at has
	back     place.Trail
}

func (t *talk) words() *text.Texts { return text.For(t.lang) }

// say prints a line. What is not ours in it is cleaned by whoever puts it in.
func (t *talk) say(line string) { t.print(line + "\n") }

func (t *talk) print(s string) {
	if t.err == nil {
		_, t.err = io.WriteString(t.out, s)
	}
}

// open goes to a place and reads it out.
func (t *talk) open(to place.Place) {
	t.back = t.back.Left(t.at)
	t.arrive(to)
}

// arrive reads out a place, without the step of a tour it is no stop of.
func (t *talk) arrive(at place.Place) {
	if !nav.OnTour(t.data, at, t.lang) {
		at.Tour = 0
	}
	t.at = at
	t.show()
}

// show reads out where the reader is.
func (t *talk) show() {
	t.say("")
	if n := t.at.Tour; n > 0 {
		t.say(fmt.Sprintf("%d/%d  %s\n", n, len(t.data.Tour), t.data.Tour[n-1].Caption.In(t.lang)))
	}
	d, to := report.Spoken(t.data, t.at, t.lang)
	t.numbered, t.listed = len(to), nil // made again if one is asked for: most dialogues wait
	if t.err == nil {
		t.err = report.WriteSpoken(t.out, d)
	}
}

// prompt says what can be typed here.
func (t *talk) prompt() {
	w, say := t.words().Dialogue, t.words().Say
	var can []string
	switch n := t.numbered; n {
	case 0:
	case 1:
		can = append(can, w.Item)
	default:
		can = append(can, fmt.Sprintf(w.Items, n))
	}
	if t.at.Tour > 0 && t.at.Tour < len(t.data.Tour) {
		can = append(can, w.Next)
	}
	can = append(can, w.Views)
	if t.hasSource() {
		can = append(can, w.Source)
	}
	can = append(can, w.Search)
	if len(t.figures()) > 0 {
		can = append(can, w.Cite)
	}
	if len(t.back) > 0 {
		can = append(can, w.Back)
	}
	can = append(can, w.Language, w.Help, w.Quit)
	t.print("\n" + strings.Join(can, say.Comma) + say.Colon)
}

// figures are those the place is about, if it names any.
func (t *talk) figures() []*model.Figure {
	if t.at.Item == "" {
		return nil
	}
	return nav.Selected(t.data, t.at, t.lang)
}

// number opens what was read out with a number.
func (t *talk) number(n int) {
	if n < 1 || n > t.numbered {
		t.say(fmt.Sprintf(t.words().Dialogue.NoItem, strconv.Itoa(n)))
		return
	}
	to := t.listed
	if to == nil {
		_, to = report.Spoken(t.data, t.at, t.lang)
	}
	t.open(to[n-1])
}

// list reads out names with numbers.
func (t *talk) list(head string, all []screen.Result) {
	t.say("\n" + head)
	t.numbered, t.listed = len(all), make([]place.Place, len(all))
	for i, r := range all {
		t.listed[i] = r.To
		line := fmt.Sprintf("  %d  %s", i+1, r.Name)
		if r.Note != "" {
			line += t.words().Say.Semicolon + r.Note
		}
		t.say(runes.Line(line))
	}
}

func (t *talk) views() {
	all := make([]screen.Result, 0, len(place.Views()))
	for i, v := range place.Views() {
		all = append(all, screen.Result{Name: t.words().Views[i], To: place.Place{View: v}})
	}
	t.list(t.words().Dialogue.Choose, all)
}

func (t *talk) search(query string) {
	query = strings.TrimSpace(query)
	if query == "" || !place.ValidQuery(query) {
		t.say(t.words().Say.SearchHint)
		return
	}
	found := screen.Find(t.data, query, t.lang)
	t.list(fmt.Sprintf(t.words().Dialogue.Found, len(found), query), found)
}

// hasSource reports whether there is a source to go on to.
func (t *talk) hasSource() bool {
	return len(t.figures()) > 0 || t.data.Statement(t.at.Sub) != nil
}

// source opens the card of what is here, and from a card its source.
func (t *talk) source() {
	if !t.hasSource() {
		t.say(t.words().Dialogue.NoFigure)
		return
	}
	to := t.at.Closed()
	to.Card = place.SourceCard
	if t.at.Card == place.SourceCard {
		src := t.data.Statement(t.at.Sub)
		if figures := t.figures(); len(figures) > 0 {
			to = place.Place{View: place.Sources, Item: figures[0].Source.ID}
		} else if src != nil {
			to = place.Place{View: place.Sources, Item: src.Source.ID}
		}
	}
	t.open(to)
}

// cite reads out how to cite what is here.
func (t *talk) cite(style string) {
	figures := t.figures()
	if len(figures) == 0 {
		t.say(t.words().Dialogue.NoFigure)
		return
	}
	chosen := report.Plain
	var names []string
	for _, s := range report.Styles() {
		names = append(names, string(s))
		if string(s) == style {
			chosen = s
		}
	}
	if style != "" && style != string(chosen) {
		t.say(fmt.Sprintf(t.words().Dialogue.Worded, strings.Join(names, t.words().Say.List)))
		return
	}
	for _, f := range figures {
		cited, err := report.Cite(t.data, f, chosen, t.lang)
		if err != nil {
			t.err = errors.Join(t.err, err)
			return
		}
		t.say("\n" + cited)
	}
}
