package tui

import (
	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// copied is what the open card says was copied: the figures under the cursor,
// each with its citation, or the link of the place.
func (p page) copied() []string {
	if p.at.Card == place.LinkCard {
		return []string{p.at.Closed().Link()}
	}
	figures := p.view.figures(p)
	lines := make([]string, 0, len(figures))
	for _, f := range figures {
		lines = append(lines, p.citation(f))
	}
	return lines
}

// citation is a figure and where it comes from, on one line.
func (p page) citation(f *model.Figure) string {
	cited, err := report.Cite(p.data, f, report.Plain, p.in.Lang)
	if err != nil { // plain citations have nothing that can fail
		return f.ID
	}
	return cited
}

func (p page) copiedCard(w int) []string {
	all, s := p.copied(), p.style.Page
	if len(all) == 0 {
		return nil
	}
	lines := []string{p.line().cell(s.Strong, p.text.Say.Copied, w).String()}
	for _, text := range all {
		lines = append(lines, "")
		for _, l := range wrap(text, w) {
			lines = append(lines, s.Text.Paint(l))
		}
	}
	return append(lines, "", p.line().cell(s.Muted, p.text.Say.CopyNote, w).String())
}
