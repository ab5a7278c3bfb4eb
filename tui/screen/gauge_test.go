package screen

import (
	"regexp"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/chart"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// gaugeOf is the gauge of a share.
func gaugeOf(f *model.Figure) chart.Gauge {
	g, _ := report.Gauge(f, 100)
	return g
}

// stated is a share as a source states it.
func stated(t *testing.T, q model.Qualifier, number float64) *model.Figure {
	t.Helper()
	n, none := model.Num(number), model.Number{}
	numbers := [3]model.Number{n, none, none}
	switch q {
	case model.MoreThan, model.AtLeast:
		numbers = [3]model.Number{none, n, none}
	case model.LessThan, model.AtMost:
		numbers = [3]model.Number{none, none, n}
	case model.Range:
		numbers = [3]model.Number{none, n, model.Num(number + 3)}
	case model.RankOnly, model.NotStated:
		numbers = [3]model.Number{}
	case model.Exact, model.Approx, model.Nearly, model.Fraction, model.Target:
	}
	v, err := model.NewValue(q, numbers[0], numbers[1], numbers[2])
	if err != nil {
		t.Fatal(err)
	}
	return &model.Figure{Value: v, Indicator: &model.Indicator{Kind: model.Share}}
}

// lengths are how far a drawn gauge claims, and how far it shows the claim to
// be possible, in percent; open tells of an arrow.
func lengths(drawn string, g chart.Glyphs) (sure, possible float64, open, hollow bool) {
	inner := strings.TrimSuffix(strings.TrimPrefix(drawn, g.Left), g.Right)
	cells := strings.Split(inner, "")
	one := 100 / float64(len(cells))
	for i, c := range cells {
		end := float64(i+1) * one
		switch c {
		case g.Full:
			sure, possible = end, end
		case g.Hatch, g.Soft:
			possible = end
		case g.Arrow:
			possible, open = end, true
		case g.Hollow:
			hollow = true
		}
		for n, part := range g.Parts {
			if c == part {
				sure = float64(i)*one + float64(n+1)*one/float64(len(g.Parts)+1)
				possible = max(possible, sure)
			}
		}
	}
	return sure, possible, open, hollow
}

// No gauge is longer than the words of the source allow, and none is shorter
// than they oblige by as much as the cell an approximate edge takes.
func TestGaugeClaimsWhatIsStated(t *testing.T) {
	t.Parallel()
	const tiny = 1e-9
	for _, q := range model.Qualifiers() {
		for _, number := range []float64{12.5, 20, 100.0 / 3, 50, 90} {
			f := stated(t, q, number)
			claim, ok := f.Value.Claim()
			for _, glyphs := range []chart.Glyphs{chart.Unicode(), chart.Unicode().Thin(), chart.ASCII()} {
				for w := 3; w <= 200; w++ {
					drawn := gaugeOf(f).Text(w, glyphs)
					sure, possible, open, hollow := lengths(drawn, glyphs)
					one := 100 / float64(w-cell.Width(glyphs.Left+glyphs.Right))
					if cell.Width(drawn) != w {
						t.Fatalf("%v %v in %d cells has %d: %s", q, number, w, cell.Width(drawn), drawn)
					}
					wrong := ""
					switch {
					case !ok || claim.Target:
						if sure != 0 || open || hollow != claim.Target {
							wrong = "something is drawn that nobody claims to have happened"
						}
					case sure > claim.Lower+tiny:
						wrong = "more is claimed"
					case claim.Lower-sure > one:
						wrong = "less is claimed"
					case open != claim.Unbounded:
						wrong = "the arrow is wrong"
					case !open && (possible < claim.Upper-one || possible > claim.Upper+one+tiny):
						wrong = "the edge is wrong"
					case claim.Lower == claim.Upper && !open && possible != sure:
						wrong = "what is exact looks uncertain"
					case (claim.Lower < claim.Upper || open) && possible == sure:
						wrong = "what is uncertain looks exact"
					}
					if wrong != "" {
						t.Fatalf("%v %v in %d cells: %s: %s", q, number, w, wrong, drawn)
					}
				}
			}
		}
	}
}

// Where sources disagree both are on the gauge, and only what all of them say
// is solid; also if they speak of different years, or of different shares of one
// territory. A share of another territory is no mark.
func TestGaugeShowsTheOtherSource(t *testing.T) {
	lead, other, world := stated(t, model.Exact, 24), stated(t, model.Exact, 16.8), stated(t, model.Exact, 60)
	china := &model.Scope{ID: "china"}
	for _, f := range []*model.Figure{lead, other, world} {
		f.Indicator.Kind, f.Indicator.Scope = model.Share, china
	}
	world.Indicator.Scope = &model.Scope{ID: "world"}
	other.Period, _ = model.ParsePeriod("1999")
	c := &model.Conflict{Lead: lead, Figures: []*model.Figure{lead, other, world}}
	for _, f := range c.Figures {
		f.Conflict = c
	}
	if got := gaugeOf(lead).Text(22, chart.ASCII()); got != "[###|"+"|...............]" {
		t.Errorf("drawn %s", got)
	}
	c.Figures = []*model.Figure{lead, world}
	if marks := gaugeOf(lead).Marks; len(marks) != 1 {
		t.Errorf("a share of the world marks one of China: %v", marks)
	}
	two := 0
	for _, f := range datatest.Embedded(t).Shares(datatest.Embedded(t).Scope("")) {
		if len(gaugeOf(f).Marks) > 1 {
			two++
		}
	}
	if two == 0 {
		t.Error("no gauge of the dataset has two marks")
	}
}

// The gauges on the Shares view are those of the figures they stand beside.
func TestSharesAreDrawnAsStated(t *testing.T) {
	d := datatest.Embedded(t)
	gauge := regexp.MustCompile(`\[[^]]{6,}\]`)
	for _, link := range []string{"shares", "shares?scope=world", "shares?scope=anhui&sort=cluster"} {
		for _, w := range []int{80, 120, 200} {
			in := tuitest.Viewport(w, 100, model.EN)
			in.ASCII, in.Colors = true, place.NoColors
			f := Render(d, tuitest.At(t, link), in)
			lines, drawn := f.Plain(), 0
			for _, h := range f.Hits {
				figure := d.Figure(h.Place.Item)
				if figure == nil || h.Place.View != place.Shares || h.Place.Sort != tuitest.At(t, link).Sort { // a title
					continue
				}
				got := gauge.FindString(lines[h.Area.Y])
				if want := gaugeOf(figure).Text(len(got), chart.ASCII()); got != want || got == "" {
					t.Errorf("%s is drawn as %s, want %s", figure.ID, got, want)
				}
				drawn++
			}
			if drawn != len(pageOf(d, tuitest.At(t, link), in).shares()) {
				t.Errorf("%s, %d wide: %d gauges", link, w, drawn)
			}
		}
	}
}

// Without colours the row under the cursor is reversed, and has the look of what is
// full: beside a gauge there is a cell that is not, so that its ends are seen.
func TestGaugeUnderTheCursorHasEnds(t *testing.T) {
	for _, link := range []string{"overview/pv", "clusters/pv/pv-glass-share-china-r2024-09", "shares/pv-glass-share-china-r2024-09", "shares?filter=chuzhou"} {
		for _, width := range []int{80, 120} {
			in := tuitest.Viewport(width, 40, model.EN)
			in.Theme = place.Mono
			f := Render(datatest.Embedded(t), tuitest.At(t, link), in)
			seen := false
			for y := range f.H {
				row := f.Row(y)
				for x := 3; x < len(row); x++ {
					reversed := func(c cell.Cell) bool { return c.Style.Look().Attrs&cell.Reverse != 0 }
					full := f.Text(row[x]) == "\u2588" || f.Text(row[x]) == "\u2501"
					if full && !reversed(row[x]) && f.Text(row[x-1]) == " " && reversed(row[x-2]) {
						seen = true
						if reversed(row[x-1]) {
							t.Errorf("%s, %d cells, line %d: the gauge begins on a reversed ground", link, width, y)
						}
					}
				}
			}
			if !seen {
				t.Errorf("%s, %d cells: no gauge under the cursor", link, width)
			}
		}
	}
}
