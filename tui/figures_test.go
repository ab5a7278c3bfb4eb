package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

// everywhere calls do with a page for every place of the cursor: each item of
// each view, and each step-th line of its detail.
func everywhere(d *model.Dataset, in place.Viewport, step int, do func(p page)) {
	for _, start := range []place.Place{
		{View: place.Overview},
		{View: place.Clusters},
		{View: place.Shares},
		{View: place.Trends},
		{View: place.Voices},
		{View: place.Sources},
		{View: place.Trends, Table: true},
		{View: place.Shares, Table: true},
		{View: place.Shares, Scope: "world"},
		{View: place.Shares, Scope: "world", Table: true},
		{View: place.Shares, Scope: "anhui"},
		{View: place.Shares, Scope: "anhui", Table: true},
	} {
		list := newPage(d, start, in)
		for _, item := range list.items() {
			start.Item, start.Sub = item, ""
			detail := newPage(d, start, in)
			do(detail)
			for i, sub := range detail.subs() {
				if start.Sub = sub; i%step == 0 {
					do(newPage(d, start, in))
				}
			}
		}
	}
}

// squeezed is a text without its spaces, to find in it what was wrapped.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// Whatever figure the cursor is on, its card says what was printed, by whom
// and when; and the cursor reaches every figure and statement there is.
func TestEveryFigureHasItsSourceOneKeyAway(t *testing.T) {
	d := embedded(t)
	for _, lang := range langs() {
		in := viewport(80, 24, lang)
		reached, heard := map[*model.Figure]bool{}, map[*model.Statement]bool{}
		everywhere(d, in, 1, func(p page) {
			figures := p.figures()
			said := d.Statement(p.at.Sub)
			if len(figures) == 0 && said == nil {
				return
			}
			opened := newPage(d, p.act(showSource), in)
			card := squeezed(ansi.Strip(strings.Join(opened.cardText(), "\n")))
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
				want = append(want, f.ID, p.text.Value(f), f.AsPrinted, f.RankAsPrinted, p.text.Qualifier[f.Value.Qualifier()],
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
				if !strings.Contains(card, squeezed(text)) {
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
	case to.Item == report.ConflictsItem: // its lines are conflicts, some with the id of a figure
		return nil
	case to.Sub != "":
		return d.Figure(to.Sub)
	}
	return d.Figure(to.Item)
}

// A row with a figure shows the number as it is claimed, for which period,
// and whether others contradict it: a name can be cut off, these cannot.
func TestFigureRowsShowQualifierAndPeriod(t *testing.T) {
	d := embedded(t)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for _, lang := range langs() {
			in, drawn := viewport(size[0], size[1], lang), map[string]bool{}
			everywhere(d, in, size[1]/4, func(p page) {
				f := p.frame()
				lines := plain(f)
				for _, h := range f.Hits {
					figure := shownFigure(d, h.Place)
					if figure == nil || h.Place.View != p.at.View {
						continue
					}
					var row strings.Builder
					for _, l := range lines[h.Area.Y : h.Area.Y+h.Area.H] {
						row.WriteString(ansi.Cut(l, h.Area.X, h.Area.X+h.Area.W) + "\n")
					}
					text := row.String()
					// The lower part of a row of two lines can be below the edge.
					if whole := strings.Count(text, "\n") > 1 || !p.narrowShares(); !whole || drawn[text] {
						continue
					}
					drawn[text] = true
					want := []string{p.text.Value(figure)}
					if !strings.Contains(squeezed(text), squeezed(p.text.When(figure.Period))) {
						want = append(want, figure.Period.Short())
					}
					if figure.Conflict != nil && figure.Value.Stated() && size[0] > 40 {
						want = append(want, conflicted)
					}
					for _, part := range want {
						if !strings.Contains(squeezed(text), squeezed(part)) {
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
func (p page) narrowShares() bool {
	return p.stacked() && (p.at.View == place.Shares && !p.at.Table || p.at.View == place.Clusters)
}

// No colour says anything by itself: without any, the same words, numbers and
// marks are on the screen.
func TestNoColourCarriesMeaningAlone(t *testing.T) {
	d := embedded(t)
	text := func(p place.Place, in place.Viewport) string {
		// A gauge's track is dots where there is no background to show it.
		return strings.ReplaceAll(strings.Join(plain(Render(d, p, in)), "\n"), "·", " ")
	}
	for _, link := range []string{
		"overview", "clusters/pv", "clusters/auto?card=source", "shares", "shares?as=table&sort=cluster", "trends", "voices",
		"sources/conflicts", "shares?card=help",
	} {
		for _, lang := range langs() {
			in := viewport(120, 40, lang)
			want := text(at(t, link), in)
			for _, theme := range []place.Theme{place.Dark, place.Light, place.HighContrast, place.Mono} {
				for _, colors := range []place.Colors{place.NoColors, place.Colors16, place.Colors256} {
					in.Theme, in.Colors = theme, colors
					if text(at(t, link), in) != want {
						t.Errorf("%s, %v: %v in %v colours says something else", link, lang, theme, colors)
					}
				}
			}
		}
	}
}
