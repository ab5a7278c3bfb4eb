package tui

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/model/runes"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// SVG is the form of a view as a picture of the screen.
const SVG report.Format = "svg"

// savedMsg says how saving went.
type savedMsg struct{ status string }

// Save writes a form of the view to a file and returns the message that says how
// that went, for [App.Step].
func (a App) Save(format report.Format) tea.Msg {
	at, in, t := a.at.Closed(), a.in, a.page().text
	name, err := a.options.Save(fileName(at, format), func(w io.Writer) error {
		if format == SVG {
			return Render(a.data, at, in).SVG(w, in.Theme)
		}
		return report.Write(w, report.Of(a.data, at, in.Lang), format, in.ASCII)
	})
	if err != nil {
		return savedMsg{fmt.Sprintf(t.Say.NotSaved, runes.Line(reason(err).Error()))}
	}
	return savedMsg{fmt.Sprintf(t.Say.Saved, runes.Line(name))}
}

// fileName names a file after a place.
func fileName(at place.Place, format report.Format) string {
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

// reason is what went wrong, without the path, which the viewer has just
// chosen.
func reason(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}
