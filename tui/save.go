package tui

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/model/runes"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/screen"
	"anhui-tui/tui/svg"
	"anhui-tui/tui/text"
)

// savedMsg says how saving went.
type savedMsg struct{ status string }

// Save writes a form of the view to a file and returns the message that says how
// that went, for [App.Step].
func (a *App) Save(format report.Format) tea.Msg {
	at, in, t := a.Page().Exported(format), a.in, text.For(a.in.Lang)
	name, err := a.options.Save(screen.FileName(at, format), func(w io.Writer) error {
		if format == screen.SVG {
			return svg.Write(w, screen.Render(a.data, at, in), in.Theme)
		}
		if format == screen.Chart { // for a document, which is white
			return svg.Chart(w, a.data, at, in.Lang, place.Light)
		}
		if format == report.CSV { // by which a spreadsheet knows it for UTF-8
			if _, err := io.WriteString(w, "\ufeff"); err != nil {
				return err
			}
		}
		return report.Write(w, report.Of(a.data, at, in.Lang), format, in.ASCII)
	})
	if err != nil {
		return savedMsg{fmt.Sprintf(t.Export.NotSaved, runes.Line(reason(err).Error()))}
	}
	return savedMsg{fmt.Sprintf(t.Export.Saved, runes.Line(name))}
}

// reason is what went wrong, without the path, which the viewer has just
// chosen.
func reason(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}
