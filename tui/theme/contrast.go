package theme

import "image/color"

// highContrastPalette returns the palette for those who see little. It is one theme,
// bright on black, and the only one that always paints its background: a contrast can
// be promised only between two colours of one's own, and what the terminal's is may be
// told late or never. Black, because a whole screen of white dazzles; who wants
// dark on white gets it from a white terminal with the theme without colours.
//
// All text has a contrast of 7 at least (WCAG 2, AAA), so nothing is dimmed:
// what is secondary is only not bold. The row under the cursor is black on
// white and bold, the open tab underlined as well. The hues of clusters and of
// series on one chart stay apart for the colour-blind.
func highContrastPalette() palette {
	// Of the colour cube: the first 16 are what the terminal's user made them.
	return highContrast(index(231), index(16), index(226), palette{
		page:     inks{rank: index(87), conflict: index(218)},
		clusters: hues(index, 208, 47, 81, 141, 193, 203, 158, 212, 35, 106, 179, 207, 217, 111, 247, 154, 34, 51, 178, 49),
		compared: [3]color.Color{index(231), index(35), index(207)},
	})
}

// highContrast16Palette returns the same of 16 colours, of which only four are bright
// enough in all common sets of them.
func highContrast16Palette() palette {
	return highContrast(basic(15), basic(0), basic(11), palette{
		page:     inks{rank: basic(14), conflict: basic(10)},
		clusters: hues(basic, 11, 10, 14, 15),
		compared: [3]color.Color{basic(15), basic(11), basic(14)},
	})
}

// highContrast completes a palette that has the hues.
func highContrast(white, black, accent color.Color, p palette) palette {
	p.page.text, p.page.strong, p.page.label, p.page.muted = white, white, white, white
	p.page.rule, p.page.trackDots, p.page.tileBar, p.page.accent = white, white, white, accent
	p.cursor = inks{
		text: black, strong: black, label: black, muted: black, accent: black,
		rank: black, conflict: black, rule: black, trackDots: black,
	}
	p.ground, p.onAccent, p.selected = black, black, white
	p.heavy = true
	return p
}
