package model

import (
	"math"
	"strconv"
	"strings"

	"anhui-tui/model/pinyin"
	"anhui-tui/model/runes"
)

// searchRow is a searchable row, its words folded.
type searchRow struct {
	Found
	names  []Text
	sounds [][]pinyin.Letters // of the names in Chinese
	texts  []string
	figure *Figure // matched by its number too; nil for other kinds
}

// searchable returns the search index, ties ordered by kind. It is built on the
// first search.
func (d *Dataset) searchable() []searchRow {
	d.searchOnce.Do(func() {
		rows := make([]searchRow, 0, len(d.Clusters)+len(d.Indicators)+len(d.People)+len(d.Figures)+len(d.Statements)+len(d.Sources))
		known := map[string][]pinyin.Letters{} // places and clusters come often
		add := func(kind FoundKind, id string, names []Text, texts ...string) {
			for i, n := range names {
				names[i] = Text{EN: strings.Map(runes.Fold, n.EN), ZH: strings.Map(runes.Fold, n.ZH)}
			}
			for i, t := range texts {
				texts[i] = strings.Map(runes.Fold, t)
			}
			sounds := make([][]pinyin.Letters, len(names))
			for i, n := range names {
				if sounds[i] = known[n.ZH]; sounds[i] == nil {
					sounds[i] = soundsOf(n.ZH)
					known[n.ZH] = sounds[i]
				}
			}
			rows = append(rows, searchRow{Found: Found{kind, id}, names: names, sounds: sounds, texts: texts})
		}
		for _, c := range d.Clusters {
			add(FoundCluster, c.ID, []Text{c.Name})
		}
		for _, i := range d.Indicators {
			add(FoundIndicator, i.ID, []Text{i.Name, i.Place.Name, i.Cluster.Name}, i.Denominator.EN, i.Denominator.ZH)
		}
		for _, p := range d.People {
			terms := d.TermsOf(p)
			offices := make([]string, 0, 2*len(terms))
			for _, t := range terms {
				offices = append(offices, t.Office.EN, t.Office.ZH)
			}
			add(FoundPerson, p.ID, []Text{p.Name}, offices...)
		}
		for _, f := range d.Figures {
			add(FoundFigure, f.ID, nil, f.ID, f.AsPrinted)
			rows[len(rows)-1].figure = f
		}
		for _, t := range d.Statements {
			add(FoundStatement, t.ID, nil, t.Text.EN, t.Text.ZH)
		}
		for _, src := range d.Sources {
			add(FoundSource, src.ID, []Text{src.Publisher}, src.Title, src.Gloss)
		}
		d.searchRows = rows
	})
	return d.searchRows
}

// word is a folded word of a query, and the number it denotes.
type word struct {
	text     string
	letters  []pinyin.Letters // nil if it is no word of letters
	number   float64
	decimals int
	numeric  bool
}

func newWord(text string) word {
	w := word{text: text}
	if strings.Trim(text, "abcdefghijklmnopqrstuvwxyz") == "" {
		w.letters = soundsOf(text)
	}
	digits := strings.ReplaceAll(strings.TrimSuffix(text, "%"), ",", "")
	whole, decimals, _ := strings.Cut(digits, ".")
	if numerator, denominator, ok := strings.Cut(digits, "/"); ok {
		n, err := strconv.ParseUint(numerator, 10, 16)
		of, err2 := strconv.ParseUint(denominator, 10, 16)
		if w.numeric = err == nil && err2 == nil && n < of; w.numeric {
			w.number, w.decimals = 100*float64(n)/float64(of), 2
		}
		return w
	}
	// Whole numbers below a hundred match too many figures.
	if strings.Trim(whole+decimals, "0123456789") != "" || len(whole)+len(decimals) < 3 {
		return w
	}
	n, err := strconv.ParseFloat(digits, 64)
	w.number, w.decimals, w.numeric = n, len(decimals), err == nil
	return w
}

// shows reports whether the word is the number of the figure in either
// language.
func (w word) shows(f *Figure) bool {
	if !w.numeric {
		return false
	}
	value, lower, upper := f.Value.Numbers()
	for _, n := range [...]Number{value, lower, upper} {
		for _, lang := range [...]Lang{EN, ZH} {
			form := f.Indicator.Unit.Form(lang)
			written := n.value * form.Times
			if n.ok && (w.is(written) || form.AfterLarge != "" && w.is(written/step(lang))) {
				return true
			}
		}
	}
	return false
}

func (w word) is(n float64) bool {
	scale := math.Pow10(w.decimals)
	return math.Abs(math.Round(n*scale)-w.number*scale) < 1
}
