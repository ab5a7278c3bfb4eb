// Package theme turns a palette into styles. There is no colour that carries
// a meaning alone: whatever is coloured also differs in text, glyph or weight.
package theme

import (
	"image/color"
	"sync/atomic"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/place"
)

// Styles are the styles of one surface: the plain background, or that of the
// row under the cursor.
type Styles struct {
	Text     cell.Style // body text
	Strong   cell.Style // names and numbers the eye should meet first
	Label    cell.Style // secondary text
	Muted    cell.Style // years, units, hints
	Accent   cell.Style // keys, the brand
	Rank     cell.Style // stated ranks
	Conflict cell.Style // the mark of figures that disagree
	Rule     cell.Style // lines between panes

	// Compared are the hues of series laid over another one's chart.
	Compared [3]cell.Style

	// By hue; the first is that of no cluster.
	chips  []cell.Style
	calm   []cell.Style
	gauges []chart.GaugeStyle
}

// Chip returns the style of a cluster's hue, for chips, sparklines and lines; the
// accent for the hue of none.
func (s *Styles) Chip(h model.Hue) cell.Style { return s.chips[at(h, len(s.chips))] }

// Calm returns the style of a cluster's hue a step calmer, for what is not the latest
// or not under the cursor.
func (s *Styles) Calm(h model.Hue) cell.Style { return s.calm[at(h, len(s.calm))] }

// Gauge returns the style of gauges in a cluster's hue.
func (s *Styles) Gauge(h model.Hue) chart.GaugeStyle { return s.gauges[at(h, len(s.gauges))] }

// at returns where a hue is in a list that begins with that of none, and
// that may have fewer than there are.
func at(h model.Hue, n int) int {
	if h == 0 || n == 1 {
		return 0
	}
	return 1 + int(h-1)%(n-1)
}

// Theme is all styles a frame is drawn with.
type Theme struct {
	Page                  *Styles // on the terminal's own background
	Cursor                *Styles // on the row under the cursor
	Tab                   cell.Style
	ActiveTab             cell.Style
	CardEdge              cell.Style
	tiles                 []TileStyles // of no class, then of each
	emptyTile, cursorTile TileStyles
	Ground                cell.Style // under all of it, where the theme does not leave that to the terminal
}

// TileStyles are the styles of a tile of a map.
type TileStyles struct {
	Text, Strong, Label cell.Style
	Bar                 chart.GaugeStyle
}

// Tile returns the styles of a tile of a class, from 1; those of a tile without one
// for 0. Where a theme has no grounds for classes they all look the same.
func (t *Theme) Tile(class int) *TileStyles { return &t.tiles[min(max(class, 0), len(t.tiles)-1)] }

// EmptyTile returns the styles of a tile of which nothing is stated.
func (t *Theme) EmptyTile() *TileStyles { return &t.emptyTile }

// TileUnderCursor returns the styles of the tile under the cursor.
func (t *Theme) TileUnderCursor() *TileStyles { return &t.cursorTile }

// New returns the theme of a viewport: its palette in as many colours as the
// terminal has. All who ask get the same one, which nobody changes: making it
// takes a fifth of the time of a frame.
func New(name place.Theme, colors place.Colors) *Theme {
	kept := &themes[name][colors]
	if t := kept.Load(); t != nil {
		return t
	}
	t := newTheme(name, colors)
	kept.Store(t)
	return t
}

//nolint:gochecknoglobals // constants that take code to make
var themes [place.Mono + 1][place.Colors256 + 1]atomic.Pointer[Theme]

func newTheme(name place.Theme, colors place.Colors) *Theme {
	if name == place.Mono || colors == place.NoColors {
		return mono()
	}
	p := darkPalette()
	switch {
	case colors == place.Colors16 && name == place.HighContrast:
		p = highContrast16Palette()
	case name == place.HighContrast:
		p = highContrastPalette()
	case colors == place.Colors16 && name == place.Light:
		p = light16Palette()
	case colors == place.Colors16:
		p = dark16Palette()
	case name == place.Light:
		p = lightPalette()
	}
	gauges := gaugesOf(p)
	t := &Theme{
		Page:      styles(p, p.page, nil, gauges),
		Cursor:    styles(p, p.cursor, p.selected, gauges),
		Tab:       cell.Look{Fg: p.page.label}.Style(),
		ActiveTab: cell.Look{Fg: p.onAccent, Bg: p.page.accent, Attrs: cell.Bold | p.heavily(cell.Underline)}.Style(),
		CardEdge:  cell.Look{Fg: p.page.accent}.Style(),
	}
	t.setTiles(p)
	if p.ground != nil {
		t.Ground = cell.Look{Fg: p.page.text, Bg: p.ground}.Style()
	}
	return t
}

