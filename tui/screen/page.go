// Package screen draws: a frame is a pure function of the dataset, a place and a
// viewport. It knows no terminal and no event loop.
package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
	"anhui-tui/tui/theme"
)

// Frame is a drawn screen: its cells, what a click on them means, and what the
// terminal's window is called meanwhile.
type Frame struct {
	*cell.Frame
	Hits  []Hit
	Title string
}

// At returns what a click at x, y means; what was drawn last wins.
func (f Frame) At(x, y int) (Hit, bool) {
	for i := len(f.Hits) - 1; i >= 0; i-- {
		if f.Hits[i].Area.contains(x, y) {
			return f.Hits[i], true
		}
	}
	return Hit{}, false
}

// Render draws the frame of a place on a viewport. It is a pure function of
// the three: whoever is at the same place with the same viewport sees the
// same frame, and can be shown the very same value.
func Render(data *model.Dataset, at place.Place, in place.Viewport) Frame {
	return At(data, nav.Normalize(data, at, in.Lang), in).Frame()
}

// Page is a place of a dataset on a viewport: what a frame is drawn from, and
// what an action leads on from. It is a value, which methods may change to draw a
// part of it otherwise; those that return what draws later take its address, so that
// a hundred rows are not a hundred copies of it.
type Page struct {
	data  *model.Dataset
	at    place.Place
	in    place.Viewport
	style *theme.Theme
	text  *text.Texts
	// search is what is known of the query of the search card already; nil, or for
	// another query, if nothing is.
	search *Search
	short  bool   // whether names of figures are without their place, which stands above
	hits   *[]Hit // of the frame that is drawn
	mark   *point // where the mark is in the frame that is drawn
}

// At returns the page of a place on a viewport. The place is one that
// [nav.Normalize] returned for the viewport's language.
func At(data *model.Dataset, at place.Place, in place.Viewport) Page {
	t := text.For(in.Lang)
	if in.ASCII {
		t = text.ASCII(in.Lang)
	}
	return Page{
		data: data, at: at, in: in.Size(in.Width, in.Height),
		style: theme.New(in.Theme, in.Colors), text: t,
	}
}

// Place returns the page's place.
func (p Page) Place() place.Place { return p.at }

// Viewport returns the page's viewport.
func (p Page) Viewport() place.Viewport { return p.in }

// With returns the page with a search that was made already, which it does not
// make again if that is its query.
func (p Page) With(s *Search) Page {
	p.search = s
	return p
}
