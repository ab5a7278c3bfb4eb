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

// maxLink bounds what is parsed: links come from strangers too. The longest
// link of a place, with all its ids and a query that is escaped throughout,
// has about 1,250 bytes.
const maxLink = 2048

// MaxQuery is how many characters a query has at most.
const MaxQuery = 64

// Link returns the place's text form, which [Parse] turns back into the same
// place:
//
//	shares?scope=world
//	clusters/pv/pv-revenue-2023?card=source
//	trends/pv-revenue?as=table
//
// What a view has as its default is left out.
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
	option("sort", p.Sort.String(), p.Sort != ByValue)
	option("topic", p.Topic, p.Topic != "")
	option("with", p.With, p.With != "")
	option("as", "table", p.Table)
	option("card", p.Card.String(), p.Card != NoCard)
	option("scroll", strconv.Itoa(p.Scroll), p.Scroll != 0)
	option("tour", strconv.Itoa(p.Tour), p.Tour != 0)
	option("q", url.QueryEscape(p.Query), p.Query != "")
	return b.String()
}

// Parse returns the place a link names. It knows the form only; whether the
// ids exist is for those who have a dataset. The empty link is the Overview.
// The error says what is wrong.
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
		i, ok = index(sortNames(), value)
		p.Sort = Sort(i)
	case "topic":
		p.Topic, ok = value, model.ValidID(value)
	case "with":
		p.With, ok = value, validWith(value)
	case "as":
		p.Table, ok = value == "table", value == "table" || value == "chart"
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
		return fmt.Errorf("not a link: no option %q; there are scope, sort, topic, with, as, card, scroll, tour and q", name)
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

func validWith(with string) bool {
	ids := strings.Split(with, ",")
	for _, id := range ids {
		if !model.ValidID(id) {
			return false
		}
	}
	return len(ids) <= MaxWith
}

// ValidQuery reports whether s can be typed into a search: at most [MaxQuery]
// characters, all of them printable.
func ValidQuery(s string) bool { return runes.IsTyped(s, MaxQuery) }
