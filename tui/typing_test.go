package tui

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/text"
)

// What is typed into the search and the palette, and where it leads.
func TestTypingLeadsTo(t *testing.T) {
	t.Parallel()
	const start = "overview/pv"
	for keys, want := range map[string]string{
		"/":                         start + "?card=search",
		"/ q j 1 L":                 start + "?card=search&q=qj1L", // keys are letters here
		"/ g l space":               start + "?card=search&q=gl+",
		"/ g l backspace":           start + "?card=search&q=g",
		"/ g backspace backspace":   start,
		"/ g l ctrl+u":              start + "?card=search",
		"/ \u5149 \u4f0f":           start + "?card=search&q=%E5%85%89%E4%BC%8F",
		"/ esc":                     start,
		"/ g l esc":                 start,
		"/ z z z z enter":           start + "?card=search&q=zzzz",
		"/ g f enter":               "clusters/pv",
		"/ \u5149 \u4f0f enter":     "clusters/pv",
		"/ f k j enter":             "voices/feng-kejin",
		"/ f k j enter -":           start,
		"/ f k j enter esc":         start, // back to where it began
		"/ f k j enter i esc esc":   start,
		"/ f k j enter esc +":       "voices/feng-kejin",
		"/ f k j enter esc esc":     start,
		"/ f k j enter n N esc":     start,
		"/ f k j enter esc n esc":   start,
		"1 / g l a s s enter esc":   "clusters/pv", // in the same view
		"/ g f enter down esc":      start,         // nothing was opened since
		"/ f k j enter 2 3 [ esc":   "shares/" + glass,
		"/ g down down":             start + "?card=search&scroll=2&q=g",
		"/ g down left tab home f5": start + "?card=search&scroll=1&q=g", // no text, and no use here
		"/ g down ctrl+f":           start + "?card=search&scroll=1&q=g",
		"/ f k j enter i":           "voices/feng-kejin",
		"2 / g f down up enter":     "clusters/pv",
		"/ g f ctrl+n ctrl+p enter": "clusters/pv",
		"/ g f enter n N":           "clusters/pv",
		"n":                         start, // nothing was searched for
		":":                         start + "?card=palette",
		"ctrl+p":                    start + "?card=palette",
		": t r e n d s enter":       "trends/pv-revenue",
		": h y d r o g e n enter":   "clusters/hydrogen",
		": w u h u enter":           "cities/wuhu",
		": e x p o r t enter":       start + "?card=export",
		": c o p y space c i enter": start + "?card=cite",
		"3 : c o m p a r e enter":   "trends/pv-revenue?with=pv-revenue",
		": esc":                     start,
		"2 e":                       "shares/" + glass + "?card=export",
		"2 e j j":                   "shares/" + glass + "?card=export&scroll=2",
		"2 e q":                     "shares/" + glass,
		"2 Y":                       "shares/" + glass + "?card=link",
		"2 Y Y esc":                 "shares/" + glass,
		"2 y esc":                   "shares/" + glass,
	} {
		a, e := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), keys)
		if got := a.Place().Link(); got != want {
			t.Errorf("%q leads to %s, want %s", keys, got, want)
		}
		if e.Quit {
			t.Errorf("%q quits", keys)
		}
	}
}

// The palette lists what the words typed are the name of, and nothing that only has
// their letters somewhere.
func TestPaletteIsShort(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{"export": "Export this view", "trends": "Trends", "hydrogen": "Hydrogen", "xprt": "Export this view"} {
		to := place.Place{Card: place.PaletteCard, Query: typed}
		a := New(datatest.Embedded(t), to, tuitest.Viewport(80, 24, model.EN), Options{})
		all, _ := a.Page().Choices()
		if all.Len != 1 || all.At(0).Name != want {
			t.Errorf("%q lists %d, want %q alone:\n%s", typed, all.Len, want, screenText(a))
		}
	}
}

