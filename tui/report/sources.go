package report

import (
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
	for _, s := range w.data.Sources {
		t.Rows = append(t.Rows, []string{
			s.Publisher.In(w.lang), w.text.Date(s.Date), string(s.Grade), strconv.Itoa(len(w.data.FiguresFrom(s))), s.ID,
		})
		t.To = append(t.To, place.Place{View: place.Sources, Item: s.ID})
		w.doc.Sources.Rows = append(w.doc.Sources.Rows, row(columns, s))
	}
	w.add(Section{Heading: w.text.Views[place.Sources], Level: 1, Table: t})
}

func (w *writer) source(src *model.Source) {
	w.mark(src)
	w.add(Section{
		Heading: src.Publisher.In(w.lang), Level: 1, Lines: []string{w.text.Grade[src.Grade]},
		Notes: []Note{
			{Label: w.text.Card.Title, Lines: []string{src.Title}},
			{Label: w.text.Report.Day, Lines: []string{w.text.Date(src.Date)}},
		},
	})
	printed := field{strings.ToUpper(w.text.Card.Printed), false, func(f *model.Figure) string {
		w.use(f)
		return f.AsPrinted
	}}
	w.add(Section{Heading: w.text.Head.Figures, Level: 2, Table: w.table(
		w.data.FiguresFrom(src), w.fullNameField(), w.valueField(), w.rankField(), w.periodField(), printed,
	)})
	from := slices.DeleteFunc(slices.Clone(w.data.Statements), func(s *model.Statement) bool { return s.Source != src })
	w.add(Section{Heading: w.text.Head.Statements, Level: 2, Notes: w.statementNotes(from)})
}

func (w *writer) conflicts() {
	w.doc.Conflicts.Columns = names(conflictColumns(w.lang))
	for _, c := range w.data.Conflicts {
		w.add(w.conflict(c, 1))
		w.doc.Conflicts.Rows = append(w.doc.Conflicts.Rows, row(conflictColumns(w.lang), c))
	}
}

// conflict is the figures that differ, and why one of them leads.
func (w *writer) conflict(c *model.Conflict, level int) Section {
	lead := field{"", false, func(f *model.Figure) string {
		if f == c.Lead {
			return w.text.Say.Leads
		}
		return ""
	}}
	value := field{w.text.Head.Value, true, w.text.Value}
	return Section{
		Heading: "! " + c.Name.In(w.lang), Level: level, Lines: []string{c.Reason.In(w.lang)},
		Table: w.table(c.Figures, lead, w.fullNameField(), value, w.periodField(), w.publisherField()),
	}
}

// audit is what the dataset rests on, counted from its rows.
func (w *writer) audit() {
	s := Section{Heading: w.text.Head.Audit, Level: 1}
	w.doc.Audit.Columns = []string{"id", "value"}
	for _, c := range AuditCounts(w.data.Audit(), w.text) {
		s.Table.Rows = append(s.Table.Rows, []string{c.Label, c.Text()})
		w.doc.Audit.Rows = append(w.doc.Audit.Rows, []any{c.id, c.value})
	}
	s.Table.Columns = []Column{{strings.ToUpper(w.text.Head.Figures), false}, {w.text.Head.Value, true}}
	s.Lines = []string{w.text.Say.AuditLine}
	w.add(s)
}
