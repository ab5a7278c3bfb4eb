package screen

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// nearness is how near a name of the palette is to what was typed.
type nearness int

const (
	begins nearness = iota
	within
	described // it is in the description of the action
	byLetters // the name has its letters in order
	notNear
)

// paletteChoices are the actions that do anything here, the views, and the clusters
// and cities, that are near what was typed, the nearest first. Letters alone count
// only where nothing is nearer.
func (p Page) paletteChoices() Choices {
	query := strings.ToLower(strings.TrimSpace(p.at.Query))
	var all [byLetters + 1][]func() Choice // by nearness
	add := func(name, description string, choice func(name string) Choice) {
		if n := nearnessOf(name, description, query); n < notNear {
			all[n] = append(all[n], func() Choice { return choice(name) })
		}
	}
	under := p // what an action would be done to
	under.at = p.at.Closed()
	for _, k := range keymap.For(p.in.Lang) {
		if h := k.Binding.Help(); h.Desc != "" && k.Action > keymap.MoveLast && under.enabled(k.Action) {
			add(p.verb(k), h.Desc+" "+k.Short, func(name string) Choice { return Choice{Name: name, Note: h.Key, Do: k.Action} })
		}
	}
	for i, name := range p.text.Views {
		add(name, "", func(name string) Choice {
			return Choice{Name: name, Note: string(rune('0' + i)), Do: keymap.ToTab + keymap.Action(i)} //nolint:gosec // a digit
		})
	}
	for _, v := range [...]place.View{place.Clusters, place.Cities} {
		for _, id := range nav.Items(p.data, place.Place{View: v}, p.in.Lang) {
			add(nav.Name(p.data, place.Place{View: v, Item: id}, p.text), "", func(name string) Choice {
				return Choice{Name: name, Note: p.text.Views[v], To: place.Place{View: v, Item: id}}
			})
		}
	}
	near := slices.Concat(all[:byLetters]...)
	if len(near) == 0 {
		near = all[byLetters]
	}
	return Choices{len(near), func(i int) Choice { return near[i]() }}
}

// verb returns the name of an action in the palette: what it does, in a few words.
func (p Page) verb(k keymap.Key) string {
	v := &p.text.Verbs
	for _, word := range [...]struct {
		do   keymap.Action
		name string
	}{
		{keymap.StartSearch, v.Search},
		{keymap.NextFound, v.Again},
		{keymap.CopyFigure, v.Copy},
		{keymap.ShowExport, v.Export},
		{keymap.AddToChart, v.Compare},
		{keymap.ShowSeries, v.Series},
		{keymap.ShowConflicts, v.Conflicts},
		{keymap.ShowVoices, v.Voices},
		{keymap.SwitchLanguage, v.Language},
		{keymap.CloseOrQuit, v.Quit},
	} {
		if word.do == k.Action {
			return word.name
		}
	}
	name := k.Binding.Help().Desc
	if i := strings.IndexAny(name, ",;:(\uff0c\uff1b\uff1a\uff08"); i > 0 {
		name = strings.TrimSpace(name[:i])
	}
	first, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[n:]
}

func nearnessOf(name, description, query string) nearness {
	name = strings.ToLower(name)
	switch i := strings.Index(name, query); {
	case i == 0:
		return begins
	case i > 0:
		return within
	case strings.Contains(strings.ToLower(description), query):
		return described
	case fuzzy(name, query):
		return byLetters
	}
	return notNear
}

// fuzzy reports whether text has the letters of query in order.
func fuzzy(text, query string) bool {
	for _, r := range strings.ReplaceAll(query, " ", "") {
		i := strings.IndexRune(text, r)
		if i < 0 {
			return false
		}
		text = text[i+len(string(r)):]
	}
	return true
}
