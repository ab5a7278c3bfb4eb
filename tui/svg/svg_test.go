package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/cell"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

// Every view is a well-formed picture in which each run of text has the width
// of its cells and lies within the picture, and no glyph that fonts disagree on
// is left to a font.
func TestSVG(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	text := regexp.MustCompile(`<text x="(\d+)" y="\d+" textLength="(\d+)" [^>]*>([^<]*)</text>`)
	for _, v := range place.Views() {
		for _, lang := range tuitest.Langs() {
			for _, theme := range []place.Theme{place.Dark, place.Light, place.HighContrast} {
				in := tuitest.Viewport(100, 30, lang)
				in.Theme = theme
				var b bytes.Buffer
				if err := Write(&b, screen.Render(d, place.Place{View: v}, in), theme); err != nil {
					t.Fatal(err)
				}
				svg := b.String()
				for decoder := xml.NewDecoder(&b); ; {
					if _, err := decoder.Token(); errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						t.Fatalf("%v: %v", v, err)
					}
				}
				runs := text.FindAllStringSubmatch(svg, -1)
				if len(runs) < 10 {
					t.Fatalf("%v: %d runs of text", v, len(runs))
				}
				for _, run := range runs {
					x, _ := strconv.Atoi(run[1])
					w, _ := strconv.Atoi(run[2])
					content := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&", "&#39;", "'", "&#34;", `"`).Replace(run[3])
					if w != cell.Width(content)*cellWidth || x < svgMargin || x+w > 100*cellWidth+svgMargin {
						t.Errorf("%v: %q is %d wide at %d", v, content, w, x)
					}
					if strings.ContainsFunc(content, drawn) {
						t.Errorf("%v: %q is written", v, content)
					}
				}
			}
		}
	}
}

// Addresses can be followed in a picture too.
func TestSVGLinks(t *testing.T) {
	d := datatest.Embedded(t)
	in := tuitest.Viewport(100, 30, model.EN)
	in.Links = true
	var b bytes.Buffer
	if err := Write(&b, screen.Render(d, tuitest.At(t, "shares/pv-inverter-share-china-r2024-09?card=source"), in), in.Theme); err != nil {
		t.Fatal(err)
	}
	links := regexp.MustCompile(`<a href="([^"]*)"><text [^>]*>([^<]*)</text></a>`).FindAllStringSubmatch(b.String(), -1)
	shown := ""
	for _, l := range links {
		shown += l[2]
		if l[1] != d.Figure("pv-inverter-share-china-r2024-09").Source.URL {
			t.Errorf("%q leads to %q", l[2], l[1])
		}
	}
	if shown != d.Figure("pv-inverter-share-china-r2024-09").Source.URL {
		t.Errorf("%d links say %q", len(links), shown)
	}
	if strings.Contains(b.String(), "\x1b") {
		t.Error("a sequence is left")
	}
}

func TestSVGShapes(t *testing.T) {
	for glyph, want := range map[string]string{
		"\u2588": `<rect x="9" y="9" width="27" height="20" fill="#fff"/>`,
		"\u2584": `<rect x="9" y="19" width="27" height="10" fill="#fff"/>`,
		"\u258c": `<rect x="9" y="9" width="4.5" height="20" fill="#fff"/>`,
		"\u2592": `fill-opacity=".2"`,
		"\u2500": "M0 10h27",
		"\u2503": `stroke-width="3"`,
		"\u250a": "stroke-dasharray",
		"\u2801": "M11.25 11.5h0M20.25 11.5h0",
	} {
		r, _ := utf8.DecodeRuneInString(glyph)
		if !drawn(r) {
			t.Errorf("%s is not drawn", glyph)
		} else if got := shape(r, 9, 9, 3, "#fff"); !strings.Contains(got, want) {
			t.Errorf("%s is drawn as %s", glyph, got)
		}
	}
	for _, r := range "A \u5b89\u2022" {
		if drawn(r) {
			t.Errorf("%q is drawn", r)
		}
	}
}
