package verify

import (
	"context"
	"os"
	"strings"
	"testing"

	"anhui-tui/model"
)

func read(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func one(text, words string) Finding {
	return only(text, Item{Kind: Number, ID: "x", Words: []string{words}})
}

func only(text string, item Item) Finding {
	found, err := Text(context.Background(), text, []Item{item})
	if err != nil {
		panic(err) // the context has not ended
	}
	return found[0]
}

func TestEnglish(t *testing.T) {
	text := read(t, "english.txt")
	for words, line := range map[string]int{
		"1,296.74 tonnes":   1,
		"feng kejin":        2,
		"296.7 billion":     3,
		"about 17 percent":  3, // a soft hyphen, and curly quotes around it
		`"about 17 percent`: 3,
		"more than half":    4, // over a line break
		"third-in":          5,
		"5-7%":              6,
		"5—7％":              6,
		"CNY 4.5 million":   6,
	} {
		if f := one(text, words); !f.Held || f.Line != line || f.As != words {
			t.Errorf("%q: %+v, want it on line %d", words, f, line)
		}
	}
	for _, words := range []string{
		"296.74 tonnes", // of 1,296.74
		"1,296.7",       // of 1,296.74
		"7 towns",       // of 57
		"third-i",       // of third-in
		"4.5 mill",
		"296.7 million",
		"Feng  Keji",
	} {
		if f := one(text, words); f.Held {
			t.Errorf("%q stands in the text: %+v", words, f)
		}
	}
}

// What is printed is found however lines are broken and numbers spaced, and not
// within another number or word.
func TestBounds(t *testing.T) {
	for text, words := range map[string]string{
		"22,\n000 firms":                 "22,000 firms",
		"296.\r\n74 billion":             "296.74 billion",
		"one-\nthird of it":              "one-third",
		"14.7 % of all":                  "14.7%",
		"76.4GW":                         "76.4 GW",
		"RMB1,279 million":               "RMB 1,279 million",
		"22\u202f000":                    "22,000",
		"22\u00a0000":                    "22,000",
		"first of 22 years, 9.6% of it":  "22 years\u20269.6%",
		"\u5360\u4e09\u5206\u4e4b\u4e00": "\u4e09\u5206\u4e4b\u4e00",
	} {
		if f := one(text, words); !f.Held {
			t.Errorf("%q does not hold %q", text, words)
		}
	}
	for text, words := range map[string]string{
		"1\u00a0296.74 billion":               "296.74 billion",
		"1\u2009296.74 billion":               "296.74 billion",
		"1'296.74 billion":                    "296.74 billion",
		"1/10 percent":                        "10 percent",
		"1:10 percent":                        "10 percent",
		"fell -5.2%":                          "5.2%",
		"twenty-third in the country":         "third in the country",
		"\u5341\u4e09\u5206\u4e4b\u4e00":      "\u4e09\u5206\u4e4b\u4e00",
		"1.4\u4e07\u4ebf\u5143":               "1.4\u4e07",
		"357\u4e07":                           "357",
		"9.6% of it, and later only 22 years": "22 years\u20269.6%",
	} {
		if f := one(text, words); f.Held {
			t.Errorf("%q holds %q", text, words)
		}
	}
}

func TestChinese(t *testing.T) {
	text := read(t, "chinese.txt")
	words := strings.Split(read(t, "chinese-words.txt"), "\n")
	for _, w := range words {
		mark, w, ok := strings.Cut(w, " ")
		if !ok {
			continue
		}
		if f := one(text, w); f.Held != (mark == "+") {
			t.Errorf("%s: %+v", w, f)
		}
	}
}

func TestNearest(t *testing.T) {
	english, chinese := read(t, "english.txt"), read(t, "chinese.txt")
	for _, c := range []struct{ text, words, near string }{
		{english, "296.74 billion yuan", "296.7 billion yuan"},
		{english, "Feng Kejing", "Feng Kejin"},
		{english, "quantum chips", ""},
		{chinese, "2967.5亿元", "２９６７．４ 亿元"}, //nolint:gosmopolitan // the text is Chinese
	} {
		f := one(c.text, c.words)
		if f.Held || (c.near == "") != (f.Nearest == "") || !strings.Contains(f.Nearest, c.near) {
			t.Errorf("%q: %+v, want something near %q", c.words, f, c.near)
		}
	}
	if f := one("a \x1b[31mred\x07 herring\u202e of 23 grams", "red herring of 24 grams"); strings.ContainsAny(f.Nearest, "\x1b\x07\u202e") || f.Nearest == "" {
		t.Errorf("a passage that steers the terminal: %q", f.Nearest)
	}
}

func TestDates(t *testing.T) {
	for text, dates := range map[string]string{
		"Updated: Sept 18, 2024":           "2024-09-18",
		"on the 18th of September":         "2024-09-18",
		"SEPTEMBER 18TH":                   "2024-09-18",
		"2024/09/18":                       "2024-09-18",
		"20240918_3.html":                  "2024-09-18",
		"In May 2023 it":                   "2023-05",
		"the year 2019, which":             "2019",
		"2024-9-8 and 8 Sept.":             "2024-09-08",
		"2024\u5e7409\u670808\u65e5":       "2024-09-08",
		"2024\u5e7409\u6708":               "2024-09",
		"on Sept 18, 500 firms":            "2024-09-18",
		"18 September, and 2024-09-1 also": "2024-09-18",
	} {
		if f := only(text, Item{Kind: Date, ID: "x", Words: dateForms(dates), Year: dates[:4]}); !f.Held {
			t.Errorf("%q holds no %s", text, dates)
		}
	}
	for text, date := range map[string]string{
		"Sept 180, 2024": "2024-09-18",
		"2024-09-1":      "2024-09-18",
		"in 20190":       "2019",
		"May 2024":       "2023-05",

		"September 18, 2019":                    "2024-09-18",
		"2019\u5e749\u670818\u65e5":             "2024-09-18",
		"2019 \u5e74 9 \u6708 18 \u65e5 (2024)": "2024-09-18",
	} {
		if f := only(text, Item{Kind: Date, ID: "x", Words: dateForms(date), Year: date[:4]}); f.Held {
			t.Errorf("%q holds %s as %q", text, date, f.As)
		}
	}
	if forms := dateForms("soon"); forms != nil {
		t.Errorf("forms of no date: %q", forms)
	}
}

func TestItems(t *testing.T) {
	source := &model.Source{ID: "s", Date: "2024-09-18", Language: "zh"}
	other := &model.Source{ID: "o", Date: "2020"}
	person := &model.Person{ID: "p", Name: model.Text{EN: "Feng", ZH: "F."}}
	indicator := &model.Indicator{ID: "i"}
	data := model.NewDataset(model.Tables{
		Sources: []*model.Source{source, other}, Indicators: []*model.Indicator{indicator}, People: []*model.Person{person},
		Figures: []*model.Figure{
			{ID: "a", Indicator: indicator, Source: source, AsPrinted: "1", RankAsPrinted: "first", SaidBy: person},
			{ID: "b", Indicator: indicator, Source: source, Method: model.Text{EN: "derived"}},
			{ID: "c", Indicator: indicator, Source: other, AsPrinted: "2"},
		},
		Statements: []*model.Statement{
			{ID: "x", Person: person, Source: source, Date: "2024-09-18"},
			{ID: "y", Person: person, Source: source, Date: "2024-09-17"},
		},
	})
	items := Items(data, source)
	got := make([]string, 0, len(items))
	for _, i := range items {
		got = append(got, i.ID+":"+i.Words[0])
	}
	if want := "a:1 a:first s:2024-09-18 p:F. y:2024-09-17"; strings.Join(got, " ") != want {
		t.Errorf("items are %q, want %q", got, want)
	}
}

// TestLongText ends: twenty missing items in 16 MiB.
func TestLongText(t *testing.T) {
	text := strings.Repeat("The quick brown fox made 123.4 million jumps. ", 16<<20/46)
	items := make([]Item, 20)
	for i := range items {
		items[i] = Item{Kind: Number, ID: "x", Words: []string{"the quick brown foxes, 567.8 million"}}
	}
	found, err := Text(context.Background(), text, items)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Held || f.Nearest == "" {
			t.Fatalf("%+v", f)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("Sept 18: about 17\u00a0percent", "about 17 percent")
	f.Add("\xff\xfe --", "-")
	f.Fuzz(func(t *testing.T, text, words string) {
		found := one(text, words)
		if found.Nearest != "" && (found.Held || strings.ContainsAny(found.Nearest, "\x1b\n")) {
			t.Errorf("%+v", found)
		}
		if words = strings.TrimSpace(words); strings.Trim(foldWords(words), string(leftOut)+" ") != "" && !one("| "+words+" |", words).Held {
			t.Errorf("%q does not stand in itself: %q", words, foldWords("| "+words+" |"))
		}
	})
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat(read(b, "english.txt"), 100)
	items := []Item{{Kind: Number, ID: "x", Words: []string{"more than half"}}, {Kind: Number, ID: "y", Words: []string{"297 billion yuan"}}}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Text(b.Context(), text, items); err != nil {
			b.Fatal(err)
		}
	}
}
