// Package text holds the texts of the interface, one typed set for each
// language, so that a missing text fails a test.
package text

import (
	"fmt"
	"strings"
	"sync"

	"anhui-tui/model"
)

// Texts are the texts of the interface in one language. Those with %s or %d are
// formats.
type Texts struct {
	Lang model.Lang
	Tag  string // the language's short name in itself

	Views     []string  // tab titles, in the order of place.Views
	KeyGroups [5]string // what keys are for, in the order of keymap.Group

	Figures, Sources, AsOf string // counts in the header

	Words     model.Wording
	Qualifier map[model.Qualifier]string // spelled out
	ShareIn   string                     // what, and of which territory
	RankIn    string                     // which, and in which territory
	NthRank   string                     // which, among others
	Status    map[string]string          // Eurostat letters, spelled out
	Speech    map[model.Speech]string
	Grade     map[model.Grade]string
	SortBy    [13]string                 // in the order of place.Column
	SortedUp  string                     // by what, the smallest first
	SortedOff string                     // by what, the largest first
	Found     map[model.FoundKind]string // the kind of a search result

	Actions Actions
	Aside   AsideTexts
	Verbs   Verbs
	Head    Heads
	Card    CardTexts
	Audit   AuditTexts
	Report  ReportTexts
	Chart   ChartTexts
	Export  ExportTexts
	Say     Sentences
	Periods PeriodTexts

	Corrections CorrectionTexts

	Dialogue DialogueTexts
	Doctor   DoctorTexts
	Room     RoomTexts
	Why      Reasons // what is said of keys
}

// ChartTexts are the labels of a chart and of the years under it.
type ChartTexts struct {
	Stated, Target, Break     string // the legend
	Beyond                    string // of a table
	Value, AsStated, Computed string // rows
	Index, IndexOf, NoIndex   string
	Sources, Latest           string
	OtherUnit, OtherWhole     string // why a series has a chart of its own
	Why                       [model.IncomparableCount]string
	OtherThan, NoBase         string // of another source than which period; no figure of which year
}

// ExportTexts are the texts of the card of exports.
type ExportTexts struct {
	SavesFile, CopiesCommand string // what Enter does, at home and elsewhere
	CopyMarkdown, CopyTSV    string
	Saved, NotSaved          string // as what, why
	Sent, TooLong            string // which view, as what, how many lines and bytes; how many bytes, and the most
}

// Actions are the names of the actions of keys.
type Actions struct {
	Tabs, Move, Page, Half, Ends, Open, Close, Back, Quit, QuitNow, Help, Source, Conflicts Action
	Scope, Sort, Table, Compare, Topic, Language, Theme, Mouse, Redraw                      Action
	Search, Filter, Again, Palette, Copy, CopyLink, Export, Keep, Tour, Voices              Action
	Aside, Forward, Series, Zoom, Measure, Index                                            Action
	Present, Follow, Point                                                                  Action
}

// AsideTexts are what the keys of the sides lead to, for the footer.
type AsideTexts struct{ Years, Cities, Detail, List, Growth, Value string }

// Action is the name of an action in two lengths, for the footer and for the
// help card.
type Action struct{ Short, Long string }

// Verbs are the names in the palette of actions whose long name does not begin with
// one.
type Verbs struct{ Search, Again, Copy, Export, Compare, Series, Conflicts, Voices, Language, Quit string }

// Heads are headings and column headings.
type Heads struct {
	Cluster, BestShare, Size, Period, Value, Rank, Indicator, Source string
	Shares, Figures, Places, Statements                              string
	SharesOf, SharesWithin, CityShares, OtherShares                  string // with names of territories
	Topics, Audit, Conflicts, Keys, Reading, OffSeries               string
	Newest, Disagree, Unstated                                       string // below the Overview
	InOffice, Others                                                 string // of people
	Year, Series, Person, Said, Publisher, Number                    string // of lists
	City, Growth, Class, Ranking, Measures                           string // of the Cities view
	Elsewhere                                                        string // of keys
	Leading, Distinguished, Earlier, Compared, NotStated, Remaining  string // of pages of cities
}

