package report

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// Style is a form of citation.
type Style string

// The styles.
const (
	Plain   Style = "plain"
	BibTeX  Style = "bibtex"
	CSLJSON Style = "csl-json"
	GBT7714 Style = "gbt7714" // the Chinese national standard GB/T 7714-2015
)

// Styles returns all styles.
func Styles() []Style { return []Style{Plain, BibTeX, CSLJSON, GBT7714} }

// Cite returns the citation of a figure: its source, the producer first, and,
// where the style has room for it, what the source says. Only the plain style
// is in the language asked for; the others give the source in its own.
func Cite(data *model.Dataset, f *model.Figure, style Style, lang model.Lang) (string, error) {
	return CiteAll(data, []*model.Figure{f}, style, lang)
}

// CiteAll returns the citations of figures. In the styles that bibliographies are made
// from, a source has one entry, whose note names all its figures: an entry a figure
// would be 2024a, 2024b and 2024c in a text.
func CiteAll(data *model.Dataset, figures []*model.Figure, style Style, lang model.Lang) (string, error) {
	entries := make([]citation, 0, len(figures))
	for _, f := range figures {
		same := func(c citation) bool { return c.Source == f.Source && (style == BibTeX || style == CSLJSON) }
		if n := slices.IndexFunc(entries, same); n < 0 {
			entries = append(entries, citation{f.Source, f, []*model.Figure{f}, data, text.For(lang)})
		} else if !slices.Contains(entries[n].figures, f) {
			entries[n].figures = append(entries[n].figures, f)
		}
	}
	if style == CSLJSON {
		return csl(entries)
	}
	cited, between := make([]string, 0, len(entries)), "\n\n"
	for _, c := range entries {
		switch style {
		case BibTeX:
			cited = append(cited, c.bibtex())
		case GBT7714:
			cited, between = append(cited, c.gbt7714()), "\n"
		case Plain, CSLJSON:
			cited = append(cited, c.plain())
		}
	}
	return strings.Join(cited, between), nil
}

type citation struct {
	*model.Source
	figure  *model.Figure   // the first of figures
	figures []*model.Figure // of the source
	data    *model.Dataset
	text    *text.Texts
}

// key names the entry: by its figure, or if it has several by their source.
func (c citation) key() string {
	if len(c.figures) > 1 {
		return c.ID
	}
	return c.figure.ID
}

// note is what the source says, and where that was looked up.
func (c citation) note() string {
	says, ids := make([]string, 0, len(c.figures)), make([]string, 0, len(c.figures))
	for _, f := range c.figures {
		c.figure = f
		says, ids = append(says, c.says()), append(ids, f.ID)
	}
	return strings.Join(says, c.text.Say.Stop) + c.text.Say.Stop + c.dataset(ids...)
}

// producer is the publisher under the name its readers know it by.
func (c citation) producer() string {
	if c.Language == "zh" {
		return c.Publisher.ZH
	}
	return c.Publisher.EN
}

// says is the figure in words: what, when, how much, as it is printed, and
// whether it was read at second hand.
func (c citation) says() string {
	f, say := c.figure, c.text.Say
	s := c.text.FullName(f.Indicator) + say.Comma + c.text.Period(f.Period) + say.Colon + c.text.Full(f)
	if rank := c.text.RankBeside(f); rank != "" {
		s += say.Comma + rank
	}
	if printed := c.text.Quoted(f); printed != "" {
		s += fmt.Sprintf(say.Brackets, c.text.Card.Printed+say.Colon+printed)
	}
	if len(f.DerivedFrom) > 0 {
		s += fmt.Sprintf(say.Brackets, c.text.Card.Method+say.Colon+f.Method.In(c.text.Lang))
	}
	if f.SecondHand() {
		s += fmt.Sprintf(say.Brackets, c.text.Report.Republished)
	}
	return s
}

// dataset says where the figure was looked up.
func (c citation) dataset(ids ...string) string {
	parts := append([]string{c.data.Title.In(c.text.Lang), fmt.Sprintf(c.text.Report.Dataset, c.data.Version)}, ids...)
	return strings.Join(parts, c.text.Say.Comma)
}

// authors returns the authors of the source, by default its producer.
func (c citation) authors() []string {
	if c.Authors == "" {
		return []string{c.producer()}
	}
	return strings.Split(c.Authors, "; ")
}

func (c citation) plain() string {
	say := c.text.Say
	parts := []string{c.Publisher.In(c.text.Lang)}
	if c.Authors != "" {
		parts = append(parts, c.Authors)
	}
	parts = append(parts, c.Title, c.text.Date(c.Date))
	if locator := c.text.Locator(c.figure); locator != "" {
		parts = append(parts, locator)
	}
	if c.URL != "" {
		address := c.URL
		if c.Accessed != "" {
			address += fmt.Sprintf(say.Brackets, fmt.Sprintf(c.text.Report.Accessed, c.Accessed))
		}
		parts = append(parts, address)
	}
	stop, s := strings.TrimSpace(say.Stop), parts[0]
	for _, part := range parts[1:] {
		s = stopped(s, say.Stop) + part
	}
	if c.URL == "" { // an address ends where it ends
		s += stop
	}
	return s + "\n" + c.says() + stop + "\n" + c.dataset(c.figure.ID) + stop
}

// stopped ends a part of a citation, unless a title ends itself.
func stopped(s, stop string) string {
	if strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "！") || strings.HasSuffix(s, "？") {
		return s + " "
	}
	return s + stop
}

// accessed is the day the text was read at its address. Where that is not recorded it
// is the day the dataset was compiled, by which every address had been read: styles
// for works online ask for one. "" without an address.
func (c citation) accessed() string {
	switch {
	case c.Accessed != "":
		return c.Accessed
	case c.URL != "" && len(c.data.AsOf) == len("2006-01-02"):
		return c.data.AsOf
	}
	return ""
}

