package place

import "anhui-tui/model"

// Colors is how many colours the viewer's terminal shows.
type Colors uint8

// The colour depths. More than 256 colours are not told apart: the palette
// is made of those 256.
const (
	NoColors Colors = iota
	Colors16
	Colors256
)

// Theme is the palette.
type Theme uint8

// The themes.
const (
	Dark         Theme = iota // light text, for a dark background
	Light                     // dark text, for a light background
	HighContrast              // bright text on a black of its own, for those who see little
	Mono                      // no colour at all: bold, underline and reverse only
	themeCount
)

func themeNames() []string { return []string{"dark", "light", "high-contrast", "mono"} }

// String returns the theme's name: "dark".
func (t Theme) String() string { return themeNames()[t%themeCount] }

// Next returns the theme after t, around.
func (t Theme) Next() Theme { return (t + 1) % themeCount }

// ParseTheme returns the theme with the name.
func ParseTheme(name string) (Theme, bool) {
	for i, n := range themeNames() {
		if n == name {
			return Theme(i), true //nolint:gosec // i < themeCount
		}
	}
	return Dark, false
}

// The largest viewport that is drawn. A larger terminal, or one that claims
// to be, shows a frame of this size in its corner.
const (
	MaxWidth  = 400
	MaxHeight = 150
)

// Viewport is what a frame is drawn on.
type Viewport struct {
	Width, Height int // cells
	Colors        Colors
	Theme         Theme
	Lang          model.Lang
	ASCII         bool // draw with ASCII only, for terminals without box glyphs
	Remote        bool // the viewer's files are elsewhere, as over SSH
	Links         bool // addresses can be followed: the terminal knows OSC 8, or prints nothing of it
}

// Size returns v with the given size, 80×24 in place of 0×0, between 1×1 and
// MaxWidth×MaxHeight.
func (v Viewport) Size(width, height int) Viewport {
	if width == 0 && height == 0 {
		width, height = 80, 24
	}
	v.Width = min(max(width, 1), MaxWidth)
	v.Height = min(max(height, 1), MaxHeight)
	return v
}
