// Package theme turns a palette into styles. There is no colour that carries
// a meaning alone: whatever is coloured also differs in text, glyph or weight.
package theme

import (
	"image/color"
	"sync/atomic"

	"charm.land/lipgloss/v2"

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
	Row      cell.Style // names and numbers of a row: body text, strong under the cursor
	Section  cell.Style // headings of the parts of a view
	Label    cell.Style // secondary text
	Muted    cell.Style // years, units, hints
	Accent   cell.Style // keys, the brand
	Rank     cell.Style // stated ranks
	Conflict cell.Style // the mark of figures that disagree
	Rule     cell.Style // lines between panes
	Gap      cell.Style // beside bars and gauges, on their ground: what no source states

	// Compared are the hues of series laid over another one's chart.
	Compared [3]cell.Style

	// By hue; the first is that of no cluster.
	chips  []cell.Style
	calm   []cell.Style
	bars   []cell.Style // one of them: full under the cursor, else calm
	gauges []chart.GaugeStyle
}

// Chip returns the style of a cluster's hue, for chips, sparklines and lines; the
// accent for the hue of none.
func (s *Styles) Chip(h model.Hue) cell.Style { return s.chips[at(h, len(s.chips))] }

// Calm returns the style of a cluster's hue a step calmer, for what is not the latest
// or not under the cursor.
func (s *Styles) Calm(h model.Hue) cell.Style { return s.calm[at(h, len(s.calm))] }

// Bar returns the style of thin gauges in a cluster's hue: calm, and full on the row
// under the cursor.
func (s *Styles) Bar(h model.Hue) cell.Style { return s.bars[at(h, len(s.bars))] }

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
		Tab:       ink(style(p.page.label)),
		ActiveTab: ink(style(p.onAccent).Bold(true).Underline(p.heavy).Background(p.page.accent)),
		CardEdge:  ink(style(p.page.accent)),
	}
	t.setTiles(p)
	if p.ground != nil {
		t.Ground = ink(style(p.page.text).Background(p.ground))
	}
	return t
}

// setTiles sets the styles of tiles.
func (t *Theme) setTiles(p palette) {
	tile := func(ground, text, strong, label, bar color.Color) TileStyles {
		on := func(c color.Color) lipgloss.Style {
			s := style(c)
			if ground != nil {
				s = s.Background(ground)
			}
			return s
		}
		solid := style(bar)
		if bar != nil {
			solid = solid.Background(bar)
		}
		return TileStyles{
			Text: ink(on(text)), Strong: ink(on(strong).Bold(true)), Label: ink(on(label)),
			Bar: chart.GaugeStyle{Solid: ink(solid), Hatch: ink(on(bar)), Track: ink(on(p.page.muted)), Mark: ink(on(strong).Bold(true))},
		}
	}
	t.tiles = []TileStyles{tile(p.tile, p.page.text, p.page.strong, p.page.label, p.page.tileBar)}
	for _, ground := range p.classes {
		t.tiles = append(t.tiles, tile(ground, p.page.strong, p.page.strong, p.page.strong, p.page.tileBar))
	}
	t.emptyTile = tile(nil, p.page.muted, p.page.strong, p.page.muted, nil)
	t.cursorTile = tile(p.selected, p.cursor.text, p.cursor.strong, p.cursor.label, p.cursor.accent)
}

// ink returns the colours and attributes of s. What concerns size and place
// (width, padding, borders, alignment) is left out.
func ink(s lipgloss.Style) cell.Style {
	l := cell.Look{Fg: colored(s.GetForeground()), Bg: colored(s.GetBackground())}
	for _, a := range []struct {
		on  bool
		bit cell.Attrs
	}{
		{s.GetBold(), cell.Bold},
		{s.GetFaint(), cell.Faint},
		{s.GetItalic(), cell.Italic},
		{s.GetUnderline(), cell.Underline},
		{s.GetReverse(), cell.Reverse},
		{s.GetStrikethrough(), cell.Strikethrough},
	} {
		if a.on {
			l.Attrs |= a.bit
		}
	}
	return l.Style()
}