// The caret goes where it goes in other programs, and text comes and goes at it.
func TestCaret(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"g l a s left left X":                     "glXas",
		"g l left left left X":                    "Xgl",
		"g l home X":                              "Xgl",
		"g l home right X":                        "gXl",
		"g l ctrl+a X end Y":                      "XglY",
		"g l ctrl+a X ctrl+e Y":                   "XglY",
		"g l ctrl+a right right right right X":    "glX",
		"g l s left backspace":                    "gs",
		"g l s left ctrl+h":                       "gs",
		"g l s home backspace":                    "gls",
		"g l s home delete":                       "ls",
		"g l s end delete":                        "gls",
		"g l s left ctrl+u":                       "s",
		"g l s left ctrl+k":                       "gl",
		"a b space c d space e left ctrl+w":       "ab e",
		"a b space c d left ctrl+w":               "ab d",
		"\u5149 \u4f0f left X":                    "\u5149X\u4f0f",
		"e \u0301 x left left X":                  "Xe\u0301x", // a letter with its accent is one
		"x e \u0301 backspace":                    "x",
		"x e \u0301 home right delete":            "x",
		"g l left down X":                         "gXl", // among what is found
		"space g home space X":                    "Xg",
		"g home space":                            "g",
		"g space x left left backspace backspace": " x", // what is left begins with it
	} {
		a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), "/ "+keys)
		if got := a.Place().Query; got != want || !place.ValidQuery(got) {
			t.Errorf("%q is typed as %q, want %q", keys, got, want)
		}
		parsed, err := place.Parse(a.Place().Link())
		if err != nil || parsed.Query != want || parsed.Caret != 0 {
			t.Errorf("%q: the link is of %+v, %v", keys, parsed, err)
		}
	}
	// It is seen: what is under it is drawn otherwise, wherever it is.
	frames := map[string]bool{}
	a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), "/ g l \u5149 a")
	for range 5 {
		frames[a.Frame().String()] = true
		a, _ = press(t, a, "left")
	}
	if len(frames) != 5 {
		t.Errorf("five places of the caret look like %d", len(frames))
	}
}

// A line longer than its card shows the part with the caret.
func TestLongQuery(t *testing.T) {
	t.Parallel()
	a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(40, 12, model.EN), Options{}), "/")
	a, _ = a.Step(tea.PasteMsg{Content: "begin " + strings.Repeat("\u5149", 40) + " end"})
	field := func() string { return strings.Split(screenText(a), "\n")[2] }
	if s := field(); !strings.Contains(s, " end") || strings.Contains(s, "begin") {
		t.Errorf("the end of the line is not seen:\n%s", s)
	}
	a, _ = press(t, a, "home")
	if s := field(); strings.Contains(s, " end") || !strings.Contains(s, "begin") {
		t.Errorf("the beginning of the line is not seen:\n%s", s)
	}
}

// What there is no room for is left out, and that is said until something else is
// typed.
func TestCutIsSaid(t *testing.T) {
	t.Parallel()
	for _, lang := range tuitest.Langs() {
		a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(100, 30, lang), Options{}), "/ e n d home")
		a, _ = a.Step(tea.PasteMsg{Content: strings.Repeat("x", place.MaxQuery-3)})
		said := fmt.Sprintf(text.For(lang).Say.Cut, place.MaxQuery)
		if a.Place().Query != strings.Repeat("x", place.MaxQuery-3)+"end" || strings.Contains(screenText(a), said) {
			t.Errorf("what has room is cut: %q", a.Place().Query)
		}
		cut, _ := press(t, a, "y")
		if cut.Place().Query != a.Place().Query || !strings.Contains(screenText(cut), said) {
			t.Errorf("nothing is said of what was cut:\n%s", screenText(cut))
		}
		if after, _ := press(t, cut, "backspace"); strings.Contains(screenText(after), said) {
			t.Error("it is still said")
		}
	}
}

