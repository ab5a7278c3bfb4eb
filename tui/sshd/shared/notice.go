package shared

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// noticeLine is reversed, which every terminal can.
func noticeLine(notice string, width int) string {
	text := ansi.Truncate(" "+notice, width, "")
	pad := max(0, width-ansi.StringWidth(text))
	return "\x1b[7m" + text + strings.Repeat(" ", pad) + "\x1b[m"
}