// colored returns c; nil if it is no colour.
func colored(c color.Color) color.Color {
	if _, none := c.(lipgloss.NoColor); none {
		return nil
	}
	return c
}

func style(foreground color.Color) lipgloss.Style {
	s := lipgloss.NewStyle()
	if foreground != nil {
		s = s.Foreground(foreground)
	}
	return s
}

func styles(p palette, i inks, background color.Color, gauges []chart.GaugeStyle) *Styles {
	on := func(c color.Color) lipgloss.Style {
		s := style(c)
		if background != nil {
			s = s.Background(background).Bold(p.heavy)
		}
		return s
	}
	hue := func(c color.Color) cell.Style {
		if background != nil && p.ground != nil { // no hue stands out from both
			return ink(style(c).Background(p.ground))
		}
		return ink(on(c))
	}
	s := &Styles{
		Text: ink(on(i.text)), Strong: ink(on(i.strong).Bold(true)), Label: ink(on(i.label)),
		Muted: ink(on(i.muted)), Accent: ink(on(i.accent).Bold(true)), Rank: ink(on(i.rank)),
		Conflict: ink(on(i.conflict).Bold(true)), Rule: ink(on(i.rule)), Section: ink(on(i.label).Bold(true)),
		gauges: gauges,
	}
	s.Row, s.Gap = s.Text, hue(i.trackDots)
	if background != nil {
		s.Row, s.Gap = s.Strong, hue(i.muted)
	}
	if p.ground != nil {
		s.Gap = hue(p.page.muted)
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
	if s.bars = s.chips; background == nil {
		s.bars = s.calm
	}
	return s
}

// gaugesOf colours the gauges of each hue; they look the same on the row under
// the cursor: a step calmer they would not stand out from their track.
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
	track, empty := p.track, style(p.page.trackDots).Background(p.track)
	if track == nil {
		track, empty = p.ground, style(p.page.trackDots)
	}
	return chart.GaugeStyle{
		Solid: ink(style(hue).Background(hue)),
		Hatch: ink(style(hue).Background(track)),
		Track: ink(empty),
		Mark:  ink(style(p.page.label).Background(track)),
	}
}

// mono uses weight and reverse only, so that it reads the same on any
// background. On the row under the cursor, which is reversed, gauges, sparklines and
// swatches are not: a full cell would look empty.
func mono() *Theme {
	plain, bold := lipgloss.NewStyle(), lipgloss.NewStyle().Bold(true)
	back := plain.Reverse(true)
	cursor, upright := monoStyles(back), cell.Look{Attrs: cell.Upright}.Style()
	cursor.chips, cursor.calm, cursor.bars = []cell.Style{upright}, []cell.Style{upright}, []cell.Style{upright}
	cursor.Row, cursor.Gap = cursor.Strong, upright
	cursor.gauges = []chart.GaugeStyle{{
		Solid: upright, Hatch: upright, Track: upright, Mark: cell.Look{Attrs: cell.Upright | cell.Bold}.Style(),
	}}
	return &Theme{
		Page: monoStyles(plain), Cursor: cursor,
		ActiveTab: ink(bold.Reverse(true)), CardEdge: ink(bold),
		tiles: []TileStyles{{Strong: ink(bold), Bar: chart.GaugeStyle{Mark: ink(bold)}}}, emptyTile: TileStyles{Strong: ink(bold)},
		cursorTile: TileStyles{Text: ink(back), Strong: ink(back.Bold(true)), Label: ink(back), Bar: chart.GaugeStyle{Mark: ink(bold)}},
	}
}

func monoStyles(s lipgloss.Style) *Styles {
	plain, bold := ink(s), ink(s.Bold(true))
	return &Styles{
		Text: plain, Strong: bold, Label: plain, Muted: plain, Accent: bold,
		Rank: plain, Conflict: bold, Rule: plain, Row: plain, Section: bold, Gap: plain,
		chips:  []cell.Style{plain},
		calm:   []cell.Style{plain},
		bars:   []cell.Style{plain},
		gauges: []chart.GaugeStyle{{Mark: bold}},
	}
}
