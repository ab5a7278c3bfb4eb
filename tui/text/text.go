// Package text holds every word of the interface, one typed set a language,
// so that a missing text is a failing test and not an empty spot on a screen.
package text

import (
	"fmt"
	"strings"
	"sync"

	"anhui-tui/model"
)

// Texts are the words of the interface in one language. A text with %s or %d
// in it is a format.
type Texts struct {
	Lang model.Lang
	Tag  string // the language's own short name

	Views [6]string // tab titles, in the order of place.Views

	Figures, Sources, AsOf string // counts in the header

	Words     model.Wording
	Qualifier map[model.Qualifier]string // spelled out
	ShareIn   string                     // what, and of which territory
	RankIn    string                     // which, and in which territory
	NthRank   string                     // which, among others
	Status    map[string]string          // Eurostat letters, spelled out
	Speech    map[model.Speech]string
	Grade     map[model.Grade]string
	SortBy    [3]string                  // in the order of place.Sort
	Found     map[model.FoundKind]string // what a search result is

	Actions Actions
	Head    Heads
	Card    CardTexts
	Audit   AuditTexts
	Report  ReportTexts
	Say     Sentences
	Periods PeriodTexts

	Dialogue DialogueTexts
	Doctor   DoctorTexts
}

// Actions are what keys do.
type Actions struct {
	Tabs, Move, Page, Half, Ends, Open, Close, Back, Quit, QuitNow, Help, Source, Conflicts Action
	Scope, Sort, Table, Compare, Topic, Language, Theme, Mouse, Redraw                      Action
	Search, Again, Palette, Copy, CopyLink, Export, Tour, Voices                            Action
}

// Action is one action in two lengths: for the footer and for the help card.
type Action struct{ Short, Long string }

// Heads are headings and column heads.
type Heads struct {
	Cluster, BestShare, Size, Period, Value, Rank, Indicator, Source string
	Shares, Figures, Places, Statements                              string
	SharesOf, SharesWithin, CityShares, OtherShares                  string // with names of territories
	Topics, Audit, Conflicts, Keys, Reading, OffSeries               string
}

// CardTexts are the labels of the source card.
type CardTexts struct {
	Printed, Qualifier, Rank, Period, ShareOf, Definition, SaidBy, Publisher, Title, Link, Locator string
	Status, Method, Note, Figure, Speech, Office, Topics                                           string
}

// All returns the labels, for the width of their column.
func (c CardTexts) All() []string {
	return []string{
		c.Printed, c.Qualifier, c.Rank, c.Period, c.ShareOf, c.Definition, c.SaidBy, c.Publisher, c.Title,
		c.Link, c.Locator, c.Status, c.Method, c.Note, c.Figure, c.Speech, c.Office, c.Topics,
	}
}

// AuditTexts are the labels of the self-audit.
type AuditTexts struct {
	Figures, Sourced, Linked, LowReliability, Approximate, Targets, Derived, Conflicts string
	Indicators, Sources, Statements, People, Oldest, Newest, AsOf                      string
}

// ReportTexts are the words of the text output that the screen does without.
type ReportTexts struct {
	Dataset                                         string // with the version
	Status, Date, Grade, ShareOf, ID, Line, Nearest string // column heads
	Republished                                     string // of a figure that was read at second hand, in a citation
	Held, Missing                                   string // what a text was found to hold
	Number, Rank, Day, Name                         string // the things looked for
	Verified                                        string // how many of how many
}

// Sentences are the longer texts.
type Sentences struct {
	NoShare, NotStated, NoLink, NoDate, NothingHere, AllTopics, Leads                            string
	Claimed, Possible, OpenBound                                                                 string // the legend of gauges
	GaugeMeans, AboutMeans, ConflictMeans, SecondHandMeans, SecondHand, Differ                   string // the help card on gauges
	TourNext                                                                                     string
	SearchHint, Copied, CopyNote, Saved, NotSaved, SavesFile, CopiesCommand                      string // on cards
	Comma, Colon, Semicolon, List, Stop, Brackets                                                string // punctuation, with its spaces
	AuditLine, Lines, Title, Quote                                                               string
	NotStatedAfter, NoYearAfter, StatedGrowth, StatedAverage, Up, Down, Changed, Break, NoneHere string // on charts
	OfPeople                                                                                     string // how many of how many
}

// For returns the texts of a language. They are shared and read-only, as are
// those of [ASCII] and [Spoken]: making them takes longer than most of what is
// done with them.
func For(lang model.Lang) *Texts { return formsOf(lang).written() }

