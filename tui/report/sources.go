package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// sources is the self-audit, the conflicts, one source, or the list of all.
func (w *writer) sources() {
	switch src := w.data.Source(w.at.Item); {
	case w.at.Item == nav.AuditItem:
		w.audit()
	case w.at.Item == nav.ConflictsItem:
		w.conflicts()
	case src != nil:
		w.source(src)
	default:
		w.sourceList()
	}
}

func (w *writer) sourceList() {
	head, more := w.text.Head, w.text.Report
	t := Table{Columns: []Column{
		{head.Source, false}, {more.Date, false}, {more.Grade, false}, {strings.ToUpper(head.Figures), true}, {more.ID, false},
	}}
	columns := sourceColumns(w.data, w.lang)
	for _, s := range nav.Sources(w.data, w.at, w.lang) {
		t.Rows = append(t.Rows, []string{
			s.Publisher.In(w.lang), w.text.Date(s.Date), string(s.Grade), strconv.Itoa(len(w.data.FiguresFrom(s))), s.ID,
		})
		t.To = append(t.To, place.Place{View: place.Sources, Item: s.ID})
		w.doc.Sources.Rows = append(w.doc.Sources.Rows, row(columns, s))
	}
	w.add(Section{Heading: w.text.Views[place.Sources], Level: 1, Table: t})
}

func (w *writer) source(src *model.Source) {
	figures := nav.FiguresFrom(w.data, w.at, w.lang, src)
	lines := w.text.Title(src)
	if src.Authors != "" {
		lines = append(lines, w.text.Card.Authors+w.text.Say.Colon+src.Authors)
	}
	if src.Accessed != "" {
		lines = append(lines, w.text.Card.Accessed+w.text.Say.Colon+src.Accessed)
	}
	w.add(Section{
		Heading: src.Publisher.In(w.lang), Aside: w.text.Date(src.Date) + "  " + src.Language, Level: 1,
		Lines: lines, URL: src.URL, cites: []*model.Source{src},
	})
	w.add(Section{Lines: []string{w.text.Grade[src.Grade]}})
	printed := field{strings.ToUpper(w.text.Card.Printed), false, func(f *model.Figure) string {
		w.use(f)
		return f.AsPrinted
	}}
	head := w.text.Head.Figures
	if !w.alone { // else it is one of them
		head += fmt.Sprintf(w.text.Say.Brackets, strconv.Itoa(len(figures)))
	}
	w.add(Section{
		Heading: head, Level: 2,
		Figures: Figures{List: figures, fields: []field{w.fullNameField(), w.valueField(), w.rankField(), w.periodField(), printed}},
	})
	w.add(Section{Lines: w.termsFrom(src), Level: 2})
	from := slices.DeleteFunc(slices.Clone(w.data.Statements), func(s *model.Statement) bool { return s.Source != src })
	w.add(Section{Heading: w.text.Head.Statements, Level: 2, Statements: from, Speakers: true})
}

// termsFrom returns the terms of office of which a source states the beginning
// or the end, a line each.
func (w *writer) termsFrom(src *model.Source) []string {
	var lines []string
	for _, t := range w.data.Offices {
		if t.Source == src || t.UntilSource == src {
			lines = append(lines, w.text.Speaker(t.Person)+w.text.Say.Colon+w.text.Term(t, w.data.AsOf))
		}
	}
	return lines
}

func (w *writer) conflicts() {
	w.doc.Conflicts.Columns = names(conflictColumns(w.lang))
	w.doc.Sections = append(w.doc.Sections, Section{Heading: w.text.Head.Conflicts, Level: 1})
	for _, c := range w.data.Conflicts {
		w.add(Section{Level: 2, Conflict: c})
		w.doc.Conflicts.Rows = append(w.doc.Conflicts.Rows, row(conflictColumns(w.lang), c))
	}
}

// conflictFigures is the figures that differ, and which of them leads.
func (w *writer) conflictFigures(c *model.Conflict) Figures {
	lead := field{"", false, func(f *model.Figure) string {
		if f == c.Lead {
			return w.text.Say.Leads
		}
		return ""
	}}
	value := field{w.text.Head.Value, true, w.text.Value}
	return Figures{List: c.Figures, fields: []field{lead, w.fullNameField(), value, w.periodField(), w.publisherField()}}
}

// audit is what the dataset rests on, counted from its rows.
func (w *writer) audit() {
	s := Section{Heading: w.text.Head.Audit, Aside: w.data.Version, Level: 1}
	w.doc.Audit.Columns = []string{"name", "value", "id"}
	for _, c := range auditCounts(w.data.Audit(), w.text) {
		s.Table.Rows = append(s.Table.Rows, []string{c.Label, c.Text()})
		w.doc.Audit.Rows = append(w.doc.Audit.Rows, []any{c.Label, c.value, c.id})
	}
	s.Table.Rows = append(s.Table.Rows, []string{w.text.Audit.AsOf, w.data.AsOf})
	s.Table.Columns = []Column{{strings.ToUpper(w.text.Head.Figures), false}, {w.text.Head.Value, true}}
	w.add(s)
	w.add(Section{Level: 2, Lines: []string{w.text.Say.AuditLine}})
}