// setTiles sets the styles of tiles.
func (t *Theme) setTiles(p palette) {
	tile := func(ground, text, strong, label, bar color.Color) TileStyles {
		on := func(c color.Color, a cell.Attrs) cell.Style { return cell.Look{Fg: c, Bg: ground, Attrs: a}.Style() }
		return TileStyles{
			Text: on(text, 0), Strong: on(strong, cell.Bold), Label: on(label, 0),
			Bar: chart.GaugeStyle{
				Solid: cell.Look{Fg: bar, Bg: bar}.Style(), Hatch: on(bar, 0), Track: on(p.page.muted, 0), Mark: on(strong, cell.Bold),
			},
		}
	}
	t.tiles = []TileStyles{tile(p.tile, p.page.text, p.page.strong, p.page.label, p.page.tileBar)}
	for _, ground := range p.classes {
		t.tiles = append(t.tiles, tile(ground, p.page.strong, p.page.strong, p.page.strong, p.page.tileBar))
	}
	t.emptyTile = tile(nil, p.page.muted, p.page.strong, p.page.muted, nil)
	t.cursorTile = tile(p.selected, p.cursor.text, p.cursor.strong, p.cursor.label, p.cursor.accent)
}

func styles(p palette, i inks, background color.Color, gauges []chart.GaugeStyle) *Styles {
	on := func(c color.Color, a cell.Attrs) cell.Style {
		if background != nil {
			a |= p.heavily(cell.Bold)
		}
		return cell.Look{Fg: c, Bg: background, Attrs: a}.Style()
	}
	hue := func(c color.Color) cell.Style {
		if background != nil && p.ground != nil { // no hue stands out from both
			return cell.Look{Fg: c, Bg: p.ground}.Style()
		}
		return on(c, 0)
	}
	s := &Styles{
		Text: on(i.text, 0), Strong: on(i.strong, cell.Bold), Label: on(i.label, 0),
		Muted: on(i.muted, 0), Accent: on(i.accent, cell.Bold), Rank: on(i.rank, 0),
		Conflict: on(i.conflict, cell.Bold), Rule: on(i.rule, 0),
		gauges: gauges,
	}
	for n, c := range p.compared {
		s.Compared[n] = hue(c)
	}
	s.chips = append(s.chips, s.Accent)
	for _, c := range p.clusters {
		s.chips = append(s.chips, hue(c))
	}
	s.calm = s.chips
	if p.calm != nil {
		s.calm = []cell.Style{s.Accent}
		for _, c := range p.calm {
			s.calm = append(s.calm, hue(c))
		}
	}
	return s
}

// gaugesOf colours the gauges of each hue; they look the same on the row under
// the cursor.
func gaugesOf(p palette) []chart.GaugeStyle {
	gauges := make([]chart.GaugeStyle, 0, 1+len(p.clusters))
	gauges = append(gauges, gauge(p, p.page.accent))
	for _, hue := range p.clusters {
		gauges = append(gauges, gauge(p, hue))
	}
	return gauges
}

// gauge colours a gauge in a cluster's hue. The solid part has its colour
// behind it too, so that no font shows seams between cells.
func gauge(p palette, hue color.Color) chart.GaugeStyle {
	track, empty := p.track, p.track
	if track == nil {
		track = p.ground
	}
	return chart.GaugeStyle{
		Solid: cell.Look{Fg: hue, Bg: hue}.Style(),
		Hatch: cell.Look{Fg: hue, Bg: track}.Style(),
		Track: cell.Look{Fg: p.page.trackDots, Bg: empty}.Style(),
		Mark:  cell.Look{Fg: p.page.strong, Bg: track, Attrs: cell.Bold}.Style(),
	}
}

// mono uses weight and reverse only, so that it reads the same on any
// background. On the row under the cursor, which is reversed, gauges, sparklines and
// swatches are not: a full cell would look empty.
func mono() *Theme {
	bold := cell.Look{Attrs: cell.Bold}.Style()
	back, backBold := cell.Look{Attrs: cell.Reverse}.Style(), cell.Look{Attrs: cell.Reverse | cell.Bold}.Style()
	cursor, upright := monoStyles(back, backBold), cell.Look{Attrs: cell.Upright}.Style()
	cursor.chips, cursor.calm = []cell.Style{upright}, []cell.Style{upright}
	cursor.gauges = []chart.GaugeStyle{{
		Solid: upright, Hatch: upright, Track: upright, Mark: cell.Look{Attrs: cell.Upright | cell.Bold}.Style(),
	}}
	return &Theme{
		Page: monoStyles(0, bold), Cursor: cursor,
		ActiveTab: backBold, CardEdge: bold,
		tiles: []TileStyles{{Strong: bold, Bar: chart.GaugeStyle{Mark: bold}}}, emptyTile: TileStyles{Strong: bold},
		cursorTile: TileStyles{Text: back, Strong: backBold, Label: back, Bar: chart.GaugeStyle{Mark: bold}},
	}
}

func monoStyles(plain, bold cell.Style) *Styles {
	return &Styles{
		Text: plain, Strong: bold, Label: plain, Muted: plain, Accent: bold,
		Rank: plain, Conflict: bold, Rule: plain,
		chips:  []cell.Style{plain},
		calm:   []cell.Style{plain},
		gauges: []chart.GaugeStyle{{Mark: bold}},
	}
}
