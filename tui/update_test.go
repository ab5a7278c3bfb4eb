package tui

import (
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

const (
	glass     = "pv-glass-share-china-r2024-09"
	inverters = "pv-inverter-share-china-r2024-09"
)

// Where keys lead, from the Overview of a screen of 80×24.
func TestKeysLeadTo(t *testing.T) {
	d := datatest.Embedded(t)
	const start = "overview/pv"
	worldFirst := d.Shares(d.Scope("world"))[0].ID
	for keys, want := range map[string]string{
		"": start,

		// The cursor, and its ends.
		"j":        "overview/storage",
		"down":     "overview/storage",
		"j k":      start,
		"G":        "overview/province",
		"G j j":    "overview/province",
		"g k":      "overview/" + d.Headlines()[0].ID,
		"pgdown":   "overview/province",
		"space b":  "overview/" + d.Headlines()[0].ID,
		"ctrl+d":   "overview/province",
		"end home": "overview/" + d.Headlines()[0].ID,

		// Tabs, around both ends; each is left where it was.
		"1":                           "clusters/pv",
		"6":                           "sources/audit",
		"tab":                         "clusters/pv",
		"l":                           "clusters/pv",
		"]":                           "clusters/pv",
		"right":                       "clusters/pv",
		"h":                           "sources/audit",
		"[":                           "sources/audit",
		"left":                        "sources/audit",
		"shift+tab":                   "sources/audit",
		"tab tab tab tab tab tab tab": start,
		"2 j j 1 2":                   "shares/" + inverters,
		"2 w t 0 2":                   "shares/" + worldFirst + "?scope=world&as=table",
		"1 j enter 0 1":               "clusters/storage/" + firstSub(d, "storage"),

		// Opening, closing, and back.
		"enter":                     "clusters/pv",
		"enter enter":               "clusters/pv/" + glass,
		"enter enter enter":         "clusters/pv/" + glass + "?card=source",
		"enter enter enter q":       "clusters/pv/" + glass,
		"enter enter enter enter":   "sources/china-daily-2024-09-18",
		"enter enter enter enter -": "clusters/pv/" + glass + "?card=source",
		"enter enter esc":           "clusters/pv",
		"enter enter esc esc esc":   "clusters/pv",
		"i":                         start + "?card=source",
		"i q":                       start,
		"i esc":                     start,
		"i i":                       start,
		"i ?":                       start + "?card=help",
		"? ?":                       start,
		"? i":                       start + "?card=source",
		"i j j":                     start + "?card=source&scroll=2",
		"i j j k":                   start + "?card=source&scroll=1",
		"i 2":                       "shares/" + glass,
		"i 2 0":                     start,
		"2 3 -":                     "shares/" + glass,
		"2 3 - -":                   start,
		"2 3 backspace backspace":   start,
		"2 j -":                     start,
		"- - -":                     start,

		// What a view has of its own; elsewhere those keys do nothing.
		"2 w":                     "shares/" + worldFirst + "?scope=world",
		"2 w s t":                 "shares/" + worldFirst + "?scope=world&sort=cluster&as=table",
		"2 w w w":                 "shares/" + glass,
		"2 s s s s s":             "shares/" + glass,
		"2 S":                     "shares/" + glass + "?sort=value.asc",
		"2 s S":                   "shares/" + glass + "?sort=cluster.desc",
		"2 S S":                   "shares/" + glass,
		"2 s s":                   "shares/" + glass + "?sort=name",
		"2 t t":                   "shares/" + glass,
		"2 j j !":                 "sources/conflicts/inverters-china-or-world",
		"2 !":                     "sources/conflicts/" + d.Conflicts[0].ID,
		"3 t":                     "trends/pv-revenue?as=table",
		"3 c":                     "trends/pv-revenue?with=pv-revenue",
		"3 c c":                   "trends/pv-revenue",
		"3 c j c j c":             "trends/" + d.Trends()[2].ID + "?with=pv-revenue," + d.Trends()[1].ID + "," + d.Trends()[2].ID,
		"3 t enter j":             "trends/pv-revenue/pv-revenue-2020?as=table",
		"3 enter":                 "trends/pv-revenue?card=source",
		"w s t c z":               start,
		"1 w t c S":               "clusters/pv",
		"1 s s s":                 "clusters/pv?rows=growth",
		"3 t s":                   "trends/pv-revenue?sort=name&as=table",
		"3 t l s S":               "trends/pv-revenue/pv-revenue-2019?rows=value.asc&as=table",
		"3 s":                     "trends/pv-revenue?sort=name",
		"5 s s s":                 "voices/liang-yanshun?sort=date",
		"5 s s s s":               "voices/liang-yanshun",
		"6 s":                     "sources/audit?sort=date",
		"6 s s":                   "sources/audit?sort=count",
		"1 z":                     "clusters/pv?zoom=list",
		"1 z l":                   "clusters/pv/" + glass + "?zoom=list",
		"1 l z":                   "clusters/pv/" + glass + "?zoom=detail",
		"1 z z":                   "clusters/pv",
		"1 z l z":                 "clusters/pv/" + glass,
		"1 l z esc":               "clusters/pv?zoom=detail",
		"1 z esc":                 "clusters/pv",
		"2 & c h u z h o u enter": "shares/chuzhou-glass-share-china-r2022-12?filter=chuzhou",
		"2 & 2 0 2 5 enter esc":   "shares/quantum-hefei-share-china-r2025-07",
		"2 & 2 0 2 5 esc":         "shares/quantum-hefei-share-china-r2025-07",
		"2 & x x enter":           "shares?filter=xx",
		"& x":                     start,

		// Across: into a detail and out of it, over the years of a chart.
		"1 right":        "clusters/pv/" + glass,
		"1 right right":  "clusters/pv/" + glass,
		"1 l h":          "clusters/pv",
		"1 h":            "clusters/pv",
		"2 right":        "trends/pv-revenue",
		"3 left":         "trends/pv-revenue/pv-revenue-2023",
		"3 left left":    "trends/pv-revenue/pv-revenue-2022",
		"3 right":        "trends/pv-revenue/pv-revenue-2027",
		"3 right right":  "trends/pv-revenue/pv-revenue-2027",
		"3 left j k":     "trends/pv-revenue/pv-revenue-2023",
		"3 left esc":     "trends/pv-revenue",
		"3 t right down": "trends/pv-revenue/pv-revenue-2020?as=table",
		"3 t right left": "trends/pv-revenue?as=table",

		// Cities: over the map, by another indicator, two side by side, into a page.
		"4":                "cities/hefei",
		"4 right":          "cities/maanshan",
		"4 right down":     "cities/wuhu",
		"4 left up":        "cities/huainan",
		"4 right right":    "cities/maanshan",
		"4 down down":      "cities/huangshan",
		"4 down down down": "cities/anhui",
		"4 G up":           "cities/chizhou",
		"4 o":              "cities/hefei?by=gdp-growth",
		"4 o o o":          "cities/hefei?by=gdp-per-capita",
		"4 o o o o o":      "cities/hefei",
		"4 s":              "cities/hefei?sort=name",
		"4 s g":            "cities/anqing?sort=name",
		"4 c":              "cities/hefei?with=hefei",
		"4 c down":         "cities/wuhu?with=hefei",
		"4 c down c":       "cities/wuhu",
		"4 c down esc":     "cities/wuhu",
		"4 enter left":     "cities/hefei",
		"4 enter enter":    "cities/hefei/gdp-hefei-2022?card=source",
		"4 i":              "cities/hefei?card=source",

		// A figure, its series, and back; forward again.
		"r":             "trends/pv-glass-share-china/" + glass,
		"r r":           start,
		"i r":           "trends/pv-glass-share-china/" + glass,
		"3 r":           "clusters/pv/pv-revenue-2024",
		"3 left r":      "sources/china-daily-2024-09-18/pv-revenue-2023",
		"2 r":           "trends/pv-glass-share-china/" + glass,
		"2 r r":         "shares/" + glass,
		"2 r r +":       "trends/pv-glass-share-china/" + glass,
		"2 3 - +":       "trends/pv-revenue",
		"2 3 - - + + +": "trends/pv-revenue",
		"2 3 - 5 +":     "voices/liang-yanshun",
		"+":             start,

		// Keys nobody knows, and a Chinese input method.
		"x u 7 9 f5 delete ctrl+z": start,
		"\uff12 \uff57 \uff53":     "shares/" + worldFirst + "?scope=world&sort=cluster",
		"\uff1f":                   start + "?card=help",
		"\uff49 \uff51":            start,
		"\uff01":                   "sources/conflicts/" + firstConflict(d, "pv"),
		"\u5149":                   start,
	} {
		a, e := press(t, New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), keys)
		if got := a.Place().Link(); got != want {
			t.Errorf("%q leads to %s, want %s", keys, got, want)
		}
		if e.Quit {
			t.Errorf("%q quits", keys)
		}
	}
}

