package screen

import (
	"fmt"
	"net"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// SVG is the form of a view as a picture of the screen.
const SVG report.Format = "svg"

// Chart is the form of a series as a picture of its chart alone.
const Chart report.Format = "chart"

// exportForms returns the forms a place can be had in.
func exportForms(data *model.Dataset, at place.Place) []report.Format {
	forms := append(report.Formats(), SVG)
	if at.View == place.Trends && data.Indicator(at.Item) != nil {
		forms = append(forms, Chart)
	}
	return forms
}

// maxFileName is how many characters of a link are in the name of a file: with what a
// filter has in Chinese a link has more than the 143 bytes that every file system takes.
const maxFileName = 120

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
	return "anhui-" + link[:min(len(link), maxFileName)] + "." + extension
}

// exportHint is what Enter does on the card.
func (p Page) exportHint() string {
	if p.in.Remote {
		return p.text.Export.CopiesCommand
	}
	return p.text.Export.SavesFile
}

// exportCommand returns the lines below the forms of export: the command of the
// one under the cursor, and above it how saving or copying went.
func (p Page) exportCommand(all Choices, w int) []entry {
	if p.at.Card != place.ExportCard {
		return nil
	}
	chosen, ok := p.under(all)
	if !ok {
		return nil
	}
	c := cardWriter{p: &p, w: w}
	c.blank()
	for _, l := range cell.Wrap(p.at.Status, w) {
		c.text(p.style.Page.Strong, l)
	}
	for _, l := range cell.Wrap(chosen.Command, w) {
		c.text(p.style.Page.Text, l)
	}
	return c.parts
}

// formatWidth is the width of the column of forms of export.
const formatWidth = 6

// exportChoices are the forms this view can be had in, each with the file it
// would be and the command that prints it where the viewer is, and before the pictures
// those in which it can be copied.
func (p Page) exportChoices() []Choice {
	formats := exportForms(p.data, p.at)
	all := make([]Choice, 0, len(formats)+2)
	for _, f := range formats {
		if f == SVG {
			for _, f := range []report.Format{report.Markdown, report.TSV} {
				all = append(all, Choice{Name: string(f), Note: p.copies(f), Copy: f, Command: p.command(f)})
			}
		}
		all = append(all, Choice{Name: string(f), Note: FileName(p.Exported(f), f), Save: f, Command: p.command(f)})
	}
	return append(all, p.handoutChoices()...)
}

// command is the command that prints the view in a format where the viewer is.
func (p Page) command(f report.Format) string { return p.commandOf(p.Exported(f), f) }

// Exported returns the place that is saved, printed and copied in a format, whatever
// is kept: what is on the screen, without the cursor, which only a picture shows.
func (p Page) Exported(f report.Format) place.Place {
	at := p.at.Closed()
	at.Keep = ""
	if f == SVG {
		return at
	}
	if at.Sub = ""; nav.Whole(at.View) {
		at.Item = ""
	}
	return at
}

// maxCopy bounds a view for the clipboard, in bytes: many terminals take no more.
const maxCopy = 64 << 10

// Copy returns the view in a format, for the clipboard, and what is to be said of that:
// what was sent to the terminal, or if it is too long, and the text "", that. It also
// returns how many bytes were made for it.
func (p Page) Copy(f report.Format) (copied, status string, made int) {
	at, most := p.Exported(f), maxCopy
	if p.in.Remote {
		most = MaxRemoteCopy
	}
	var b strings.Builder
	_ = report.Write(&b, report.Of(p.data, at, p.in.Lang), f, p.in.ASCII) // a builder takes everything
	copied = b.String()
	if len(copied) > most {
		return "", fmt.Sprintf(p.text.Export.TooLong, KiB(len(copied)), KiB(most)), len(copied)
	}
	return copied, fmt.Sprintf(p.text.Export.Sent, at.Link(), copyName(f), strings.Count(copied, "\n"), KiB(len(copied))), len(copied)
}

// copyName is what a format that is copied is called, in every language.
func copyName(f report.Format) string {
	if f == report.TSV {
		return "TSV"
	}
	return "Markdown"
}

// copies says what copying in a format is for.
func (p Page) copies(f report.Format) string {
	if f == report.TSV {
		return p.text.Export.CopyTSV
	}
	return p.text.Export.CopyMarkdown
}

func (p Page) commandOf(at place.Place, f report.Format) string {
	program := "anhui-tui"
	if p.in.Remote {
		program = "ssh "
		if _, port, err := net.SplitHostPort(p.in.Room.Host); err == nil && port != "22" {
			program += "-p " + port + " "
		}
		program += "HOST" // under which name the viewer has reached it, nobody else knows
	}
	return fmt.Sprintf("%s show '%s' --format %s --lang %s", program, at.Link(), f, p.in.Lang)
}
