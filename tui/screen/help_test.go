package screen

import (
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// pageOf is the page of any place, even of one that is not there.
func pageOf(d *model.Dataset, at place.Place, in place.Viewport) Page {
	return At(d, nav.Normalize(d, at, in.Lang), in)
}

// partsText is the text of parts of a card, w cells wide.
func partsText(parts []entry, w int) string {
	f := cell.NewFrame(w, height(parts))
	At(nil, place.Place{}, place.Viewport{}).window(f.Canvas(), w, parts, 0, "", nil)
	return strings.Join(f.Plain(), "\n")
}
