package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"anhui-tui/model"
	"anhui-tui/model/runes"
)

// Format is a form of output.
type Format string

// The formats.
const (
	Text     Format = "text"
	Markdown Format = "md"
	CSV      Format = "csv"
	JSON     Format = "json"
)

// TSV is what is copied to be pasted into a spreadsheet: the main columns of CSV, with
// tabs between them.
const TSV Format = "tsv"

// Formats returns the formats of everything that is printed.
func Formats() []Format { return []Format{Text, Markdown, CSV, JSON} }

// Printable is what can be printed in every format: a [Document], a [List] or
// [Findings].
type Printable interface {
	writeText(w *bytes.Buffer, s style)
	writeMarkdown(w *bytes.Buffer)
	// rows are the records for CSV, which has one kind of row.
	rows() Records
	// object is what JSON prints.
	object() any
}

// Write prints p in one piece. With ascii, text is drawn and worded in ASCII
// as far as the texts themselves are.
func Write(w io.Writer, p Printable, format Format, ascii bool) error {
	var b bytes.Buffer
	var err error
	switch format {
	case Markdown:
		p.writeMarkdown(&b)
	case CSV:
		err = writeRows(&b, ',', p.rows())
	case TSV:
		err = writeTSV(&b, p.rows().brief())
	case JSON:
		err = writeJSON(&b, p.object())
	case Text, Atom: // a feed is written by [WriteFeed]
		p.writeText(&b, newStyle(ascii))
	}
	if err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// rows are the conflicts or the counts of a place that is about them, else its
// figures; of one without any, its statements or sources.
func (d Document) rows() Records {
	r := d.Figures
	switch {
	case len(d.Conflicts.Rows) > 0:
		r = d.Conflicts
	case len(d.Audit.Rows) > 0:
		r = d.Audit
	case len(d.Figures.Rows) > 0:
	case len(d.Statements.Rows) > 0:
		r = d.Statements
	case len(d.Sources.Rows) > 0:
		r = d.Sources
	}
	return r.stamped(d.Version, d.AsOf)
}

func (d Document) object() any {
	o := object{
		{"link", d.Place.Link()},
		{"view", d.Place.View.String()},
		{"title", d.Title},
		{"lang", d.Lang.String()},
		{"as_of", d.AsOf},
		{"dataset_version", d.Version},
		{"figures", d.Figures.objects()},
		{"statements", d.Statements.objects()},
		{"sources", d.Sources.objects()},
	}
	if d.Conflicts.Columns != nil {
		o = append(o, member{"conflicts", d.Conflicts.objects()})
	}
	if d.Audit.Columns != nil {
		counts := make(object, 0, len(d.Audit.Rows))
		for _, values := range d.Audit.Rows {
			counts = append(counts, member{plain(values[2]), values[1]})
		}
		o = append(o, member{"audit", counts})
	}
	return o
}

func (l List) rows() Records { return l.Records }

func (l List) object() any { return l.Records.objects() }

// object is a JSON object that keeps the order of its members.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON implements [json.Marshaler].
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := encoder.Encode(m.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := encoder.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// objects are the records as JSON objects, in an array even if there is none.
func (r Records) objects() []object {
	all := make([]object, 0, len(r.Rows))
	for _, values := range r.Rows {
		o := make(object, 0, len(values))
		for i, v := range values {
			o = append(o, member{r.Columns[i], v})
		}
		all = append(all, o)
	}
	return all
}

func writeJSON(b *bytes.Buffer, v any) error {
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

// phrases are texts with spaces; a cell has semicolons between them.
type phrases []string

// plain is a value as a cell.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		return strings.Join(v, " ")
	case phrases:
		return strings.Join(v, "; ")
	case model.Period:
		return v.String()
	}
	return ""
}

// writeTSV writes the records with each text on one line and without a tab in it.
func writeTSV(b *bytes.Buffer, r Records) error {
	lines := Records{Columns: r.Columns}
	for _, values := range r.Rows {
		values = slices.Clone(values)
		for i, v := range values {
			if s, isText := v.(string); isText {
				values[i] = cellOf(s)
			}
		}
		lines.Rows = append(lines.Rows, values)
	}
	return writeRows(b, '\t', lines)
}

// writeRows writes the records as a spreadsheet reads them: what begins with a quotation
// mark goes on to the next one, over cells and lines, so a text that has any is put
// between two.
func writeRows(b *bytes.Buffer, comma rune, r Records) error {
	w := csv.NewWriter(b)
	w.Comma = comma
	if err := w.Write(r.Columns); err != nil {
		return err
	}
	for _, values := range r.Rows {
		if err := w.Write(cellsOf(values)); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// cellsOf are values as the cells of a spreadsheet.
func cellsOf(values []any) []string {
	cells := make([]string, len(values))
	for i, v := range values {
		cells[i] = plain(v)
		if _, isText := v.(string); isText {
			cells[i] = guarded(cells[i])
		}
	}
	return cells
}

// guarded puts an apostrophe before a text that a spreadsheet would take for
// a formula and carry out: one that begins with = or @, or with a sign that is
// not a number's. Whoever opens a CSV of another data package (--data) opens
// texts of strangers. Numbers, and texts such as "-5.2%", stay as they are.
func guarded(s string) string {
	if s == "" {
		return s
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch runes.Narrow(first) { // some take the full-width signs too
	case '=', '@':
		return "'" + s
	case '+', '-':
		if strings.Trim(s[1:], "0123456789.,% ") != "" || first >= utf8.RuneSelf {
			return "'" + s
		}
	}
	return s
}
