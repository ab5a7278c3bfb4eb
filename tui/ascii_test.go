package tui

import (
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/internal/tuitest"
)

// A viewer who draws with ASCII costs no allocation more a key than any other,
// and of a frame only its lines are written anew, a few allocations each. It
// counts allocations, so no test may run beside it.
func TestASCIIIsMadeOnce(t *testing.T) {
	d := datatest.Embedded(t)
	key, height := tuitest.KeyPress(t, "j"), 40
	for _, lang := range tuitest.Langs() {
		cost := func(ascii bool) (perKey, perFrame float64) {
			in := tuitest.Viewport(120, height, lang)
			in.ASCII = ascii
			a := New(d, tuitest.At(t, "shares"), in, Options{})
			return testing.AllocsPerRun(100, func() { a.Update(key) }), testing.AllocsPerRun(20, func() { a.Frame() })
		}
		key, frame := cost(false)
		asciiKey, asciiFrame := cost(true)
		if asciiKey > key {
			t.Errorf("%v: a key takes %v allocations, and %v in ASCII", lang, key, asciiKey)
		}
		if more := asciiFrame - frame; more > 3*float64(height) {
			t.Errorf("%v: a frame takes %v allocations, and %v more in ASCII", lang, frame, more)
		}
	}
}
