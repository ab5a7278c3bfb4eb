package dialogue

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/model/runes"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// kept returns the ids of the figures kept.
func (s *turn) kept() []string { return place.Place{Keep: s.keep}.Kept() }

// take keeps the figures that a link keeps, if it keeps any.
func (s *turn) take(keep string) {
	if keep == "" {
		return
	}
	var ids []string
	for _, f := range nav.Kept(s.data, place.Place{Keep: keep}) {
		ids = append(ids, f.ID)
	}
	s.keep = strings.Join(ids, ",")
}

// meant returns the figures that a command is about: those of the item with a number, or
// without one those that are open. If there are none it says so.
func (s *turn) meant(number string) []*model.Figure {
	figures := s.figures()
	if number != "" {
		n, err := strconv.Atoi(number)
		if err != nil {
			s.say(fmt.Sprintf(s.words().Dialogue.NoItem, number))
			return nil
		}
		to, ok := s.item(n)
		if !ok {
			return nil
		}
		if figures = nil; to.Item != "" {
			figures = nav.Selected(s.data, to, s.lang)
		}
	}
	if len(figures) == 0 {
		s.say(s.words().Dialogue.NoFigure)
	}
	return figures
}

// keepFigures keeps figures to be heard together.
func (s *turn) keepFigures(number string) {
	kept := s.kept()
	for _, f := range s.meant(number) {
		switch {
		case slices.Contains(kept, f.ID):
		case len(kept) == place.MaxKeep:
			s.say(fmt.Sprintf(s.words().Say.KeptFull, len(kept)))
			return
		default:
			kept = append(kept, f.ID)
		}
		s.keep = strings.Join(kept, ",")
		s.say(fmt.Sprintf(s.words().Dialogue.KeptIt, s.called(f), len(kept)))
	}
}

// dropFigures keeps figures no longer.
func (s *turn) dropFigures(number string) {
	kept := s.kept()
	for _, f := range s.meant(number) {
		n := slices.Index(kept, f.ID)
		if n < 0 {
			s.say(fmt.Sprintf(s.words().Dialogue.NotKept, s.called(f)))
			continue
		}
		kept = slices.Delete(kept, n, n+1)
		s.say(fmt.Sprintf(s.words().Dialogue.Dropped, s.called(f), len(kept)))
	}
	s.keep = strings.Join(kept, ",")
	if s.at.Card == place.BasketCard { // whose numbers are others now
		s.show()
	}
}

// called names a figure by its indicator and period.
func (s *turn) called(f *model.Figure) string {
	t := s.words()
	return runes.Line(t.FullName(f.Indicator) + t.Say.Comma + t.Period(f.Period))
}

// hearKept says the figures kept, each with its citation, and the link to them.
func (s *turn) hearKept() {
	if s.keep == "" {
		s.say(s.words().Dialogue.NoneKept)
		return
	}
	to := place.Place{Card: place.BasketCard}
	if s.at == to {
		s.show()
	} else {
		s.open(to)
	}
	s.say("\n" + s.words().Dialogue.KeptUntil)
}

// filterWords returns the words behind a command, as they were typed: the grade A is a
// capital.
func filterWords(line string) string {
	words := strings.Fields(runes.Line(line))
	return strings.Join(words[1:], " ")
}

// filter narrows the list of the view to what fits words, or without words shows all of
// it. Of a cluster it is the list of its figures.
func (s *turn) filter(words string) {
	w, to := s.words().Dialogue, s.at.Closed()
	to.Filter, to.Sub = words, ""
	if to.View != place.Clusters {
		to.Item = ""
	}
	switch {
	case !nav.Has(to.View, nav.Filter):
		s.say(w.NoFilter)
	case words != "" && !place.ValidQuery(words):
		s.say(w.TooLong)
	case words != "" && !s.fits(to):
		s.say(fmt.Sprintf(w.NoneFits, words))
	default:
		s.open(to)
	}
}

// heard returns the list, or the table of the item, that is read at the place; false if
// its rows have no other order.
func (s *turn) heard() (nav.Pane, bool) {
	in := nav.List
	if s.at.Item != "" {
		in = nav.Detail
	}
	return in, s.at.Card == place.NoCard && s.at.Sub == "" && nav.IsTable(s.data, s.at, in)
}

// order reads the list, or the table of an item, in its next order, or the other way
// round.
func (s *turn) order(turned bool) {
	w, to := s.words(), s.at.Closed()
	in, ok := s.heard()
	if subs := nav.Subs(s.data, to, s.lang); in == nav.Detail && len(subs) > 0 {
		to.Sub = subs[0] // where the keys for it are of the table
	}
	switch {
	case !ok || in == nav.Detail && to.Sub == "":
		s.say(w.Dialogue.NoOrder)
		return
	case turned:
		to = nav.TurnSort(s.data, to)
	default:
		to = nav.NextSort(s.data, to)
	}
	to.Sub = ""
	s.say(fmt.Sprintf(w.Dialogue.Ordered, nav.OrderName(w, nav.Sorted(to, in))))
	if to != s.at {
		s.open(to)
	}
}

// fits reports whether the words of a place leave anything.
func (s *turn) fits(at place.Place) bool {
	if at.View != place.Clusters {
		return len(nav.Items(s.data, at, s.lang)) > 0
	}
	for _, c := range s.data.Clusters {
		if at.Item != "" && at.Item != c.ID {
			continue
		}
		shares, others, said := nav.InCluster(s.data, at, s.lang, c)
		if len(shares)+len(others)+len(said) > 0 {
			return true
		}
	}
	return false
}
