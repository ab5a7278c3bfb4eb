package place

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"anhui-tui/model"
)

// id makes an id of the form the dataset has.
func id(r *rand.Rand) string {
	words := make([]string, 1+r.IntN(3))
	for i := range words {
		words[i] = []string{"pv", "revenue", "2023", "h1", "r2024", "as-long-as-may-be"}[r.IntN(6)]
	}
	return strings.Join(words, "-")
}

// anySort makes an order; a table's own cannot be turned.
func anySort(r *rand.Rand) Sort {
	by := Column(r.IntN(int(ColumnCount)))
	return Sort{By: by, Turned: by != NoColumn && r.IntN(2) == 0}
}

// anyPlace makes a place that can be looked at, with every field set at times.
func anyPlace(r *rand.Rand) Place {
	p := Place{
		View: View(r.IntN(int(ViewCount))), Sort: anySort(r), Rows: anySort(r), Card: Card(r.IntN(int(cardCount))),
		Table: r.IntN(2) == 0, Zoom: Zoom(r.IntN(int(zoomCount))), Index: r.IntN(2) == 0, Scope: []string{"", "world", "anhui"}[r.IntN(3)],
	}
	if r.IntN(3) > 0 {
		p.Item = id(r)
		if r.IntN(2) == 0 {
			p.Sub = id(r)
		}
	}
	if r.IntN(2) == 0 {
		p.Topic = id(r)
	}
	if r.IntN(2) == 0 {
		p.By = id(r)
	}
	if r.IntN(2) == 0 {
		p.Filter = []string{"2024..2026", "!", "\u5149\u4f0f a+b", "100%&?="}[r.IntN(4)]
	}
	if n := r.IntN(MaxWith + 1); n > 0 {
		with := make([]string, n)
		for i := range with {
			with[i] = id(r)
		}
		p.With = strings.Join(with, ",")
	}
	if n := r.IntN(2 * MaxKeep); n > 0 && n <= MaxKeep {
		keep := make([]string, n)
		for i := range keep {
			keep[i] = id(r)
		}
		p.Keep = strings.Join(keep, ",")
	}
	if n := r.IntN(3 * MaxQuery); n <= MaxQuery { // of what is typed with an input method
		for range n {
			p.Query += []string{"\u5149", "\U00020000", " ", "&", "=", "?", "%", "/", "+", "\u00e9", "a"}[r.IntN(11)]
		}
	}
	if r.IntN(4) == 0 {
		p.Tour = 1 + r.IntN(9)
	}
	if r.IntN(3) == 0 {
		p.Scroll = r.IntN(1 << 16)
	}
	return p
}

func TestLinkIsThePlace(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2)) // the same places at every run
	var seen Place
	for range 20_000 {
		p := anyPlace(r)
		got, err := Parse(p.Link())
		if err != nil || got != p {
			t.Fatalf("%+v became %q and then %+v, %v", p, p.Link(), got, err)
		}
		// Remember which fields were ever set.
		from, to := reflect.ValueOf(p), reflect.ValueOf(&seen).Elem()
		for i := range from.NumField() {
			if !from.Field(i).IsZero() {
				to.Field(i).Set(from.Field(i))
			}
		}
	}
	// What is said of the last action, and where the caret is, is nobody else's.
	if with := (Place{View: Shares, Card: SearchCard, Query: "pv", Caret: 1, Mark: "pv", Status: "cut"}); with.Link() != "shares?card=search&q=pv" {
		t.Errorf("the link of a place with a status, a mark and a caret is %q", with.Link())
	}
	unlinked := []string{"Status", "Caret", "Mark"}
	for i := range reflect.TypeFor[Place]().NumField() {
		if !slices.Contains(unlinked, reflect.TypeFor[Place]().Field(i).Name) && reflect.ValueOf(seen).Field(i).IsZero() {
			t.Errorf("no place had a %s: teach anyPlace the field", reflect.TypeFor[Place]().Field(i).Name)
		}
	}
}

