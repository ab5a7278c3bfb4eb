package text

import (
	"fmt"
	"strconv"
	"strings"

	"anhui-tui/model"
)

// Measure returns what a measure counts, and for when.
func (t *Texts) Measure(m *model.Measure) string {
	return m.Indicator.Name.In(t.Lang) + t.Say.Comma + t.Period(m.Period)
}

// Unit returns the unit that bare numbers of an indicator are in: "CNY bn".
func (t *Texts) Unit(i *model.Indicator) string {
	form := i.Unit.Form(t.Lang)
	if unit := strings.TrimSpace(form.Before) + form.After; unit != "" {
		return strings.TrimSpace(unit)
	}
	return i.Unit.Name.In(t.Lang)
}

// Standing returns the rank of a part among those with a figure: "3rd of 16".
func (t *Texts) Standing(m *model.Measure, s model.Standing) string {
	if s.Rank == 0 {
		return t.Say.NotStated
	}
	n := strconv.Itoa(s.Rank)
	if t.Lang == model.EN {
		n += model.Ordinal(s.Rank)
	}
	return fmt.Sprintf(t.Say.RankOf, n, m.Stated)
}

// Listed returns the names of places as a list.
func (t *Texts) Listed(places []*model.Place) string {
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Name.In(t.Lang)
	}
	return strings.Join(names, t.Say.List)
}
