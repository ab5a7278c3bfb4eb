package tui

import (
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
)

// tour goes on with the tour, back, or, with any other key, leaves it where
// it is.
func (a App) tour(do keymap.Action) App {
	switch do {
	case keymap.PageDown, keymap.OpenItem, keymap.NextTab, keymap.MoveRight, keymap.MoveDown:
		return a.move(nav.TourStop(a.data, a.at.Tour+1))
	case keymap.PageUp, keymap.GoBack, keymap.PrevTab, keymap.MoveLeft, keymap.MoveUp:
		return a.move(nav.TourStop(a.data, max(1, a.at.Tour-1)))
	default:
		return a.show(a.at.Closed())
	}
}
