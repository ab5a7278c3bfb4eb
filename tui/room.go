package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/text"
)

// led is what the presenter shows to a follower.
type led struct {
	at  *place.Place // nil if nothing was shown yet
	own bool         // the open card is one the follower opened: nothing moves under it
}

// Room returns the viewer's part in a presentation.
func (a *App) Room() place.Room { return a.in.Room }

// Attend returns the App with another part in a presentation. What has become of
// the viewer's role is noticed. A viewer who does not take part any more stays
// where they are.
func (a App) Attend(r place.Room) App {
	was := a.in.Room.Role
	if r.Notice == place.NoNotice && r.Role == was {
		r.Notice = a.in.Room.Notice
	}
	switch {
	case was == place.Presenting && r.Role == place.Following:
		r.Notice = place.RoomLost
	case (was == place.Following || was == place.Browsing) && r.Role == place.Presenting:
		r.Notice = place.RoomYours
	}
	a.in.Room = r
	switch {
	case was == place.NoRole && r.Role == place.Presenting && a.options.Auto == 0:
		a.at.Card = place.RoomCard // the line others need
	case was == place.NoRole && r.Role == place.Following:
		a.back = a.back.Left(a.at.Closed())
		a.at, a.led.own = a.at.Closed(), false
	case r.Role == place.NoRole && a.at.Card == place.RoomCard:
		a.at = a.at.Closed()
	}
	return a
}

// Led returns the App after the presenter has shown a place. A follower goes there,
// unless something is being read or typed that the follower has opened. Exact is
// false if the presenter's dataset is another: a place that is not there is noticed
// then.
func (a App) Led(at place.Place, exact bool) App {
	a.led.at = &at
	if a.in.Room.Role != place.Following || a.holds() {
		return a
	}
	a.led.own = false
	if a.show(at); !exact && (a.at.Item != at.Item || a.at.Sub != at.Sub) {
		a.in.Room.Notice = place.RoomOther
	}
	return a
}

// holds reports whether a follower's card or typing keeps the screen as it is.
func (a *App) holds() bool { return a.at.Card.Typing() || a.led.own && a.at.Card != place.NoCard }

// follow returns to where the presenter is.
func (a *App) follow() {
	a.back = a.back.Left(a.at.Closed())
	a.in.Room.Role, a.led.own = place.Following, false
	a.presented()
}

// presented goes where the presenter is.
func (a *App) presented() {
	if a.led.at == nil {
		a.show(place.Place{})
		return
	}
	a.show(*a.led.at)
}

// leading is what of an App before a message says what that has made of a follower.
type leading struct {
	at    place.Place
	room  place.Room
	holds bool
}

func (a *App) leading() leading { return leading{a.at, a.in.Room, a.holds()} }

// followed notes what a message has made of a follower: who goes to another place
// looks around alone from then on, who closes a card is where the presenter is.
func (a *App) followed(before leading, msg tea.Msg) {
	if byUser(msg) && before.room.Notice != place.NoNotice && a.in.Room.Notice == before.room.Notice {
		a.in.Room.Notice = place.NoNotice
	}
	if before.room.Role != place.Following || a.in.Room.Role != place.Following {
		return
	}
	switch {
	case subject(a.at) != subject(before.at):
		a.in.Room.Role = place.Browsing
	case a.at.Card != before.at.Card:
		a.led.own = a.at.Card != place.NoCard
		if before.holds && !a.holds() {
			a.presented()
		}
	}
}

// byUser reports whether a message is something the viewer does.
func byUser(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return true
	}
	return false
}

// subject is a place without what only concerns how it is looked at, and what is kept.
func subject(at place.Place) place.Place {
	at = at.Closed()
	at.Mark, at.Keep = "", ""
	return at
}

// Shown returns what a presenter shows to others: the place with everything in it
// by its id, and nothing that is typed.
func (a *App) Shown() place.Place {
	at := a.at.Shared()
	if at.Scope == "" && nav.Has(at.View, nav.Scope) {
		if s := a.data.Scope(""); s != nil {
			at.Scope = s.ID
		}
	}
	return at
}

// inRoom reports whether an action concerns the room, which a tour does not end for.
func inRoom(do keymap.Action) bool {
	return do == keymap.ShowRoom || do == keymap.Follow || do == keymap.PointAt
}

// wish carries out a choice on the card of the room.
func (a *App) wish(w place.Wish) Effect {
	a.show(a.at.Closed())
	if w == place.NoWish { // following ends
		a.in.Room.Role = place.Browsing
	}
	return Effect{Wish: w}
}

// Copying says what was copied, a command or a text that a room has, and returns the wish
// to copy it: if it is too long for the clipboard, the command that prints it.
func (a *App) Copying(copied, command string) Effect {
	words := text.For(a.in.Lang)
	a.at.Status = words.Say.Copied
	if n := len(copied); n > screen.MaxRemoteCopy {
		copied, a.at.Status = command, fmt.Sprintf(words.Room.TooLong, screen.KiB(n), screen.KiB(screen.MaxRemoteCopy))
	}
	return Effect{Copy: copied}
}
