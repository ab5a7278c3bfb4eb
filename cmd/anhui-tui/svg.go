package main

import (
	"errors"

	"github.com/spf13/cobra"

	"anhui-tui/model"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/svg"
)

// size is the size of a picture, in cells.
type size struct{ width, height int }

// The largest picture, in cells: strangers may ask for one over SSH.
const (
	maxPictureWidth  = 400
	maxPictureHeight = 150
)

// sizeFlags adds the flags of the size of pictures.
func sizeFlags(cmd *cobra.Command) *size {
	s := &size{}
	cmd.Flags().IntVar(&s.width, "width", 100, "columns of the SVG picture")
	cmd.Flags().IntVar(&s.height, "height", 30, "lines of the SVG picture")
	for _, flag := range []string{"width", "height"} {
		mustComplete(cmd, flag, cobra.NoFileCompletions)
	}
	return s
}

// check returns an error if the size cannot be drawn, or was given for an
// output that is not a picture.
func (s *size) check(cmd *cobra.Command, picture bool) error {
	switch given := cmd.Flags().Changed; {
	case !picture && (given("width") || given("height")):
		return usage("--width and --height need --format svg")
	case s.width < 1 || s.width > maxPictureWidth:
		return usage("--width: %d is not between 1 and %d", s.width, maxPictureWidth)
	case s.height < 1 || s.height > maxPictureHeight:
		return usage("--height: %d is not between 1 and %d", s.height, maxPictureHeight)
	}
	return nil
}

// drawPlace prints a place as a picture of the screen. It has the colours of
// its theme and all glyphs, independent of the terminal, unless flags say
// otherwise.
func (p *program) drawPlace(d *model.Dataset, at place.Place, s *size) error {
	in := place.Viewport{
		Width: s.width, Height: s.height, Colors: place.Colors256, Theme: p.options.theme, Lang: p.options.lang,
		ASCII: p.settings.asciiGiven && p.settings.ascii, Links: true,
	}
	if in.Theme == place.Mono || p.settings.color.value == "never" {
		in.Colors = place.NoColors
	}
	return svg.Write(p.stdout, screen.Render(d, at, in), in.Theme)
}

// drawChart prints the chart of a place alone, on white unless another theme is asked
// for: it is for documents.
func (p *program) drawChart(d *model.Dataset, at place.Place) error {
	theme := place.Light
	if p.settings.theme.value != auto {
		theme = p.options.theme
	}
	err := svg.Chart(p.stdout, d, at, p.options.lang, theme)
	if !errors.Is(err, svg.ErrNoChart) {
		return err
	}
	if to := nav.ToSeries(d, at, p.options.lang); at.Item != "" && to.View == place.Trends && to.Item != "" {
		return usage("--format chart needs a series: anhui-tui show %s --format chart", to.Link())
	}
	return usage("--format chart needs a series, as in trends/ID; anhui-tui list indicators has the ids")
}
