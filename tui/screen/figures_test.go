package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// Whatever figure the cursor is on, its card says what was printed, by whom
// and when; and the cursor reaches every figure and statement there is.
func TestEveryFigureHasItsSourceOneKeyAway(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		in := tuitest.Viewport(80, 24, lang)
		reached, heard := map[*model.Figure]bool{}, map[*model.Statement]bool{}
		tuitest.EachPlace(d, lang, 1, func(at place.Place) {
			p := pageOf(d, at, in)
			figures := p.figures()
			said := d.Statement(p.at.Sub)
			if len(figures) == 0 && said == nil {
				return
			}
			opened := pageOf(d, p.Act(keymap.ShowSource), in)
			card := tuitest.Squeezed(partsText(opened.cardText(), opened.cardWidth()))
			if opened.at.Card != place.SourceCard {
				t.Errorf("%s: i opens no card", p.at.Link())
			}
			var want []string
			for _, f := range figures {
				if f.Source == nil {
					t.Fatalf("%s has no source", f.ID)
				}
				reached[f] = true
				link := f.Source.URL
				if link == "" {
					link = p.text.Say.NoLink
				}
				want = append(want, f.ID, p.text.Full(f), f.AsPrinted, f.RankAsPrinted, p.text.Qualifier[f.Value.Qualifier()],
					p.text.Period(f.Period), f.Source.Publisher.In(lang), p.text.Date(f.Source.Date), f.Source.Title, link)
				if f.SaidBy != nil {
					want = append(want, f.SaidBy.Name.In(lang))
				}
				for _, other := range d.FiguresOf(f.Indicator) {
					if other != f && other.Period == f.Period && other.Conflict != nil && other.Conflict == f.Conflict {
						want = append(want, p.text.Value(other), other.Source.Publisher.In(lang))
					}
				}
			}
			if len(figures) == 0 {
				heard[said] = true
				want = append(want, said.Person.Name.In(lang), said.Text.In(lang), said.Date, said.Source.Publisher.In(lang), said.Source.Title)
			}
			for _, text := range want {
				if !strings.Contains(card, tuitest.Squeezed(text)) {
					t.Errorf("%s: the card does not say %q", p.at.Link(), text)
				}
			}
		})
		if len(reached) != len(d.Figures) || len(heard) != len(d.Statements) {
			t.Errorf("%v: the cursor reaches %d of %d figures and %d of %d statements",
				lang, len(reached), len(d.Figures), len(heard), len(d.Statements))
		}
	}
}

// shownFigure is the figure a click in a list leads to, if it is one.
func shownFigure(d *model.Dataset, to place.Place) *model.Figure {
	switch {
	case to.Item == nav.ConflictsItem: // its lines are conflicts, some with the id of a figure
		return nil
	case to.Sub != "":
		return d.Figure(to.Sub)
	}
	return d.Figure(to.Item)
}

// A row with a figure shows the number as it is claimed, for which period,
// and whether others contradict it: a name can be cut off, these cannot.
func TestFigureRowsShowQualifierAndPeriod(t *testing.T) {
	d := datatest.Embedded(t)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for _, lang := range tuitest.Langs() {
			in, drawn := tuitest.Viewport(size[0], size[1], lang), map[string]bool{}
			tuitest.EachPlace(d, lang, size[1]/4, func(at place.Place) {
				p := pageOf(d, at, in)
				f := p.Frame()
				lines := f.Plain()
				for _, h := range f.Hits {
					figure := shownFigure(d, h.Place)
					if chart := p.at.View == place.Trends && nav.Charted(d, p.at); chart || figure == nil || h.Place.View != p.at.View || h.Place.Sort != p.at.Sort || h.Place.Rows != p.at.Rows {
						continue // a title among them
					}
					var row strings.Builder
					for _, l := range lines[h.Area.Y : h.Area.Y+h.Area.H] {
						row.WriteString(ansi.Cut(l, h.Area.X, h.Area.X+h.Area.W) + "\n")
					}
					if level := figure.Indicator.GrowthOf; level != nil && p.at.View == place.Clusters && h.Area.H == 1 { // a cell of a row that has the period
						row.WriteString(strings.Join(lines[max(h.Area.Y-2, 0):h.Area.Y+1], "\n"))
					}
					text := row.String()
					// The lower part of a row of more lines, with its number, can be below the edge.
					if bottom := layout(in).Body; (p.at.View == place.Cities || p.stacked()) && h.Area.Y+h.Area.H == bottom.Y+bottom.H {
						continue
					}
					if whole := strings.Count(text, "\n") > 1 || !p.narrowShares(); !whole || drawn[text] {
						continue
					}
					drawn[text] = true
					want := []string{p.text.Brief(figure)}
					if !strings.Contains(tuitest.Squeezed(text), tuitest.Squeezed(p.text.When(figure.Period))) {
						want = append(want, figure.Period.Short())
					}
					if figure.Conflict != nil && figure.Value.Stated() && size[0] > 40 {
						want = append(want, conflicted)
					}
					for _, part := range want {
						if !strings.Contains(tuitest.Squeezed(text), tuitest.Squeezed(part)) {
							t.Errorf("%d×%d, %s: the row of %s does not show %q:\n%s", size[0], size[1], p.at.Link(), figure.ID, part, text)
						}
					}
				}
			})
			if len(drawn) < 100 {
				t.Errorf("%v: only %d rows were seen", size, len(drawn))
			}
		}
	}
}

// narrowShares reports whether shares are drawn on two lines.
func (p Page) narrowShares() bool {
	return p.stacked() && (p.at.View == place.Shares || p.at.View == place.Clusters)
}

// No colour says anything by itself: without any, the same words, numbers and
// marks are on the screen.
func TestNoColourCarriesMeaningAlone(t *testing.T) {
	d := datatest.Embedded(t)
	text := func(p place.Place, in place.Viewport) string {
		// A gauge's track is dots where there is no background to show it.
		return strings.ReplaceAll(strings.Join(Render(d, p, in).Plain(), "\n"), "·", " ")
	}
	for _, link := range []string{
		"overview", "clusters/pv", "clusters/auto?card=source", "shares", "shares?as=table&sort=cluster", "trends", "voices",
		"cities/hefei?by=gdp-growth", "cities/hefei?with=wuhu", "sources/conflicts", "shares?card=help",
	} {
		for _, lang := range tuitest.Langs() {
			in := tuitest.Viewport(120, 40, lang)
			want := text(tuitest.At(t, link), in)
			for _, theme := range []place.Theme{place.Dark, place.Light, place.HighContrast, place.Mono} {
				for _, colors := range []place.Colors{place.NoColors, place.Colors16, place.Colors256} {
					in.Theme, in.Colors = theme, colors
					if text(tuitest.At(t, link), in) != want {
						t.Errorf("%s, %v: %v in %v colours says something else", link, lang, theme, colors)
					}
				}
			}
		}
	}
}
