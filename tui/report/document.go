// Package report is the dashboard for pipes, scripts and screen readers: the
// same places as text, Markdown, CSV and JSON, and the lists, citations and
// checks of the command line.
//
// A [Document] is values; encoders print them. Nothing here knows of a
// terminal, and no output holds an escape sequence.
package report

import (
	"anhui-tui/model"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Document is a place in a form that every encoder can print.
type Document struct {
	Title         string
	Place         place.Place
	Lang          model.Lang
	Version, AsOf string // of the dataset

	// Sections are what a reader reads, in the language asked for.
	Sections []Section

	// Records are what a program reads: everything the sections rest on.
	// Conflicts and Audit are empty but where the place is about them.
	Figures, Statements, Sources, Conflicts, Audit Records
}

// Section is a part of a document under one heading, any of its parts empty.
type Section struct {
	Heading string
	Level   int      // 1, or 2 for a part of the section before
	Lines   []string // paragraphs
	Notes   []Note
	Table   Table
}

// Note is a labelled text: a line of a card, a statement, a source.
type Note struct {
	Label string
	Lines []string
	URL   string      // "" if there is none
	To    place.Place // where there is more on it; the zero place if nowhere
}

// Table is rows under columns.
type Table struct {
	Columns []Column
	Rows    [][]string
	// To is where there is more on each row, the zero place if nowhere. Empty
	// if no row leads anywhere.
	To []place.Place
	// Gauges are drawn before the column GaugeAt, one a row; a row whose
	// figure states no number has nil. Empty if the table has none.
	Gauges  []*chart.Gauge
	GaugeAt int
}

// Column is a column of a table.
type Column struct {
	Title string
	Right bool // numbers stand at the right
}

// Of returns the document of a place: all of the view if the place names no
// item, else that item. If the source card is open, it is what the card says.
// The place must be one that [Check] accepts; what is not there is left out.
func Of(data *model.Dataset, at place.Place, lang model.Lang) Document {
	w := newWriter(data, at, text.For(lang))
	if at.Card != place.SourceCard || !w.card() {
		w.view()
	}
	if at.Card == place.HelpCard {
		w.legend()
	}
	w.bibliography()
	return w.doc
}

func newWriter(data *model.Dataset, at place.Place, t *text.Texts) *writer {
	w := &writer{
		data: data, at: at, text: t, lang: t.Lang, differs: " !", marks: map[*model.Source]string{},
		doc: Document{Place: at, Lang: t.Lang, Version: data.Version, AsOf: data.AsOf},
	}
	w.doc.Title = w.title()
	w.figureColumns = figureColumns(t.Lang)
	w.doc.Figures.Columns = names(w.figureColumns)
	w.doc.Statements.Columns = names(statementColumns(t.Lang))
	w.doc.Sources.Columns = names(sourceColumns(data, t.Lang))
	return w
}

func (w *writer) view() {
	switch w.at.View {
	case place.Overview:
		w.overview()
	case place.Clusters:
		w.clusters()
	case place.Shares:
		w.shares()
	case place.Trends:
		w.trends()
	case place.Voices:
		w.voices()
	case place.Sources:
		w.sources()
	}
	if len(w.doc.Sections) == 0 {
		w.add(Section{Lines: []string{w.text.Say.NothingHere}})
	}
}

// title is the view's title and the name of the item, if there is one.
func (w *writer) title() string {
	title := w.data.Heading.In(w.lang)
	if w.lang == model.ZH {
		title = w.data.Home.Name.ZH + title
	}
	title += " · " + w.text.Views[w.at.View]
	if name := Name(w.data, w.at, w.text); name != "" {
		title += " · " + name
	}
	return title
}

// Name is what the item of a place is called, or the conflict under the cursor;
// "" if there is none.
func Name(d *model.Dataset, at place.Place, t *text.Texts) string {
	switch id := at.Item; {
	case id == "":
		return ""
	case at.View == place.Sources && id == nav.AuditItem:
		return t.Head.Audit
	case at.View == place.Sources && id == nav.ConflictsItem && d.Conflict(at.Sub) != nil:
		return d.Conflict(at.Sub).Name.In(t.Lang)
	case at.View == place.Sources && id == nav.ConflictsItem:
		return t.Head.Conflicts
	case at.View == place.Voices && d.Person(id) != nil:
		return t.Speaker(d.Person(id))
	case at.View == place.Trends && d.Indicator(id) != nil:
		return t.FullName(d.Indicator(id))
	case at.View == place.Sources && d.Source(id) != nil:
		return d.Source(id).Publisher.In(t.Lang)
	case d.Cluster(id) != nil:
		return d.Cluster(id).Name.In(t.Lang)
	case d.Figure(id) != nil:
		return t.FullName(d.Figure(id).Indicator)
	}
	return ""
}

// legend says how gauges and marks are to be read.
func (w *writer) legend() {
	w.add(Section{Heading: w.text.Head.Reading, Level: 1, Lines: w.text.Legend()})
}
