// Package model is the domain of anhui-tui: figures as their sources word them,
// the sources, and dated statements. It has no notion of files, terminals or
// screens, and imports only the standard library and the packages below it.
//
// A [Dataset] never changes once loaded, so any number of viewers can share it
// without a lock.
package model

// Lang is a language of the dataset and of the interface.
type Lang uint8

// The languages.
const (
	EN Lang = iota // English
	ZH             // Chinese, simplified
)

// String returns the BCP 47 tag: "en" or "zh".
func (l Lang) String() string {
	if l == ZH {
		return "zh"
	}
	return "en"
}

// ParseLang returns the language of the tag "en" or "zh", and whether the tag
// is one of them.
func ParseLang(tag string) (Lang, bool) {
	switch tag {
	case "en":
		return EN, true
	case "zh":
		return ZH, true
	}
	return EN, false
}

// Text is a text in both languages.
type Text struct{ EN, ZH string }

// In returns the text in the given language.
func (t Text) In(l Lang) string {
	if l == ZH {
		return t.ZH
	}
	return t.EN
}

// Place is a territory that figures describe: the one of the dataset, a part of
// it, a peer, or the country.
type Place struct {
	ID   string
	Name Text
	Home bool // whether the dataset is about it; set by [NewDataset]
	// Within is the place it is a part of, nil if the dataset does not have that;
	// Tile is where it is drawn among the other parts.
	Within *Place
	Tile   Tile
}

// Tile is the position of a place on a schematic map of equal tiles, each a row
// high and two columns wide, so that rows can be shifted by half a tile. Rows
// and columns count from 1; the zero Tile is that of a place not drawn.
type Tile struct{ Row, Column int }

// Overlaps reports whether the tiles have a common part.
func (t Tile) Overlaps(u Tile) bool {
	return t.Row == u.Row && max(t.Column-u.Column, u.Column-t.Column) < 2
}

// Cluster is an industry cluster, or the group of province-wide figures.
type Cluster struct {
	ID      string
	Name    Text
	Summary Text
	// Size is the indicator of the cluster's size, such as revenue or output; nil
	// if no source states one.
	Size *Indicator
	// Share is the indicator of the share of the first scope that the home territory
	// holds in it; nil if no source states one of the cluster as a whole.
	Share *Indicator
	Hue   Hue
}

// Hue is the number of a cluster's colour, from 1 to [Hues]; the theme gives it
// its look. 0 is the hue of no cluster.
type Hue uint8

// Hues is the number of hues.
const Hues Hue = 20

// chooseHues assigns each cluster without a hue the first unused one, and
// starts again from 1 once all are used.
func chooseHues(clusters []*Cluster) {
	taken := map[Hue]int{}
	for _, c := range clusters {
		taken[c.Hue]++
	}
	for _, c := range clusters {
		if c.Hue != 0 {
			continue
		}
		c.Hue = 1
		for h := c.Hue; h <= Hues; h++ {
			if taken[h] < taken[c.Hue] {
				c.Hue = h
			}
		}
		taken[c.Hue]++
	}
}

// Kind is the sort of quantity an indicator measures.
type Kind string

// The kinds of indicators.
const (
	Level  Kind = "level"  // an amount in a unit: revenue, output, a count
	Share  Kind = "share"  // percent of a named denominator, 0 to 100
	Growth Kind = "growth" // year-on-year change in percent, as stated
	Rank   Kind = "rank"   // a position among peers, 1 is first
)

// Scope is the territory that the shares of an indicator are shares of, or its
// ranks ranks in. It is nil for levels, for growth, and for ranks within a
// group that is not a territory, which the indicator's name states.
type Scope struct {
	ID   string
	Name Text // as it stands within a sentence: "the world"
	// Home is the territory of the dataset, and Before the preceding scope, nil for
	// the first; both are set by [NewDataset].
	Home   *Place
	Before *Scope
}

// NoScope is the id of an absent scope: of levels, of growth, and of ranks
// within a group that is not a territory.
const NoScope = "none"

// String returns the scope's id, [NoScope] for nil.
func (s *Scope) String() string {
	if s == nil {
		return NoScope
	}
	return s.ID
}

// Within reports whether the scope is the territory of the dataset, so that its
// shares are shares within it.
func (s *Scope) Within() bool { return s != nil && s.ID == s.Home.ID }

