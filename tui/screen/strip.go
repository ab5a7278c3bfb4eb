package screen

import (
	"maps"
	"slices"
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/report"
	"anhui-tui/tui/theme"
)

// strip is the years under a chart: in each the value, growth as stated, and what is
// computed here or a letter for why it is not. They stand under the years of the chart;
// where these are too close to one another, under as many of them as there is room for.
type strip struct {
	rows    []stripRow
	years   []int // that are shown
	columns []int // past the last column of each
	width   int   // of a column
	left    int   // of the labels
	here    int   // the year under the cursor, 0 if there is none
	letters []string
	told    map[*model.Figure]string // whose changes a letter tells, and which
}

type stripRow struct {
	label string
	style cell.Style // of the label
	cells map[int]stripCell
}

type stripCell struct {
	text, mark string
	style      func(*theme.Styles) cell.Style
}

func textStyle(s *theme.Styles) cell.Style  { return s.Text }
func labelStyle(s *theme.Styles) cell.Style { return s.Label }
func mutedStyle(s *theme.Styles) cell.Style { return s.Muted }

// stripSpace is the height from which a chart has years under it.
const stripSpace = 14

// strip returns the years under a chart of series in w×h cells, and makes room for
// them in it.
func (p Page) strip(lines *chart.LineChart, all []*model.Indicator, w, h int) *strip {
	s := &strip{}
	if h < stripSpace {
		return s
	}
	for n, i := range all {
		s.rows = append(s.rows, p.valueRow(i, n, len(all) > 1))
	}
	if len(all) == 1 {
		p.growthRows(s, all[0])
	}
	if f := p.data.Figure(p.at.Sub); f != nil && f.Period.Annual() {
		s.here = f.Period.Year()
	}
	s.fit(lines, w, h, p.glyphs())
	return s
}

// fit finds the columns of the years, and has the chart write those years.
func (s *strip) fit(lines *chart.LineChart, w, h int, g chart.Glyphs) {
	before, after := map[int]int{}, map[int]int{} // the columns of a year that its cells take
	for _, r := range s.rows {
		s.left = max(s.left, min(cell.Width(r.label), w/5))
		for year, c := range r.cells {
			if r.label == s.rows[0].label || len(s.letters) == 0 { // growth in words may be wider
				s.width = max(s.width, cell.Width(c.text+c.mark)+1)
				before[year], after[year] = max(before[year], cell.Width(c.text)), max(after[year], cell.Width(c.mark))
			}
			before[year] = max(before[year], yearWidth-1)
		}
	}
	s.width = max(s.width, yearWidth)
	lines.Left, lines.Before, lines.After = s.left, max(s.width-4, 2), yearWidth-2
	years, ok := lines.Years(w, h-len(s.rows), g)
	if !ok { // without an axis
		*s = strip{}
		return
	}
	if years.Pitch >= s.width || years.To == years.From {
		for year := years.From; year <= years.To; year++ {
			s.years = append(s.years, year)
		}
	} else {
		s.years = spread(slices.Sorted(maps.Keys(before)), s.here, func(a, b int) bool {
			return years.Column(b)-years.Column(a) > before[b]+after[a]
		})
		lines.Labelled = s.years
	}
	shown := map[string]bool{} // texts, among them letters
	for _, year := range s.years {
		s.columns = append(s.columns, years.Column(year)+2)
		for _, r := range s.rows {
			shown[r.cells[year].text] = true
		}
	}
	s.letters = slices.DeleteFunc(s.letters, func(l string) bool { return !shown[l[:1]] })
	maps.DeleteFunc(s.told, func(_ *model.Figure, letter string) bool { return !shown[letter] })
}

// spread returns those of some years that fit beside one another: the one that is here,
// else the last, and from there on as many as can.
func spread(years []int, here int, fit func(a, b int) bool) []int {
	at := slices.Index(years, here)
	if at < 0 {
		at = len(years) - 1
	}
	if at < 0 {
		return nil
	}
	kept := []int{years[at]}
	for _, year := range slices.Backward(years[:at]) {
		if fit(year, kept[0]) {
			kept = slices.Insert(kept, 0, year)
		}
	}
	for _, year := range years[at+1:] {
		if fit(kept[len(kept)-1], year) {
			kept = append(kept, year)
		}
	}
	return kept
}

// yearWidth is the width of a year and the space after it.
const yearWidth = 5

