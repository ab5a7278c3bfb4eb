package report

import (
	"io"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Spoken returns the document of a place for those who hear it line by line,
// with where its numbers lead: what [Of] says, worded in words and without
// gauges, and with a number before everything there is more on. Where a view
// as a whole would be all of its items in full, it is a list of them.
func Spoken(data *model.Dataset, at place.Place, lang model.Lang) (Document, []place.Place) {
	w := newWriter(data, at, text.ForSpeech(lang))
	w.differs = w.text.Dialogue.Differ
	switch {
	case at.Card == place.BasketCard:
		w.kept()
	case at.Card == place.SourceCard && w.card():
	case at.Item == "" && w.index():
	default:
		w.view()
	}
	return w.finish().numbered()
}

// WriteSpoken prints it, in ASCII as far as the texts themselves are.
func WriteSpoken(out io.Writer, d Document) error { return Write(out, d, Text, true) }

// index adds the list of the view's items, if there is one.
func (w *writer) index() bool {
	index := views[w.at.View].index
	if index != nil {
		index(w)
	}
	return index != nil
}

// list adds a view's items as a section.
func (w *writer) list(t Table) {
	w.add(Section{Level: 1, Heading: w.text.Views[w.at.View], Table: t})
}

func (w *writer) clusterIndex() {
	if w.at.Filter != "" { // which narrows their figures
		w.clusters()
		return
	}
	var t Table
	for _, c := range w.data.Clusters {
		t.add(place.Place{View: place.Clusters, Item: c.ID}, c.Name.In(w.lang))
	}
	w.list(t)
}

func (w *writer) trendIndex() {
	var t Table
	for _, i := range nav.Trends(w.data, w.at, w.lang) {
		latest := w.data.Latest(i)
		t.add(place.Place{View: place.Trends, Item: i.ID}, w.text.FullName(i), w.value(latest), w.text.Period(latest.Period))
	}
	w.list(t)
}

func (w *writer) voiceIndex() {
	var t Table
	topic := w.data.Cluster(w.at.Topic)
	for _, p := range nav.Speakers(w.data, w.at, w.lang) {
		to := place.Place{View: place.Voices, Item: p.ID, Topic: w.at.Topic}
		t.add(to, w.text.Speaker(p), strconv.Itoa(len(w.data.StatementsBy(p, topic))))
	}
	w.list(t)
}

// sourceIndex is the pages about the dataset, then its sources.
func (w *writer) sourceIndex() {
	var t Table
	t.add(place.Place{View: place.Sources, Item: nav.AuditItem}, w.text.Head.Audit)
	t.add(place.Place{View: place.Sources, Item: nav.ConflictsItem}, w.text.Head.Conflicts)
	w.add(Section{Table: t})
	w.sourceList()
}

// shareIndex is the shares, then the other territories there are shares of.
func (w *writer) shareIndex() {
	w.shares()
	var t Table
	for _, scope := range w.data.Scopes {
		if scope != w.data.Scope(w.at.Scope) {
			t.add(nav.Canonical(w.data, place.Place{View: place.Shares, Scope: scope.ID}), w.text.SharesOf(scope))
		}
	}
	w.add(Section{Level: 1, Heading: w.text.Head.Shares, Table: t})
}

// add adds a row to a table whose columns have no titles.
func (t *Table) add(to place.Place, cells ...string) {
	t.Rows, t.To = append(t.Rows, cells), append(t.To, to)
	t.Columns = make([]Column, len(cells))
}

// numbered takes the gauges out and puts numbers before what leads somewhere.
func (d Document) numbered() (Document, []place.Place) {
	var to []place.Place
	number := func(at place.Place) string {
		if at == (place.Place{}) || at == d.Place {
			return ""
		}
		to = append(to, at)
		return strconv.Itoa(len(to))
	}
	for i := range d.Sections {
		s := &d.Sections[i]
		s.Table.Gauges = nil
		numbers := make([]string, len(s.Table.To))
		some := false
		for row, at := range s.Table.To {
			numbers[row] = number(at)
			some = some || numbers[row] != ""
		}
		if some {
			s.Table = s.Table.withFirst(numbers)
		}
		for j := range s.Notes {
			n := &s.Notes[j]
			n.Label = join(number(n.To), n.Label)
		}
	}
	return d, to
}

// withFirst puts a column before the others.
func (t Table) withFirst(cells []string) Table {
	t.Columns = append([]Column{{"", true}}, t.Columns...)
	for i := range t.Rows {
		t.Rows[i] = append([]string{cells[i]}, t.Rows[i]...)
	}
	return t
}

func join(number, label string) string {
	if number == "" || label == "" {
		return number + label
	}
	return number + "  " + label
}