// Indicator is a measured quantity, with its unit and definition.
type Indicator struct {
	ID      string
	Cluster *Cluster
	Place   *Place
	Name    Text
	// Short is the name where the cluster is said and room is short, of a share with what
	// it is a share of; empty if there is none but Name.
	Short      Text
	Definition Text // one line: what is measured, and how
	Kind       Kind
	Unit       *Unit
	Scope      *Scope
	// Denominator is the whole a share is a share of ("national output of PV
	// glass"); empty for other kinds.
	Denominator Text
	// GrowthOf is the level whose growth the indicator states; nil for other kinds,
	// and if the dataset does not have the level.
	GrowthOf *Indicator
	// Counterpart is the indicator that measures the same of the home territory, for
	// one of another place; nil if there is none.
	Counterpart *Indicator
	// Breaks are the lower limits of the classes that counterparts are shown in, but
	// for the first class, rising; nil if they are not classed. See [Indicator.Class].
	Breaks []float64
	// Headline is the position among the Overview's headline figures, from 1; 0 if
	// it is not one of them.
	Headline int
	// RankedIn is the territory that ranks of figures are ranks in: the scope, or
	// by default the first of the dataset. It is nil for ranks within a group that
	// is not a territory, and for parts of the home territory. Set by [NewDataset].
	RankedIn *Scope

	figures, series []*Figure // see [Dataset.FiguresOf] and [Dataset.Series]; set by [NewDataset]
}

// Source is a document that figures and statements are taken from.
type Source struct {
	ID        string
	Publisher Text
	Title     string // as printed, in the source's own language
	Gloss     string // the title in English, if that is another language; "" if not given
	Date      string // of publication: 2024, 2024-09 or 2024-09-18; "" if not stated
	URL       string // "" for grade B
	Grade     Grade
	Language  string // of the text that was read, ISO 639-1: "zh"
	Authors   string // as printed, separated by "; "; "" if none is named
	Accessed  string // the day the text was read; "" if not known
}

// Grade is the way a source was read.
type Grade string

// The grades.
const (
	GradeA Grade = "A" // at its URL: the publisher's own site, or an outlet that carries its text
	GradeB Grade = "B" // in a republished copy that names the publisher
)

// Figure is an observation: the value one source states of an indicator for a
// period.
type Figure struct {
	ID        string
	Indicator *Indicator
	Period    Period
	Value     Value
	// Rank is the position stated along with the value or instead of it, within the
	// indicator's RankedIn; 0 if none is stated.
	Rank int
	// AsPrinted and RankAsPrinted are the number and the rank in the words and the
	// language of the source, at most 80 characters each.
	AsPrinted, RankAsPrinted string
	Status                   Status
	// DerivedFrom holds the figures this one was computed from, by Method; it is
	// empty if the source itself states the figure.
	DerivedFrom []*Figure
	Method      Text
	SaidBy      *Person // nil if the source names no speaker
	Source      *Source
	Locator     string // position in the source: a page, a table; "" if not needed
	// Lead marks the preferred figure of its indicator and period. Each such pair
	// has exactly one; the others corroborate or contradict it.
	Lead     bool
	Conflict *Conflict // nil if no other figure contradicts it
	Note     Text
	Since    string // the version of the dataset it first stood in; "" if not known
}

// SecondHand reports whether the figure was read in a republished copy of its
// source.
func (f *Figure) SecondHand() bool { return f.Source.Grade == GradeB }

// Conflict is a set of figures that contradict each other or are easily
// confused, with the reason why one of them is preferred.
type Conflict struct {
	ID      string
	Name    Text
	Lead    *Figure
	Reason  Text
	Figures []*Figure // the preferred one first, then in dataset order
}

// Person is a quoted speaker.
type Person struct {
	ID   string
	Name Text
}

// Term is a person's time in an office.
type Term struct {
	ID          string
	Person      *Person
	Office      Text
	From, Until string  // dates as in [Statement]; Until is "" if no end is known
	Source      *Source // of the office and its beginning
	UntilSource *Source // of its end; nil without one
}

// Covers reports whether the term covers a date of the form 2024, 2024-09 or
// 2024-09-18, its last day among them. Of two dates the more exact is cut to
// the other.
func (t *Term) Covers(date string) bool {
	return NotAfter(t.From, date) && (t.Until == "" || NotAfter(date, t.Until))
}

// TermOn returns the first of the terms that covers a date; nil if none does.
func TermOn(terms []*Term, date string) *Term {
	for _, t := range terms {
		if t.Covers(date) {
			return t
		}
	}
	return nil
}

// NotAfter reports whether date a is not after date b, each a year, a month or
// a day, as far as the less exact of them tells.
func NotAfter(a, b string) bool {
	n := min(len(a), len(b))
	return a[:n] <= b[:n]
}

// Speech is the way a source renders a statement.
type Speech string

// The kinds of speech.
const (
	Reported Speech = "reported" // paraphrased; never shown in quotation marks
	Quoted   Speech = "quoted"   // the source itself prints it as a quotation
)

// Statement is a dated statement of a person.
type Statement struct {
	ID     string
	Person *Person
	Date   string // 2024, 2024-09 or 2024-09-18
	Office Text   // held at that date, as the source or a [Term] states it
	Topics []*Cluster
	Speech Speech
	// Text is a paraphrase. If Speech is Quoted it is the quotation in the language
	// of the source and a translation in the other, without quotation marks.
	Text   Text
	Source *Source
}