func TestParse(t *testing.T) {
	for link, want := range map[string]Place{
		"":                    {},
		"overview":            {},
		"clusters/":           {View: Clusters},
		"clusters/pv":         {View: Clusters, Item: "pv"},
		"clusters/pv/pv-2023": {View: Clusters, Item: "pv", Sub: "pv-2023"},
		"shares?":             {View: Shares},
		"shares?scope=china":  {View: Shares, Scope: "china"},
		"shares?scope=world":  {View: Shares, Scope: "world"},
		"shares?as=chart":     {View: Shares},
		"trends/x?as=table":   {View: Trends, Item: "x", Table: true},
		"trends/x?with=y,z":   {View: Trends, Item: "x", With: "y,z"},
		"overview?keep=a,b":   {Keep: "a,b"},
		"voices?topic=pv":     {View: Voices, Topic: "pv"},
		"sources?card=none":   {View: Sources},
		"?card=help&scroll=7": {Card: HelpCard, Scroll: 7},
		"shares?sort=name&as=table&scope=anhui&card=source": {
			View: Shares, Sort: Sort{By: ByName}, Table: true, Scope: "anhui", Card: SourceCard,
		},
		"shares?sort=value":                 {View: Shares, Sort: Sort{By: ByValue}},
		"shares?sort=value.asc":             {View: Shares, Sort: Sort{By: ByValue, Turned: true}},
		"shares?sort=value.desc":            {View: Shares, Sort: Sort{By: ByValue}},
		"shares?sort=name.asc":              {View: Shares, Sort: Sort{By: ByName}},
		"clusters/pv?rows=growth&sort=date": {View: Clusters, Item: "pv", Sort: Sort{By: ByDate}, Rows: Sort{By: ByGrowth}},
		"clusters?rows=name.desc":           {View: Clusters, Rows: Sort{By: ByName, Turned: true}},
		"trends?zoom=detail":                {View: Trends, Zoom: DetailZoom},
		"trends?zoom=list":                  {View: Trends, Zoom: ListZoom},
	} {
		if got, err := Parse(link); err != nil || got != want {
			t.Errorf("%q: %+v, %v; want %+v", link, got, err, want)
		}
	}
}

// Every refusal says that it is no link, and names what it stumbled over.
func TestParseRefuses(t *testing.T) {
	for link, says := range map[string]string{
		"nowhere":                   `no view "nowhere"`,
		"Overview":                  `no view "Overview"`,
		"/overview":                 `no view ""`,
		"clusters/a/b/c":            "more than view/item/sub",
		"clusters/A":                `"A" is not an id`,
		"clusters//x":               `"" is not an id`,
		"clusters/a--b":             `"a--b" is not an id`,
		"clusters/-a":               `"-a" is not an id`,
		"clusters/a-":               `"a-" is not an id`,
		"clusters/../x":             `".." is not an id`,
		"shares?scope=Moon":         `scope="Moon"`,
		"shares?sort=":              `sort=""`,
		"shares?sort=.asc":          `sort=".asc"`,
		"shares?sort=name.asc.desc": `sort="name.asc.desc"`,
		"shares?sort=name.desc.asc": `sort="name.desc.asc"`,
		"clusters?rows=up":          `rows="up"`,
		"shares?as=svg":             `as="svg"`,
		"trends?index=1":            `index="1"`,
		"trends?zoom=map":           `zoom="map"`,
		"shares?card=joker":         `card="joker"`,
		"shares?scroll=-1":          `scroll="-1"`,
		"shares?scroll=65536":       `scroll="65536"`,
		"shares?scroll=1e3":         `scroll="1e3"`,
		"voices?topic=a/b":          `topic="a/b"`,
		"trends/a?with=b,,c":        `with="b,,c"`,
		"trends/a?with=b,c,d,e":     `with="b,c,d,e"`,
		"?keep=a,,b":                `keep="a,,b"`,
		"?q=%zz":                    `q="%zz"`,
		"?q=%1b%5b2J":               `q="%1b%5b2J"`,
		"?q=%ff":                    `q="%ff"`,
		"shares?colour=red":         `no option "colour"; the options are scope, sort`,
		"shares?scope=world&":       `no option ""`,
		"shares\x1b[2J":             `no view "shares\x1b[2J"`,

		"clusters/" + strings.Repeat("a", 61):     "is not an id",
		"?keep=a" + strings.Repeat(",a", MaxKeep): `keep="a,a`,
		"?q=" + strings.Repeat("a", MaxQuery+1):   "q=",
		"overview" + strings.Repeat("/", maxLink): "longer than",
	} {
		_, err := Parse(link)
		if err == nil || !strings.HasPrefix(err.Error(), "not a link: ") {
			t.Errorf("%q: %v", link, err)
			continue
		}
		if !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v; want it to say %s", link, err, says)
		}
		if strings.ContainsRune(err.Error(), 0x1b) {
			t.Errorf("%q: the error carries the escape character on", link)
		}
	}
}

