package place

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/model/runes"
)

// maxLink is the length of the longest link parsed, in bytes. The longest link
// of a place, with all ids and a fully escaped query, has about 2,500.
const maxLink = 4096

// MaxQuery is the largest number of characters of a query.
const MaxQuery = 64

// Link returns the text form of the place, from which [Parse] returns the same
// place:
//
//	shares?scope=world
//	clusters/pv/pv-glass-share-china-r2024-09?card=source
//	trends/pv-revenue?as=table
//
// Defaults of the view are left out.
func (p Place) Link() string {
	var b strings.Builder
	b.WriteString(p.View.String())
	if p.Item != "" {
		b.WriteString("/" + p.Item)
		if p.Sub != "" {
			b.WriteString("/" + p.Sub)
		}
	}
	sep := byte('?')
	option := func(name, value string, set bool) {
		if set {
			b.WriteByte(sep)
			b.WriteString(name + "=" + value)
			sep = '&'
		}
	}
	option("scope", p.Scope, p.Scope != "")
	option("sort", p.Sort.String(), p.Sort != Sort{})
	option("rows", p.Rows.String(), p.Rows != Sort{})
	option("filter", url.QueryEscape(p.Filter), p.Filter != "")
	option("topic", p.Topic, p.Topic != "")
	option("with", p.With, p.With != "")
	option("by", p.By, p.By != "")
	option("keep", p.Keep, p.Keep != "")
	option("as", "table", p.Table)
	option("index", "100", p.Index)
	option("zoom", p.Zoom.String(), p.Zoom != NoZoom)
	option("card", p.Card.String(), p.Card != NoCard)
	option("scroll", strconv.Itoa(p.Scroll), p.Scroll != 0)
	option("tour", strconv.Itoa(p.Tour), p.Tour != 0)
	option("q", url.QueryEscape(p.Query), p.Query != "")
	return b.String()
}

// Parse returns the place of a link, the Overview for an empty one. It checks
// the form of ids, not whether they exist. The error describes the fault.
func Parse(link string) (Place, error) {
	var p Place
	if len(link) > maxLink {
		return p, fmt.Errorf("not a link: longer than %d bytes", maxLink)
	}
	path, query, _ := strings.Cut(link, "?")
	parts := strings.Split(strings.TrimSuffix(path, "/"), "/")
	view, ok := index(viewNames(), parts[0])
	if !ok && path != "" {
		return p, fmt.Errorf("not a link: no view %q", parts[0])
	}
	p.View = View(view)
	if len(parts) > 3 {
		return p, fmt.Errorf("not a link: %q has more than view/item/sub", path)
	}
	for i, id := range parts[1:] {
		if !model.ValidID(id) {
			return p, fmt.Errorf("not a link: %q is not an id", id)
		}
		if i == 0 {
			p.Item = id
		} else {
			p.Sub = id
		}
	}
	if query == "" {
		return p, nil
	}
	for option := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(option, "=")
		if err := p.set(name, value); err != nil {
			return p, err
		}
	}
	return p, nil
}

func (p *Place) set(name, value string) error {
	var ok bool
	var i uint8
	switch name {
	case "scope":
		p.Scope, ok = value, model.ValidID(value)
	case "sort":
		p.Sort, ok = parseSort(value)
	case "rows":
		p.Rows, ok = parseSort(value)
	case "filter":
		words, err := url.QueryUnescape(value)
		p.Filter, ok = words, err == nil && ValidQuery(words)
	case "topic":
		p.Topic, ok = value, model.ValidID(value)
	case "with":
		p.With, ok = value, validIDs(value, MaxWith)
	case "keep":
		p.Keep, ok = value, validIDs(value, MaxKeep)
	case "by":
		p.By, ok = value, model.ValidID(value)
	case "as":
		p.Table, ok = value == "table", value == "table" || value == "chart"
	case "index":
		p.Index, ok = true, value == "100"
	case "zoom":
		i, ok = index(zoomNames(), value)
		p.Zoom = Zoom(i)
	case "card":
		i, ok = index(cardNames(), value)
		p.Card = Card(i)
	case "scroll":
		p.Scroll, ok = number(value)
	case "tour":
		p.Tour, ok = number(value)
	case "q":
		query, err := url.QueryUnescape(value)
		p.Query, ok = query, err == nil && ValidQuery(query)
	default:
		return fmt.Errorf("not a link: no option %q; the options are scope, sort, rows, filter, topic, with, by, keep, as, index, zoom, card, scroll, tour and q", name)
	}
	if !ok {
		return fmt.Errorf("not a link: %s=%q", name, value)
	}
	return nil
}

func number(value string) (int, bool) {
	n, err := strconv.ParseUint(value, 10, 16)
	return int(n), err == nil //nolint:gosec // 16 bits
}

func index(names []string, name string) (uint8, bool) {
	i := slices.Index(names, name)
	return uint8(max(i, 0)), i >= 0 //nolint:gosec // a handful of names
}

func validIDs(list string, most int) bool {
	ids := strings.Split(list, ",")
	for _, id := range ids {
		if !model.ValidID(id) {
			return false
		}
	}
	return len(ids) <= most
}

// ValidQuery reports whether s can be typed as a query: at most [MaxQuery]
// printable characters.
func ValidQuery(s string) bool { return runes.IsTyped(s, MaxQuery) }
