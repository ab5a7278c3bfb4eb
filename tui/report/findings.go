package report

import (
	"bytes"
	"fmt"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/model/verify"
	"anhui-tui/tui/text"
)

// Findings say what of a source's items a text holds.
type Findings struct {
	Source *model.Source
	Lang   model.Lang
	List   []verify.Finding

	Version, AsOf string // of the dataset
}

// Missing is how many items the text does not hold.
func (f Findings) Missing() int {
	n := 0
	for _, finding := range f.List {
		if !finding.Held {
			n++
		}
	}
	return n
}

func (f Findings) document() (title string, s Section) {
	t := text.For(f.Lang)
	kinds := map[verify.Kind]string{
		verify.Number: t.Report.Number, verify.Rank: t.Report.Rank, verify.Date: t.Report.Day, verify.Name: t.Report.Name,
	}
	s.Table.Columns = make([]Column, 5)
	for _, finding := range f.List {
		held, where := t.Report.Held, ""
		if !finding.Held {
			held = t.Report.Missing
		}
		if finding.Line > 0 {
			where = fmt.Sprintf(t.Report.Line, finding.Line)
		}
		if finding.Nearest != "" {
			where = t.Report.Nearest + t.QuoteMarks(finding.Nearest) + t.Say.Comma + where
		}
		s.Table.Rows = append(s.Table.Rows, []string{held, kinds[finding.Kind], finding.Words[0], finding.ID, where})
	}
	return f.Source.ID + t.Say.Colon + fmt.Sprintf(t.Report.Verified, len(f.List)-f.Missing(), len(f.List)), s
}

func (f Findings) writeText(b *bytes.Buffer, s style) {
	title, section := f.document()
	fmt.Fprintf(b, "%s\n", s.clean(title))
	section.Table.writeBody(b, s, gap)
}

func (f Findings) writeMarkdown(b *bytes.Buffer) {
	title, section := f.document()
	fmt.Fprintf(b, "# %s\n", markdown(title))
	section.writeMarkdown(b, text.For(f.Lang).Say.Colon)
}

func (f Findings) rows() Records {
	kinds := [...]string{"figure", "rank", "date", "name"}
	r := Records{Columns: []string{"id", "kind", "words", "held", "as", "line", "nearest"}}
	for _, finding := range f.List {
		r.Rows = append(r.Rows, []any{
			finding.ID, kinds[finding.Kind], finding.Words[0], finding.Held, finding.As, positive(finding.Line), finding.Nearest,
		})
	}
	return r.stamped(f.Version, f.AsOf)
}

func (f Findings) object() any {
	return object{
		{"source", f.Source.ID},
		{"held", len(f.List) - f.Missing()},
		{"missing", f.Missing()},
		{"findings", f.rows().objects()},
	}
}

// String is the outcome in a few words.
func (f Findings) String() string {
	return strconv.Itoa(f.Missing()) + " of " + strconv.Itoa(len(f.List)) + " do not stand in the text"
}
