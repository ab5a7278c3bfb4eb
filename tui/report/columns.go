package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// The columns of each kind of record, in one order: the name, what is stated, what
// is needed to read that, and at last ids and links. Ids and codes are those of the
// data package; names, notes and publishers are in the language asked for; words
// as printed and titles are in the source's.

// figureColumns returns the columns of figures, with more of them before the ids.
func figureColumns(data *model.Dataset, lang model.Lang, more ...column[*model.Figure]) []column[*model.Figure] {
	return slices.Concat(claimColumns(lang), contextColumns(data, lang), more, figureIDColumns())
}

// claimColumns are what a source claims.
func claimColumns(lang model.Lang) []column[*model.Figure] {
	words := text.For(lang)
	return []column[*model.Figure]{
		{"name", func(f *model.Figure) any { return words.FullName(f.Indicator) }},
		{"value", func(f *model.Figure) any { v, _, _ := f.Value.Numbers(); return number(v) }},
		{"unit", func(f *model.Figure) any { return f.Indicator.Unit.ID }},
		{"period", func(f *model.Figure) any { return f.Period.String() }},
		{"qualifier", func(f *model.Figure) any { return f.Value.Qualifier().String() }},
		{"lower", func(f *model.Figure) any { _, v, _ := f.Value.Numbers(); return number(v) }},
		{"upper", func(f *model.Figure) any { _, _, v := f.Value.Numbers(); return number(v) }},
		{"worded", func(f *model.Figure) any { return words.Value(f) }},
		{"as_printed", func(f *model.Figure) any { return f.AsPrinted }},
		{"rank", func(f *model.Figure) any { return positive(f.Rank) }},
		{"rank_scope", func(f *model.Figure) any { return rankScope(f) }},
		{"rank_as_printed", func(f *model.Figure) any { return f.RankAsPrinted }},
	}
}

// contextColumns are what is needed to read a figure without the dataset.
func contextColumns(data *model.Dataset, lang model.Lang) []column[*model.Figure] {
	return []column[*model.Figure]{
		{"cluster", func(f *model.Figure) any { return f.Indicator.Cluster.ID }},
		{"place", func(f *model.Figure) any { return f.Indicator.Place.ID }},
		{"kind", func(f *model.Figure) any { return string(f.Indicator.Kind) }},
		{"scope", func(f *model.Figure) any { return f.Indicator.Scope.String() }},
		{"denominator", func(f *model.Figure) any { return f.Indicator.Denominator.In(lang) }},
		{"status", func(f *model.Figure) any { return string(f.Status) }},
		{"note", func(f *model.Figure) any { return f.Note.In(lang) }},
		{"method", func(f *model.Figure) any { return f.Method.In(lang) }},
		{"publisher", func(f *model.Figure) any { return f.Source.Publisher.In(lang) }},
		{"title", func(f *model.Figure) any { return f.Source.Title }},
		{"date", func(f *model.Figure) any { return f.Source.Date }},
		{"grade", func(f *model.Figure) any { return string(f.Source.Grade) }},
		{"locator", func(f *model.Figure) any { return f.Locator }},
		{"lead", func(f *model.Figure) any { return f.Lead }},
		{"since", func(f *model.Figure) any { return f.Since }},
		{"corrected", func(f *model.Figure) any { return corrections(data, f) }},
	}
}

// corrections are what versions of the dataset corrected of a figure, each as the
// version, the column, and its cells before and after.
func corrections(data *model.Dataset, f *model.Figure) phrases {
	return ids(data.CorrectionsOf(f), func(c *model.Correction) string {
		return c.Version + " " + c.What + ": " + cmp.Or(c.Before, "none") + " -> " + cmp.Or(c.After, "none")
	})
}

func figureIDColumns() []column[*model.Figure] {
	return []column[*model.Figure]{
		{"id", func(f *model.Figure) any { return f.ID }},
		{"indicator", func(f *model.Figure) any { return f.Indicator.ID }},
		{"source", func(f *model.Figure) any { return f.Source.ID }},
		{"conflict", func(f *model.Figure) any { return conflictID(f) }},
		{"said_by", func(f *model.Figure) any { return saidByID(f) }},
		{"derived_from", func(f *model.Figure) any { return ids(f.DerivedFrom, figureID) }},
		{"url", func(f *model.Figure) any { return f.Source.URL }},
	}
}

func saidByID(f *model.Figure) string {
	if f.SaidBy == nil {
		return ""
	}
	return f.SaidBy.ID
}

func conflictID(f *model.Figure) string {
	if f.Conflict == nil {
		return ""
	}
	return f.Conflict.ID
}

func sourceColumns(data *model.Dataset, lang model.Lang) []column[*model.Source] {
	return []column[*model.Source]{
		{"title", func(s *model.Source) any { return s.Title }},
		{"gloss", func(s *model.Source) any { return s.Gloss }},
		{"publisher", func(s *model.Source) any { return s.Publisher.In(lang) }},
		{"authors", func(s *model.Source) any { return s.Authors }},
		{"date", func(s *model.Source) any { return s.Date }},
		{"grade", func(s *model.Source) any { return string(s.Grade) }},
		{"language", func(s *model.Source) any { return s.Language }},
		{"figures", func(s *model.Source) any { return len(data.FiguresFrom(s)) }},
		{"accessed", func(s *model.Source) any { return s.Accessed }},
		{"id", func(s *model.Source) any { return s.ID }},
		{"url", func(s *model.Source) any { return s.URL }},
	}
}

