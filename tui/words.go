package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// wrap breaks text into lines of at most w cells.
func wrap(text string, w int) []string {
	if w < 1 || text == "" {
		return nil
	}
	return strings.Split(ansi.Wrap(text, w, ""), "\n")
}
