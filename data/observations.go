package data

import (
	"slices"
	"strings"
	"unicode/utf8"

	"anhui-tui/model"
)

const observationColumns = "id,indicator,period,qualifier,value,lower,upper,rank,as_printed,rank_as_printed,status," +
	"derived_from,method_en,method_zh,said_by,source,locator,lead,conflict,note_en,note_zh,since"

// maxPrinted is the length of the longest words as printed, in characters: a
// number and a few words, never a sentence.
const maxPrinted = 80

type observationRow struct {
	*model.Figure
	indicator, saidBy, source, conflict string
	derivedFrom                         []string
}

func readObservation(r *record) observationRow {
	o := observationRow{Figure: &model.Figure{ID: r.id()}, indicator: r.required()}
	o.Period = r.period()
	o.Value = r.value()
	o.Rank = r.position(maxPosition)
	o.AsPrinted, o.RankAsPrinted = r.printed(), r.printed()
	o.Status = r.status()
	o.derivedFrom = r.list()
	o.Method = r.optionalText()
	o.saidBy, o.source, o.Locator = r.optional(), r.required(), r.optional()
	o.Lead = r.boolean()
	o.conflict = r.optional()
	o.Note = r.optionalText()
	o.Since = r.version()
	if r.well() {
		checkPrinted(r, o)
		checkTarget(r, o)
		checkExplained(r, o)
	}
	return o
}

func (r *record) period() model.Period {
	s := r.required()
	if s == "" {
		return model.Period{}
	}
	p, err := model.ParsePeriod(s)
	if err != nil {
		r.wrong("%v", err)
	}
	return p
}

// value takes the cells of the qualifier and the three numbers. Numbers that do
// not fit are a fault of the qualifier, as only the source tells which of the
// cells is wrong.
func (r *record) value() model.Value {
	before := r.faulty
	s := r.required()
	q, ok := model.ParseQualifier(s)
	if s != "" && !ok {
		unknown(r, s, model.Qualifiers())
	}
	value, lower, upper := r.decimal(), r.decimal(), r.decimal()
	if r.faulty != before {
		return model.Value{}
	}
	v, err := model.NewValue(q, value, lower, upper)
	if err != nil {
		r.fault("qualifier", "%v", err)
	}
	return v
}

// printed takes a cell with the words of the source for a number.
func (r *record) printed() string {
	s := r.optional()
	if !r.trusted && utf8.RuneCountInString(s) > maxPrinted {
		r.wrong("%s is longer than %d characters; keep the number and a few words, never a sentence", r.column(), maxPrinted)
	}
	return s
}

func (r *record) status() model.Status {
	letters := r.optional()
	s, ok := model.ParseStatus(letters)
	if !ok {
		r.wrong("status %s is not made of the letters b d e f i m n p u, each once, in this order", quote(letters))
	}
	return s
}

// checkPrinted checks that numbers and ranks have the words of the source.
func checkPrinted(r *record, o observationRow) {
	q := o.Value.Qualifier()
	rankOnly := q == model.RankOnly
	switch {
	case rankOnly && o.Rank == 0:
		r.fault("rank", "rank-only needs a rank")
	case o.Rank == 0 && o.RankAsPrinted != "":
		r.fault("rank_as_printed", "rank_as_printed without a rank")
	case o.Rank > 0 && o.RankAsPrinted == "" && (!rankOnly || o.AsPrinted == ""):
		r.fault("rank_as_printed", "rank %d needs rank_as_printed: the source's words for it", o.Rank)
	}
	if o.AsPrinted == "" && !rankOnly && q != model.NotStated && len(o.derivedFrom) == 0 {
		r.fault("as_printed", "as_printed is empty; give the number as the source prints it, or derived_from")
	}
}

// checkTarget checks that targets, and no other figures, have the status f.
func checkTarget(r *record, o observationRow) {
	target := o.Value.Qualifier() == model.Target
	forecast := strings.Contains(string(o.Status), "f")
	switch {
	case target && !forecast:
		r.fault("status", "a target has the status letter f")
	case forecast && !target:
		r.fault("status", "status f is for the qualifier target, not %s", o.Value.Qualifier())
	}
}

// checkExplained checks that derived figures have a method, and figures with
// the status i a note.
func checkExplained(r *record, o observationRow) {
	switch {
	case len(o.derivedFrom) > 0 && o.Method == model.Text{}:
		r.fault("method_en", "derived_from needs a method: how the figure was computed")
	case len(o.derivedFrom) == 0 && o.Method != model.Text{}:
		r.fault("method_en", "method without derived_from")
	case slices.Contains(o.derivedFrom, o.ID):
		r.fault("derived_from", "figure is derived from itself")
	}
	if strings.Contains(string(o.Status), "i") && o.Note == (model.Text{}) {
		r.fault("note_en", "status i says to see the note; there is none")
	}
}
