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

// Section is a part of a document under one heading, any of its parts empty. What
// it says is said here once; the screen, text, Markdown and the dialogue draw it
// each in their way.
type Section struct {
	Heading string
	Aside   string    // beside the heading: a value, a date
	Level   int       // 1, or 2 for a part of the section before
	Hue     model.Hue // of the cluster it is about; 0 for none
	Lines   []string  // paragraphs
	URL     string    // where the section is read, "" if nowhere
	Notes   []Note
	Table   Table

	// Figures, Statements and Conflict are rows of the dataset. For encoders they
	// become the table, notes, and both, when the document is finished.
	Figures    Figures
	Statements []*model.Statement
	Speakers   bool // the statements are of several people
	Conflict   *model.Conflict
	Beside     *model.Figure // the figure of the conflict that was told before

	// What the section is about beside its rows.
	of    *model.Figure
	said  *model.Statement
	cites []*model.Source
}

// Figures is a table of figures, a row each.
type Figures struct {
	List   []*model.Figure
	Gauges float64 // the end of the scale gauges are drawn on; 0 for none
	Years  bool    // they are of one indicator, a year each, which names them
	fields []field
	gaps   bool // with a row for each year that is left out
	Short  bool // under the name of the place they are of, so that theirs are without it
	// Pairs are those of two places that are compared, whose first figures the list
	// has; empty for other lists.
	Pairs []model.Pair
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
// item, else that item, or of it the figure, statement or conflict that the place
// names. If the source card is open, it is what the card says; if that of the
// figures kept is, their hand-out.
// The place must be one that [nav.Check] accepts; what is not there is left out.
func Of(data *model.Dataset, at place.Place, lang model.Lang) Document {
	w := newWriter(data, at, text.For(lang))
	switch {
	case at.Card == place.BasketCard:
		w.kept()
	case at.Card != place.SourceCard || !w.card():
		w.view()
	}
	if at.Card == place.HelpCard {
		w.legend()
	}
	return w.finish()
}

// Detail returns the sections of the item a place names; none if there is no such
// item.
func Detail(data *model.Dataset, at place.Place, t *text.Texts) []Section {
	w := newWriter(data, at, t)
	w.compose()
	return w.doc.Sections
}

// Card returns the sections of the source card at a place; none if there is nothing
// it can tell of.
func Card(data *model.Dataset, at place.Place, t *text.Texts) []Section {
	w := newWriter(data, at, t)
	w.card()
	return w.doc.Sections
}

func newWriter(data *model.Dataset, at place.Place, t *text.Texts) *writer {
	return &writer{
		data: data, at: at, text: t, lang: t.Lang, differs: " !",
		doc: Document{Place: at, Lang: t.Lang, Version: data.Version, AsOf: data.AsOf},
	}
}

// view adds the sections of the place's view, of the item it names, or of what it
// names of that.
func (w *writer) view() {
	w.alone = w.at.Sub != ""
	w.compose()
	if only := w.only(); len(only) > 0 {
		w.doc.Sections = only
		if c := w.data.Conflict(w.at.Sub); c != nil && len(w.doc.Conflicts.Rows) > 0 {
			w.doc.Conflicts.Rows = [][]any{row(conflictColumns(w.lang), c)}
		}
	}
	if len(w.doc.Sections) == 0 {
		w.add(Section{Lines: []string{w.nothing()}})
	}
}

// nothing says that there is nothing or, of what is narrowed, by which words, and what
// is near.
func (w *writer) nothing() string {
	var near []model.Near
	if w.at.Filter != "" {
		near = nav.Near(w.data, w.at, w.lang)
	}
	return w.text.Nothing(w.at.Filter, near)
}

// compose adds the sections of the place's view, or of the item it names.
func (w *writer) compose() { views[w.at.View].document(w) }

// only returns of the sections what the place names of its item; none if it names
// nothing, or what no section has.
func (w *writer) only() []Section {
	var only []Section
	is := func(f *model.Figure) bool { return f != nil && f.ID == w.at.Sub }
	for _, s := range w.doc.Sections {
		named := s
		named.Figures.List, named.Figures.Pairs, named.Statements, named.Conflict = nil, nil, nil, nil
		for n, f := range s.Figures.List {
			switch pairs := s.Figures.Pairs; {
			case len(pairs) > 0 && (is(pairs[n][0]) || is(pairs[n][1])):
				named.Figures.Pairs = append(named.Figures.Pairs, pairs[n])
				named.Figures.List = append(named.Figures.List, f)
			case len(pairs) == 0 && is(f):
				named.Figures.List = append(named.Figures.List, f)
			}
		}
		for _, said := range s.Statements {
			if said.ID == w.at.Sub {
				named.Statements = append(named.Statements, said)
			}
		}
		if s.Conflict != nil && s.Conflict.ID == w.at.Sub {
			named.Conflict = s.Conflict
		}
		if len(named.Figures.List)+len(named.Statements) > 0 || named.Conflict != nil {
			named.Level = 1
			only = append(only, named)
		}
	}
	return only
}

// view is what is said of a view, and the list of its items for those who hear it;
// nil if the document is as short.
type view struct{ document, index func(*writer) }

//nolint:gochecknoglobals // a table of functions
var views = [place.ViewCount]view{
	place.Overview: {document: (*writer).overview},
	place.Clusters: {document: (*writer).clusters, index: (*writer).clusterIndex},
	place.Shares:   {document: (*writer).shares, index: (*writer).shareIndex},
	place.Trends:   {document: (*writer).trends, index: (*writer).trendIndex},
	place.Cities:   {document: (*writer).cities, index: (*writer).cityIndex},
	place.Voices:   {document: (*writer).voices, index: (*writer).voiceIndex},
	place.Sources:  {document: (*writer).sources, index: (*writer).sourceIndex},
}

// title is the view's title, the name of the item and the topic, if there is one.
func (w *writer) title() string {
	title := w.data.Heading.In(w.lang)
	if w.lang == model.ZH {
		title = w.data.Home.Name.ZH + title
	}
	if w.at.Card == place.BasketCard {
		return title + " · " + w.text.Head.Figures
	}
	title += " · " + w.text.Views[w.at.View]
	if name := nav.Name(w.data, w.at, w.text); name != "" {
		title += " · " + name
	}
	if topic := w.data.Cluster(w.at.Topic); topic != nil && nav.Has(w.at.View, nav.Topic) {
		title += " · " + w.text.Head.Topics + topic.Name.In(w.lang)
	}
	return title
}

// legend says how gauges and marks are to be read.
func (w *writer) legend() {
	w.add(Section{Heading: w.text.Head.Reading, Level: 1, Lines: w.text.Legend()})
}
