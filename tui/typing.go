package tui

import (
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// typed handles the keys of a card that takes text: what is printable is
// typed, the rest moves among the choices, chooses, or closes.
func (a *App) typed(msg tea.KeyPressMsg) Effect {
	switch stroke := msg.String(); stroke {
	case "esc":
		if a.at.Card == place.FilterCard {
			a.at.Filter = ""
		}
		a.show(a.at.Closed())
		return Effect{}
	case "ctrl+c":
		return Effect{Quit: true}
	case "enter":
		return a.choose()
	case "up", "ctrl+p", "down", "ctrl+n", "pgup", "pgdown":
		do := map[string]keymap.Action{
			"up": keymap.MoveUp, "ctrl+p": keymap.MoveUp, "down": keymap.MoveDown, "ctrl+n": keymap.MoveDown, "pgup": keymap.PageUp, "pgdown": keymap.PageDown,
		}[stroke]
		if a.at.Card == place.FilterCard { // the list is in sight
			a.show(a.at.Closed())
		}
		a.move(a.Page().Act(do))
		return Effect{}
	case "backspace", "ctrl+h":
		if a.at.Query == "" {
			a.show(a.at.Closed())
			return Effect{}
		}
	}
	if f, ok := a.field().edited(msg.String()); ok {
		a.query(f, "")
	} else {
		a.insert(msg.Text)
	}
	return Effect{}
}

// pressedOnCard does what the footer names for a card that takes text.
func (a *App) pressedOnCard(do keymap.Action) Effect {
	if do == keymap.OpenItem {
		return a.choose()
	}
	a.show(a.at.Closed())
	return Effect{}
}

// insert types text at the caret, and says so if not all of it is kept.
func (a *App) insert(typed string) {
	f, cut := a.field().inserted(typed)
	switch {
	case cut:
		a.query(f, fmt.Sprintf(text.For(a.in.Lang).Say.Cut, place.MaxQuery))
	case f != a.field():
		a.query(f, "")
	}
}

// query sets what is typed, and puts the cursor on the first choice if that is
// something else.
func (a *App) query(f field, status string) {
	to := a.at
	if typed := f.before + f.after; typed != to.Query {
		to.Query, to.Scroll = typed, 0
	}
	if to.Card == place.FilterCard {
		to.Filter = to.Query
	}
	to.Caret, to.Status = utf8.RuneCountInString(f.after), status
	a.show(to)
}

// choose does what the choice under the cursor is for.
func (a *App) choose() Effect {
	if a.at.Card == place.FilterCard {
		a.show(a.at.Closed())
		return Effect{}
	}
	if a.at.Card == place.CodeCard {
		return Effect{Wish: place.Join, Code: a.at.Query}
	}
	c, ok := a.Page().Chosen()
	if !ok {
		return Effect{}
	}
	switch card := a.at.Card; {
	case c.To.Card == place.SearchCard: // a word that finds something
		a.show(c.To)
	case card == place.SearchCard:
		a.last, a.foundAt = a.search, a.at.Scroll
		a.show(a.at.Closed())
		a.found(c.To)
	case card == place.PaletteCard && c.Do == keymap.None:
		a.show(a.at.Closed())
		a.move(c.To)
	case card == place.PaletteCard:
		a.show(a.at.Closed())
		return a.perform(c.Do)
	case card == place.RoomCard:
		return a.wish(c.Wish)
	case c.Wish != place.NoWish:
		return Effect{Wish: c.Wish}
	case c.Copy != "":
		var e Effect
		e.Copy, a.at.Status, e.Made = a.Page().Copy(c.Copy)
		return e
	case c.Save != "" && a.options.Save == nil:
		return a.Copying(c.Command, c.Command)
	case c.Save != "":
		return Effect{Save: c.Save}
	}
	return Effect{}
}

// again goes to the next result of the last search, or the one before.
func (a *App) again(by int) {
	if a.last == nil {
		return
	}
	found := a.last.Found()
	if len(found) == 0 {
		return
	}
	a.foundAt = (a.foundAt + by + len(found)) % len(found)
	a.found(nav.PlaceOf(a.data, found[a.foundAt]))
}

// found goes to a result of a search.
func (a *App) found(to place.Place) {
	began := a.at
	if a.sought != nil {
		began = a.sought.began
	}
	a.move(to)
	a.sought = &sought{began, a.at}
}

// nothingElseToClose reports whether the viewer is at the result of a search, or has
// closed all that was opened since in its view.
func (a *App) nothingElseToClose() bool {
	if a.sought == nil || a.at.Card != place.NoCard {
		return false
	}
	landed := a.sought.landed
	landed.Keep = a.at.Keep
	return a.at == landed || a.Page().Act(keymap.CloseTop) == a.at
}

// backFromSearch goes to where the last search began.
func (a *App) backFromSearch() {
	to := a.sought.began
	a.sought = nil
	if from, _, ok := a.back.Back(); ok && from == to {
		a.goBack()
		return
	}
	a.move(to)
}