// page returns the pages of a newspaper or magazine that the figures stand on;
// "" if they are not on one, or on which day is not known.
func (c citation) page() string {
	var pages []string
	for _, f := range c.figures {
		page, paged := strings.CutPrefix(f.Locator, "p. ")
		if paged && c.Date != "" && !slices.Contains(pages, page) {
			pages = append(pages, page)
		}
	}
	return strings.Join(pages, ", ")
}

// gbt7714 is an article of a newspaper if the figure stands on a page of one,
// an online document if the source has an address, else a document
// of another kind: which, the dataset does not know. The day of access is
// that of [citation.accessed].
func (c citation) gbt7714() string {
	if page := c.page(); page != "" {
		return c.newspaper(page)
	}
	s := strings.Join(c.authors(), ", ") + ". " + c.Title
	if c.URL == "" {
		s += "[Z]"
		if c.Date != "" {
			s += ". " + c.Date
		}
		if c.figure.SecondHand() { // the standard has notes at the end
			s += ". [" + text.For(model.ZH).Report.Republished + "]"
		}
		return s + "."
	}
	s += "[EB/OL]. "
	if c.Date != "" {
		s += "(" + c.Date + ")"
	}
	if c.accessed() != "" {
		s += "[" + c.accessed() + "]"
	}
	if !strings.HasSuffix(s, " ") {
		s += ". "
	}
	return s + c.URL + "."
}

func (c citation) newspaper(page string) string {
	s := strings.Join(c.authors(), ", ") + ". " + c.Title + "[N"
	if c.URL != "" {
		s += "/OL"
	}
	s += "]. " + c.producer() + ", " + c.Date + "(" + page + ")"
	if c.accessed() != "" {
		s += "[" + c.accessed() + "]"
	}
	if c.URL != "" {
		s += ". " + c.URL
	}
	return s + "."
}

// bibtex is an entry of the type every style has, with the fields of both
// BibTeX and BibLaTeX. The inner braces keep names and titles as they are.
func (c citation) bibtex() string {
	var b strings.Builder
	field := func(name, value string) { fmt.Fprintf(&b, ",\n  %-9s = %s", name, value) }
	braced := func(s string) string { return "{" + texEscape(s) + "}" }
	fmt.Fprintf(&b, "@misc{%s", c.key())
	names := c.authors()
	authors := make([]string, 0, len(names))
	for _, name := range names {
		authors = append(authors, braced(name))
	}
	field("author", "{"+strings.Join(authors, " and ")+"}")
	field("title", "{"+braced(c.Title)+"}")
	if year, month, _ := c.issued(); year > 0 {
		field("year", fmt.Sprintf("{%d}", year))
		if month > 0 {
			field("month", strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec")[month-1])
		}
		field("date", braced(c.Date))
	}
	if c.URL != "" {
		field("url", "{"+texURL(c.URL)+"}")
		if c.accessed() != "" {
			field("urldate", braced(c.accessed()))
		}
	}
	if c.Authors != "" {
		field("publisher", "{"+braced(c.producer())+"}")
	}
	if page := c.page(); page != "" {
		field("pages", braced(page))
	}
	field("note", braced(c.note()))
	b.WriteString("\n}")
	return b.String()
}

// texEscape names braces, because BibTeX counts escaped ones like the others.
func texEscape(s string) string {
	return strings.NewReplacer(
		`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`,
		"^", `\textasciicircum{}`, "~", `\textasciitilde{}`,
	).Replace(s)
}

// texURL encodes what would end the field or start a command; all else is
// printed as it is.
func texURL(s string) string {
	return strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D").Replace(s)
}

// csl is an array of items, as citation managers import it.
func csl(entries []citation) (string, error) {
	items := make([]object, 0, len(entries))
	for _, c := range entries {
		items = append(items, c.csl())
	}
	var b bytes.Buffer
	err := writeJSON(&b, items)
	return strings.TrimSpace(b.String()), err
}

func (c citation) csl() object {
	item := object{{"id", c.key()}}
	kind := "webpage"
	if c.URL == "" {
		kind = "document"
	}
	page := c.page()
	if page != "" {
		kind = "article-newspaper"
	}
	names := c.authors()
	authors := make([]object, 0, len(names))
	for _, name := range names {
		authors = append(authors, object{{"literal", name}})
	}
	item = append(item,
		member{"type", kind},
		member{"author", authors},
		member{"title", c.Title},
		member{"publisher", c.producer()},
		member{"language", c.Language},
	)
	if page != "" {
		item = append(item, member{"container-title", c.producer()}, member{"page", page})
	}
	if year, month, day := c.issued(); year > 0 {
		item = append(item, member{"issued", dateParts(year, month, day)})
	}
	if c.URL != "" {
		item = append(item, member{"URL", c.URL})
		if c.accessed() != "" {
			item = append(item, member{"accessed", dateParts(dateNumbers(c.accessed()))})
		}
	}
	return append(item, member{"note", c.note()})
}

func dateParts(numbers ...int) object {
	var parts []int
	for _, n := range numbers {
		if n == 0 {
			break
		}
		parts = append(parts, n)
	}
	return object{{"date-parts", [][]int{parts}}}
}

func (c citation) issued() (year, month, day int) { return dateNumbers(c.Date) }

// dateNumbers are the numbers of 2024, 2024-09 or 2024-09-18, 0 where there is
// none.
func dateNumbers(date string) (year, month, day int) {
	var n [3]int
	for i, part := range strings.SplitN(date, "-", len(n)) {
		n[i], _ = strconv.Atoi(part) //nolint:errcheck // 0 is none
	}
	return n[0], n[1], n[2]
}
