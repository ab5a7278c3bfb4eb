package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
)

func TestSaveNeverWritesOver(t *testing.T) {
	dir := t.TempDir()
	save := saveIn(dir)
	for i, want := range []string{"anhui-shares.csv", "anhui-shares-2.csv", "anhui-shares-3.csv"} {
		content := string(rune('a' + i))
		name, err := save("anhui-shares.csv", func(w io.Writer) error {
			_, err := io.WriteString(w, content)
			return err
		})
		if err != nil || name != filepath.Join(dir, want) {
			t.Fatalf("saved as %q, %v; want %q", name, err, want)
		}
		if got, err := os.ReadFile(filepath.Join(dir, want)); err != nil || string(got) != content {
			t.Errorf("%s holds %q, %v", want, got, err)
		}
	}
	if got, err := os.ReadFile(filepath.Join(dir, "anhui-shares.csv")); err != nil || string(got) != "a" {
		t.Errorf("the first file holds %q now, %v", got, err)
	}
}

// A link somebody left is a name that is taken, wherever it leads.
func TestSaveFollowsNoLink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(t.TempDir(), "elsewhere"), filepath.Join(dir, "a.txt")); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if name, err := saveIn(dir)("a.txt", func(io.Writer) error { return nil }); err != nil || name != filepath.Join(dir, "a-2.txt") {
		t.Errorf("saved as %q, %v", name, err)
	}
}

func TestSaveLeavesNoHalfFile(t *testing.T) {
	dir, broken := t.TempDir(), errors.New("broken")
	if _, err := saveIn(dir)("a.svg", func(w io.Writer) error {
		_, _ = io.WriteString(w, "<svg")
		return broken
	}); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestSaveStaysInItsFolder(t *testing.T) {
	for _, name := range []string{"", "..", "../a", "a/b", "/etc/passwd", "."} {
		if saved, err := saveIn(t.TempDir())(name, func(io.Writer) error { return nil }); err == nil {
			t.Errorf("%q was saved as %q", name, saved)
		}
	}
}

// A view narrowed by as many words as can be typed can be saved: its name is one that a
// file system takes, in the second file of that name too.
func TestSaveOfManyWords(t *testing.T) {
	d := datatest.Dataset(t)
	at := place.Place{View: place.Shares, Filter: strings.Repeat("\u5149", place.MaxQuery)}
	app := tui.New(d, at, place.Viewport{Width: 80, Height: 24}, tui.Options{Save: saveIn(t.TempDir())})
	for range 2 {
		if said := fmt.Sprint(app.Save(report.CSV)); strings.Contains(said, "not saved") || !strings.Contains(said, "anhui-shares-filter-") {
			t.Error(said)
		}
	}
}
