package screen

import (
	"regexp"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/internal/tuitest"
)

// A share has its name, its value and its gauge on one line beside the list of clusters,
// which where there is room says how many figures each has.
func TestClusterRows(t *testing.T) {
	d := datatest.Embedded(t)
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 36}, {200, 50}} {
		screen := Render(d, tuitest.At(t, "clusters/pv"), tuitest.Viewport(size[0], size[1], model.EN)).Plain()
		one := 0
		for _, line := range screen {
			if strings.Contains(line, "PV glass output") && strings.Contains(line, ">50%") && strings.Contains(line, "\u254d\u25b8") {
				one++
			}
		}
		if one != 1 {
			t.Errorf("%v: no line has all of a share:\n%s", size, strings.Join(screen, "\n"))
		}
		counted := regexp.MustCompile("Photovoltaics +154 ").MatchString(strings.Join(screen, "\n"))
		if wide := size[0] >= 100; counted != wide {
			t.Errorf("%v: figures are counted: %v", size, counted)
		}
	}
}

// The version that the line of the list ends with is not told again below it.
func TestVersionIsToldOnce(t *testing.T) {
	d := datatest.Embedded(t)
	for _, lang := range tuitest.Langs() {
		screen := strings.Join(Render(d, tuitest.At(t, "sources/audit"), tuitest.Viewport(40, 12, lang)).Plain(), "\n")
		if n := strings.Count(screen, d.Version); n != 1 {
			t.Errorf("%v: the version is on the screen %d times:\n%s", lang, n, screen)
		}
	}
}
