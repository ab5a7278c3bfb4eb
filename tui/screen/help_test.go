package screen

import (
	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// pageOf is the page of any place, even of one that is not there.
func pageOf(d *model.Dataset, at place.Place, in place.Viewport) Page {
	return At(d, nav.Normalize(d, at, in.Lang), in)
}