// firstSub is the first line of a cluster's detail.
func firstSub(d *model.Dataset, cluster string) string {
	return nav.Subs(d, place.Place{View: place.Clusters, Item: cluster}, model.EN)[0]
}

// firstConflict is the one a cluster's figures on the Overview are in, or the
// first there is.
func firstConflict(d *model.Dataset, cluster string) string {
	for _, f := range nav.Selected(d, place.Place{Item: cluster}, model.EN) {
		if f.Conflict != nil {
			return f.Conflict.ID
		}
	}
	return d.Conflicts[0].ID
}

// Upper-case letters come as text, or, from newer terminals, as shift and a
// letter.
func TestShiftedLetters(t *testing.T) {
	for _, k := range []tea.KeyPressMsg{
		{Code: 'l', ShiftedCode: 'L', Mod: tea.ModShift, Text: "L"},
		{Code: 'L', Text: "L"},
		{Code: 'l', Mod: tea.ModShift},
		{Code: 0xff2c, Text: "\uff2c"},
	} {
		a, _ := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}).Step(k)
		if a.Viewport().Lang != model.ZH {
			t.Errorf("%+v does not switch the language", k)
		}
	}
}

func TestOnlyThoseKeysQuit(t *testing.T) {
	d := datatest.Embedded(t)
	for keys, want := range map[string]bool{
		"q": true, "ctrl+c": true, "\uff51": true, "i ctrl+c": true, "/ ctrl+c": true, "i q q": true, "2 q": true,
		"i q": false, "? q": false, "/ q": false, "esc": false, "esc esc esc": false, "i esc esc": false,
		"-": false, "Q": false, "enter": false,
	} {
		if _, e := press(t, New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), keys); e.Quit != want {
			t.Errorf("%q quits: %v, want %v", keys, !want, want)
		}
	}
}

