package tui

import (
	"strings"
	"testing"

	"anhui-tui/tui/internal/tuitest"
)

func screenText(a App) string { return strings.Join(a.Frame().Plain(), "\n") }

// press sends keys, one after the other, and returns the last one's effect.
func press(t testing.TB, a App, keys string) (App, Effect) {
	t.Helper()
	var e Effect
	for name := range strings.FieldsSeq(keys) {
		a, e = a.Step(tuitest.KeyPress(t, name))
	}
	return a, e
}
