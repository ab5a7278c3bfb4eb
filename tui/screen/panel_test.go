package screen

import (
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// The panel has something to say of every item of every list that has anything.
func TestPanelFollowsTheCursor(t *testing.T) {
	d, in := datatest.Embedded(t), tuitest.Viewport(200, 50, model.EN)
	for _, v := range place.Views() {
		for _, id := range nav.Items(d, place.Place{View: v}, in.Lang) {
			p := pageOf(d, place.Place{View: v, Item: id}, in)
			if !p.docked() || len(p.subs()) == 0 && !p.hasSource() {
				continue // a person without a statement
			}
			panel := partsText(p.panelEntries(mostPanel), mostPanel)
			if strings.Contains(panel, p.text.Say.NothingHere) || len(strings.Fields(panel)) < 10 {
				t.Errorf("%v/%s: the panel says %q", v, id, panel)
			}
		}
	}
}

// On the panel a share takes a line, as there is room for its name and its gauge.
func TestPanelHasSharesOnALine(t *testing.T) {
	p := pageOf(datatest.Dataset(t), tuitest.At(t, "overview/pv"), tuitest.Viewport(200, 50, model.EN))
	for line := range strings.SplitSeq(partsText(p.panelEntries(mostPanel), mostPanel), "\n") {
		if strings.HasPrefix(line, "PV glass output") {
			if !strings.Contains(line, ">50%") || !strings.Contains(line, "2024-09") {
				t.Errorf("the share is not on a line: %q", line)
			}
			return
		}
	}
	t.Error("the share is not on the panel")
}

// Figures of one indicator that disagree take a line each, beneath the name of what
// they are of only if the conflict is of several.
func TestConflictsTakeALineAFigure(t *testing.T) {
	all := strings.Join(Render(datatest.Dataset(t), tuitest.At(t, "sources/conflicts"), tuitest.Viewport(120, 60, model.EN)).Plain(), "\n")
	for _, want := range []string{"169.5%  2023  People's Weekly", "168.1%* 2023  Anhui Daily"} {
		if !strings.Contains(all, want) {
			t.Errorf("no line has %q:\n%s", want, all)
		}
	}
	if strings.Contains(all, "PV cell output growth") {
		t.Error("what is of one indicator is named twice")
	}
	if n := strings.Count(all, "PV inverter output, share of China"); n != 1 {
		t.Errorf("what several figures are of is named %d times", n)
	}
}

// However long an office is, it is told in full.
func TestOfficesAreNotCut(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		for _, person := range d.People {
			p := pageOf(d, place.Place{View: place.Voices, Item: person.ID}, tuitest.Viewport(80, 24, lang))
			for _, said := range p.saidBy(person) {
				for _, w := range []int{30, 44, 90} {
					drawn := tuitest.Squeezed(partsText([]entry{p.statement(said, w, true)}, w))
					if office := tuitest.Squeezed(said.Office.In(lang)); !strings.Contains(strings.ReplaceAll(drawn, said.Date, ""), office) {
						t.Fatalf("%v, %d cells: %q is not in %q", lang, w, office, drawn)
					}
				}
			}
		}
	}
}
