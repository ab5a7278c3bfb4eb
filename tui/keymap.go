package tui

import (
	"strings"
	"sync"

	"charm.land/bubbles/v2/key"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/text"
)

// Action is what a key does.
type Action uint8

// The actions. Tab actions come last: toTab+n goes to the nth tab.
const (
	doNothing Action = iota
	moveDown
	moveUp
	pageDown
	pageUp
	halfDown
	halfUp
	moveFirst
	moveLast
	nextTab
	prevTab
	openItem
	closeTop
	goBack
	showHelp
	showSource
	showConflicts
	switchScope
	switchSort
	switchTable
	addToChart
	switchTopic
	showVoices
	switchLanguage
	switchTheme
	switchMouse
	startSearch
	nextFound
	prevFound
	showPalette
	copyFigure
	copyLink
	showExport
	startTour
	redraw
	closeOrQuit
	quitNow
	toTab
)

// Key is one entry of the key map: an action, the keys that do it, and how
// the footer says it. Entries without a description are the other half of the
// entry before them.
type Key struct {
	Action  Action
	Binding key.Binding
	Short   string // for the footer
}

// KeyMap returns all keys with their descriptions in a language. It is the only
// list of keys there is: what they do, the footer, the help card and the
// README's table all come from it. It is the same for all, which nobody
// changes: thousands of viewers need not have one each.
func KeyMap(lang model.Lang) []Key {
	if lang == model.ZH {
		return keysInChinese()
	}
	return keysInEnglish()
}

//nolint:gochecknoglobals // constants that take code to make
var (
	keysInChinese = sync.OnceValue(func() []Key { return newKeyMap(text.For(model.ZH)) })
	keysInEnglish = sync.OnceValue(func() []Key { return newKeyMap(text.For(model.EN)) })
)

func newKeyMap(t *text.Texts) []Key {
	a := &t.Actions
	k := func(do Action, shown string, say text.Action, keys ...string) Key {
		return Key{do, key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, say.Long)), say.Short}
	}
	keys := make([]Key, 0, 36+len(t.Views))
	keys = append(
		keys,
		k(moveDown, "↑↓ j k", a.Move, "down", "j", "ctrl+n"),
		k(moveUp, "", text.Action{}, "up", "k"),
		k(pageDown, "PgUp PgDn Space b", a.Page, "pgdown", "space", "ctrl+f"),
		k(pageUp, "", text.Action{}, "pgup", "b", "ctrl+b"),
		k(halfDown, "Ctrl-d Ctrl-u", a.Half, "ctrl+d"),
		k(halfUp, "", text.Action{}, "ctrl+u"),
		k(moveFirst, "g G", a.Ends, "g", "home"),
		k(moveLast, "", text.Action{}, "G", "shift+g", "end"),
		k(nextTab, "Tab ← → h l [ ] 0…5", a.Tabs, "tab", "right", "l", "]"),
		k(prevTab, "", text.Action{}, "shift+tab", "left", "h", "["),
		k(openItem, "Enter", a.Open, "enter"),
		k(closeTop, "Esc", a.Close, "esc"),
		k(goBack, "- Backspace", a.Back, "-", "backspace"),
		k(showSource, "i", a.Source, "i"),
		k(showConflicts, "!", a.Conflicts, "!"),
		k(startSearch, "/", a.Search, "/"),
		k(nextFound, "n N", a.Again, "n"),
		k(prevFound, "", text.Action{}, "N", "shift+n"),
		k(showPalette, ": Ctrl-p", a.Palette, ":", "ctrl+p"),
		k(copyFigure, "y", a.Copy, "y"),
		k(copyLink, "Y", a.CopyLink, "Y", "shift+y"),
		k(showExport, "e", a.Export, "e"),
		k(switchTable, "t", a.Table, "t"),
		k(switchScope, "w", a.Scope, "w"),
		k(switchSort, "s", a.Sort, "s"),
		k(addToChart, "c", a.Compare, "c"),
		k(switchTopic, "f", a.Topic, "f"),
		k(showVoices, "v", a.Voices, "v"),
		k(switchLanguage, "L", a.Language, "L", "shift+l"),
		k(switchTheme, "T", a.Theme, "T", "shift+t"),
		k(switchMouse, "m", a.Mouse, "m"),
		k(redraw, "Ctrl-l", a.Redraw, "ctrl+l"),
		k(startTour, ".", a.Tour, "."),
		k(showHelp, "?", a.Help, "?"),
		k(closeOrQuit, "q", a.Quit, "q"),
		k(quitNow, "Ctrl-c", a.QuitNow, "ctrl+c"),
	)
	for n := range t.Views {
		digit := string(rune('0' + n))
		keys = append(keys, k(toTab+Action(n), "", text.Action{}, digit)) //nolint:gosec // six tabs
	}
	return keys
}

// keystroke is a key's name as bindings spell it. Full-width letters, digits
// and spaces count as their ASCII keys.
type keystroke string

func (k keystroke) String() string {
	if k == "\u3000" {
		return "space"
	}
	return strings.Map(runes.Narrow, string(k))
}

// actionOf returns what a key does.
func actionOf(keys []Key, stroke string) Action {
	for i := range keys {
		if key.Matches(keystroke(stroke), keys[i].Binding) {
			return keys[i].Action
		}
	}
	return doNothing
}
