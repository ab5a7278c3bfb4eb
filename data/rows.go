package data

import (
	"net/url"
	"strconv"
	"strings"

	"anhui-tui/model"
)

// The columns of the tables in order; those of the observations are in
// observations.go.
const (
	sourceColumns     = "id,publisher_en,publisher_zh,title,gloss,date,url,grade,language,authors,accessed"
	placeColumns      = "id,name_en,name_zh,within,tile"
	scopeColumns      = "id,name_en,name_zh"
	unitColumns       = "id,name_en,name_zh,before_en,after_en,times_en,after_large_en,before_zh,after_zh,times_zh,after_large_zh"
	clusterColumns    = "id,name_en,name_zh,summary_en,summary_zh,size,share,hue"
	indicatorColumns  = "id,cluster,place,name_en,name_zh,definition_en,definition_zh,kind,unit,scope,denominator_en,denominator_zh,growth_of,headline,counterpart,breaks,short_en,short_zh"
	personColumns     = "id,name_en,name_zh"
	officeColumns     = "id,person,office_en,office_zh,from,until,source,until_source"
	statementColumns  = "id,person,date,office_en,office_zh,topics,speech,text_en,text_zh,source"
	conflictColumns   = "id,name_en,name_zh,lead,reason_en,reason_zh"
	correctionColumns = "id,version,date,figure,what,before,after,why_en,why_zh"
	tourColumns       = "id,link,caption_en,caption_zh"
)

// The units that the loader treats specially, by their ids.
const (
	percentUnit = "percent"
	rankUnit    = "rank"
	yearUnit    = "year"
)

// Rows that refer to other rows hold the ids until all tables are read.
type (
	placeRow struct {
		*model.Place
		within string
	}
	clusterRow struct {
		*model.Cluster
		size, share string
	}
	indicatorRow struct {
		*model.Indicator
		cluster, place, unit, scope, growthOf, counterpart string
	}
	termRow struct {
		*model.Term
		person, source, untilSource string
	}
	statementRow struct {
		*model.Statement
		person, source string
		topics         []string
	}
	conflictRow struct {
		*model.Conflict
		lead string
	}
)

func readSource(r *record) *model.Source {
	s := &model.Source{
		ID:        r.id(),
		Publisher: r.text(),
		Title:     r.required(),
		Gloss:     r.optional(),
		Date:      r.optionalDate(),
		URL:       r.optional(),
		Grade:     oneOf(r, model.GradeA, model.GradeB),
		Language:  oneOf(r, "en", "zh", "de", "it", "ja", "fr", "ko", "pt"),
	}
	if s.Gloss != "" && s.Language == "en" {
		r.fault("gloss", "gloss of a title that is in English already")
	}
	s.Authors, s.Accessed = r.optional(), r.optionalDate()
	if s.Accessed != "" && len(s.Accessed) != len("2024-09-18") {
		r.wrong("accessed is the day the text was read: 2024-09-18")
	}
	switch {
	case r.trusted:
	case s.Grade == model.GradeA && !validURL(s.URL):
		r.fault("url", "url %s is not an http or https address; a grade A source needs the one it was read at", quote(s.URL))
	case s.Grade == model.GradeB && s.URL != "":
		r.fault("url", "url of a grade B source must be empty: it was read in a republished copy")
	}
	return s
}

func validURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.Contains(s, " ")
}

func readPlace(r *record) placeRow {
	p := placeRow{Place: &model.Place{ID: r.id(), Name: r.text()}, within: r.optional()}
	p.Tile = readTile(r)
	if p.within == "" && p.Tile != (model.Tile{}) {
		r.wrong("a tile is for a place within another")
	}
	return p
}

func readTile(r *record) model.Tile {
	s := r.optional()
	if s == "" {
		return model.Tile{}
	}
	row, column, _ := strings.Cut(s, " ")
	t := model.Tile{Row: tilePosition(row), Column: tilePosition(column)}
	if t.Row == 0 || t.Column == 0 {
		r.wrong("tile %s is not a row and a column from 1 to %d, with a space between them", quote(s), maxTile)
	}
	return t
}

// maxTile is the largest row and column of a tile.
const maxTile = 99

