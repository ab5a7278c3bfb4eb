package screen

import (
	"strings"

	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// SVG is the form of a view as a picture of the screen.
const SVG report.Format = "svg"

// FileName names a file after a place.
func FileName(at place.Place, format report.Format) string {
	link := strings.Map(func(r rune) rune {
		if strings.ContainsRune("/?=&,%+", r) {
			return '-'
		}
		return r
	}, at.Link())
	extension := string(format)
	if format == report.Text {
		extension = "txt"
	}
	return "anhui-" + link + "." + extension
}
