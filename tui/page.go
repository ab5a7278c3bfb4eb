package tui

import (
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
	"anhui-tui/tui/theme"
)

// Frame is a drawn screen: exactly as many lines as the viewport is high, each
// exactly as wide, what a click on it means, and what the terminal's window is
// called meanwhile.
type Frame struct {
	Lines []string
	Hits  []Hit
	Title string
}

// String returns the lines joined by newlines.
func (f Frame) String() string { return strings.Join(f.Lines, "\n") }

// At returns the place a click at x, y goes to; what was drawn last wins.
func (f Frame) At(x, y int) (place.Place, bool) {
	for i := len(f.Hits) - 1; i >= 0; i-- {
		if f.Hits[i].Area.Contains(x, y) {
			return f.Hits[i].Place, true
		}
	}
	return place.Place{}, false
}

// Render draws the frame of a place on a viewport. It is a pure function of
// the three: whoever is at the same place with the same viewport sees the
// same frame, and can be shown the very same value.
func Render(data *model.Dataset, at place.Place, in place.Viewport) Frame {
	return newPage(data, at, in).frame()
}

// page is what the parts of one frame are drawn from.
type page struct {
	data  *model.Dataset
	at    place.Place
	in    place.Viewport
	style *theme.Theme
	text  *text.Texts
	// search is what is known of the query of the search card already; nil, or for
	// another query, if nothing is.
	search *search
}

// newPage is the page of any place, even of one that is not there.
func newPage(data *model.Dataset, at place.Place, in place.Viewport) page {
	return pageAt(data, at, in).settle()
}

// pageAt is the page of a place that was settled before.
func pageAt(data *model.Dataset, at place.Place, in place.Viewport) page {
	t := text.For(in.Lang)
	if in.ASCII {
		t = text.ASCII(in.Lang)
	}
	return page{
		data: data, at: at, in: in.Size(in.Width, in.Height),
		style: theme.New(in.Theme, in.Colors), text: t,
	}
}

// settle puts the cursor on something that is there: an item the view does
// not have becomes the one it starts at. A card about nothing is closed, and
// what is no stop of the tour is not on it.
func (p page) settle() page {
	p.at = report.Settled(p.data, p.at)
	if !slices.Contains(p.items(), p.at.Item) {
		p.at.Item, p.at.Sub = report.Start(p.data, p.at, p.in.Lang), ""
	}
	if p.at.Sub != "" && !slices.Contains(p.subs(), p.at.Sub) {
		p.at.Sub = ""
	}
	if p.at.Card == place.SourceCard && !p.hasCard() || p.at.Card == place.CiteCard && len(p.figures()) == 0 {
		p.at = p.at.Closed()
	}
	if p.at.Card != place.ExportCard {
		p.at.Status = ""
	}
	if p.at.Tour > 0 && !p.onTour() {
		p.at.Tour = 0
	}
	return p
}