// Pasted text is typed; what could steer a terminal is not.
func TestPaste(t *testing.T) {
	a := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{})
	a, _ = a.Step(tea.PasteMsg{Content: "glass"})
	if a.Place().Query != "" {
		t.Error("text is pasted where none is typed")
	}
	a, _ = press(t, a, "/")
	a, _ = a.Step(tea.PasteMsg{Content: "\x1b[2Jgl\x00ass\n" + strings.Repeat("x", 1000)})
	if q := a.Place().Query; q != "[2Jglass "+strings.Repeat("x", place.MaxQuery-9) {
		t.Errorf("pasted as %q", q)
	}
	for pasted, want := range map[string]string{
		"\u00a0\nsolar\u00a0glass\u200b 50%":  "gl  solar glass 50%",
		strings.Repeat("\u5149", 1<<20):       "gl" + strings.Repeat("\u5149", place.MaxQuery-2),
		strings.Repeat("\x00", 1<<20) + "end": "glend",
		"\xff\xfe":                            "gl\ufffd\ufffd",
	} {
		a, _ := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), "/ g l")
		a, _ = a.Step(tea.PasteMsg{Content: pasted})
		if q := a.Place().Query; q != want || !place.ValidQuery(q) {
			t.Errorf("%.40q is pasted as %q, want %q", pasted, q, want)
		}
	}
}

// Y copies what a link of the place is, to be pasted after the program's name.
func TestCopyLink(t *testing.T) {
	a, e := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(80, 24, model.EN), Options{}), "2 w t Y")
	link := e.Copy
	p, err := place.Parse(link)
	if err != nil || p != a.Place().Closed() || !strings.Contains(screenText(a), link) {
		t.Errorf("%q is copied, which is %+v, %v", link, p, err)
	}
}

// Each form of export is a file of the viewer's, and how it went is told; over
// SSH there are no files here, and the command for it is copied.
func TestExport(t *testing.T) {
	files := map[string]*bytes.Buffer{}
	save := func(name string, write func(io.Writer) error) (string, error) {
		files[name] = &bytes.Buffer{}
		return "/home/ann/" + name, write(files[name])
	}
	a := New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(120, 40, model.EN), Options{Save: save})
	a, _ = press(t, a, "2 e")
	choices, _ := a.Page().Choices()
	for n := range choices.Len {
		var e Effect
		if a, e = press(t, a, "enter"); (e.Save == "") != (choices.At(n).Copy != "") {
			t.Fatalf("%s saves %q", a.Place().Link(), e.Save)
		}
		if e.Save != "" {
			a, _ = a.Step(a.Save(e.Save))
		}
		a, _ = press(t, a, "j")
	}
	// All that is on the screen, and a picture of it.
	for name, holds := range map[string]string{".txt": ">50%", ".md": "|", ".csv": "\ufeffname,value,", ".json": `"id"`, "-" + glass + ".svg": "<svg"} {
		file := files["anhui-shares"+name]
		if file == nil || !strings.Contains(file.String(), holds) {
			t.Errorf("%s: there are %v", name, slices.Collect(maps.Keys(files)))
		}
	}

	if !strings.Contains(screenText(a), "/home/ann/anhui-shares") {
		t.Errorf("the screen does not say where the file is:\n%s", screenText(a))
	}

	broken := func(string, func(io.Writer) error) (string, error) { return "", errors.New("disk full") }
	a, e := press(t, New(datatest.Embedded(t), place.Place{}, tuitest.Viewport(120, 40, model.EN), Options{Save: broken}), "2 e enter")
	if a, _ = a.Step(a.Save(e.Save)); !strings.Contains(screenText(a), "disk full") {
		t.Errorf("the screen does not say what went wrong:\n%s", screenText(a))
	}
	remote := tuitest.Viewport(120, 40, model.EN)
	remote.Remote = true
	a, e = press(t, New(datatest.Embedded(t), place.Place{}, remote, Options{}), "2 e enter")
	want := "ssh HOST show 'shares' --format text --lang en"
	if e.Copy != want || !strings.Contains(screenText(a), want) || !strings.Contains(screenText(a), "Copied") {
		t.Errorf("over SSH the command %q is not shown and copied:\n%s", want, screenText(a))
	}
	for _, key := range []string{"j", "L"} { // shows another command
		if b, _ := press(t, a, key); strings.Contains(screenText(b), text.For(b.in.Lang).Say.Copied) {
			t.Errorf("%s: another command is said to be copied:\n%s", key, screenText(b))
		}
	}
}
