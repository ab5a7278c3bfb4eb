package screen

import (
	"fmt"
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// Why says why an action had no effect on the page; "" for one that has no reason not
// to have any.
func (p Page) Why(do keymap.Action) string {
	why, always := &p.text.Why, always(&p.text.Why)[do]
	switch {
	case distance(do, 1) != 0 && len(p.items()) == 0:
		return p.text.Say.NothingHere
	case always != "":
		return always
	case do >= keymap.ToTab:
		return fmt.Sprintf(why.Here, p.text.Views[p.at.View])
	}
	switch do {
	case keymap.ShowConflicts:
		return p.whyNoConflicts()
	case keymap.PointAt:
		if p.in.Room.Role == place.Presenting {
			return why.Figure
		}
		return why.Present
	case keymap.CopyFigure, keymap.KeepFigure, keymap.ShowSeries:
		return p.whyNotFigure(do)
	}
	return p.whyNotOption(do)
}

// always returns the reasons of the actions that have the same on every page.
func always(why *text.Reasons) map[keymap.Action]string {
	return map[keymap.Action]string{
		keymap.MoveDown: why.Last, keymap.PageDown: why.Last, keymap.HalfDown: why.Last, keymap.MoveLast: why.Last,
		keymap.MoveUp: why.First, keymap.PageUp: why.First, keymap.HalfUp: why.First, keymap.MoveFirst: why.First,
		keymap.MoveRight: why.Side, keymap.MoveLeft: why.Side, keymap.OpenItem: why.Open, keymap.CloseTop: why.Close,
		keymap.GoBack: why.Back, keymap.GoForward: why.Forward, keymap.NextFound: why.Result, keymap.PrevFound: why.Result,
		keymap.ShowSource: why.Source, keymap.SwitchTheme: why.Colors,
	}
}

// Did says what has become of what a view lets one choose since a place before, which
// may be out of sight; "" if nothing has.
func (p Page) Did(before place.Place) string {
	why, at := &p.text.Why, p.at
	switch {
	case at.View != before.View || at.Item != before.Item || at.Card != place.NoCard:
		return ""
	case at.Sort != before.Sort:
		return nav.OrderName(p.text, nav.Sorted(at, nav.List))
	case at.Rows != before.Rows:
		return nav.OrderName(p.text, nav.Sorted(at, nav.Detail))
	case at.With != before.With && nav.Has(at.View, nav.Other):
		if at.With == "" {
			return why.Alone
		}
		return fmt.Sprintf(p.text.Say.CompareWith, nav.Name(p.data, at, p.text))
	case at.With != before.With && at.With == "":
		return why.OffChart
	case at.With != before.With:
		return fmt.Sprintf(why.OnChart, len(at.Pinned()))
	case at.By != before.By:
		return p.text.Name(p.data.Measure(at.By).Indicator)
	case at.Zoom != before.Zoom && at.Zoom == place.NoZoom:
		return why.Panes
	case at.Zoom != before.Zoom:
		return why.Wide
	case at.Index != before.Index && at.Index:
		return p.text.Chart.Index
	case at.Index != before.Index:
		return p.text.Chart.Value
	case at.Sub != before.Sub && at.Index:
		if f := p.data.Figure(at.Sub); f != nil && !p.hasIndex(f) {
			return p.text.Period(f.Period) + p.text.Say.Colon + p.text.Value(f)
		}
	}
	return ""
}

// hasIndex reports whether a figure has a mark on the chart of the page's index.
func (p Page) hasIndex(f *model.Figure) bool {
	charts := nav.Charts(p.data, p.at)
	if len(charts) == 0 {
		return false
	}
	base := p.data.IndexBase(charts[0])
	return base > 0 && slices.ContainsFunc(p.data.Index(f.Indicator, base), func(x model.Indexed) bool { return x.Figure == f })
}

func (p Page) whyNoConflicts() string {
	if len(p.data.Conflicts) == 0 {
		return p.text.Why.Conflict
	}
	return fmt.Sprintf(p.text.Why.Here, p.text.Head.Conflicts)
}

// whyNotFigure says why something cannot be done to the figure under the cursor.
func (p Page) whyNotFigure(do keymap.Action) string {
	switch {
	case len(p.figures()) == 0:
		return p.text.Why.Figure
	case do == keymap.KeepFigure:
		return fmt.Sprintf(p.text.Why.KeepsFull, place.MaxKeep)
	default:
		return p.text.Why.Series
	}
}

// whyNotOption says why what an action lets one choose cannot be chosen here, or in
// which views it can.
func (p Page) whyNotOption(do keymap.Action) string {
	why := &p.text.Why
	var in []string
	for _, v := range place.Views() {
		if chooses(do, v) {
			in = append(in, p.text.Views[v])
		}
	}
	if len(in) > 0 && !chooses(do, p.at.View) {
		return fmt.Sprintf(why.Only, strings.Join(in, p.text.Say.List))
	}
	switch do {
	case keymap.SwitchSort:
		return why.Rows
	case keymap.TurnSort:
		if _, ok := nav.Sortable(p.data, p.at); !ok {
			return why.Rows
		}
		return why.Order
	case keymap.SwitchTable:
		return why.Year
	case keymap.ShowIndex:
		return why.Chart
	case keymap.Zoom:
		return why.Pane
	case keymap.AddToChart:
		if nav.Has(p.at.View, nav.Other) {
			return why.Place
		}
		return why.Full
	case keymap.SwitchTopic:
		return why.Said
	case keymap.SwitchScope, keymap.SwitchMeasure:
		return why.Other
	}
	return ""
}

// chooses reports whether an action is for something that a view lets one choose.
func chooses(do keymap.Action, v place.View) bool {
	switch do {
	case keymap.SwitchSort, keymap.TurnSort:
		return nav.IsSorted(v)
	case keymap.StartFilter:
		return nav.Has(v, nav.Filter)
	}
	return slices.ContainsFunc(options()[do], func(o nav.Option) bool { return nav.Has(v, o) })
}
