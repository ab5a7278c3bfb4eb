package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// Atom is a format of changes only: a feed of RFC 4287.
const Atom Format = "atom"

// Changes returns the list of what changed in the dataset after a version.
func Changes(data *model.Dataset, since string, lang model.Lang) List {
	return List{
		Records: records(changeColumns(lang), data.Changes(since)).stamped(data.Version, data.AsOf),
		brief:   []string{"version", "figure", "what", "before", "after", "why"},
	}
}

func changeColumns(lang model.Lang) []column[model.Change] {
	words := text.For(lang)
	return []column[model.Change]{
		{"version", func(c model.Change) any { return c.Version }},
		{"date", func(c model.Change) any { return c.Date }},
		{"figure", func(c model.Change) any { return c.Figure }},
		{"what", func(c model.Change) any { return c.What }},
		{"before", func(c model.Change) any { return c.Before }},
		{"after", func(c model.Change) any {
			if c.New != nil {
				return words.Value(c.New)
			}
			return c.After
		}},
		{"why", func(c model.Change) any { return c.Why.In(lang) }},
		{"name", func(c model.Change) any {
			if c.New != nil {
				return words.FullName(c.New.Indicator)
			}
			return ""
		}},
	}
}

// LastVersion returns the version before that of the dataset, which changes are
// told from by default; "0.0.0" if it names no other.
func LastVersion(data *model.Dataset) string {
	versions := data.Versions()
	if i := slices.Index(versions, data.Version); i > 0 {
		return versions[i-1]
	}
	return "0.0.0"
}

type feed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string   `xml:"xml:lang,attr"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Entries []entry  `xml:"entry"`
}

type entry struct {
	ID      string `xml:"id"`
	Title   string `xml:"title"`
	Updated string `xml:"updated"`
	Summary string `xml:"summary"`
}

// WriteFeed writes what changed in the dataset after a version as an Atom feed,
// one entry per change.
func WriteFeed(w io.Writer, data *model.Dataset, since string, lang model.Lang) error {
	t := text.For(lang)
	day := func(date string) string { return date + "T00:00:00Z" }
	name := "urn:anhui-tui:" + data.Home.ID
	f := feed{Lang: lang.String(), ID: name, Title: data.Title.In(lang), Updated: day(data.AsOf), Author: data.Title.In(lang)}
	for _, c := range data.Changes(since) {
		e := entry{ID: name + ":" + c.Version + ":" + c.Figure + ":" + c.What, Updated: day(c.Date)}
		if c.Date == "" { // of a version that nothing else tells of
			e.Updated = f.Updated
		}
		if c.New != nil {
			e.Title = t.FullName(c.New.Indicator) + t.Say.Comma + t.Period(c.New.Period) + t.Say.Colon + t.Value(c.New)
			e.Summary = c.New.Source.Publisher.In(lang) + t.Say.Comma + t.Date(c.New.Source.Date)
		} else {
			e.Title = c.Figure + t.Say.Colon + c.What
			e.Summary = c.Before + " → " + c.After + fmt.Sprintf(t.Say.Brackets, c.Why.In(lang))
		}
		f.Entries = append(f.Entries, e)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(f); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
