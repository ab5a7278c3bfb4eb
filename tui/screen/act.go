package screen

import (
	"slices"
	"strings"

	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// Act returns the place after an action. It is the page's own place if the action
// has no effect here or is no navigation. What is kept goes along.
func (p Page) Act(do keymap.Action) place.Place {
	if do == keymap.KeepFigure {
		return p.keep()
	}
	next := p.act(do)
	next.Keep = p.at.Keep
	return next
}

func (p Page) act(do keymap.Action) place.Place {
	if p.at.Card != place.NoCard {
		if next, done := p.actOnCard(do); done {
			return next
		}
		p.at = p.at.Closed()
	}
	next := p.at
	switch do {
	case keymap.MoveDown, keymap.MoveUp, keymap.MoveRight, keymap.MoveLeft:
		if p.onMap() {
			return p.moved(do)
		}
	}
	switch do {
	case keymap.MoveDown, keymap.MoveUp, keymap.PageDown, keymap.PageUp, keymap.HalfDown, keymap.HalfUp, keymap.MoveFirst, keymap.MoveLast:
		return nav.Down(p.data, p.at, p.in.Lang, distance(do, max(1, p.areas().Body.H-1)))
	case keymap.MoveRight:
		return nav.Aside(p.data, p.at, p.in.Lang, 1)
	case keymap.MoveLeft:
		return nav.Aside(p.data, p.at, p.in.Lang, -1)
	case keymap.ShowSeries:
		return nav.ToSeries(p.data, p.at, p.in.Lang)
	case keymap.SwitchSort:
		return nav.NextSort(p.data, p.at)
	case keymap.TurnSort:
		return nav.TurnSort(p.data, p.at)
	case keymap.OpenItem:
		return nav.Open(p.data, p.at, p.in.Lang)
	case keymap.CloseTop:
		return p.closed()
	case keymap.StartFilter:
		if nav.Has(next.View, nav.Filter) {
			next.Card, next.Query = place.FilterCard, next.Filter
		}
	case keymap.ShowHelp:
		next.Card = place.HelpCard
	case keymap.ShowSource:
		if p.hasSource() {
			next.Card = place.SourceCard
		}
	case keymap.StartSearch, keymap.ShowPalette, keymap.ShowExport, keymap.CopyLink, keymap.ShowKept:
		next.Card = map[keymap.Action]place.Card{
			keymap.StartSearch: place.SearchCard, keymap.ShowPalette: place.PaletteCard,
			keymap.ShowExport: place.ExportCard, keymap.CopyLink: place.LinkCard, keymap.ShowKept: place.BasketCard,
		}[do]
	case keymap.CopyFigure:
		if len(p.figures()) > 0 {
			next.Card = place.CiteCard
		}
	case keymap.ShowConflicts:
		return p.conflicts()
	case keymap.ShowRoom:
		next.Card = place.RoomCard
	case keymap.Follow:
		if next.Card = place.CodeCard; p.in.Room.Role != place.NoRole {
			next.Card = place.RoomCard
		}
	case keymap.PointAt:
		next.Mark = p.pointed()
	default:
		return p.option(do)
	}
	return next
}

// enabled reports whether an action has an effect here. The footer and the palette
// hide the others.
func (p Page) enabled(do keymap.Action) bool {
	switch do {
	case keymap.OpenItem, keymap.CloseTop, keymap.ShowSource, keymap.ShowConflicts, keymap.CopyFigure, keymap.SwitchScope, keymap.SwitchMeasure, keymap.SwitchSort, keymap.TurnSort, keymap.SwitchTable, keymap.SwitchTopic, keymap.ShowVoices, keymap.AddToChart, keymap.ShowSeries, keymap.ShowIndex, keymap.Zoom, keymap.StartFilter:
		return p.Act(do) != p.at
	case keymap.MoveRight:
		return !nav.HasAside(p.at.View) || p.at.Sub != "" || len(p.subs()) > 0
	case keymap.KeepFigure:
		return len(p.figures()) > 0
	case keymap.ShowKept:
		return p.at.Keep != ""
	case keymap.StartTour:
		return len(p.data.Tour) > 0
	case keymap.PointAt:
		return p.in.Room.Role == place.Presenting && len(p.figures()) > 0
	default:
		return true
	}
}

// closed returns the place out of what was opened last: first the cursor leaves the
// detail, then the list is back, then the filters go.
func (p Page) closed() place.Place {
	next := p.at
	switch {
	case next.Sub != "":
		next.Sub = ""
	case next.Zoom != place.NoZoom:
		next.Zoom = place.NoZoom
	case next.Topic != "":
		next.Topic = ""
	case next.With != "" && nav.Has(next.View, nav.Other):
		next.With = ""
	default:
		next.Filter = ""
	}
	return next
}

// Turn returns the place after a mouse's wheel was turned over x, y by a step, which
// moves the cursor in the pane that is there: first of all into it.
func (p Page) Turn(do keymap.Action, x, y int) place.Place {
	if p.at.Card != place.NoCard || p.view().list == 0 {
		return p.Act(do)
	}
	areas := p.panes(p.areas().Body.margin(1))
	switch subs := p.subs(); {
	case areas.Beside && areas.List.contains(x, y):
		p.at.Sub = ""
	case areas.Beside && areas.Detail.contains(x, y) && p.at.Sub == "" && len(subs) > 0:
		return p.toSub(subs[0])
	}
	return p.Act(do)
}

// option switches what a view shows.
func (p Page) option(do keymap.Action) place.Place {
	next := p.at
	i := slices.IndexFunc(options()[do], func(o nav.Option) bool { return nav.Has(p.at.View, o) })
	if i < 0 {
		return next
	}
	switch options()[do][i] {
	case nav.By:
		next = nav.NextMeasure(p.data, next)
	case nav.Other:
		next.With = p.otherToggled()
	case nav.Scope:
		next = nav.NextScope(p.data, next)
	case nav.Table:
		next.Table = !next.Table
	case nav.Index:
		next.Index = !next.Index && nav.Charted(p.data, p.at)
	case nav.Zoom:
		next.Zoom = p.zoomed()
	case nav.Topic:
		next.Topic = p.nextTopic()
	case nav.With:
		next.With = p.withToggled()
	case nav.Spoken:
		next = place.Place{View: place.Voices, Topic: next.Item}
	case nav.Filter: // which is typed
	}
	return next
}

// zoom returns the pane that is zoomed: a zoomed list makes room for the detail while the
// cursor is there, and for the page of two cities while one is kept to compare.
func (p Page) zoom() place.Zoom {
	switch {
	case p.at.Zoom == place.ListZoom && p.at.Sub != "":
		return place.DetailZoom
	case p.at.Zoom == place.ListZoom && p.keepsCity():
		return place.NoZoom
	}
	return p.at.Zoom
}

// keepsCity reports whether a city is kept to compare others with.
func (p Page) keepsCity() bool { return p.at.View == place.Cities && p.data.Part(p.at.With) != nil }

// zoomed returns what is zoomed next: the pane with the cursor if another is beside it,
// also a list of which only a line is seen, and none if one is already.
func (p Page) zoomed() place.Zoom {
	body := p.bodyArea()
	switch {
	case p.at.Zoom != place.NoZoom || tiny(p.in):
		return place.NoZoom
	case (p.at.Sub != "" || p.keepsCity()) && p.beside():
		return place.DetailZoom
	case p.at.Sub == "" && !p.keepsCity() && (p.at.View != place.Cities || p.paged(p.cityPanes(body.W, body.H))):
		return place.ListZoom
	}
	return place.NoZoom
}

// options are the options of views by the actions that change them.
func options() map[keymap.Action][]nav.Option {
	return map[keymap.Action][]nav.Option{
		keymap.SwitchScope: {nav.Scope}, keymap.SwitchMeasure: {nav.By}, keymap.SwitchTable: {nav.Table}, keymap.ShowIndex: {nav.Index}, keymap.Zoom: {nav.Zoom},
		keymap.SwitchTopic: {nav.Topic}, keymap.AddToChart: {nav.With, nav.Other}, keymap.ShowVoices: {nav.Spoken},
	}
}

// actOnCard handles the actions of the open card. False means that the card is to
// be closed and the action applied to the view.
func (p Page) actOnCard(do keymap.Action) (place.Place, bool) {
	next := p.at
	switch do {
	case keymap.MoveDown, keymap.MoveUp, keymap.PageDown, keymap.PageUp, keymap.HalfDown, keymap.HalfUp, keymap.MoveFirst, keymap.MoveLast:
		next.Scroll = p.cardScroll(next.Scroll + distance(do, p.cardPage()))
		if p.saidOfChoice() {
			next.Status = ""
		}

	case keymap.CloseTop, keymap.CloseOrQuit:
		return next.Closed(), true
	case keymap.OpenItem:
		return p.openFromCard(), true
	case keymap.CopyFigure:
		if next.Card == place.BasketCard {
			next.Status = p.keptCopied()
			return next, true
		}
		if !next.Card.Cites() {
			return next, false
		}
		next.Card, _ = p.nextCite()
		next.Scroll = 0
	case keymap.ShowSource, keymap.ShowHelp:
		want := place.SourceCard
		if do == keymap.ShowHelp {
			want = place.HelpCard
		}
		next.Scroll = 0
		if next.Card == want {
			next.Card = place.NoCard
			return next, true
		}
		return next, false
	default:
		return next, false
	}
	return next, true
}

// saidOfChoice reports whether what the card says is about the choice under the cursor:
// that it, or the command for it, was copied.
func (p Page) saidOfChoice() bool {
	c, _ := p.Chosen()
	return p.at.Card == place.BasketCard || p.at.Card == place.ExportCard && (p.in.Remote || c.Copy != "")
}

// openFromCard leads from the card of a figure or a statement to its source, with
// all else that rests on it, and from that of the figures kept to one of them.
func (p Page) openFromCard() place.Place {
	if p.at.Card == place.SourceCard {
		if to, ok := nav.Behind(p.data, p.at, p.in.Lang); ok {
			return to
		}
	}
	if c, ok := p.Chosen(); ok && p.at.Card == place.BasketCard {
		return c.To
	}
	return p.at.Closed()
}

// farAway is a distance longer than any list.
const farAway = 1 << 30

// distance is how many entries, or lines, an action moves by where a page has so many.
func distance(do keymap.Action, screenful int) int {
	switch do {
	case keymap.MoveDown:
		return 1
	case keymap.MoveUp:
		return -1
	case keymap.PageDown:
		return screenful
	case keymap.PageUp:
		return -screenful
	case keymap.HalfDown:
		return max(1, screenful/2)
	case keymap.HalfUp:
		return -max(1, screenful/2)
	case keymap.MoveFirst:
		return -farAway
	case keymap.MoveLast:
		return farAway
	default:
		return 0
	}
}

// conflicts leads to the list of conflicts, and there to the one the figures
// under the cursor are in.
func (p Page) conflicts() place.Place {
	next := place.Place{View: place.Sources, Item: nav.ConflictsItem}
	for _, f := range p.figures() {
		if f.Conflict != nil {
			next.Sub = f.Conflict.ID
			return next
		}
	}
	if len(p.data.Conflicts) > 0 {
		next.Sub = p.data.Conflicts[0].ID
	}
	return next
}

// nextTopic returns the cluster after the one Voices is filtered by, among
// those anybody spoke on, and no filter after the last.
func (p Page) nextTopic() string {
	var topics []string
	for _, c := range p.data.Clusters {
		if len(p.data.StatementsOn(c)) > 0 {
			topics = append(topics, c.ID)
		}
	}
	i := slices.Index(topics, p.at.Topic) + 1
	if i == len(topics) {
		return ""
	}
	return topics[i]
}

// otherToggled keeps the city under the cursor to compare others with, or keeps none
// any more.
func (p Page) otherToggled() string {
	if p.at.With != "" || p.data.Part(p.at.Item) == nil {
		return ""
	}
	return p.at.Item
}

// withToggled adds the series under the cursor to those kept on the chart, or
// takes it off.
func (p Page) withToggled() string {
	with := p.at.Pinned()
	if i := slices.Index(with, p.at.Item); i >= 0 {
		with = slices.Delete(with, i, i+1)
	} else if len(with) < place.MaxWith && p.at.Item != "" {
		with = append(with, p.at.Item)
	}
	return strings.Join(with, ",")
}
