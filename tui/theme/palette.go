package theme

import (
	"image/color"

	"github.com/charmbracelet/x/ansi"
)

// palette is a set of colours; nil is the terminal's own.
type palette struct {
	page     inks          // on the terminal's background
	cursor   inks          // on selected
	selected color.Color   // background of the row under the cursor
	track    color.Color   // background of a gauge's empty part; nil draws it as dots
	onAccent color.Color   // text on the accent
	clusters []color.Color // of model.Hue 1 and on
	calm     []color.Color // the same a step calmer; nil where there are too few colours
	compared [3]color.Color

	ground  color.Color   // background of everything, and of hues on selected
	tile    color.Color   // background of a tile; nil leaves it out
	classes []color.Color // backgrounds of the classes of a map, one hue from its lowest to its highest
	heavy   bool          // the row under the cursor is bold, the open tab underlined
}

type inks struct {
	text, strong, label, muted, accent, rank, conflict, rule, trackDots, tileBar color.Color
}

func index(i uint8) color.Color { return ansi.IndexedColor(i) }
func basic(i uint8) color.Color { return ansi.BasicColor(i) }

// darkPalette returns celadon, after Huizhou glaze, as the one accent, and the hues of
// clusters.
func darkPalette() palette {
	page := inks{
		text: index(252), strong: index(255), label: index(249), muted: index(245), accent: index(115),
		rank: index(252), conflict: index(202), rule: index(238), trackDots: index(242), tileBar: index(243),
	}
	cursor := page
	cursor.muted, cursor.conflict = index(249), index(209)
	return palette{
		page: page, cursor: cursor, selected: index(236), track: index(238), onAccent: index(16),
		tile: index(235), classes: hues(index, 235, 237, 238, 240, 242),
		clusters: hues(index, 214, 77, 75, 141, 180, 204, 45, 250, 185, 206, 218, 209, 230, 49, 171, 107, 51, 76, 106, 174),
		calm:     hues(index, 136, 65, 67, 97, 137, 132, 30, 243, 143, 133, 139, 131, 144, 36, 134, 65, 37, 28, 64, 95),
		compared: [3]color.Color{index(229), index(183), index(73)},
	}
}

// lightPalette returns values of its own: the dark palette's hues would not stand out
// from white.
func lightPalette() palette {
	page := inks{
		text: index(236), strong: index(16), label: index(239), muted: index(242), accent: index(23),
		rank: index(236), conflict: index(124), rule: index(250), trackDots: index(245), tileBar: index(244),
	}
	cursor := page
	cursor.muted = index(240)
	return palette{
		page: page, cursor: cursor, selected: index(254), track: index(252), onAccent: index(231),
		tile: index(255), classes: hues(index, 255, 253, 251, 249, 247),
		clusters: hues(index, 130, 28, 26, 92, 58, 162, 24, 240, 97, 25, 27, 161, 96, 89, 163, 94, 91, 95, 93, 19),
		calm:     hues(index, 173, 65, 68, 140, 101, 169, 66, 246, 139, 67, 68, 168, 139, 132, 170, 137, 134, 138, 135, 62),
		compared: [3]color.Color{index(90), index(18), index(52)},
	}
}

func dark16Palette() palette {
	page := inks{
		strong: basic(15), label: basic(7), muted: basic(7), accent: basic(14),
		rank: basic(11), conflict: basic(11), rule: basic(8), trackDots: basic(8), tileBar: basic(7),
	}
	cursor := page
	cursor.text = basic(15)
	return palette{
		page: page, cursor: cursor, selected: basic(8), track: basic(0), onAccent: basic(0),
		clusters: hues(basic, 11, 10, 12, 13, 3, 9, 14, 7),
		compared: [3]color.Color{basic(15), basic(14), basic(9)},
	}
}

func light16Palette() palette {
	page := inks{
		strong: basic(0), label: basic(0), muted: basic(8), accent: basic(6),
		rank: basic(3), conflict: basic(1), rule: basic(7), trackDots: basic(7), tileBar: basic(8),
	}
	cursor := page
	cursor.text, cursor.muted = basic(0), basic(0)
	return palette{
		page: page, cursor: cursor, selected: basic(7), track: basic(15), onAccent: basic(15),
		clusters: hues(basic, 3, 2, 4, 5, 3, 1, 6, 8),
		compared: [3]color.Color{basic(0), basic(6), basic(1)},
	}
}

// hues returns the colours of [model.Hues] in their order. Where there are
// fewer, they are begun again.
func hues(of func(uint8) color.Color, all ...uint8) []color.Color {
	colors := make([]color.Color, len(all))
	for i, n := range all {
		colors[i] = of(n)
	}
	return colors
}
