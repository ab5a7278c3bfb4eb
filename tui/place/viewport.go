package place

import "anhui-tui/model"

// Colors is the number of colours of a terminal.
type Colors uint8

// The colour depths. True colour counts as 256, the colours that the palettes
// are made of.
const (
	NoColors Colors = iota
	Colors16
	Colors256
)

// Theme is a palette.
type Theme uint8

// The themes.
const (
	Dark         Theme = iota // light text, for a dark background
	Light                     // dark text, for a light background
	HighContrast              // bright text on its own black background, for low vision
	Mono                      // no colour at all: bold, underline and reverse only
	themeCount
)

func themeNames() []string { return []string{"dark", "light", "high-contrast", "mono"} }

// String returns the theme's name: "dark".
func (t Theme) String() string { return themeNames()[t%themeCount] }

// Next returns the theme after t, the first after the last.
func (t Theme) Next() Theme { return (t + 1) % themeCount }

// ParseTheme returns the theme with the given name, and whether there is one.
func ParseTheme(name string) (Theme, bool) {
	for i, n := range themeNames() {
		if n == name {
			return Theme(i), true //nolint:gosec // i < themeCount
		}
	}
	return Dark, false
}

// The largest viewport, in cells. A larger terminal shows a frame of this size
// in its corner.
const (
	MaxWidth  = 1000
	MaxHeight = 400
)

// Viewport is the properties of a terminal that a frame depends on.
type Viewport struct {
	Width, Height int // cells
	Colors        Colors
	Theme         Theme
	Ground        bool // the theme paints its background: the terminal's is not what it is for
	Lang          model.Lang
	ASCII         bool // draw in ASCII only
	Remote        bool // the viewer's files are on another machine, as over SSH
	Links         bool // the terminal supports OSC 8, or ignores it
	Room          Room // of the presentation the viewer takes part in
}

// Size returns v with the given size in cells, limited to between 1×1 and
// MaxWidth×MaxHeight. 0×0 stands for 80×24.
func (v Viewport) Size(width, height int) Viewport {
	if width == 0 && height == 0 {
		width, height = 80, 24
	}
	v.Width = min(max(width, 1), MaxWidth)
	v.Height = min(max(height, 1), MaxHeight)
	return v
}
