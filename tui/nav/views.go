package nav

import (
	"slices"

	"anhui-tui/model"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// view is what the cursor moves over in a view, and what is called how. A new
// view is a row of [views], and one of package screen's.
type view struct {
	items func(*model.Dataset, place.Place, model.Lang) []string // ids in the list, of all that listed has of a place
	start func(*model.Dataset, place.Place, model.Lang) string   // the id the cursor starts at; nil for the first
	subs  func(*model.Dataset, place.Place, model.Lang) []string // ids in the detail of the item; nil for none
	// figures are those a place is about; nil for none.
	figures func(*model.Dataset, place.Place) []*model.Figure
	source  func(*model.Dataset, place.Place) *model.Source  // the item, if it is one; nil for none
	name    func(*model.Dataset, string, *text.Texts) string // of an item; "" if there is no such item
	nouns   func(*model.Dataset, place.Place) nouns
	open    func(*model.Dataset, place.Place, model.Lang) place.Place // where Enter leads
	// down is where by entries down lead, aside where ← (-1) and → (1) do. Without
	// them down is along the list, or the detail if the cursor is there, and aside
	// are other tabs.
	down    func(d *model.Dataset, at place.Place, lang model.Lang, by int) place.Place
	aside   func(d *model.Dataset, at place.Place, lang model.Lang, by int) place.Place
	tables  [paneCount]table
	options []Option
}

// Option is what a view lets a reader choose.
type Option uint8

// The options.
const (
	Scope  Option = iota // the territory of shares
	Table                // a table in place of what is drawn
	Index                // an index in place of values
	Zoom                 // the detail without the list
	Topic                // one cluster only
	With                 // other series laid over the item's
	Spoken               // to what was said on the item
	By                   // what the items are compared by
	Other                // an item to compare with
	Filter               // words the list is narrowed by
)

// nouns are what the items and the details of a view are called, and the names of
// the lists that have them.
type nouns struct{ item, items, sub, subs string }

func constant(n nouns) func(*model.Dataset, place.Place) nouns {
	return func(*model.Dataset, place.Place) nouns { return n }
}

// viewOf returns the row of a view.
func viewOf(v place.View) *view { return &views[v] }

//nolint:gochecknoglobals // a table of functions
var views [place.ViewCount]view

// The rows refer to functions that look rows up.
func init() { //nolint:gochecknoinits // else a cycle
	views = [...]view{
		place.Overview: {
			items:   overviewItems,
			start:   firstCluster,
			figures: overviewFigures,
			name:    overviewName,
			nouns:   constant(nouns{"cluster or headline figure", "clusters", "detail", "figures"}),
			open:    openOverview,
		},
		place.Clusters: {
			items:   func(d *model.Dataset, _ place.Place, _ model.Lang) []string { return ids(d.Clusters, clusterID) },
			subs:    clusterSubs,
			figures: subFigure,
			name:    overviewName,
			nouns:   constant(nouns{"cluster", "clusters", "figure or statement", "figures"}),
			open:    openCluster,
			down:    downRows,
			aside:   asideRows,
			tables: [paneCount]table{Detail: {
				columns: []place.Column{place.ByName, place.ByValue, place.ByGrowth, place.ByRank, place.ByYears, place.ByDate},
			}},
			options: []Option{Spoken, Zoom, Filter},
		},
		place.Shares: {
			items: func(d *model.Dataset, at place.Place, lang model.Lang) []string {
				return ids(Shares(d, at, lang), figureID)
			},
			figures: func(d *model.Dataset, at place.Place) []*model.Figure { return present(d.Figure(at.Item)) },
			name:    overviewName,
			nouns: func(d *model.Dataset, at place.Place) nouns {
				return nouns{d.Scope(at.Scope).String() + " share", "figures", "detail", "figures"}
			},
			open: openCard,
			tables: [paneCount]table{List: {
				columns: []place.Column{place.ByValue, place.ByCluster, place.ByName, place.ByWhole, place.ByDate},
				own:     place.Sort{By: place.ByValue},
			}},
			options: []Option{Scope, Table, Filter},
		},
		place.Trends: {
			items: func(d *model.Dataset, at place.Place, lang model.Lang) []string {
				return ids(Trends(d, at, lang), indicatorID)
			},
			subs:    trendSubs,
			figures: trendFigures,
			name:    trendName,
			nouns:   constant(nouns{"series", "indicators", "figure of a year", "figures"}),
			open:    openTrend,
			down:    downTrends,
			aside:   asideTrend,
			tables: [paneCount]table{
				List: {
					columns: []place.Column{place.ByCluster, place.ByName, place.ByValue, place.ByDate, place.ByYears},
					own:     place.Sort{By: place.ByCluster},
				},
				Detail: {
					columns: []place.Column{place.ByDate, place.ByValue, place.ByStatus, place.ByRank, place.ByPublisher},
					own:     place.Sort{By: place.ByDate, Turned: true},
					shown:   func(d *model.Dataset, at place.Place) bool { return !Charted(d, at) },
				},
			},
			options: []Option{Table, With, Index, Zoom, Filter},
		},
		place.Cities: {
			items:   cityItems,
			subs:    citySubs,
			figures: cityFigures,
			name:    cityName,
			nouns:   constant(nouns{"city", "places", "figure, conflict or statement", "figures"}),
			open:    openCity,
			aside:   inAndOut,
			tables: [paneCount]table{
				List: {
					columns: []place.Column{place.ByValue, place.ByName, place.ByGrowth},
					own:     place.Sort{By: place.ByValue},
				},
				Detail: {
					columns: []place.Column{place.ByName, place.ByValue, place.ByDate},
					shown: func(d *model.Dataset, at place.Place) bool {
						_, _, compared := Against(d, at)
						return !compared && d.Part(at.Item) != nil
					},
				},
			},
			options: []Option{By, Other, Zoom, Filter},
		},
		place.Voices: {
			items: func(d *model.Dataset, at place.Place, lang model.Lang) []string {
				return ids(Speakers(d, at, lang), personID)
			},
			start:   firstSpeaker,
			subs:    voiceSubs,
			name:    voiceName,
			nouns:   constant(nouns{"person", "statements", "statement", "statements"}),
			open:    openDetail,
			aside:   inAndOut,
			tables:  [paneCount]table{List: {columns: []place.Column{place.ByName, place.ByCount, place.ByDate}}},
			options: []Option{Topic, Zoom, Filter},
		},
		place.Sources: {
			items:   sourceItems,
			subs:    sourceSubs,
			figures: sourceFigures,
			source:  func(d *model.Dataset, at place.Place) *model.Source { return d.Source(at.Item) },
			name:    sourceName,
			nouns:   sourceNouns,
			open:    openDetail,
			aside:   inAndOut,
			tables: [paneCount]table{
				List: {columns: []place.Column{place.ByDate, place.ByCount, place.ByName, place.ByGrade}},
				Detail: {
					columns: []place.Column{place.ByName, place.ByValue, place.ByRank, place.ByYears, place.ByDate},
					shown:   func(d *model.Dataset, at place.Place) bool { return d.Source(at.Item) != nil },
				},
			},
			options: []Option{Zoom, Filter},
		},
	}
}

// Has reports whether a view has an option.
func Has(v place.View, o Option) bool {
	for _, has := range viewOf(v).options {
		if has == o {
			return true
		}
	}
	return false
}

// Start returns the item the cursor starts at; "" if there is none.
func Start(data *model.Dataset, at place.Place, lang model.Lang) string {
	if start := viewOf(at.View).start; start != nil {
		if id := start(data, at, lang); id != "" {
			return id
		}
	}
	if items := Items(data, at, lang); len(items) > 0 {
		return items[0]
	}
	return ""
}

// Subs returns the ids the cursor moves over in the detail of a place's item. They are
// shared and must not be changed.
func Subs(data *model.Dataset, at place.Place, lang model.Lang) []string {
	if subs := viewOf(at.View).subs; subs != nil {
		return subs(data, at, lang)
	}
	return nil
}

// Whole reports whether a view is on the screen as a whole, and has no page of the
// item under its cursor.
func Whole(v place.View) bool { return viewOf(v).subs == nil }

// Selected returns the figures a place is about: those under its cursor, which
// is where the dashboard starts it if the place does not say. What is shown of a
// place, copied, cited and listed of it is of these.
func Selected(data *model.Dataset, at place.Place, lang model.Lang) []*model.Figure {
	if at.Item == "" {
		at.Item = Start(data, at, lang)
	}
	if figures := viewOf(at.View).figures; figures != nil {
		return figures(data, at)
	}
	return nil
}

// SourceOn returns the source that a place's item is; nil if it is none.
func SourceOn(data *model.Dataset, at place.Place) *model.Source {
	if source := viewOf(at.View).source; source != nil {
		return source(data, at)
	}
	return nil
}

// Name returns what the item of a place is called, or the conflict under the
// cursor; "" if there is none.
func Name(data *model.Dataset, at place.Place, t *text.Texts) string {
	if c := data.Conflict(at.Sub); c != nil && at.Item == ConflictsItem {
		return c.Name.In(t.Lang)
	}
	return viewOf(at.View).name(data, at.Item, t)
}

// Open returns where Enter leads from a place.
func Open(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	return viewOf(at.View).open(data, at, lang)
}

// openCard opens the card of what is under the cursor.
func openCard(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	if HasSource(data, at, lang) {
		at.Card = place.SourceCard
	}
	return at
}

// openDetail moves the cursor from the list into the detail, and opens the card
// of what is under it if it is there already.
func openDetail(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	if at.Sub != "" {
		return openCard(data, at, lang)
	}
	if subs := Subs(data, at, lang); len(subs) > 0 {
		at.Sub = subs[0]
	}
	return at
}

// subFigure returns the figure under the cursor of the detail.
func subFigure(data *model.Dataset, at place.Place) []*model.Figure {
	return present(data.Figure(at.Sub))
}

// The Overview: headline figures, then clusters. The cursor starts at the first
// cluster: the headlines speak for themselves.

func overviewItems(data *model.Dataset, _ place.Place, _ model.Lang) []string {
	return append(ids(data.Headlines(), figureID), ids(data.Clusters, clusterID)...)
}

func firstCluster(data *model.Dataset, _ place.Place, _ model.Lang) string {
	if len(data.Clusters) == 0 {
		return ""
	}
	return data.Clusters[0].ID
}

func overviewFigures(data *model.Dataset, at place.Place) []*model.Figure {
	if c := data.Cluster(at.Item); c != nil {
		return present(data.NationalShare(c), data.Size(c))
	}
	return present(data.Figure(at.Item))
}

func overviewName(data *model.Dataset, id string, t *text.Texts) string {
	if c := data.Cluster(id); c != nil {
		return c.Name.In(t.Lang)
	}
	if f := data.Figure(id); f != nil {
		return t.FullName(f.Indicator)
	}
	return ""
}

func openOverview(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	if data.Cluster(at.Item) == nil {
		return openCard(data, at, lang)
	}
	return place.Place{View: place.Clusters, Item: at.Item}
}

// Clusters: in the detail the latest figures, then what was said.

func clusterSubs(data *model.Dataset, at place.Place, lang model.Lang) []string {
	return clusterOf(data, at, lang, data.Cluster(at.Item)).subs
}

// openCluster leads from a statement to its speaker, and else deeper.
func openCluster(data *model.Dataset, at place.Place, lang model.Lang) place.Place {
	if s := data.Statement(at.Sub); s != nil && data.Figure(at.Sub) == nil {
		return place.Place{View: place.Voices, Item: s.Person.ID, Sub: s.ID}
	}
	return openDetail(data, at, lang)
}

// Trends: in the detail the figures of the series, then the others. On a chart the
// years are beside one another, so that down leads to another series.

func trendSubs(data *model.Dataset, at place.Place, lang model.Lang) []string {
	series, others := Series(data, at, lang, data.Indicator(at.Item))
	return ids(slices.Concat(series, others), figureID)
}

func trendFigures(data *model.Dataset, at place.Place) []*model.Figure {
	if at.Sub != "" {
		return subFigure(data, at)
	}
	return present(data.LatestYear(data.Indicator(at.Item)))
}

func trendName(data *model.Dataset, id string, t *text.Texts) string {
	if i := data.Indicator(id); i != nil {
		return t.FullName(i)
	}
	return ""
}

// Voices: people, and in the detail what they said. The cursor starts at the first who
// said something: those in office may not have yet.

func firstSpeaker(data *model.Dataset, at place.Place, lang model.Lang) string {
	for _, p := range Speakers(data, at, lang) {
		if len(data.StatementsBy(p, data.Cluster(at.Topic))) > 0 {
			return p.ID
		}
	}
	return ""
}

func voiceSubs(data *model.Dataset, at place.Place, _ model.Lang) []string {
	return ids(data.StatementsBy(data.Person(at.Item), data.Cluster(at.Topic)), statementID)
}

func voiceName(data *model.Dataset, id string, t *text.Texts) string {
	if p := data.Person(id); p != nil {
		return t.Speaker(p)
	}
	return ""
}

// Sources: two pages about the dataset, then the sources, with the figures that
// rest on them.

func sourceItems(data *model.Dataset, at place.Place, lang model.Lang) []string {
	if at.Filter != "" {
		return ids(Sources(data, at, lang), sourceID)
	}
	return ids(Sources(data, at, lang), sourceID, AuditItem, ConflictsItem)
}

func sourceSubs(data *model.Dataset, at place.Place, lang model.Lang) []string {
	if at.Item == ConflictsItem {
		return ids(data.Conflicts, conflictID)
	}
	return ids(FiguresFrom(data, at, lang, data.Source(at.Item)), figureID)
}

func sourceFigures(data *model.Dataset, at place.Place) []*model.Figure {
	if at.Item != ConflictsItem {
		return subFigure(data, at)
	}
	if c := data.Conflict(at.Sub); c != nil {
		return c.Figures
	}
	return nil
}

func sourceName(data *model.Dataset, id string, t *text.Texts) string {
	switch src := data.Source(id); {
	case id == AuditItem:
		return t.Head.Audit
	case id == ConflictsItem:
		return t.Head.Conflicts
	case src != nil:
		return src.Publisher.In(t.Lang)
	}
	return ""
}

func sourceNouns(_ *model.Dataset, at place.Place) nouns {
	if at.Item == ConflictsItem {
		return nouns{"source", "sources", "conflict", "conflicts"}
	}
	return nouns{"source", "sources", "figure", "figures"}
}
