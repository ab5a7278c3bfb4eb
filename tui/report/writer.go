package report

import (
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// writer puts a document together. It numbers the sources in the order they
// are first needed and keeps the figures and statements the document is made
// of, each once.
type writer struct {
	data *model.Dataset
	at   place.Place
	lang model.Lang
	text *text.Texts
	doc  Document

	differs string // said of a value that another contradicts
	alone   bool   // only what the place names of its item is told

	figureColumns []column[*model.Figure]
	computed      *computed // of series; nil where there is none

	marks   map[*model.Source]string
	cited   []*model.Source
	figures map[*model.Figure]bool
	spoken  map[*model.Statement]bool
}

// add adds a section, unless there is nothing under its heading.
func (w *writer) add(s Section) {
	if len(s.Lines)+len(s.Notes)+len(s.Table.Rows)+len(s.Figures.List)+len(s.Statements) > 0 || s.Conflict != nil || s.URL != "" {
		w.doc.Sections = append(w.doc.Sections, s)
	}
}

// finish turns rows of the dataset into texts, numbers their sources, and returns
// the document.
func (w *writer) finish() Document {
	w.doc.Title = w.title()
	w.marks = map[*model.Source]string{}
	w.figureColumns = figureColumns(w.data, w.lang, w.computed.columns(w.text)...)
	w.doc.Figures.Columns = names(w.figureColumns)
	w.doc.Statements.Columns = names(statementColumns(w.lang))
	w.doc.Sources.Columns = names(sourceColumns(w.data, w.lang))
	for i := range w.doc.Sections {
		w.finishSection(&w.doc.Sections[i])
	}
	w.bibliography()
	return w.doc
}

func (w *writer) finishSection(s *Section) {
	if c := s.Conflict; c != nil {
		s.Heading, s.Lines, s.Figures = "! "+c.Name.In(w.lang), []string{c.Reason.In(w.lang)}, w.conflictFigures(c)
	}
	if list := s.Figures.List; len(list) > 0 {
		s.Table = w.table(list, s.Figures.fields...)
		if s.Figures.Gauges > 0 {
			s.Table = w.withGauges(s.Table, list, s.Figures.Gauges)
		}
		if s.Figures.gaps {
			s.Table = w.withGaps(s.Table, list)
		}
	}
	for _, said := range s.Statements {
		n := w.statementNote(said)
		if s.Speakers {
			n.Lines[0] = w.text.Speaker(said.Person) + w.text.Say.Comma + n.Lines[0]
		}
		s.Notes = append(s.Notes, n)
	}
	if s.of != nil {
		w.use(s.of)
		if s.of.Conflict != nil {
			s.Aside += w.differs
		}
	}
	if s.said != nil {
		s.Lines[0] += " " + w.say(s.said)
	}
	for _, src := range s.cites {
		w.mark(src)
	}
}

// mark returns the number of a source in the bibliography: "[1]".
func (w *writer) mark(s *model.Source) string {
	m, ok := w.marks[s]
	if !ok {
		w.cited = append(w.cited, s)
		m = "[" + strconv.Itoa(len(w.cited)) + "]"
		w.marks[s] = m
	}
	return m
}

// use makes a figure one of the document's, and returns its source's mark.
func (w *writer) use(f *model.Figure) string {
	if !w.figures[f] {
		if w.figures == nil {
			w.figures = map[*model.Figure]bool{}
		}
		w.figures[f] = true
		w.doc.Figures.Rows = append(w.doc.Figures.Rows, row(w.figureColumns, f))
	}
	return w.mark(f.Source)
}

// say makes a statement one of the document's, and returns its source's mark.
func (w *writer) say(s *model.Statement) string {
	if !w.spoken[s] {
		if w.spoken == nil {
			w.spoken = map[*model.Statement]bool{}
		}
		w.spoken[s] = true
		w.doc.Statements.Rows = append(w.doc.Statements.Rows, row(statementColumns(w.lang), s))
	}
	return w.mark(s.Source)
}

// bibliography ends the document with the sources it rests on, by number.
func (w *writer) bibliography() {
	s := Section{Heading: w.text.Views[place.Sources], Level: 1}
	columns := sourceColumns(w.data, w.lang)
	for _, src := range w.cited {
		s.Notes = append(s.Notes, w.sourceNote(w.marks[src], src))
		w.doc.Sources.Rows = append(w.doc.Sources.Rows, row(columns, src))
	}
	if w.at.Card != place.BasketCard { // each has its citation
		w.add(s)
	}
}

func (w *writer) sourceNote(label string, s *model.Source) Note {
	n := Note{
		Label: label, Lines: []string{s.Publisher.In(w.lang) + w.text.Say.Comma + w.text.Date(s.Date)}, URL: s.URL,
		To: place.Place{View: place.Sources, Item: s.ID},
	}
	n.Lines = append(n.Lines, w.text.Title(s)...)
	if s.URL == "" {
		n.Lines = append(n.Lines, w.text.Grade[s.Grade])
	}
	return n
}

// value words a figure's value, and says if another contradicts it.
func (w *writer) value(f *model.Figure) string {
	if f.Conflict != nil {
		return w.text.Value(f) + w.differs
	}
	return w.text.Value(f)
}

// Gauge is a figure on a scale from 0 to top: what its words claim, and a mark
// for what each figure of its conflict says that can be compared with it; false
// and a bare track if no number is stated.
func Gauge(f *model.Figure, top float64) (chart.Gauge, bool) {
	g := chart.Gauge{Max: top}
	c, ok := f.Value.Claim()
	if !ok {
		return g, false
	}
	g.Claim = chart.Claim(c)
	if f.Conflict == nil {
		return g, true
	}
	for _, other := range f.Conflict.Figures {
		if v, ok := other.Value.Magnitude(); ok && comparable(f, other) {
			g.Marks = append(g.Marks, v)
		}
	}
	return g, true
}

// comparable reports whether two figures can stand on one scale: for the same
// indicator and period, or as shares of the same territory, which are what
// conflicts between indicators and periods are about.
func comparable(a, b *model.Figure) bool {
	i, j := a.Indicator, b.Indicator
	return i == j && a.Period == b.Period || i.Kind == model.Share && j.Kind == model.Share && i.Scope == j.Scope
}

// field is a column of a table of figures.
type field struct {
	title string
	right bool
	of    func(*model.Figure) string
}

// The columns tables of figures are put together from.

func (w *writer) clusterField() field {
	return field{w.text.Head.Cluster, false, func(f *model.Figure) string { return f.Indicator.Cluster.Name.In(w.lang) }}
}

func (w *writer) nameField() field {
	return field{w.text.Head.Indicator, false, func(f *model.Figure) string { return w.text.Name(f.Indicator) }}
}

// fullNameField is for tables in which levels and shares stand together.
func (w *writer) fullNameField() field {
	return field{w.text.Head.Indicator, false, func(f *model.Figure) string { return w.text.FullName(f.Indicator) }}
}

func (w *writer) valueField() field { return field{w.text.Head.Value, true, w.value} }

func (w *writer) rankField() field { return field{w.text.Head.Rank, true, w.text.RankBeside} }

func (w *writer) periodField() field {
	return field{w.text.Head.Period, false, func(f *model.Figure) string { return w.text.Period(f.Period) }}
}

func (w *writer) sourceField() field { return field{w.text.Head.Source, false, w.use} }

// publisherField names the source beside its mark, where sources are what the
// reader compares.
func (w *writer) publisherField() field {
	return field{w.text.Head.Source, false, func(f *model.Figure) string {
		return w.use(f) + " " + f.Source.Publisher.In(w.lang)
	}}
}

// table returns figures as a table, without the columns that have nothing to
// say about any of them.
func (w *writer) table(figures []*model.Figure, fields ...field) Table {
	t := Table{Rows: make([][]string, len(figures)), To: make([]place.Place, len(figures))}
	for i, f := range figures {
		t.To[i] = w.cardOf(f)
	}
	for _, c := range fields {
		cells, some := make([]string, len(figures)), false
		for i, f := range figures {
			cells[i] = c.of(f)
			some = some || cells[i] != ""
		}
		if !some {
			continue
		}
		t.Columns = append(t.Columns, Column{c.title, c.right})
		for i, cell := range cells {
			t.Rows[i] = append(t.Rows[i], cell)
		}
	}
	return t
}

// cardOf is where a figure's card is.
func (w *writer) cardOf(f *model.Figure) place.Place {
	at := nav.PlaceOf(w.data, model.Found{Kind: model.FoundFigure, ID: f.ID})
	at.Card = place.SourceCard
	return at
}

// withGauges gives a table of figures gauges on a common scale, before the
// column with their values.
func (w *writer) withGauges(t Table, figures []*model.Figure, top float64) Table {
	for i, c := range t.Columns {
		if c.Title == w.text.Head.Value {
			t.GaugeAt = i
		}
	}
	for _, f := range figures {
		var drawn *chart.Gauge
		if g, ok := Gauge(f, top); ok {
			drawn = &g
		}
		t.Gauges = append(t.Gauges, drawn)
	}
	return t
}

// ordinary are the columns of most tables of figures.
func (w *writer) ordinary() []field {
	return []field{w.nameField(), w.valueField(), w.rankField(), w.periodField(), w.sourceField()}
}

// fullyNamed are those where levels and shares stand together.
func (w *writer) fullyNamed() []field {
	return []field{w.fullNameField(), w.valueField(), w.rankField(), w.periodField(), w.sourceField()}
}
