package main

import (
	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/svg"
)

// size is the size of a picture in cells.
type size struct{ width, height int }

// sizeFlags are the flags of pictures.
func sizeFlags(cmd *cobra.Command) *size {
	s := &size{}
	cmd.Flags().IntVar(&s.width, "width", 100, "columns of the SVG picture")
	cmd.Flags().IntVar(&s.height, "height", 30, "lines of the SVG picture")
	for _, flag := range []string{"width", "height"} {
		mustComplete(cmd, flag, cobra.NoFileCompletions)
	}
	return s
}

// check refuses a size that is not drawn, and one of what has none.
func (s *size) check(cmd *cobra.Command, picture bool) error {
	switch given := cmd.Flags().Changed; {
	case !picture && (given("width") || given("height")):
		return usage("--width and --height are of pictures; add --format svg")
	case s.width < 1 || s.width > place.MaxWidth:
		return usage("--width: %d is not between 1 and %d", s.width, place.MaxWidth)
	case s.height < 1 || s.height > place.MaxHeight:
		return usage("--height: %d is not between 1 and %d", s.height, place.MaxHeight)
	}
	return nil
}

// drawPlace prints a place as a picture of the screen. A picture has the
// colours of its theme and all glyphs, whatever terminal it is made on, unless
// flags say otherwise.
func (p *program) drawPlace(d *model.Dataset, at place.Place, s *size) error {
	in := place.Viewport{
		Width: s.width, Height: s.height, Colors: place.Colors256, Theme: p.decided.theme, Lang: p.decided.lang,
		ASCII: p.settings.asciiGiven && p.settings.ascii, Links: true,
	}
	if in.Theme == place.Mono || p.settings.color.value == "never" {
		in.Colors = place.NoColors
	}
	return svg.Write(p.stdout, screen.Render(d, at, in), in.Theme)
}
