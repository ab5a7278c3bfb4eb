package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
)

// record is a row being decoded. Its methods take the cells one by one, in the
// order of the columns, so that the code for a table reads like its header. A
// faulty cell yields the zero value; its fault keeps the package from being
// used.
type record struct {
	table  *tableText
	faults *Faults
	number int // of the line
	line   string
	cells  []cell
	taken  int    // cells taken so far
	faulty uint64 // bit set of the columns with a fault
	known  string // the last valid version, which rows mostly share

	trusted bool // the package has been checked: cells are what they should be
}

// split splits the next line into cells, and reports whether it is well-formed.
func (r *record) split(l *lines) bool {
	cells, at, wrong := splitLine(l.line, r.cells[:0])
	r.number, r.line, r.cells, r.taken, r.faulty = l.number, l.line, cells, 0, 0
	if wrong != "" {
		l.fault(at, wrong)
	}
	return wrong == ""
}

// row splits the next line, and reports whether it has a cell for each column.
func (r *record) row(l *lines) bool {
	if !r.split(l) {
		return false
	}
	if len(r.cells) != len(r.table.columns) {
		l.fault(0, fmt.Sprintf("row has %d cells; the table has %d columns", len(r.cells), len(r.table.columns)))
		return false
	}
	return true
}

// fault adds a fault of the cell in the column, unless it has one already: the
// others would be its consequences.
func (r *record) fault(column, format string, args ...any) {
	i := slices.Index(r.table.columns, column)
	noted := r.faulty&(1<<i) != 0
	r.faulty |= 1 << i
	if noted || r.faults.full() {
		return
	}
	at := r.cells[i].at
	r.faults.add(Fault{r.table.file(), r.number, columnAt(r.line, at), column, fmt.Sprintf(format, args...)})
}

// well reports whether the row had no fault so far, and is to be checked further.
func (r *record) well() bool { return !r.trusted && r.faulty == 0 }

// wrong adds a fault of the cell taken last.
func (r *record) wrong(format string, args ...any) {
	r.fault(r.column(), format, args...)
}

// column returns the name of the column of the cell taken last.
func (r *record) column() string { return r.table.columns[r.taken-1] }

// spaced takes a cell that may begin or end with a space.
func (r *record) spaced() string {
	s := r.cells[r.taken].text
	r.taken++
	if s == "" || r.trusted {
		return s
	}
	bad := badCharacter(s)
	if bad == "" {
		if tag := html(s); tag != "" {
			bad = "HTML " + quote(tag) + "; cells hold plain text"
		}
	}
	if bad != "" {
		r.wrong("%s", bad)
		return ""
	}
	return s
}

// optional takes a cell that may be empty.
func (r *record) optional() string {
	s := r.spaced()
	if !r.trusted && strings.TrimSpace(s) != s {
		r.wrong("%s begins or ends with a space; remove it", quote(s))
	}
	return s
}

// required takes a cell that must not be empty.
func (r *record) required() string {
	s := r.optional()
	if s == "" {
		r.wrong("%s is empty; it is required", r.column())
	}
	return s
}

func (r *record) id() string {
	s := r.required()
	if s != "" && !r.trusted && !model.ValidID(s) {
		r.wrong("id %s is not lower-case words and numbers joined by hyphens, at most 60 characters", quote(s))
	}
	return s
}

// text takes two cells with a text in both languages.
func (r *record) text() model.Text {
	en := r.required()
	return model.Text{EN: en, ZH: r.required()}
}

// optionalText takes two cells with a text in both languages, or in neither.
func (r *record) optionalText() model.Text {
	en, columnEN := r.optional(), r.column()
	zh, columnZH := r.optional(), r.column()
	switch {
	case en == "" && zh != "":
		r.fault(columnEN, "%s is empty and %s is not; give both or none", columnEN, columnZH)
	case zh == "" && en != "":
		r.fault(columnZH, "%s is empty and %s is not; give both or none", columnZH, columnEN)
	}
	return model.Text{EN: en, ZH: zh}
}

// list takes a cell of ids separated by single spaces.
func (r *record) list() []string {
	s := r.optional()
	if s == "" {
		return nil
	}
	ids := strings.Split(s, " ")
	for i, id := range ids {
		switch {
		case id == "":
			r.wrong("ids are separated by one space")
		case slices.Contains(ids[:i], id):
			r.wrong("%s occurs twice", quote(id))
		}
	}
	return ids
}

func (r *record) decimal() model.Number {
	s := r.optional()
	if s == "" {
		return model.Number{}
	}
	if !validDecimal(s) {
		r.wrong("%s is not a plain decimal number: digits with a point, no separators, sign %% or unit, at most 20 characters", quote(s))
		return model.Number{}
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		r.wrong("%s: %v", quote(s), err)
	}
	return model.Num(v)
}

// maxPosition is the largest rank and headline position.
const maxPosition = 9999

// position takes a whole number from 1 to most; an empty cell is 0.
func (r *record) position(most int) int {
	s := r.optional()
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || !validDecimal(s) || n < 1 || n > most {
		r.wrong("%s %s is not a whole number from 1 to %d", r.column(), quote(s), most)
		return 0
	}
	return n
}

func (r *record) boolean() bool {
	return oneOf(r, "true", "false") == "true"
}

// oneOf takes a cell with one of the allowed words.
func oneOf[T ~string](r *record, allowed ...T) T {
	s := r.required()
	if slices.Contains(allowed, T(s)) {
		return T(s)
	}
	if s != "" {
		unknown(r, s, allowed)
	}
	return ""
}

// unknown adds the fault that s is not one of the allowed words.
func unknown[T any](r *record, s string, allowed []T) {
	var names []string
	if len(r.faults.List) < maxFaults {
		for _, a := range allowed {
			names = append(names, fmt.Sprint(a))
		}
	}
	r.wrong("unknown %s %s%s (one of: %s)", r.column(), quote(s), didYouMean(s, names), strings.Join(names, ", "))
}

// version takes a semantic version, or an empty cell.
func (r *record) version() string {
	s := r.optional()
	if s == "" || s == r.known || r.trusted {
		return s
	}
	if !model.ValidVersion(s) {
		r.wrong("%s %s is not a version of the form 1.2.3", r.column(), quote(s))
		return ""
	}
	r.known = s
	return s
}

// optionalDate takes a date of a year, month or day, or an empty cell.
func (r *record) optionalDate() string {
	s := r.optional()
	if s != "" && !r.trusted && !model.ValidDate(s) {
		r.wrong("%s is not a date of the form 2024, 2024-09 or 2024-09-18", quote(s))
	}
	return s
}