// ASCII returns the texts of a language with values worded in ASCII.
func ASCII(lang model.Lang) *Texts { return formsOf(lang).ascii() }

// Spoken returns the texts of a language with values worded in words, for those
// who hear them: a reader of screens says signs by their names or not at all.
func Spoken(lang model.Lang) *Texts { return formsOf(lang).spoken() }

// forms are the texts of one language in each form, made when first asked for.
type forms struct{ written, ascii, spoken func() *Texts }

//nolint:gochecknoglobals // constants that take code to make
var (
	inChinese = newForms(chinese)
	inEnglish = newForms(english)
)

func formsOf(lang model.Lang) *forms {
	if lang == model.ZH {
		return &inChinese
	}
	return &inEnglish
}

func newForms(texts func() *Texts) forms {
	written := sync.OnceValue(texts)
	with := func(signs *strings.Replacer) func() *Texts {
		return sync.OnceValue(func() *Texts { return worded(written(), signs) })
	}
	return forms{
		written: written,
		ascii:   with(PlainWords()),
		spoken:  with(strings.NewReplacer("≈", "about ", "≥", "at least ", "≤", "at most ", ">", "more than ", "<", "less than ")),
	}
}

// worded returns a copy of t with the signs of values replaced.
func worded(t *Texts, signs *strings.Replacer) *Texts {
	other := *t
	for i, form := range other.Words.Forms {
		other.Words.Forms[i] = signs.Replace(form)
	}
	return &other
}

// Count writes a count with what is counted, which has a %s.
func (t *Texts) Count(format string, n int) string {
	return fmt.Sprintf(format, model.FormatNumber(float64(n), 1, t.Lang))
}

// Rank words a rank in a territory: "3rd in China"; in none, "3rd".
func (t *Texts) Rank(n int, in *model.Scope) string {
	number := fmt.Sprint(n)
	if t.Lang == model.EN {
		number += model.Ordinal(n)
	}
	if in == nil {
		return fmt.Sprintf(t.NthRank, number)
	}
	return fmt.Sprintf(t.RankIn, number, in.Name.In(t.Lang))
}

// Legend returns what gauges and the marks of numbers mean, a paragraph each.
func (t *Texts) Legend() []string {
	return []string{t.Say.GaugeMeans, t.Say.AboutMeans, t.Say.ConflictMeans, t.Say.SecondHandMeans}
}

// Growth words a growth rate as stated, with its period: "up 51.8% on the year,
// as stated, 2023". One over several years is their average. A bound below zero
// is one of a fall, "down <3%", and a range across zero is neither rise nor fall.
func (t *Texts) Growth(f *model.Figure) string {
	change, value := t.Say.Up, f.Value
	_, lower, upper := value.Numbers()
	low, bounded := lower.Get()
	high, above := upper.Get()
	switch n, _ := value.Magnitude(); {
	case bounded && above && low < 0 && high > 0:
		change = t.Say.Changed
	case n < 0, above && high <= 0:
		change, value = t.Say.Down, value.Negated()
	}
	format := t.Say.StatedGrowth
	if f.Period.Years() > 1 {
		format = t.Say.StatedAverage
	}
	return fmt.Sprintf(format, fmt.Sprintf(change, t.Words.Value(value, f.Indicator.Unit)), t.When(f.Period))
}

// After says from which year on nothing is stated, or no whole year; "" if
// there is no year an outcome is stated for.
func (t *Texts) After(d *model.Dataset, i *model.Indicator) string {
	switch year, later := d.LastYear(i); {
	case year == 0:
		return ""
	case later:
		return fmt.Sprintf(t.Say.NoYearAfter, year+1)
	default:
		return fmt.Sprintf(t.Say.NotStatedAfter, year+1)
	}
}

// Lines says which lines of how many are shown.
func (t *Texts) Lines(first, last, all int) string {
	return fmt.Sprintf(t.Say.Lines, first, last, all)
}

// Said is what a statement says. Only the words a source itself prints as a
// quotation stand in quotation marks: not a paraphrase, and not a translation.
func (t *Texts) Said(s *model.Statement) string {
	words := s.Text.In(t.Lang)
	if s.Speech == model.Quoted && s.Source.Language == t.Lang.String() {
		return t.QuoteMarks(words)
	}
	return words
}

// QuoteMarks puts the words of a quotation in the language's marks.
func (t *Texts) QuoteMarks(words string) string { return fmt.Sprintf(t.Say.Quote, words) }

// WindowTitle names the terminal's window after a place's link.
func (t *Texts) WindowTitle(link string) string { return fmt.Sprintf(t.Say.Title, link) }
