package screen

import (
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// SVG is the form of a view as a picture of the screen.
const SVG report.Format = "svg"

// Chart is the form of a series as a picture of its chart alone.
const Chart report.Format = "chart"

// Forms returns the forms a place can be had in.
func Forms(data *model.Dataset, at place.Place) []report.Format {
	forms := append(report.Formats(), SVG)
	if at.View == place.Trends && data.Indicator(at.Item) != nil {
		forms = append(forms, Chart)
	}
	return forms
}

// FileName names a file after a place.
func FileName(at place.Place, format report.Format) string {
	at.Keep = "" // which is not in it
	link := strings.Map(func(r rune) rune {
		if strings.ContainsRune("/?=&,%+", r) {
			return '-'
		}
		return r
	}, at.Link())
	extension, ok := map[report.Format]string{report.Text: "txt", Chart: "chart.svg"}[format]
	if !ok {
		extension = string(format)
	}
	return "anhui-" + link + "." + extension
}