func tilePosition(s string) int {
	if n, err := strconv.Atoi(s); err == nil && validDecimal(s) && n >= 1 && n <= maxTile {
		return n
	}
	return 0
}

func readScope(r *record) *model.Scope {
	s := &model.Scope{ID: r.id(), Name: r.text()}
	if s.ID == model.NoScope {
		r.fault("id", "id %s is reserved for indicators without a scope", quote(s.ID))
	}
	return s
}

func readStop(r *record) model.Stop {
	return model.Stop{ID: r.id(), Link: r.required(), Caption: r.text()}
}

func readUnit(r *record) *model.Unit {
	u := &model.Unit{ID: r.id(), Name: r.text(), English: readUnitForm(r), Chinese: readUnitForm(r)}
	u.Calendar = u.ID == yearUnit
	return u
}

func readUnitForm(r *record) model.UnitForm {
	f := model.UnitForm{Before: r.spaced(), After: r.spaced()}
	times, ok := r.decimal().Get()
	if !ok || times <= 0 {
		r.wrong("%s is not a number above 0", r.column())
	}
	f.Times = times
	f.AfterLarge = r.spaced()
	return f
}

func readCluster(r *record) clusterRow {
	c := clusterRow{Cluster: &model.Cluster{ID: r.id(), Name: r.text(), Summary: r.text()}}
	c.size, c.share = r.optional(), r.optional()
	c.Hue = model.Hue(r.position(int(model.Hues))) //nolint:gosec // at most model.Hues
	return c
}

func readIndicator(r *record) indicatorRow {
	i := indicatorRow{Indicator: &model.Indicator{ID: r.id()}}
	i.cluster, i.place = r.required(), r.required()
	i.Name, i.Definition = r.text(), r.text()
	i.Kind = oneOf(r, model.Level, model.Share, model.Growth, model.Rank)
	i.unit = r.required()
	i.scope = r.required()
	i.Denominator = r.optionalText()
	i.growthOf = r.optional()
	i.Headline = r.position(maxPosition)
	i.counterpart = r.optional()
	i.Breaks = readBreaks(r)
	i.Short = r.optionalText()
	if r.well() {
		checkKind(r, i)
	}
	return i
}

// checkKind checks the cells of an indicator that depend on its kind.
func checkKind(r *record, i indicatorRow) {
	share := i.Kind == model.Share
	switch {
	case share && i.Denominator == model.Text{}:
		r.fault("denominator_en", "a share needs a denominator: what it is a share of")
	case !share && i.Denominator != model.Text{}:
		r.fault("denominator_en", "only a share has a denominator; this indicator is a %s", i.Kind)
	}
	if i.growthOf != "" && i.Kind != model.Growth {
		r.fault("growth_of", "only a growth has growth_of; this indicator is a %s", i.Kind)
	}
	switch i.Kind {
	case model.Share:
		r.wantUnit(i, percentUnit)
		if i.scope == model.NoScope {
			r.fault("scope", "a share needs a scope: the territory it is a share of")
		}
	case model.Growth:
		r.wantUnit(i, percentUnit)
		if i.scope != model.NoScope {
			r.fault("scope", "a growth has the scope none")
		}
	case model.Rank:
		r.wantUnit(i, rankUnit)
	case model.Level:
		if i.unit == rankUnit {
			r.fault("unit", "a level is not measured in ranks; its kind would be rank")
		}
	}
}

func (r *record) wantUnit(i indicatorRow, unit string) {
	if i.unit != unit {
		r.fault("unit", "a %s has the unit %s, not %s", i.Kind, unit, quote(i.unit))
	}
}

// maxBreaks is the largest number of breaks: five classes can be told apart.
const maxBreaks = 4

func readBreaks(r *record) []float64 {
	s := r.optional()
	if s == "" {
		return nil
	}
	var breaks []float64
	for _, b := range strings.Split(s, " ") {
		v, err := strconv.ParseFloat(b, 64)
		if err != nil || !validDecimal(b) || len(breaks) > 0 && v <= breaks[len(breaks)-1] {
			r.wrong("breaks %s are not plain decimal numbers that rise, with single spaces between them", quote(s))
			return nil
		}
		breaks = append(breaks, v)
	}
	if len(breaks) > maxBreaks {
		r.wrong("breaks %s are more than %d", quote(s), maxBreaks)
	}
	return breaks
}

