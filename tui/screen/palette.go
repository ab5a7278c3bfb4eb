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
func (p Page) paletteChoices() []Choice {
	query := strings.ToLower(strings.TrimSpace(p.at.Query))
	var all []Choice
	var near []nearness
	add := func(c Choice, description string) {
		if n := nearnessOf(c.Name, description, query); n < notNear {
			i, _ := slices.BinarySearch(near, n+1)
			all, near = slices.Insert(all, i, c), slices.Insert(near, i, n)
		}
	}
	under := p // what an action would be done to
	under.at = p.at.Closed()
	for _, k := range keymap.For(p.in.Lang) {
		if h := k.Binding.Help(); h.Desc != "" && k.Action > keymap.MoveLast && under.Enabled(k.Action) {
			add(Choice{Name: p.verb(k), Note: h.Key, Do: k.Action}, h.Desc+" "+k.Short)
		}
	}
	for i, name := range p.text.Views {
		add(Choice{Name: name, Note: string(rune('0' + i)), Do: keymap.ToTab + keymap.Action(i)}, "") //nolint:gosec // a digit
	}
	for _, v := range [...]place.View{place.Clusters, place.Cities} {
		for _, id := range nav.Items(p.data, place.Place{View: v}, p.in.Lang) {
			to := place.Place{View: v, Item: id}
			add(Choice{Name: nav.Name(p.data, to, p.text), Note: p.text.Views[v], To: to}, "")
		}
	}
	if i, _ := slices.BinarySearch(near, byLetters); i > 0 {
		all = all[:i]
	}
	return all
}

// verb returns the name of an action in the palette: what it does, in a few words.
func (p Page) verb(k keymap.Key) string {
	v := &p.text.Verbs
	if name, ok := map[keymap.Action]string{
		keymap.StartSearch: v.Search, keymap.NextFound: v.Again, keymap.CopyFigure: v.Copy, keymap.ShowExport: v.Export,
		keymap.AddToChart: v.Compare, keymap.ShowSeries: v.Series, keymap.ShowConflicts: v.Conflicts, keymap.ShowVoices: v.Voices,
		keymap.SwitchLanguage: v.Language, keymap.CloseOrQuit: v.Quit,
	}[k.Action]; ok {
		return name
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
