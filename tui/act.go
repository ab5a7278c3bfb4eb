package tui

import (
	"slices"
	"strings"

	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// act returns the place an action leads to from where the page is. Actions
// that are not about places, and those that do nothing here, lead nowhere
// else.
func (p page) act(do Action) place.Place {
	if p.at.Card != place.NoCard {
		if next, done := p.actOnCard(do); done {
			return next
		}
		p.at = p.at.Closed()
	}
	next := p.at
	switch do {
	case moveDown, moveUp, pageDown, pageUp, halfDown, halfUp, moveFirst, moveLast:
		return p.moved(p.distance(do))
	case openItem:
		return p.view().open(p)
	case closeTop: // the cursor leaves the detail first, then the filter goes
		if next.Sub == "" {
			next.Topic = ""
		}
		next.Sub = ""
	case showHelp:
		next.Card = place.HelpCard
	case showSource:
		if p.hasCard() {
			next.Card = place.SourceCard
		}
	case startSearch, showPalette, showExport, copyLink:
		next.Card = map[Action]place.Card{
			startSearch: place.SearchCard, showPalette: place.PaletteCard,
			showExport: place.ExportCard, copyLink: place.LinkCard,
		}[do]
	case copyFigure:
		if len(p.figures()) > 0 {
			next.Card = place.CiteCard
		}
	case showConflicts:
		return p.conflicts()
	default:
		return p.option(do)
	}
	return next
}

// leads reports whether an action does anything here, as far as it is about
// places: nobody is offered what would change nothing.
func (p page) leads(do Action) bool {
	switch do {
	case openItem, closeTop, showSource, showConflicts, copyFigure, switchScope, switchSort, switchTable, switchTopic, showVoices, addToChart:
		return p.act(do) != p.at
	case startTour:
		return len(p.data.Tour) > 0
	default:
		return true
	}
}

// option switches what a view shows.
func (p page) option(do Action) place.Place {
	next := p.at
	switch {
	case do == switchScope && next.View == place.Shares:
		next = report.NextScope(p.data, next)
	case do == switchSort && next.View == place.Shares:
		next.Sort = next.Sort.Next()
	case do == switchTable && (next.View == place.Shares || next.View == place.Trends):
		next.Table = !next.Table
	case do == switchTopic && next.View == place.Voices:
		next.Topic = p.nextTopic()
	case do == showVoices && next.View == place.Clusters:
		return place.Place{View: place.Voices, Topic: next.Item}
	case do == addToChart && next.View == place.Trends:
		next.With = p.withToggled()
	}
	return next
}

// actOnCard handles the keys a card has a use for; the others close it and go
// on to the view.
func (p page) actOnCard(do Action) (place.Place, bool) {
	next := p.at
	switch do {
	case moveDown, moveUp, pageDown, pageUp, halfDown, halfUp, moveFirst, moveLast:
		next.Scroll = p.cardScroll(next.Scroll + p.distance(do))
		if next.Status == p.text.Say.Copied { // the command under the cursor was
			next.Status = ""
		}

	case closeTop, closeOrQuit:
		return next.Closed(), true
	case openItem:
		return p.openFromCard(), true
	case showSource, showHelp:
		want := place.SourceCard
		if do == showHelp {
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

// openFromCard leads from a figure's card to its source, with all else that
// rests on it.
func (p page) openFromCard() place.Place {
	if figures := p.figures(); p.at.Card == place.SourceCard && len(figures) > 0 && p.at.View != place.Sources {
		return place.Place{View: place.Sources, Item: figures[0].Source.ID}
	}
	return p.at.Closed()
}

// farAway is a distance longer than any list.
const farAway = 1 << 30

// distance is how many entries an action moves the cursor by.
func (p page) distance(do Action) int {
	screenful := max(1, layout(p.in).Body.H-1)
	switch do {
	case moveDown:
		return 1
	case moveUp:
		return -1
	case pageDown:
		return screenful
	case pageUp:
		return -screenful
	case halfDown:
		return max(1, screenful/2)
	case halfUp:
		return -max(1, screenful/2)
	case moveFirst:
		return -farAway
	case moveLast:
		return farAway
	default:
		return 0
	}
}

// moved moves the cursor of the list, or of the detail if it is there.
func (p page) moved(by int) place.Place {
	next := p.at
	if next.Sub != "" {
		next.Sub = along(p.subs(), next.Sub, by)
		return next
	}
	next.Item = along(p.items(), next.Item, by)
	return next
}

// along returns the id that many steps after id, and no further than the end.
func along(ids []string, id string, by int) string {
	if len(ids) == 0 {
		return ""
	}
	i := slices.Index(ids, id) + by
	return ids[min(max(i, 0), len(ids)-1)]
}

// conflicts leads to the list of conflicts, and there to the one the figures
// under the cursor are in.
func (p page) conflicts() place.Place {
	next := place.Place{View: place.Sources, Item: report.ConflictsItem}
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
func (p page) nextTopic() string {
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

// withToggled adds the series under the cursor to those kept on the chart, or
// takes it off.
func (p page) withToggled() string {
	var with []string
	if p.at.With != "" {
		with = strings.Split(p.at.With, ",")
	}
	if i := slices.Index(with, p.at.Item); i >= 0 {
		with = slices.Delete(with, i, i+1)
	} else if len(with) < place.MaxWith {
		with = append(with, p.at.Item)
	}
	return strings.Join(with, ",")
}
