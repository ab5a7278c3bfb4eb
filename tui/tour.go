package tui

import (
	"time"

	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
)

// tour goes on with the tour, back, or, with any other key, leaves it where
// it is.
func (a *App) tour(do keymap.Action) {
	switch do {
	case keymap.PageDown, keymap.OpenItem, keymap.NextTab, keymap.MoveRight, keymap.MoveDown:
		a.move(nav.TourStop(a.data, a.at.Tour+1))
	case keymap.PageUp, keymap.GoBack, keymap.PrevTab, keymap.MoveLeft, keymap.MoveUp:
		a.move(nav.TourStop(a.data, max(1, a.at.Tour-1)))
	default:
		a.show(a.at.Closed())
	}
}

// Auto is the wish to be given Msg after a time.
type Auto struct {
	After time.Duration
	Msg   AutoMsg
}

// AutoMsg is the message at which a tour steps by itself.
type AutoMsg struct{ step int }

// auto returns the wish for the next step of a tour that goes on by itself.
func (a *App) auto() Auto {
	if a.options.Auto <= 0 || a.at.Tour == 0 {
		return Auto{}
	}
	return Auto{a.options.Auto, AutoMsg{a.steps}}
}

// autoStep goes on with the tour, from its end to its beginning, unless a key was
// pressed meanwhile.
func (a *App) autoStep(msg AutoMsg) Effect {
	if a.auto() == (Auto{}) || msg.step != a.steps {
		return Effect{}
	}
	a.steps++
	a.move(nav.TourStop(a.data, a.at.Tour%len(a.data.Tour)+1))
	return Effect{Auto: a.auto()}
}
