package screen

import (
	"strconv"

	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/theme"
)

// strip is the years under a chart: in each the value, growth as stated, and what is
// computed here or a letter for why it is not. Where the years of the chart are wide
// enough they are its columns, else those around the cursor have their own.
type strip struct {
	rows    []stripRow
	years   []int // that are shown
	columns []int // past the last column of each
	width   int   // of a column
	left    int   // of the labels
	header  bool  // the years are written, as the axis has others
	here    int   // the year under the cursor, 0 if there is none
	letters []string
	told    []*model.Figure // whose changes the letters tell
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

// fit finds the columns of the years.
func (s *strip) fit(lines *chart.LineChart, w, h int, g chart.Glyphs) {
	first, last := 0, 0
	for _, r := range s.rows {
		s.left = max(s.left, min(cell.Width(r.label), w/5))
		for year, c := range r.cells {
			if r.label == s.rows[0].label || len(s.letters) == 0 { // growth in words may be wider
				s.width = max(s.width, cell.Width(c.text+c.mark)+1)
			}
			if first == 0 || year < first {
				first = year
			}
			last = max(last, year)
		}
	}
	s.width = max(s.width, yearWidth)
	lines.Left, lines.Before, lines.After = s.left, max(s.width-4, 2), yearWidth-2
	if years, ok := lines.Years(w, h-len(s.rows), g); ok && (years.Pitch >= s.width || years.To == years.From) {
		for year := years.From; year <= years.To; year++ {
			s.years, s.columns = append(s.years, year), append(s.columns, years.Column(year)+2)
		}
		return
	}
	lines.Before, lines.After = 0, 0
	s.header = true
	for year := first; year <= last && first > 0; year++ {
		for _, r := range s.rows {
			if r.cells[year].text != "" {
				s.years = append(s.years, year)
				break
			}
		}
	}
	n := max((w-s.left-1)/s.width, 1)
	at := len(s.years) - 1
	for i, year := range s.years {
		if year == s.here {
			at = i
		}
	}
	if from := min(max(at-n/2, 0), max(len(s.years)-n, 0)); len(s.years) > n {
		s.years = s.years[from : from+n]
	}
	for i := range s.years {
		s.columns = append(s.columns, s.left+1+s.width*(i+1)-1)
	}
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
		if label := strconv.Itoa(year); s.header || year == s.here {
			style := styles.Muted
			if year == s.here {
				style = styles.Strong
			}
			y := 0
			if s.header {
				y = 1
			}
			c.Put(at-len(label), y, style, label)
		}
		for y, r := range s.rows {
			line := c.Line(c.H - len(s.rows) + y)
			is, stated := r.cells[year]
			if !stated {
				if y == 0 && !s.header {
					line.Put(at-1, 0, styles.Muted, p.glyphs().Track)
				}
				continue
			}
			text := is.text
			if most := s.widthBefore(r, n); cell.Width(text) > most {
				text = cell.Truncate(text, most, moreGlyph)
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
	from := 0
	if s.header {
		from = 1
	}
	return c.Area(s.columns[n]-s.width+2, from, s.width, c.H-from)
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
func (s *strip) height() int {
	if s.header {
		return len(s.rows) + 1
	}
	return len(s.rows)
}

// valueRow has the values of a series, its unit left to the title; of one of several
// its mark and name are the label.
func (p Page) valueRow(i *model.Indicator, n int, several bool) stripRow {
	row := stripRow{label: p.text.Chart.Value, style: p.style.Page.Muted, cells: map[int]stripCell{}}
	if several {
		row.label, row.style = p.text.Name(i), p.seriesStyle(i, n)
	}
	for _, f := range p.data.Series(i) {
		row.cells[f.Period.Year()] = stripCell{p.bare(f, p.text.OnChart(f)), marksOf(f), textStyle}
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
				stated.cells[year] = stripCell{p.text.Brief(f), marksOf(f), labelStyle}
			}
		}
	}
	if len(stated.cells) > 0 {
		s.rows = append(s.rows, stated)
	}
	computed := stripRow{label: p.text.Chart.Computed, style: p.style.Page.Muted, cells: map[int]stripCell{}}
	letters := map[string]string{}
	for _, step := range p.data.Steps(i) {
		if !step.Yearly() || step.Why == model.NotOutcome {
			continue
		}
		year := step.To.Period.Year()
		if step.Why == model.Comparable {
			computed.cells[year] = stripCell{text: p.text.Computed(step), style: mutedStyle}
			continue
		}
		reason := p.text.Chart.Why[step.Why]
		if step.Own() {
			of := step.Cause()
			reason = p.text.Period(of.Period) + "  " + p.text.Remark(reason, of)
			s.told = append(s.told, of)
		}
		if letters[reason] == "" {
			letters[reason] = string(rune('a' + len(letters)%26))
			s.letters = append(s.letters, letters[reason]+"  "+reason)
		}
		computed.cells[year] = stripCell{text: letters[reason], style: mutedStyle}
	}
	if len(computed.cells) > 0 {
		s.rows = append(s.rows, computed)
	}
}