// CardTexts are the labels of the source card.
type CardTexts struct {
	Printed, Qualifier, Rank, Period, ShareOf, Definition, SaidBy, Publisher, Title, Link, Locator string
	Authors, Accessed                                                                              string
	Status, Method, Note, Corrected, Figure, Speech, Office, Topics                                string
}

// All returns all labels.
func (c CardTexts) All() []string {
	return []string{
		c.Printed, c.Qualifier, c.Rank, c.Period, c.ShareOf, c.Definition, c.SaidBy, c.Publisher, c.Title,
		c.Link, c.Authors, c.Accessed, c.Locator, c.Status, c.Method, c.Note, c.Corrected, c.Figure, c.Speech, c.Office, c.Topics,
	}
}

// AuditTexts are the labels of the self-audit.
type AuditTexts struct {
	Figures, Sourced, Linked, LowReliability, Approximate, Targets, Derived, Conflicts string
	Indicators, Sources, Statements, People, Oldest, Newest, AsOf                      string
}

// ReportTexts are texts of the text output that the screen does not show.
type ReportTexts struct {
	Dataset                                         string // with the version
	Status, Date, Grade, ShareOf, ID, Line, Nearest string // column heads
	Growth, Index                                   string // column heads of what is computed
	Republished                                     string // in the citation of a figure from a republished copy
	Accessed                                        string // when the text was read
	Order                                           string // of people and their statements
	Held, Missing                                   string // the results of verify
	Number, Rank, Day, Name                         string // the kinds of items verified
	Verified                                        string // how many of how many
}

// Sentences are the longer texts.
type Sentences struct {
	NoShare, OfParts, NotStated, NoLink, NoDate, NothingHere, AllTopics, Leads string
	Claimed, Possible, OpenBound                                               string // the legend of gauges
	GaugeMeans, AboutMeans, ConflictMeans, SecondHandMeans, SecondHand, Differ string // the help card on gauges
	TourNext, TooLong                                                          string
	FoundFor, FoundNear, FoundNone                                             string // on a search that finds nothing
	FirstOf                                                                    string // how many of how many it finds
	SearchHint, Cut, Copied, CopyNote, CiteNext, PlainCite                     string // on cards
	Kept, KeptThis, KeptFull, KeptHint, KeptNone, KeptUntil                    string // on the figures kept: how many
	Comma, Colon, Semicolon, List, Stop, Brackets                              string // punctuation, with its spaces
	AuditLine, Lines, Title, Quote                                             string
	NotStatedAfter, NoYearAfter, StatedGrowth, StatedPartGrowth, StatedAverage string // on charts
	Up, Down, Changed, Break, NoneHere                                         string // on charts
	OfPeople                                                                   string // how many of how many
	Filtered, NoneFits, NearFits, ShowAll                                      string // by which words, how many; which, and what fits instead; that; the key
	FilterHint, FilterSigns                                                    string // what can be typed, and less of it
	Page                                                                       string // with its number
	HoldsOffice, HeldOffice                                                    string // which, since when, and as of or until when
	NoParts, NoMeasure, RankComputed, ComparedBy, NoneCommon, RankOf           string // on cities
	Schematic, BarsTo, ClassesComputed, CompareWith                            string // on their map
}

// For returns the texts of lang. They are shared and read-only, like those of
// [ASCII] and [ForSpeech].
func For(lang model.Lang) *Texts { return formsOf(lang).written() }

// ASCII returns the texts of lang with values formatted in ASCII.
func ASCII(lang model.Lang) *Texts { return formsOf(lang).ascii() }

// ForSpeech returns the texts of lang with the signs of values spelled out, for
// screen readers.
func ForSpeech(lang model.Lang) *Texts { return formsOf(lang).spoken() }

