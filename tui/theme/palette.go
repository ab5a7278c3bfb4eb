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
	compared [3]color.Color

	ground color.Color // background of everything, and of hues on selected
	heavy  bool        // the row under the cursor is bold, the open tab underlined
}

type inks struct {
	text, strong, label, muted, accent, rank, conflict, rule, trackDots color.Color
}

func index(i uint8) color.Color { return ansi.IndexedColor(i) }
func basic(i uint8) color.Color { return ansi.BasicColor(i) }

// The dark palette: celadon, after Huizhou glaze, as the one accent, and
// the hues of clusters.
func darkPalette() palette {
	page := inks{
		text: index(252), strong: index(231), label: index(250), muted: index(245), accent: index(115),
		rank: index(221), conflict: index(214), rule: index(238), trackDots: index(240),
	}
	cursor := page
	cursor.muted = index(250)
	return palette{
		page: page, cursor: cursor, selected: index(237), track: index(235), onAccent: index(16),
		clusters: hues(index, 214, 79, 75, 141, 180, 204, 111, 250, 46, 201, 106, 84, 202, 226, 199, 228, 218, 209, 45, 169),
		compared: [3]color.Color{index(231), index(115), index(204)},
	}
}

// The light palette has values of its own: the dark one's hues would not
// stand out from white.
func lightPalette() palette {
	page := inks{
		text: index(236), strong: index(16), label: index(238), muted: index(242), accent: index(23),
		rank: index(94), conflict: index(130), rule: index(250), trackDots: index(249),
	}
	cursor := page
	cursor.muted, cursor.rank, cursor.conflict = index(240), index(58), index(88)
	return palette{
		page: page, cursor: cursor, selected: index(253), track: index(254), onAccent: index(231),
		clusters: hues(index, 130, 29, 26, 91, 94, 161, 61, 242, 21, 52, 160, 17, 28, 89, 131, 163, 129, 19, 96, 63),
		compared: [3]color.Color{index(16), index(23), index(161)},
	}
}

func dark16Palette() palette {
	page := inks{
		strong: basic(15), label: basic(7), muted: basic(7), accent: basic(14),
		rank: basic(11), conflict: basic(11), rule: basic(8), trackDots: basic(8),
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
		rank: basic(3), conflict: basic(1), rule: basic(7), trackDots: basic(7),
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