// draw draws the strip: on the first line of c, the axis, only the year under the
// cursor.
func (s *strip) draw(p Page, c cell.Canvas) {
	for n, year := range s.years {
		styles, at := p.style.Page, s.columns[n]
		if year == s.here {
			styles = p.style.Cursor
			s.column(c, n).Fill(styles.Text)
		}
		if label := strconv.Itoa(year); year == s.here {
			c.Put(at-len(label), 0, styles.Strong, label)
		}
		for y, r := range s.rows {
			line := c.Line(c.H - len(s.rows) + y)
			is, stated := r.cells[year]
			if !stated {
				if y == 0 {
					line.Put(at-1, 0, styles.Muted, p.glyphs().Track)
				}
				continue
			}
			text := is.text
			if most := s.widthBefore(r, n); cell.Width(text) > most {
				text = moreGlyph // a number that is cut would be another
			}
			line.Put(line.Put(at-cell.Width(text), 0, is.style(styles), text), 0, styles.Muted, is.mark)
		}
	}
	for y, r := range s.rows {
		p.line(c.Line(c.H-len(s.rows)+y)).Cell(r.style, r.label, s.left)
	}
}

// column returns the column of year n, from where the years are written.
func (s *strip) column(c cell.Canvas, n int) cell.Canvas {
	return c.Area(s.columns[n]-s.width+2, 0, s.width, c.H)
}

// hits makes a click on the column of a year put the cursor on its figure.
func (s *strip) hits(p Page, c cell.Canvas, i *model.Indicator) {
	for n, year := range s.years {
		if f := p.inYear(i, year); f != nil {
			p.hit(s.column(c, n), p.toSub(f.ID))
		}
	}
}

// widthBefore is how wide the text of year n may be: into the year before it if that
// has none.
func (s *strip) widthBefore(r stripRow, n int) int {
	if n == 0 {
		return s.columns[0] - s.left - 1
	}
	if before, stated := r.cells[s.years[n-1]]; stated {
		return s.columns[n] - s.columns[n-1] - max(cell.Width(before.mark), 1)
	}
	if n > 1 {
		return s.columns[n] - s.columns[n-2] - 2
	}
	return s.columns[n] - s.left - 1
}

// height is how many lines the strip takes below the axis.
func (s *strip) height() int { return len(s.rows) }

// valueRow has the values of a series, its unit left to the title; of one of several
// its mark and name are the label.
func (p Page) valueRow(i *model.Indicator, n int, several bool) stripRow {
	row := stripRow{label: p.text.Chart.Value, style: p.style.Page.Muted, cells: map[int]stripCell{}}
	if several {
		row.label, row.style = p.text.Name(i), p.seriesStyle(i, n)
	}
	for _, f := range p.data.Series(i) {
		row.cells[f.Period.Year()] = stripCell{p.bare(f, p.text.OnChart(f)), report.Marks(f), textStyle}
	}
	return row
}

// growthRows adds growth as stated, where a source states any, and as computed from
// the values, with a letter for each reason why one is not.
func (p Page) growthRows(s *strip, i *model.Indicator) {
	stated := stripRow{label: p.text.Chart.AsStated, style: p.style.Page.Muted, cells: map[int]stripCell{}}
	for _, g := range p.data.GrowthsOf(i) {
		for _, f := range p.data.Series(g) {
			if year := f.Period.Year(); stated.cells[year].text == "" && f.Value.Qualifier() != model.Target {
				stated.cells[year] = stripCell{p.text.Brief(f), report.Marks(f), labelStyle}
			}
		}
	}
	if len(stated.cells) > 0 {
		s.rows = append(s.rows, stated)
	}
	computed := stripRow{label: p.text.Chart.Computed, style: p.style.Page.Muted, cells: map[int]stripCell{}}
	letters := map[string]string{}
	s.told = map[*model.Figure]string{}
	for _, step := range p.data.Steps(i) {
		if !step.Yearly() || step.Why == model.NotOutcome {
			continue
		}
		year := step.To.Period.Year()
		if step.Why == model.Comparable {
			computed.cells[year] = stripCell{text: p.text.Computed(step), style: mutedStyle}
			continue
		}
		reason, of := p.text.Chart.Why[step.Why], step.Cause()
		if step.Own() {
			reason = p.text.Period(of.Period) + "  " + p.text.Remark(reason, of)
		}
		if letters[reason] == "" {
			letters[reason] = string(rune('a' + len(letters)%26))
			s.letters = append(s.letters, letters[reason]+"  "+reason)
		}
		if step.Own() {
			s.told[of] = letters[reason]
		}
		computed.cells[year] = stripCell{text: letters[reason], style: mutedStyle}
	}
	if len(computed.cells) > 0 {
		s.rows = append(s.rows, computed)
	}
}
