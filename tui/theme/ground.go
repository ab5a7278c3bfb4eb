package theme

import (
	"image/color"

	"anhui-tui/tui/cell"
	"anhui-tui/tui/place"
)

// Ground returns the background of a theme that is meant for a dark or a light one,
// with the colour of text on it, for a terminal whose own is the other: there its
// colours could not be read. It is the zero Style for themes that need none.
func Ground(name place.Theme, colors place.Colors) cell.Style {
	var text, ground color.Color
	switch {
	case colors == place.NoColors, name != place.Dark && name != place.Light:
		return 0
	case name == place.Dark && colors == place.Colors16:
		text, ground = basic(7), basic(0)
	case name == place.Dark:
		text, ground = darkPalette().page.text, index(234)
	case colors == place.Colors16:
		text, ground = basic(0), basic(15)
	default:
		text, ground = lightPalette().page.text, index(231)
	}
	return ink(style(text).Background(ground))
}
