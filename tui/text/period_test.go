package text

import (
	"testing"

	"anhui-tui/model"
)

func TestPeriod(t *testing.T) {
	for form, want := range map[string][2]string{
		"2023":                  {"2023", "2023\u5e74"},
		"2023-H1":               {"H1 2023", "2023\u5e74\u4e0a\u534a\u5e74"},
		"2024-Q1":               {"Q1 2024", "2024\u5e74\u4e00\u5b63\u5ea6"},
		"2024-09":               {"Sep 2024", "2024\u5e749\u6708"},
		"2024-09-08":            {"8 Sep 2024", "2024\u5e749\u67088\u65e5"},
		"reported 2024-09":      {"as reported Sep 2024", "\u636e2024\u5e749\u6708\u62a5\u9053"},
		"reported 2025":         {"as reported 2025", "\u636e2025\u5e74\u62a5\u9053"},
		"2025-01/2025-02":       {"Jan–Feb 2025", "2025\u5e741—2\u6708"},
		"2025-02/2025-12":       {"Feb–Dec 2025", "2025\u5e742—12\u6708"},
		"2025-01/2025-06":       {"Jan–Jun 2025", "2025\u5e741—6\u6708"},
		"2025-Q1/2025-Q3":       {"Q1–Q3 2025", "2025\u5e74\u4e00\u5b63\u5ea6—\u4e09\u5b63\u5ea6"},
		"2025-09-08/2025-09-10": {"8–10 Sep 2025", "2025\u5e749\u67088—9\u670810\u65e5"},
		"2016/2020":             {"2016–2020", "2016—2020\u5e74"},
		"2019-12/2020-03":       {"Dec 2019–Mar 2020", "2019\u5e7412\u6708—2020\u5e743\u6708"},
		"2019-H2/2021":          {"H2 2019–2021", "2019\u5e74\u4e0b\u534a\u5e74—2021\u5e74"},
	} {
		p, err := model.ParsePeriod(form)
		if err != nil {
			t.Fatal(err)
		}
		if en, zh := For(model.EN).Period(p), For(model.ZH).Period(p); en != want[0] || zh != want[1] {
			t.Errorf("%s is %q and %q, want %q", form, en, zh, want)
		}
	}
}

// Growth has its direction in words, and one over several years is an average.
func TestGrowth(t *testing.T) {
	f := figure(t, model.Exact, 33, 0, nil)
	f.Period, _ = model.ParsePeriod("2016/2020")
	if en, zh := For(model.EN).Growth(f), For(model.ZH).Growth(f); en != "up 33% a year on average, as stated, 2016–2020" ||
		zh[:len("\u5e74\u5747\u589e\u957f33%")] != "\u5e74\u5747\u589e\u957f33%" {
		t.Errorf("%s, %s", en, zh)
	}
	f = figure(t, model.Exact, -3.2, 0, nil)
	if zh := For(model.ZH).Growth(f); zh[:len("\u540c\u6bd4\u4e0b\u964d3.2%")] != "\u540c\u6bd4\u4e0b\u964d3.2%" {
		t.Error(zh)
	}
	f.Period, _ = model.ParsePeriod("2024")
	if zh := For(model.ZH).Growth(f); zh[:len("\u6bd4\u4e0a\u5e74\u4e0b\u964d3.2%")] != "\u6bd4\u4e0a\u5e74\u4e0b\u964d3.2%" { // as communiques have it of whole years
		t.Error(zh)
	}
}