// The language, the theme and the size are the viewer's: no place changes.
func TestViewportKeysKeepThePlace(t *testing.T) {
	d := datatest.Embedded(t)
	for _, link := range []string{
		"overview/hydrogen", "clusters/display/" + firstSub(d, "display"), "shares/" + inverters + "?scope=china&card=source",
		"trends/nev-output?as=table", "voices/feng-kejin?topic=pv", "sources/conflicts/" + d.Conflicts[2].ID, "overview/pv?card=help",
	} {
		a := New(d, tuitest.At(t, link), tuitest.Viewport(120, 40, model.EN), Options{})
		from := a.Place()
		before := screenText(a)
		for _, keys := range []string{"m", "m", "L", "T", "L", "T", "T", "T"} {
			if a, _ = press(t, a, keys); a.Place().Link() != from.Link() {
				t.Errorf("%s: %s leads to %s", link, keys, a.Place().Link())
			}
		}
		if screenText(a) != before {
			t.Errorf("%s: around all languages and themes, the screen is another", link)
		}
		if a, _ = a.Step(tea.WindowSizeMsg{Width: 40, Height: 12}); a.Place() != from || len(a.Frame().Lines()) != 12 {
			t.Errorf("%s: a smaller screen leads to %s and has %d lines", link, a.Place().Link(), len(a.Frame().Lines()))
		}
	}
}