func statementColumns(lang model.Lang) []column[*model.Statement] {
	return []column[*model.Statement]{
		{"name", func(s *model.Statement) any { return s.Person.Name.In(lang) }},
		{"text", func(s *model.Statement) any { return s.Text.In(lang) }},
		{"date", func(s *model.Statement) any { return s.Date }},
		{"office", func(s *model.Statement) any { return s.Office.In(lang) }},
		{"speech", func(s *model.Statement) any { return string(s.Speech) }},
		{"topics", func(s *model.Statement) any { return ids(s.Topics, clusterID) }},
		{"publisher", func(s *model.Statement) any { return s.Source.Publisher.In(lang) }},
		{"title", func(s *model.Statement) any { return s.Source.Title }},
		{"id", func(s *model.Statement) any { return s.ID }},
		{"person", func(s *model.Statement) any { return s.Person.ID }},
		{"source", func(s *model.Statement) any { return s.Source.ID }},
		{"url", func(s *model.Statement) any { return s.Source.URL }},
	}
}

func conflictColumns(lang model.Lang) []column[*model.Conflict] {
	return []column[*model.Conflict]{
		{"name", func(c *model.Conflict) any { return c.Name.In(lang) }},
		{"stated", func(c *model.Conflict) any { return stated(c, text.For(lang)) }},
		{"reason", func(c *model.Conflict) any { return c.Reason.In(lang) }},
		{"figures", func(c *model.Conflict) any { return len(c.Figures) }},
		{"id", func(c *model.Conflict) any { return c.ID }},
		{"lead", func(c *model.Conflict) any { return c.Lead.ID }},
		{"figure_ids", func(c *model.Conflict) any { return ids(c.Figures, figureID) }},
		{"source_ids", func(c *model.Conflict) any { return ids(c.Figures, sourceOf) }},
	}
}

func sourceOf(f *model.Figure) string { return f.Source.ID }

// stated is what each figure of a conflict says, and who published it when.
func stated(c *model.Conflict, t *text.Texts) string {
	said := make([]string, 0, len(c.Figures))
	for _, f := range c.Figures {
		by := f.Source.Publisher.In(t.Lang) + t.Say.Comma + t.Date(f.Source.Date)
		said = append(said, t.FullName(f.Indicator)+t.Say.Comma+f.Period.Short()+t.Say.Colon+t.Value(f)+fmt.Sprintf(t.Say.Brackets, by))
	}
	return strings.Join(said, t.Say.Semicolon)
}

func clusterColumns(data *model.Dataset, lang model.Lang) []column[*model.Cluster] {
	return []column[*model.Cluster]{
		{"name", func(c *model.Cluster) any { return c.Name.In(lang) }},
		{"summary", func(c *model.Cluster) any { return c.Summary.In(lang) }},
		{"indicators", func(c *model.Cluster) any { return len(data.IndicatorsOf(c)) }},
		{"figures", func(c *model.Cluster) any { return data.CountIn(c) }},
		{"statements", func(c *model.Cluster) any { return len(data.StatementsOn(c)) }},
		{"id", func(c *model.Cluster) any { return c.ID }},
		{"size", func(c *model.Cluster) any { return indicatorID(c.Size) }},
		{"share", func(c *model.Cluster) any { return indicatorID(c.Share) }},
	}
}

func placeColumns(data *model.Dataset, lang model.Lang) []column[*model.Place] {
	indicators, figures := map[*model.Place]int{}, map[*model.Place]int{}
	for _, i := range data.Indicators {
		indicators[i.Place]++
		figures[i.Place] += len(data.FiguresOf(i))
	}
	return []column[*model.Place]{
		{"name", func(p *model.Place) any { return p.Name.In(lang) }},
		{"indicators", func(p *model.Place) any { return indicators[p] }},
		{"figures", func(p *model.Place) any { return figures[p] }},
		{"id", func(p *model.Place) any { return p.ID }},
		{"within", func(p *model.Place) any {
			if p.Within == nil {
				return ""
			}
			return p.Within.ID
		}},
	}
}

func indicatorColumns(data *model.Dataset, lang model.Lang) []column[*model.Indicator] {
	return []column[*model.Indicator]{
		{"name", func(i *model.Indicator) any { return i.Name.In(lang) }},
		{"definition", func(i *model.Indicator) any { return i.Definition.In(lang) }},
		{"unit", func(i *model.Indicator) any { return i.Unit.ID }},
		{"kind", func(i *model.Indicator) any { return string(i.Kind) }},
		{"scope", func(i *model.Indicator) any { return i.Scope.String() }},
		{"denominator", func(i *model.Indicator) any { return i.Denominator.In(lang) }},
		{"headline", func(i *model.Indicator) any { return positive(i.Headline) }},
		{"figures", func(i *model.Indicator) any { return len(data.FiguresOf(i)) }},
		{"id", func(i *model.Indicator) any { return i.ID }},
		{"cluster", func(i *model.Indicator) any { return i.Cluster.ID }},
		{"place", func(i *model.Indicator) any { return i.Place.ID }},
		{"growth_of", func(i *model.Indicator) any { return indicatorID(i.GrowthOf) }},
		{"counterpart", func(i *model.Indicator) any { return indicatorID(i.Counterpart) }},
	}
}

func indicatorID(i *model.Indicator) string {
	if i == nil {
		return ""
	}
	return i.ID
}

func clusterID(c *model.Cluster) string { return c.ID }

// rankScope is the id of the territory a figure's rank is one in; empty without
// a rank.
func rankScope(f *model.Figure) string {
	if f.Rank == 0 {
		return ""
	}
	return f.Indicator.RankedIn.String()
}
