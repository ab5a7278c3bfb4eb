package text

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"anhui-tui/model"
)

// all returns every text of a language by the path of its field.
func all(t *testing.T, lang model.Lang) map[string]string {
	t.Helper()
	found := map[string]string{}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			walk(path, v.Elem())
		case reflect.String:
			found[path] = v.String()
		case reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, v.Field(i))
			}
		case reflect.Array, reflect.Slice:
			for i := range v.Len() {
				walk(path+"["+strconv.Itoa(i)+"]", v.Index(i))
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(fmt.Sprintf("%s[%v]", path, k), v.MapIndex(k))
			}
		case reflect.Uint8:
		default:
			t.Fatalf("%s is a %v: teach the test to read it", path, v.Kind())
		}
	}
	walk("", reflect.ValueOf(For(lang)))
	return found
}

func han(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func letters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// verbs are the formatting verbs of a text in the order of their arguments; %.0s
// is one whose language has no need of it.
func verbs(s string) []string {
	var found []string
	next := 1
	for _, m := range regexp.MustCompile(`%(?:\[(\d+)\])?(?:\.0)?([a-z%])`).FindAllStringSubmatch(s, -1) {
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		if m[2] != "%" {
			found = append(found, fmt.Sprintf("%d%s", next, m[2]))
			next++
		}
	}
	slices.Sort(found)
	return found
}

func TestBothLanguagesSayTheSame(t *testing.T) {
	en, zh := all(t, model.EN), all(t, model.ZH)
	if len(en) < 200 {
		t.Fatalf("only %d texts found", len(en))
	}
	// Names of things that have no other, and what is said in the other
	// language on purpose.
	inBoth := []string{".Say.Title"}
	other := []string{".Actions.Language.Short"}
	words := regexp.MustCompile(`[A-Za-z]{2,}`)
	known := []string{
		"anhui", "tui", "gf", "English", "CSV", "TSV", "JSON", "SVG", "SSH", "Markdown", "Enter", "Esc", "Ctrl",
		"clusters", "pv", "shares", "scope", "world", "gbt", "bibtex", "ASCII", "UTF", "OSC", "HOST", "HOME", "exact", "A", "kept", "LC", "ALL", "LC_ALL",
	}
	for path, e := range en {
		z, ok := zh[path]
		switch {
		case !ok:
			t.Errorf("%s: no Chinese for %q", path, e)
		case strings.TrimSpace(e) == "" || strings.TrimSpace(z) == "":
			t.Errorf("%s is empty: %q, %q", path, e, z)
		case !slices.Equal(verbs(e), verbs(z)):
			t.Errorf("%s: %q and %q take different arguments", path, e, z)
		case slices.Contains(other, path):
		case han(e):
			t.Errorf("%s: Chinese in the English %q", path, e)
		case letters(regexp.MustCompile(`%(\[\d+\])?[sd]`).ReplaceAllString(e, "")) && !han(z) && !slices.Contains(inBoth, path):
			t.Errorf("%s: no Chinese in %q, which is %q in English", path, z, e)
		}
		for _, word := range words.FindAllString(z, -1) {
			if !slices.Contains(known, word) {
				t.Errorf("%s: English in the Chinese %q", path, z)
			}
		}
	}
	for path := range zh {
		if _, ok := en[path]; !ok {
			t.Errorf("%s: no English for %q", path, zh[path])
		}
	}
}

// What the dataset can hold has a word in both languages.
func TestEveryValueHasItsWord(t *testing.T) {
	for _, lang := range []model.Lang{model.EN, model.ZH} {
		x := For(lang)
		for _, q := range model.Qualifiers() {
			if x.Qualifier[q] == "" || x.Words.Forms[q] == "" {
				t.Errorf("%v: no word for %v", lang, q)
			}
		}
		for _, kind := range model.FoundKinds() {
			if x.Found[kind] == "" {
				t.Errorf("%v: no word for what is found, %d", lang, kind)
			}
		}
		for _, letter := range model.Status("bdefimnpu").Letters() {
			if x.Status[letter] == "" {
				t.Errorf("%v: no word for the status %s", lang, letter)
			}
		}
	}
}

func TestRank(t *testing.T) {
	for n, want := range map[int]string{
		1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 10: "10th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 22: "22nd",
		101: "101st", 111: "111th", 112: "112th",
	} {
		if got := For(model.EN).rank(n, china()); got != want+" in China" {
			t.Errorf("%d: %s", n, got)
		}
	}
	if got := For(model.ZH).rank(3, world()); got != "\u5168\u7403\u7b2c3\u4f4d" {
		t.Error(got)
	}
}

func TestASCII(t *testing.T) {
	forms := ASCII(model.EN).Words.Forms
	for q, form := range forms {
		if strings.ContainsFunc(form, func(r rune) bool { return r > unicode.MaxASCII }) {
			t.Errorf("%v is worded %q", model.Qualifier(q), form)
		}
		for other, same := range forms {
			if q != other && form == same && form != "%s" {
				t.Errorf("%v and %v are both worded %q", model.Qualifier(q), model.Qualifier(other), form)
			}
		}
	}
	if For(model.EN).Words.Forms[model.Approx] == forms[model.Approx] {
		t.Error("the texts share their words with their ASCII copy")
	}
}

func home() *model.Place {
	return &model.Place{ID: "anhui", Name: model.Text{EN: "Anhui", ZH: "\u5b89\u5fbd"}, Home: true}
}

func china() *model.Scope {
	return &model.Scope{ID: "china", Name: model.Text{EN: "China", ZH: "\u5168\u56fd"}, Home: home()}
}

func world() *model.Scope {
	return &model.Scope{ID: "world", Name: model.Text{EN: "the world", ZH: "\u5168\u7403"}, Home: home(), Before: china()}
}

// Shares are named after the territories that the dataset names.
func TestShareHeads(t *testing.T) {
	en, zh := For(model.EN), For(model.ZH)
	within := &model.Scope{ID: "anhui", Name: model.Text{EN: "Anhui", ZH: "\u5168\u7701"}, Home: home(), Before: world()}
	of := func(p *model.Place, s *model.Scope) *model.Indicator {
		return &model.Indicator{Kind: model.Share, Place: p, Scope: s}
	}
	hefei := &model.Place{ID: "hefei"}
	for _, c := range []struct{ got, want string }{
		{en.ShareHead(of(home(), china())), "Anhui's share of China"},
		{en.ShareHead(of(home(), world())), "Anhui's share of the world"},
		{en.ShareHead(of(hefei, china())), "Cities' and firms' share of China"},
		{en.ShareHead(of(hefei, world())), "Others' share of the world: China, cities, firms"},
		{en.ShareHead(of(hefei, within)), "Shares within Anhui"},
		{zh.SharesOf(china()), "\u5b89\u5fbd\u5360\u5168\u56fd\u6bd4\u91cd"},
		{zh.SharesOf(within), "\u7701\u5185\u5360\u6bd4"},
		{en.SharesOf(nil), "Shares"},
		{en.rank(3, nil), "3rd"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// figure makes a figure of an indicator in percent.
func figure(t *testing.T, q model.Qualifier, v float64, rank int, scope *model.Scope) *model.Figure {
	t.Helper()
	value := model.Num(v)
	if q == model.RankOnly {
		value = model.Number{}
	}
	stated, err := model.NewValue(q, value, model.Number{}, model.Number{})
	if err != nil {
		t.Fatal(err)
	}
	period, err := model.ParsePeriod("reported 2024-09")
	if err != nil {
		t.Fatal(err)
	}
	form := model.UnitForm{After: "%", Times: 1}
	return &model.Figure{Rank: rank, Value: stated, Period: period, Indicator: &model.Indicator{
		Name: model.Text{EN: "PV glass", ZH: "\u5149\u4f0f\u73bb\u7483"}, Kind: model.Share, Scope: scope, RankedIn: cmp.Or(scope, china()),
		Place: &model.Place{ID: "hefei", Name: model.Text{EN: "Hefei", ZH: "\u5408\u80a5"}},
		Unit:  &model.Unit{ID: "percent", English: form, Chinese: form},
	}}
}

// A rate of growth is a rise or a fall whatever its source claims of it, and no
// sign is left to be read twice.
func TestGrowthOfEveryQualifier(t *testing.T) {
	none := model.Number{}
	for _, c := range []struct {
		q                   model.Qualifier
		value, lower, upper model.Number
		want                string
	}{
		{model.Exact, model.Num(3), none, none, "up 3%"},
		{model.Exact, model.Num(-3), none, none, "down 3%"},
		{model.Exact, model.Num(0), none, none, "up 0%"},
		{model.Nearly, model.Num(-3), none, none, "down nearly 3%"},
		{model.MoreThan, none, model.Num(3), none, "up >3%"},
		{model.MoreThan, none, model.Num(-3), none, "down <3%"},
		{model.AtLeast, none, model.Num(-3), none, "down ≤3%"},
		{model.LessThan, none, none, model.Num(3), "up <3%"},
		{model.LessThan, none, none, model.Num(-3), "down >3%"},
		{model.AtMost, none, none, model.Num(-3), "down ≥3%"},
		{model.AtMost, none, none, model.Num(0), "down ≥0%"},
		{model.Range, none, model.Num(3), model.Num(5), "up 3–5%"},
		{model.Range, none, model.Num(-5), model.Num(-3), "down 3–5%"},
		{model.Range, none, model.Num(-5), model.Num(0), "down 0–5%"},
		{model.Range, none, model.Num(-3), model.Num(2), "change of -3–2%"},
	} {
		f := figure(t, model.Exact, 0, 0, nil)
		var err error
		if f.Value, err = model.NewValue(c.q, c.value, c.lower, c.upper); err != nil {
			t.Fatal(err)
		}
		if got := For(model.EN).Growth(f); got != c.want+" year on year, as stated, Sep 2024" {
			t.Errorf("%v %v %v %v: %q, want %q", c.q, c.value, c.lower, c.upper, got, c.want)
		}
	}
}

func TestFigureInWords(t *testing.T) {
	en, zh := For(model.EN), For(model.ZH)
	exact, ranked := figure(t, model.Exact, 51.8, 2, nil), figure(t, model.RankOnly, 0, 3, world())
	falling := figure(t, model.Exact, -4, 0, china())
	about := figure(t, model.Approx, 4, 0, china())
	for _, c := range []struct{ got, want string }{
		{en.Value(exact), "51.8%"},
		{en.RankBeside(exact), "2nd in China"},
		{en.Value(ranked), "3rd in the world"}, // a rank alone is the value
		{en.RankBeside(ranked), ""},            // and stands there once
		{en.RankBeside(falling), ""},
		{en.Name(falling.Indicator), "Hefei · PV glass"},
		{en.FullName(falling.Indicator), "Hefei · PV glass, share of China"},
		{en.FullName(exact.Indicator), "Hefei · PV glass"},
		{zh.FullName(falling.Indicator), "\u5408\u80a5 · \u5149\u4f0f\u73bb\u7483\u5360\u5168\u56fd\u6bd4\u91cd"},
		{en.Growth(exact), "up 51.8% year on year, as stated, Sep 2024"},
		{en.Growth(falling), "down 4% year on year, as stated, Sep 2024"},
		{en.Growth(about), "up ≈4% year on year, as stated, Sep 2024"},
		{en.Period(exact.Period), "as reported Sep 2024"},
		{zh.Period(exact.Period), "\u636e2024\u5e749\u6708\u62a5\u9053"},
		{en.Date(""), "undated"},
		{en.Date("2024"), "2024"},
		{en.Speaker(&model.Person{Name: model.Text{EN: "Feng Kejin", ZH: "\u51af\u514b\u91d1"}}), "Feng Kejin \u51af\u514b\u91d1"},
		{zh.Speaker(&model.Person{Name: model.Text{EN: "Feng Kejin", ZH: "\u51af\u514b\u91d1"}}), "\u51af\u514b\u91d1"},
		{en.Count(en.Figures, 12345), "12,345 figures"},
		{en.Lines(1, 8, 22), "1–8 of 22"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