// forms are the texts of one language in each form, built on first use.
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
		ascii: sync.OnceValue(func() *Texts {
			t := worded(written(), PlainWords())
			if t.Lang == model.EN {
				t.Actions.Language.Short = "Chinese"
			}
			return t
		}),
		spoken: with(strings.NewReplacer("≈", "about ", "≥", "at least ", "≤", "at most ", ">", "more than ", "<", "less than ")),
	}
}

// worded returns a copy of t with the signs in formats of values replaced.
func worded(t *Texts, signs *strings.Replacer) *Texts {
	other := *t
	for i, form := range other.Words.Forms {
		other.Words.Forms[i] = signs.Replace(form)
	}
	return &other
}

// Count formats a count with format, which has a %s.
func (t *Texts) Count(format string, n int) string {
	return fmt.Sprintf(format, model.FormatNumber(float64(n), 1, t.Lang))
}

// rank formats a rank within a territory, "3rd in China"; "3rd" if in is nil.
func (t *Texts) rank(n int, in *model.Scope) string {
	number := fmt.Sprint(n)
	if t.Lang == model.EN {
		number += model.Ordinal(n)
	}
	if in == nil {
		return fmt.Sprintf(t.NthRank, number)
	}
	return fmt.Sprintf(t.RankIn, number, in.Name.In(t.Lang))
}

// Legend returns the explanations of gauges and of the marks of numbers, as
// paragraphs.
func (t *Texts) Legend() []string {
	return []string{t.Say.GaugeMeans, t.Say.AboutMeans, t.Say.ConflictMeans, t.Say.SecondHandMeans}
}

// Growth formats a growth rate as stated, with its period: "up 51.8% year on
// year (as stated, 2023)". Over several years it is their average. A negative
// upper bound is one of a fall, "down <3%"; a range across zero is neither a
// rise nor a fall.
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
	switch {
	case f.Period.Years() > 1:
		format = t.Say.StatedAverage
	case !f.Period.Annual():
		format = t.Say.StatedPartGrowth
	}
	return fmt.Sprintf(format, fmt.Sprintf(change, t.Words.Value(value, f.Indicator.Unit)), t.When(f.Period))
}

// After returns a note on the years after the indicator's last outcome: that
// nothing is stated, or no full year; "" if no year has an outcome.
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

// Nothing says that there is nothing or, of a list that is narrowed, by which words and
// what fits instead.
func (t *Texts) Nothing(filter string, near []model.Near) string {
	if filter == "" {
		return t.Say.NothingHere
	}
	fits := ""
	if len(near) > 0 {
		parts := make([]string, len(near))
		for i, n := range near {
			parts[i] = n.Query + " " + model.FormatNumber(float64(n.Count), 1, t.Lang)
		}
		fits = fmt.Sprintf(t.Say.NearFits, strings.Join(parts, t.Say.List))
	}
	return fmt.Sprintf(t.Say.NoneFits, filter, fits)
}

// Lines formats the range of lines shown and their total.
func (t *Texts) Lines(first, last, all int) string {
	return fmt.Sprintf(t.Say.Lines, first, last, all)
}

// Said returns the text of a statement. It is in quotation marks only if the
// source itself prints it so: not as a paraphrase, and not as a translation.
func (t *Texts) Said(s *model.Statement) string {
	words := s.Text.In(t.Lang)
	if s.Speech == model.Quoted && s.Source.Language == t.Lang.String() {
		return t.QuoteMarks(words)
	}
	return words
}

// QuoteMarks returns words in the quotation marks of the language.
func (t *Texts) QuoteMarks(words string) string { return fmt.Sprintf(t.Say.Quote, words) }

// WindowTitle returns the title of the terminal's window for a place's link.
func (t *Texts) WindowTitle(link string) string { return fmt.Sprintf(t.Say.Title, link) }
