// Package keymap defines the actions of the dashboard, their keys and their
// descriptions.
package keymap

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"charm.land/bubbles/v2/key"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/text"
)

// Action is the action of a key.
type Action uint8

// The actions. Tab actions come last: ToTab+n goes to the nth tab.
const (
	None Action = iota
	MoveDown
	MoveUp
	MoveRight
	MoveLeft
	PageDown
	PageUp
	HalfDown
	HalfUp
	MoveFirst
	MoveLast
	NextTab
	PrevTab
	OpenItem
	CloseTop
	GoBack
	GoForward
	ShowHelp
	ShowSource
	ShowConflicts
	ShowSeries
	SwitchScope
	SwitchMeasure
	SwitchSort
	TurnSort
	SwitchTable
	AddToChart
	ShowIndex
	Zoom
	SwitchTopic
	ShowVoices
	SwitchLanguage
	SwitchTheme
	SwitchMouse
	StartSearch
	StartFilter
	NextFound
	PrevFound
	ShowPalette
	CopyFigure
	CopyLink
	ShowExport
	KeepFigure
	ShowKept
	StartTour
	ShowRoom
	Follow
	PointAt
	Redraw
	CloseOrQuit
	QuitNow
	ToTab
)

// Group is what the actions of keys are for, in the order of the help card.
type Group uint8

// The groups.
const (
	Moving Group = iota
	Looking
	Taking
	Together
	Setting
	Groups
)

// Group returns what an action is for.
func (a Action) Group() Group {
	switch a {
	case CopyFigure, CopyLink, ShowExport, KeepFigure, ShowKept:
		return Taking
	case SwitchLanguage, SwitchTheme, SwitchMouse, Redraw, ShowHelp, CloseOrQuit, QuitNow:
		return Setting
	case ShowRoom, Follow, PointAt:
		return Together
	case ShowSource, ShowConflicts, ShowSeries, SwitchScope, SwitchMeasure, SwitchSort, TurnSort, SwitchTable, AddToChart, ShowIndex, Zoom, SwitchTopic, ShowVoices,
		StartSearch, StartFilter, NextFound, PrevFound, ShowPalette, StartTour:
		return Looking
	case None, MoveDown, MoveUp, MoveRight, MoveLeft, PageDown, PageUp, HalfDown, HalfUp, MoveFirst, MoveLast, NextTab, PrevTab,
		OpenItem, CloseTop, GoBack, GoForward, ToTab:
	}
	return Moving
}

// Key is an entry of the key map: an action, its keys, and its text in the
// footer. An entry without a description is the counterpart of the entry before
// it.
type Key struct {
	Action  Action
	Binding key.Binding
	Short   string // for the footer
}

// For returns the key bindings with their descriptions in lang. They are shared
// and read-only. The footer, the help card, the manual page and the table in
// README.md derive from them; text entry is in package tui.
func For(lang model.Lang) []Key {
	if lang == model.ZH {
		return keysInChinese()
	}
	return keysInEnglish()
}

//nolint:gochecknoglobals // constants that take code to make
var (
	keysInChinese = sync.OnceValue(func() []Key { return newFor(text.For(model.ZH)) })
	keysInEnglish = sync.OnceValue(func() []Key { return newFor(text.For(model.EN)) })
)

