// Package model is the domain of anhui-tui: figures with the words their
// sources used, the sources, and who said what. It knows nothing of files,
// terminals or screens, and depends on the standard library only, but for the
// packages below it.
//
// A [Dataset] is loaded once and never changes afterwards, so any number of
// viewers can share it without a lock.
package model

// Lang is a language a text is written in.
type Lang uint8

// The languages of the dataset and of the interface.
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

// ParseLang returns the language of a tag "en" or "zh".
func ParseLang(tag string) (Lang, bool) {
	switch tag {
	case "en":
		return EN, true
	case "zh":
		return ZH, true
	}
	return EN, false
}

// Text is one text in both languages.
type Text struct{ EN, ZH string }

// In returns the text in the language asked for.
func (t Text) In(l Lang) string {
	if l == ZH {
		return t.ZH
	}
	return t.EN
}

// Place is a territory figures are about: the one the dataset is about, a part
// of it, a peer, or the country.
type Place struct {
	ID   string
	Name Text
	Home bool // the one the dataset is about; set by [NewDataset]
}

// Cluster is an industry cluster, or the province-wide group of figures.
type Cluster struct {
	ID      string
	Name    Text
	Summary Text
	// Size is the indicator that best says how large the cluster is (its
	// revenue or output); nil if no source states one.
	Size *Indicator
	Hue  Hue
}

// Hue is the colour that tells a cluster from others, one of [Hues] from 1 on;
// what it looks like is up to a theme. 0 is that of no cluster.
type Hue uint8

// Hues is how many hues there are.
const Hues Hue = 20

// chooseHues gives each cluster that names no hue the first one that no other
// cluster has; if all are taken it begins again.
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

// Kind tells what sort of quantity an indicator is.
type Kind string

// The kinds of indicator.
const (
	Level  Kind = "level"  // an amount in a unit: revenue, output, a count
	Share  Kind = "share"  // percent of a named denominator, 0 to 100
	Growth Kind = "growth" // year-on-year change in percent, as stated
	Rank   Kind = "rank"   // a position among peers, 1 is first
)

// Scope is a territory that shares are shares of, and ranks ranks in. It is nil
// for a level, for growth, and for a rank among others than those of a
// territory, which its name then says.
type Scope struct {
	ID   string
	Name Text // as it stands within a sentence: "the world"
	// Home is the territory the dataset is about, and Before the scope before
	// this one in the dataset, nil for the first; both set by [NewDataset].
	Home   *Place
	Before *Scope
}

// NoScope is the id of no scope.
const NoScope = "none"

// String returns the scope's id, [NoScope] for nil.
func (s *Scope) String() string {
	if s == nil {
		return NoScope
	}
	return s.ID
}

// Within reports whether shares of the scope are shares within the territory
// the dataset is about.
func (s *Scope) Within() bool { return s != nil && s.ID == s.Home.ID }

// Indicator is a quantity that figures are stated for.
type Indicator struct {
	ID         string
	Cluster    *Cluster
	Place      *Place
	Name       Text
	Definition Text // one line: what is counted, and how
	Kind       Kind
	Unit       *Unit
	Scope      *Scope
	// Denominator says what a share is a share of ("national output of PV
	// glass"); empty for everything else.
	Denominator Text
	// GrowthOf is the level whose growth this indicator states; nil unless
	// Kind is Growth and the dataset has that level.
	GrowthOf *Indicator
	// Headline is the indicator's place among the Overview's headline
	// figures, from 1; 0 if it is not one.
	Headline int
	// RankedIn is the territory that ranks stated for figures are ranks in: the
	// scope, or the first of the dataset beside what has none. Nil for ranks
	// among others; set by [NewDataset].
	RankedIn *Scope
}

// Source is a document figures and statements rest on.
type Source struct {
	ID        string
	Publisher Text
	Title     string // as printed, in the source's own language
	Date      string // of publication: 2024, 2024-09 or 2024-09-18; "" if not stated
	URL       string // "" for grade B
	Grade     Grade
	Language  string // of the text that was read, ISO 639-1: "zh"
}

// Grade says how a source was seen.
type Grade string

// The grades.
const (
	GradeA Grade = "A" // read at the link: the publisher's own site, or an outlet that carries its text
	GradeB Grade = "B" // a named publisher's text, read where it was republished
)

// Figure is one observation: what one source states of one indicator for one
// period.
type Figure struct {
	ID        string
	Indicator *Indicator
	Period    Period
	Value     Value
	// Rank is the position the source states along with, or instead of, a
	// value, within the indicator's RankedIn; 0 if it
	// states none.
	Rank int
	// AsPrinted and RankAsPrinted are the source's own words for the number
	// and the rank, a few words at most, in the source's language.
	AsPrinted, RankAsPrinted string
	Status                   Status
	// DerivedFrom holds the figures this one was computed from, by Method;
	// empty for what a source states itself.
	DerivedFrom []*Figure
	Method      Text
	SaidBy      *Person // nil if the source names no speaker
	Source      *Source
	Locator     string // where in the source: a page, a table; "" if it is short
	// Lead marks the figure to show for its indicator and period; each such
	// pair has exactly one. The others corroborate or contradict it.
	Lead     bool
	Conflict *Conflict // nil if no other figure disagrees
	Note     Text
}

// ledOver reports whether another figure of the same kind leads where this one is
// contradicted.
func (f *Figure) ledOver() bool {
	if f.Conflict == nil || f.Conflict.Lead == f {
		return false
	}
	i, lead := f.Indicator, f.Conflict.Lead.Indicator
	return i.Kind == lead.Kind && i.Scope == lead.Scope && i.Cluster == lead.Cluster && i.Place == lead.Place
}

// SecondHand reports whether the figure was read where its publisher's text was
// republished, not at the publisher.
func (f *Figure) SecondHand() bool { return f.Source.Grade == GradeB }

// Conflict is a set of figures that cannot all be right, or that are easily
// mistaken for one another, and why one of them leads.
type Conflict struct {
	ID      string
	Name    Text
	Lead    *Figure
	Reason  Text
	Figures []*Figure // lead first, then as in the dataset
}

// Person is somebody whose words are in the dataset.
type Person struct {
	ID   string
	Name Text
}

// Speech tells whether a statement stands in the speaker's own words.
type Speech string

// The kinds of speech.
const (
	Reported Speech = "reported" // paraphrased; never shown in quotation marks
	Quoted   Speech = "quoted"   // the source itself prints it as a quotation
)

// Statement is something a person said, in the office held on that day.
type Statement struct {
	ID     string
	Person *Person
	Date   string // 2024, 2024-09 or 2024-09-18
	Office Text   // held at that date, as the source gives it
	Topics []*Cluster
	Speech Speech
	// Text is a paraphrase of ours. If Speech is Quoted it is the quotation in
	// the source's language and a translation, without marks, in the other.
	Text   Text
	Source *Source
}
