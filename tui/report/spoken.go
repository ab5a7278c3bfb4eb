package report

import (
	"io"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Spoken returns the document of a place for those who hear it line by line,
// with where its numbers lead: what [Of] says, worded in words and without
// gauges, and with a number before everything there is more on. Where a view
// as a whole would be all of its items in full, it is a list of them.
func Spoken(data *model.Dataset, at place.Place, lang model.Lang) (Document, []place.Place) {
	w := newWriter(data, at, text.For(lang).Spoken())
	w.differs = w.text.Dialogue.Differ
	switch {
	case at.Card == place.SourceCard && w.card():
	case at.Item == "" && w.index():
	default:
		w.view()
	}
	w.bibliography()
	return w.doc.numbered()
}

// WriteSpoken prints it, in ASCII as far as the texts themselves are.
func WriteSpoken(out io.Writer, d Document) error { return Write(out, d, Text, true) }

// UnderCursor returns the figures a place is about, if it is about any.
func UnderCursor(data *model.Dataset, at place.Place) []*model.Figure {
	if at.Sub == "" && at.Item == "" {
		return nil
	}
	return newWriter(data, at, text.For(model.EN)).underCursor()
}

// index lists the items of a view; false if the view itself says what there
// is.
func (w *writer) index() bool {
	s := Section{Level: 1, Heading: w.text.Views[w.at.View]}
	add := func(item string, cells ...string) {
		s.Table.Rows = append(s.Table.Rows, cells)
		s.Table.To = append(s.Table.To, place.Place{View: w.at.View, Item: item})
	}
	switch w.at.View {
	case place.Clusters:
		for _, c := range w.data.Clusters {
			add(c.ID, c.Name.In(w.lang))
		}
	case place.Trends:
		for _, i := range w.data.Trends() {
			latest := w.data.Latest(i)
			w.use(latest)
			add(i.ID, w.text.FullName(i), w.value(latest), w.text.Period(latest.Period))
		}
		w.cited = nil // they are named where the series are
	case place.Voices:
		topic := w.data.Cluster(w.at.Topic)
		for _, p := range w.data.People {
			if n := len(saidBy(w.data, p, topic)); n > 0 {
				add(p.ID, w.text.Speaker(p), strconv.Itoa(n))
			}
		}
	case place.Sources:
		add(auditItem, w.text.Head.Audit)
		add(conflictsItem, w.text.Head.Conflicts)
		w.plainColumns(&s)
		s.Heading = ""
		w.add(s)
		w.sourceList()
		return true
	case place.Shares:
		w.shares()
		s.Heading = w.text.Head.Shares
		for _, scope := range []model.Scope{"", model.World, model.Anhui} {
			if w.at.Scope != scope {
				s.Table.Rows = append(s.Table.Rows, []string{w.shareHead(scope)})
				s.Table.To = append(s.Table.To, place.Place{View: place.Shares, Scope: scope})
			}
		}
	default:
		return false
	}
	w.plainColumns(&s)
	w.add(s)
	return true
}

// plainColumns gives the table of a section columns without titles.
func (w *writer) plainColumns(s *Section) {
	if len(s.Table.Rows) > 0 {
		s.Table.Columns = make([]Column, len(s.Table.Rows[0]))
	}
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