func newFor(t *text.Texts) []Key {
	a := &t.Actions
	k := func(do Action, shown string, say text.Action, keys ...string) Key {
		return Key{do, key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, say.Long)), say.Short}
	}
	keys := make([]Key, 0, 47+len(t.Views))
	keys = append(
		keys,
		k(MoveDown, "↑↓ j k", a.Move, "down", "j", "ctrl+n"),
		k(MoveUp, "", text.Action{}, "up", "k"),
		k(PageDown, "PgUp PgDn Space b", a.Page, "pgdown", "space", "ctrl+f"),
		k(PageUp, "", text.Action{}, "pgup", "b", "ctrl+b"),
		k(HalfDown, "Ctrl-d Ctrl-u", a.Half, "ctrl+d"),
		k(HalfUp, "", text.Action{}, "ctrl+u"),
		k(MoveFirst, "g G", a.Ends, "g", "home"),
		k(MoveLast, "", text.Action{}, "G", "shift+g", "end"),
		k(MoveRight, "←→ h l", a.Aside, "right", "l"),
		k(MoveLeft, "", text.Action{}, "left", "h"),
		k(NextTab, "Tab [ ] 0…"+strconv.Itoa(len(t.Views)-1), a.Tabs, "tab", "]"),
		k(PrevTab, "", text.Action{}, "shift+tab", "["),
		k(OpenItem, "Enter", a.Open, "enter"),
		k(CloseTop, "Esc", a.Close, "esc"),
		k(GoBack, "- Bksp", a.Back, "-", "backspace", "ctrl+h"), // some terminals send that for Backspace
		k(GoForward, "+", a.Forward, "+"),
		k(ShowSource, "i", a.Source, "i"),
		k(ShowConflicts, "!", a.Conflicts, "!"),
		k(ShowSeries, "r", a.Series, "r"),
		k(StartSearch, "/", a.Search, "/"),
		k(StartFilter, "&", a.Filter, "&"),
		k(NextFound, "n N", a.Again, "n"),
		k(PrevFound, "", text.Action{}, "N", "shift+n"),
		k(ShowPalette, ": Ctrl-p", a.Palette, ":", "ctrl+p"),
		k(CopyFigure, "y", a.Copy, "y"),
		k(CopyLink, "Y", a.CopyLink, "Y", "shift+y"),
		k(ShowExport, "e", a.Export, "e"),
		k(KeepFigure, "a A", a.Keep, "a"),
		k(ShowKept, "", text.Action{}, "A", "shift+a"),
		k(SwitchTable, "t", a.Table, "t"),
		k(SwitchScope, "w", a.Scope, "w"),
		k(SwitchMeasure, "o", a.Measure, "o"),
		k(SwitchSort, "s S", a.Sort, "s"),
		k(TurnSort, "", text.Action{}, "S", "shift+s"),
		k(AddToChart, "c", a.Compare, "c"),
		k(ShowIndex, "x", a.Index, "x"),
		k(Zoom, "z", a.Zoom, "z"),
		k(SwitchTopic, "f", a.Topic, "f"),
		k(ShowVoices, "v", a.Voices, "v"),
		k(SwitchLanguage, "L", a.Language, "L", "shift+l"),
		k(SwitchTheme, "T", a.Theme, "T", "shift+t"),
		k(SwitchMouse, "m", a.Mouse, "m"),
		k(Redraw, "Ctrl-l", a.Redraw, "ctrl+l"),
		k(StartTour, ".", a.Tour, "."),
		k(ShowRoom, "P", a.Present, "P", "shift+p"),
		k(Follow, "F", a.Follow, "F", "shift+f"),
		k(PointAt, "p", a.Point, "p"),
		k(ShowHelp, "?", a.Help, "?"),
		k(CloseOrQuit, "q", a.Quit, "q"),
		k(QuitNow, "Ctrl-c", a.QuitNow, "ctrl+c"),
	)
	for n := range t.Views {
		digit := string(rune('0' + n))
		keys = append(keys, k(ToTab+Action(n), "", text.Action{}, digit)) //nolint:gosec // six tabs
	}
	return keys
}

// spelled is the name of a key as bindings spell it. Characters that a Chinese
// input method sends for the keys of ASCII ones stand for these: full-width
// letters, digits, signs and spaces, and what it has on the keys of / [ ].
func spelled(stroke string) string {
	switch stroke {
	case "\u3000":
		return "space"
	case "\u3001":
		return "/"
	case "\u3010", "\u300c":
		return "["
	case "\u3011", "\u300d":
		return "]"
	}
	return strings.Map(runes.Narrow, stroke)
}

// Match returns the action of the key named stroke in keys, None if it has
// none.
func Match(keys []Key, stroke string) Action {
	stroke = spelled(stroke)
	for i := range keys {
		if slices.Contains(keys[i].Binding.Keys(), stroke) {
			return keys[i].Action
		}
	}
	return None
}