// A link that parses has one form only, and it parses to the same place.
func FuzzParse(f *testing.F) {
	for _, link := range []string{
		"", "overview", "clusters/pv/pv-2023?card=source", "shares?scope=world&sort=cluster&as=table", "voices?topic=pv",
		"trends/x?with=y,z&scroll=3", "nowhere", "?card=search&q=%E5%85%89+x", "shares?scope=moon", "a/b/c/d", "?", "shares?scope=china&as=chart&scroll=007",
	} {
		f.Add(link)
	}
	f.Fuzz(func(t *testing.T, link string) {
		p, err := Parse(link)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "not a link: ") {
				t.Fatalf("%q: %v", link, err)
			}
			return
		}
		again, err := Parse(p.Link())
		if err != nil || again != p || again.Link() != p.Link() {
			t.Fatalf("%q is %+v, whose link %q is %+v, %v", link, p, p.Link(), again, err)
		}
	})
}

func TestNamesAreDistinct(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range Views() {
		if p, err := Parse(v.String()); err != nil || p.View != v || seen[v.String()] {
			t.Errorf("view %v parses to %v, %v", v, p.View, err)
		}
		seen[v.String()] = true
	}
	for by := ByValue; by < ColumnCount; by++ {
		for _, s := range []Sort{{By: by}, {By: by, Turned: true}} {
			if p, err := Parse("shares?sort=" + s.String()); err != nil || p.Sort != s {
				t.Errorf("order %v parses to %v, %v", s, p.Sort, err)
			}
		}
	}
	if Mono.Next() != Dark {
		t.Error("the last theme is not followed by the first")
	}
	for theme := range themeCount {
		if got, ok := ParseTheme(theme.String()); !ok || got != theme {
			t.Errorf("theme %v parses to %v, %v", theme, got, ok)
		}
	}
	if _, ok := ParseTheme("pink"); ok {
		t.Error("there is a pink theme")
	}
}

func TestSize(t *testing.T) {
	for in, want := range map[[2]int][2]int{
		{0, 0}: {80, 24}, {120, 40}: {120, 40}, {1, 1}: {1, 1}, {0, 24}: {1, 24}, {80, 0}: {80, 1}, {-5, -5}: {1, 1},
		{MaxWidth, MaxHeight}: {MaxWidth, MaxHeight}, {1 << 30, 1 << 30}: {MaxWidth, MaxHeight},
	} {
		v := Viewport{Lang: model.ZH, ASCII: true, Width: 3, Height: 3}.Size(in[0], in[1])
		if v != (Viewport{Lang: model.ZH, ASCII: true, Width: want[0], Height: want[1]}) {
			t.Errorf("%v: %+v, want %v", in, v, want)
		}
	}
}