func readPerson(r *record) *model.Person {
	return &model.Person{ID: r.id(), Name: r.text()}
}

func readTerm(r *record) termRow {
	t := termRow{Term: &model.Term{ID: r.id()}, person: r.required()}
	t.Office = r.text()
	if t.From = r.optionalDate(); t.From == "" {
		r.wrong("a term of office needs the date it began on: 2024, 2024-09 or 2024-09-18")
	}
	if t.Until = r.optionalDate(); t.Until != "" && !model.NotAfter(t.From, t.Until) {
		r.wrong("until %s is before from %s", t.Until, t.From)
	}
	t.source, t.untilSource = r.required(), r.optional()
	if (t.Until == "") != (t.untilSource == "") {
		r.wrong("until and until_source go together: the end of a term and who states it")
	}
	return t
}

func readConflict(r *record) conflictRow {
	c := conflictRow{Conflict: &model.Conflict{ID: r.id(), Name: r.text()}, lead: r.required()}
	c.Reason = r.text()
	return c
}

// correctable returns what a correction can be of: a column of the
// observations, or the whole row.
func correctable() []string {
	return []string{
		"indicator", "period", "qualifier", "value", "lower", "upper", "rank", "as_printed", "status", "said_by", "source", "lead", "conflict",
		model.Dropped,
	}
}

func readCorrection(r *record) *model.Correction {
	c := &model.Correction{ID: r.id(), Version: r.version()}
	if c.Version == "" {
		r.wrong("a correction needs the version of the dataset that makes it")
	}
	if c.Date = r.optionalDate(); len(c.Date) != len("2024-09-18") {
		r.wrong("a correction needs the day of its version: 2024-09-18")
	}
	c.Figure = r.id()
	c.What = oneOf(r, correctable()...)
	if c.What == "status" {
		c.Before, c.After = string(r.status()), string(r.status())
	} else {
		c.Before, c.After = r.optional(), r.optional()
	}
	if c.Before == c.After && c.Before != "" {
		r.wrong("%s is the same before and after the correction", c.What)
	}
	c.Why = r.text()
	return c
}

// maxQuotedWords is the length of the longest direct quotation, in words: the
// dataset holds facts, and quotes no more than is allowed everywhere.
const maxQuotedWords = 25

func readStatement(r *record) statementRow {
	s := statementRow{Statement: &model.Statement{ID: r.id()}, person: r.required()}
	s.Date = r.optionalDate()
	if s.Date == "" {
		r.wrong("a statement needs the date it was made on: 2024, 2024-09 or 2024-09-18")
	}
	s.Office = r.optionalText()
	if s.topics = r.list(); len(s.topics) == 0 {
		r.wrong("a statement needs at least one cluster as its topic")
	}
	s.Speech = oneOf(r, model.Reported, model.Quoted)
	s.Text = r.text()
	s.source = r.required()
	if !r.trusted {
		checkStatement(r, s)
	}
	return s
}

// checkStatement checks the text of a statement.
func checkStatement(r *record, s statementRow) {
	for _, text := range []struct{ column, text string }{{"text_en", s.Text.EN}, {"text_zh", s.Text.ZH}} {
		if n := wordCount(text.text); s.Speech == model.Quoted && n > maxQuotedWords {
			r.fault(text.column, "quotation has %d words; at most %d are stored, two Chinese characters counting as one", n, maxQuotedWords)
		}
		if inMarks(text.text) {
			r.fault(text.column, "text is in quotation marks; remove them, the column speech marks a quotation")
		}
	}
}

// inMarks reports whether all of s is in quotation marks.
func inMarks(s string) bool {
	return strings.HasPrefix(s, `"`) && strings.HasSuffix(s, `"`) ||
		strings.HasPrefix(s, "\u201c") && strings.HasSuffix(s, "\u201d") ||
		strings.HasPrefix(s, "\u300c") && strings.HasSuffix(s, "\u300d")
}
