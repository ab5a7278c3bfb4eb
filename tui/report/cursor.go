package report

import (
	"slices"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/place"
)

// The items of the Sources view that are not sources.
const (
	AuditItem     = "audit"
	ConflictsItem = "conflicts"
)

// Items returns the ids the cursor moves over in the list of a place's view.
func Items(data *model.Dataset, at place.Place, lang model.Lang) []string {
	switch at.View {
	case place.Overview:
		return append(ids(data.Headlines(), figureID), ids(data.Clusters, clusterID)...)
	case place.Clusters:
		return ids(data.Clusters, clusterID)
	case place.Shares:
		return ids(Shares(data, at, lang), figureID)
	case place.Trends:
		return ids(data.Trends(), indicatorID)
	case place.Voices:
		return ids(Speakers(data, at), personID)
	case place.Sources:
		return append([]string{AuditItem, ConflictsItem}, ids(data.Sources, sourceID)...)
	}
	return nil
}

// Start returns the item the cursor starts at; "" if there is none. In the
// Overview it is the first cluster: the headlines speak for themselves.
func Start(data *model.Dataset, at place.Place, lang model.Lang) string {
	if at.View == place.Overview && len(data.Clusters) > 0 {
		return data.Clusters[0].ID
	}
	if items := Items(data, at, lang); len(items) > 0 {
		return items[0]
	}
	return ""
}

// Subs returns the ids the cursor moves over in the detail of a place's item.
func Subs(data *model.Dataset, at place.Place) []string {
	switch at.View {
	case place.Clusters:
		c := data.Cluster(at.Item)
		shares, others := data.LatestOf(c)
		return append(ids(append(shares, others...), figureID), ids(data.StatementsOn(c), statementID)...)
	case place.Trends:
		i := data.Indicator(at.Item)
		return ids(append(data.Series(i), data.OffSeries(i)...), figureID)
	case place.Voices:
		return ids(data.StatementsBy(data.Person(at.Item), data.Cluster(at.Topic)), statementID)
	case place.Sources:
		if at.Item == ConflictsItem {
			return ids(data.Conflicts, conflictRowID)
		}
		return ids(data.FiguresFrom(data.Source(at.Item)), figureID)
	case place.Overview, place.Shares: // which have no detail
	}
	return nil
}

// Speakers are the people with something said on a place's topic.
func Speakers(data *model.Dataset, at place.Place) []*model.Person {
	return slices.DeleteFunc(slices.Clone(data.People), func(p *model.Person) bool {
		return len(data.StatementsBy(p, data.Cluster(at.Topic))) == 0
	})
}

// UnderCursor returns the figures a place is about: those under its cursor, which
// is where the dashboard starts it if the place does not say. What is shown of a
// place, copied, cited and listed of it is of these.
func UnderCursor(data *model.Dataset, at place.Place, lang model.Lang) []*model.Figure {
	if at.Item == "" {
		at.Item = Start(data, at, lang)
	}
	switch at.View {
	case place.Overview:
		if c := data.Cluster(at.Item); c != nil {
			return some(data.NationalShare(c), data.Size(c))
		}
		return some(data.Figure(at.Item))
	case place.Clusters:
		return some(data.Figure(at.Sub))
	case place.Shares:
		return some(data.Figure(at.Item))
	case place.Trends:
		if at.Sub != "" {
			return some(data.Figure(at.Sub))
		}
		return some(data.LatestYear(data.Indicator(at.Item)))
	case place.Sources:
		if c := data.Conflict(at.Sub); c != nil && at.Item == ConflictsItem {
			return c.Figures
		} else if at.Item == ConflictsItem {
			return nil
		}
		return some(data.Figure(at.Sub))
	case place.Voices: // where the cursor is on people and what they say
	}
	return nil
}

// some are the figures that are there.
func some(figures ...*model.Figure) []*model.Figure {
	return slices.DeleteFunc(figures, func(f *model.Figure) bool { return f == nil })
}

// Together returns the indicator of a place in Trends, and those like it that
// are laid over it: of its unit, and where that is percent, shares with shares
// of the same and growth with growth. None if the item is no indicator.
func Together(data *model.Dataset, at place.Place) []*model.Indicator {
	first := data.Indicator(at.Item)
	if first == nil {
		return nil
	}
	all := []*model.Indicator{first}
	for id := range strings.SplitSeq(at.With, ",") {
		if i := data.Indicator(id); i != nil && i.Unit == first.Unit && i.Kind == first.Kind && i.Scope == first.Scope && !slices.Contains(all, i) && len(all) <= place.MaxWith {
			all = append(all, i)
		}
	}
	return all
}

// PlaceOf is where a thing that was found is shown: an indicator and its
// latest figure among the figures of their cluster, any other figure in its
// source, a person among the voices, or else where a figure is theirs.
func PlaceOf(data *model.Dataset, f model.Found) place.Place {
	switch f.Kind {
	case model.FoundCluster:
		return place.Place{View: place.Clusters, Item: f.ID}
	case model.FoundIndicator:
		i := data.Indicator(f.ID)
		to := place.Place{View: place.Clusters, Item: i.Cluster.ID}
		if latest := data.Latest(i); latest != nil {
			to.Sub = latest.ID
		}
		return to
	case model.FoundFigure:
		figure := data.Figure(f.ID)
		if i := figure.Indicator; data.Latest(i) == figure {
			return place.Place{View: place.Clusters, Item: i.Cluster.ID, Sub: f.ID}
		}
		return place.Place{View: place.Sources, Item: figure.Source.ID, Sub: f.ID}
	case model.FoundPerson:
		p := data.Person(f.ID)
		for _, said := range data.Figures { // of whom nothing else is known
			if said.SaidBy == p && len(data.StatementsBy(p, nil)) == 0 {
				return PlaceOf(data, model.Found{Kind: model.FoundFigure, ID: said.ID})
			}
		}
		return place.Place{View: place.Voices, Item: f.ID}
	case model.FoundStatement:
		return place.Place{View: place.Voices, Item: data.Statement(f.ID).Person.ID, Sub: f.ID}
	case model.FoundSource:
		return place.Place{View: place.Sources, Item: f.ID}
	}
	return place.Place{}
}