func TestBackground(t *testing.T) {
	d := datatest.Embedded(t)
	for _, c := range []struct {
		theme place.Theme
		fixed bool
		color color.Color
		want  place.Theme
		paint bool // the background of the theme, which the terminal has not
	}{
		{place.Dark, false, color.White, place.Light, false},
		{place.Light, false, color.Black, place.Dark, false},
		{place.Dark, true, color.White, place.Dark, true},
		{place.Light, true, color.Black, place.Light, true},
		{place.Light, true, color.White, place.Light, false},
		{place.Light, true, nil, place.Light, false}, // nothing else is known
		{place.Mono, false, color.White, place.Mono, false},
		{place.HighContrast, false, color.White, place.HighContrast, false},
		{place.Light, false, nil, place.Light, false},
	} {
		in := tuitest.Viewport(80, 24, model.EN)
		in.Theme = c.theme
		a := New(d, place.Place{}, in, Options{FixedTheme: c.fixed})
		if a.Init() == nil {
			t.Errorf("%+v: the terminal is not asked", c)
		}
		if a.Viewport().Ground {
			t.Errorf("%+v: painted before the terminal said anything", c)
		}
		if a, _ = a.Step(tea.BackgroundColorMsg{Color: c.color}); a.Viewport().Theme != c.want || a.Viewport().Ground != c.paint {
			t.Errorf("%+v: %v, painted %v", c, a.Viewport().Theme, a.Viewport().Ground)
		}
	}
	// T goes through all: only what the terminal is not like has a background, which
	// every cell has then.
	for told, want := range map[color.Color]map[place.Theme]bool{
		color.Black: {place.Light: true}, color.White: {place.Dark: true}, nil: {place.Light: true},
	} {
		a := New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
		a, _ = a.Step(tea.BackgroundColorMsg{Color: told})
		for range 4 {
			a, _ = press(t, a, "T")
			painted := 0
			for y := range a.in.Height {
				for _, c := range a.Frame().Row(y) {
					if c.Style.Look().Bg != nil {
						painted++
					}
				}
			}
			if all := painted == 80*24; all != (want[a.in.Theme] || a.in.Theme == place.HighContrast) {
				t.Errorf("told %v, %v: %d cells have a background", told, a.in.Theme, painted)
			}
		}
	}
	// What the user chose stays when the terminal answers late.
	a, _ := press(t, New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), "T")
	chosen := a.Viewport().Theme
	if a, _ = a.Step(tea.BackgroundColorMsg{Color: color.Black}); a.Viewport().Theme != chosen {
		t.Errorf("%v was chosen, and is %v after the terminal's answer", chosen, a.Viewport().Theme)
	}
}

// Whoever comes back to the terminal may have changed its background, as when
// all windows go dark in the evening. It is asked only if the answer counts.
func TestBackgroundIsAskedAgain(t *testing.T) {
	d := datatest.Embedded(t)
	a := New(d, place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
	if !a.Terminal().ReportFocus {
		t.Error("the terminal does not tell that somebody came back")
	}
	back, e := a.Step(tea.FocusMsg{})
	if e != (Effect{AskBackground: true}) {
		t.Error("the terminal is not asked again")
	}
	if back.Place() != a.Place() || back.Viewport() != a.Viewport() {
		t.Error("coming back changes the screen")
	}
	if _, e = a.Step(tea.BlurMsg{}); e != (Effect{}) {
		t.Error("leaving has an effect")
	}
	plain := tuitest.Viewport(80, 24, model.EN)
	plain.Colors = place.NoColors
	contrast, _ := press(t, a, "T T")
	for _, fixed := range []App{contrast, New(d, place.Place{}, plain, Options{FixedTheme: true})} {
		if _, e := fixed.Step(tea.FocusMsg{}); e != (Effect{}) || fixed.Terminal().ReportFocus {
			t.Errorf("%v: the terminal is asked for what does not count", fixed.in.Theme)
		}
	}
}
