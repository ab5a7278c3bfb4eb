package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestLink(t *testing.T) {
	if got := Link("https://example.org/a?b=c;d", "text"); got != "\x1b]8;id=a;https://example.org/a?b=c;d\x1b\\text\x1b]8;;\x1b\\" {
		t.Errorf("%q", got)
	}
	for _, address := range []string{
		"", "text", "file:///etc/passwd", "javascript:alert(1)", "HTTPS://example.org", "https://a b", "https://a\x1b\\\x1b[2J",
		"https://a\x07", "https://a\n", "https://\u4e2d", "https://a\x7f", "https://a\x9c", "https://" + strings.Repeat("a", maxAddress),
	} {
		if got := Link(address, "text"); got != "text" {
			t.Errorf("%q is a link: %q", address, got)
		}
	}
	if got := Link("https://example.org", ""); got != "" {
		t.Errorf("nothing is a link: %q", got)
	}
}

// A link is cut, filled up and laid over like any text, and always ends.
func TestLinkIsText(t *testing.T) {
	l := "ab" + Link("https://example.org/", "cdef") + "gh"
	for w := range 12 {
		for _, got := range []string{Fit(l, w), FitRight(l, w), Overlay([]string{spaces(w)}, []string{l}, 1, 0)[0]} {
			if Width(got) != w || openLink(got) != "" {
				t.Errorf("%d cells: %q", w, got)
			}
		}
	}
	if got := Fit(l, 4); got != "ab"+Link("https://example.org/", "cd") {
		t.Errorf("%q", got)
	}
	if got := Cut(l, 3, 7); got != Link("https://example.org/", "def")+"g" {
		t.Errorf("%q", got)
	}
}

func TestWholeLinks(t *testing.T) {
	const address = "https://example.org/0123456789-0123456789"
	text := "see " + Link(address, address) + " and go"
	wrapped := strings.Split(ansi.Wrap(text, 12, ""), "\n")
	lines := WholeLinks(wrapped)
	for i, l := range lines {
		if openLink(l) != "" || ansi.Strip(l) != ansi.Strip(wrapped[i]) {
			t.Errorf("line %d is %q", i, l)
		}
		if linked := strings.Contains(l, address); linked == (i == 0 || i == len(lines)-1) {
			t.Errorf("line %d is %q", i, l)
		}
	}
	if len(lines) < 5 {
		t.Errorf("only %d lines", len(lines))
	}
}
