package screen_test

import (
	"cmp"
	"crypto/sha256"
	"flag"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/charmbracelet/x/vt"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui/keymap"
	"anhui-tui/tui/place"
	"anhui-tui/tui/screen"
)

var dump = flag.String("dump", "", "folder to write frames into that are not as its file record says, and the record now") //nolint:gochecknoglobals // a flag

// sight is a place on a viewport: what one frame is drawn from.
type sight struct {
	lang   model.Lang
	theme  place.Theme
	w, h   int
	option string // "", "ascii", "16", "mono", "links", "remote"
	link   string
}

func (s sight) String() string {
	size := fmt.Sprintf("%dx%d", s.w, s.h)
	if s.option != "" {
		size += "," + s.option
	}
	return fmt.Sprintf("%v %v %s %s", s.lang, s.theme, size, s.link)
}

// draw returns the lines of the frame, what the window is called, and where a
// click on a cell leads. It is all this test knows of how frames are drawn.
func (s sight) draw(d *model.Dataset) (lines []string, title string, click func(x, y int) string, err error) {
	at, err := place.Parse(s.link)
	in := place.Viewport{Width: s.w, Height: s.h, Colors: place.Colors256, Theme: s.theme, Lang: s.lang}
	switch s.option {
	case "ascii":
		in.ASCII = true
	case "16":
		in.Colors = place.Colors16
	case "mono":
		in.Colors = place.NoColors
	case "links":
		in.Links = true
	case "remote":
		in.Remote = true
	}
	f := screen.Render(d, at, in)
	return f.Lines(), f.Title, func(x, y int) string {
		switch hit, ok := f.At(x, y); {
		case !ok:
			return ""
		case hit.Do != keymap.None:
			return "key " + strconv.Itoa(int(hit.Do))
		default:
			return hit.Place.Link()
		}
	}, err
}

// everywhere are the places recorded at every size, in every language and
// theme; others at 80×24 in all languages and themes, and at two other sizes in
// the dark theme.
func everywhere() []string {
	return []string{"overview", "clusters", "shares", "trends", "cities", "voices", "sources"}
}

func others() []string {
	return []string{
		"overview/province", "overview/pv-revenue-2023", "overview/hydrogen?card=source",
		"overview?card=help", "overview?card=help&scroll=7", "voices?topic=pv&card=help",
		"overview?card=search", "overview?card=search&q=glass", "overview?card=search&scroll=3&q=%E5%85%89%E4%BC%8F", "overview?card=search&q=zzzz",
		"overview?card=palette", "overview?card=palette&scroll=1&q=sh", "overview?card=link", "overview?card=export",
		"clusters/display", "clusters/display/panel-lines-2024", "clusters/display/panel-glass-imports-2024?card=source",
		"clusters/pv/pv-cell-growth-2023?card=source", "clusters/pv/feng-kejin-2024-09-18", "clusters/pv/pv-revenue-growth-2023?card=cite",
		"clusters/auto/vehicle-exports-share-china-2024?card=source", "clusters/auto/vehicle-exports-share-china-2024?card=source&scroll=9", "clusters/it", "clusters/province",
		"shares?card=source", "shares?card=cite", "shares?card=link", "shares?card=export&scroll=2",
		"shares?as=table", "shares?scope=world", "shares?scope=world&as=table", "shares?scope=anhui", "shares?scope=anhui&sort=cluster&as=table",
		"shares?sort=cluster", "shares?sort=name", "shares/panel-glass-imports-2024", "shares/panel-share-2024?scope=world",
		"trends?as=table", "trends/pv-revenue/pv-revenue-2020", "trends/pv-revenue/pv-revenue-2020?as=table", "trends/panel-glass-imports", "trends/panel-lines",
		"trends/vehicle-output", "trends/vehicle-output?card=export", "trends/nev-output?with=vehicle-output", "trends/nev-output?with=vehicle-output,gdp,emerging-share",
		"trends/nev-output?with=vehicle-output&as=table", "trends/wmc-exhibition-area", "trends/ai-revenue", "trends/gdp", "trends/gdp?as=table&card=source", "trends/robot-revenue",
		"trends/nev-output-share-china", "trends/gdp-growth",
		"cities/hefei/gdp-hefei-2022", "cities/wuhu?with=hefei", "cities/anhui",
		"voices?topic=pv", "voices/wang-qingxian", "voices/feng-kejin/feng-kejin-2024-09-18", "voices/feng-kejin?card=link", "voices/niu-nutao?card=export",
		"sources/conflicts", "sources/conflicts/inverters", "sources/conflicts/chuzhou-shares-of-anhui", "sources/china-daily-2024-09-18",
		"sources/statistics-2025/panel-rank-2024?card=source", "sources/hefei-daily-2023-11-08", "sources/yicai-global-2026-01-06",
		"sources/china-power-network-2023-11-08/pv-revenue-growth-2022?card=source", "sources/china-daily-2024-09-18?card=export",
		"overview?tour=1", "shares?tour=2", "shares/pv-inverter-share-china-r2024-09?card=source&tour=3", "trends/pv-revenue?tour=4", "clusters/storage?tour=5",
		"clusters/hydrogen?tour=6", "trends/vehicle-output?tour=7", "trends/emerging-share?tour=8", "voices/feng-kejin?tour=9", "sources/audit?tour=10",
	}
}

func sights() []sight {
	var all []sight
	add := func(s sight, links []string) {
		for _, s.link = range links {
			all = append(all, s)
		}
	}
	for _, lang := range []model.Lang{model.EN, model.ZH} {
		for _, theme := range []place.Theme{place.Dark, place.Light, place.HighContrast, place.Mono} {
			for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 50}} {
				add(sight{lang, theme, size[0], size[1], "", ""}, everywhere())
			}
			add(sight{lang, theme, 80, 24, "", ""}, others())
		}
		for _, size := range [][2]int{{40, 12}, {120, 40}} {
			add(sight{lang, place.Dark, size[0], size[1], "", ""}, others())
		}
		add(sight{lang, place.Dark, 20, 5, "", ""}, everywhere())
		for _, option := range []string{"ascii", "16", "mono", "links"} {
			add(sight{lang, place.Dark, 80, 24, option, ""}, append(everywhere(),
				"overview?card=help", "overview?card=search&q=glass", "clusters/display", "clusters/pv/pv-cell-growth-2023?card=source",
				"shares?card=cite", "shares?scope=world&as=table", "trends/panel-glass-imports", "trends/nev-output?with=vehicle-output",
				"voices/wang-qingxian", "sources/conflicts/inverters", "sources/china-daily-2024-09-18", "overview?tour=1"))
		}
		add(sight{lang, place.HighContrast, 80, 24, "16", ""}, everywhere())
		add(sight{lang, place.Dark, 80, 24, "remote", ""}, []string{"overview?card=export", "shares?card=export", "shares?card=cite", "shares?card=link"})
	}
	return all
}

// TestRecord holds all frames of the fixture to what a terminal showed of them
// before: the glyph of each cell, its colours, attributes and hyperlink, where
// a click on it leads, and the window's title. How a frame is made may change;
// what is seen of it may not by accident.
//
// The record has one hash per frame. To see what changed,
//
//	tui/screen/testdata/frames/diff [-n FRAMES] [REV [PATTERN]]
//
// draws the frames that differ between a revision, HEAD by default, and the
// working tree, and prints the cells that differ; PATTERN, as of grep -E,
// chooses frames by their names. If it is what was meant,
//
//	go test ./tui/screen -run TestRecord -update
func TestRecord(t *testing.T) {
	t.Parallel()
	d, all := datatest.Dataset(t), sights()
	hashes, shown := make([]string, len(all)), make([]string, len(all))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			screen := vt.NewEmulator(80, 24)
			for {
				i := int(next.Add(1)) - 1
				if i >= len(all) {
					return
				}
				frame := look(t, d, screen, all[i])
				hashes[i] = fmt.Sprintf("%v %.8x", all[i], sha256.Sum256([]byte(frame)))
				if *dump != "" {
					shown[i] = frame
				}
			}
		})
	}
	workers.Wait()
	if *dump != "" {
		write(t, all, hashes, shown)
		return
	}
	slices.Sort(hashes)
	record, _ := os.ReadFile("testdata/TestRecord.golden") //nolint:errcheck // then all is new
	now := strings.Join(hashes, "\n") + "\n"
	if string(record) != now && flag.Lookup("update").Value.String() != "true" {
		changed := missing(now, string(record))
		t.Fatalf("%d of %d frames are not as recorded, %d of the record not drawn; see tui/screen/testdata/frames/diff:\n%s",
			len(changed), len(all), len(missing(string(record), now)), strings.Join(changed[:min(len(changed), 30)], "\n"))
	}
	golden.RequireEqual(t, now)
}

// missing returns the lines of a text that another has not.
func missing(text, other string) []string {
	has := map[string]bool{}
	for line := range strings.SplitSeq(other, "\n") {
		has[line] = true
	}
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return has[line] })
}

// write writes the frames whose hashes the file record in the folder has not,
// each into a file of its name, and all hashes into the file now.
func write(t *testing.T, all []sight, hashes, shown []string) {
	t.Helper()
	record, err := os.ReadFile(filepath.Join(*dump, "record"))
	if err != nil {
		t.Fatal(err)
	}
	had := strings.Split(string(record), "\n")
	files := map[string]string{"now": strings.Join(hashes, "\n") + "\n"}
	for i, s := range all {
		if !slices.Contains(had, hashes[i]) {
			files[strings.ReplaceAll(s.String(), "/", ":")] = shown[i]
		}
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(*dump, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// look returns what a terminal shows of a frame as lines: its title, its rows
// as text after bars, and each of its cells after its row and column.
func look(t *testing.T, d *model.Dataset, screen *vt.Emulator, s sight) string {
	t.Helper()
	lines, title, click, err := s.draw(d)
	if err != nil {
		t.Error(err)
	}
	screen.Resize(s.w, s.h)
	fmt.Fprint(screen, "\x1b[m\x1b]8;;\x1b\\\x1b[2J") //nolint:errcheck // an emulator that is not closed
	for y, line := range lines {
		fmt.Fprintf(screen, "\x1b[%dH%s", y+1, line) //nolint:errcheck // an emulator that is not closed
	}
	var rows, cells strings.Builder
	for y := range s.h {
		rows.WriteString("|")
		for x := 0; x < s.w; {
			c := cmp.Or(screen.CellAt(x, y), &uv.EmptyCell)
			glyph := cmp.Or(c.Content, " ")
			rows.WriteString(glyph)
			fmt.Fprintf(&cells, "%03d,%03d %q%s", y, x, glyph, style(c, glyph == " "))
			if to := click(x, y); to != "" {
				cells.WriteString(" -> " + to)
			}
			cells.WriteString("\n")
			x += max(c.Width, 1)
		}
		rows.WriteString("\n")
	}
	return "title " + title + "\n" + rows.String() + cells.String()
}

// style returns how a cell looks: " fg 115 bg 16 bold underline link https://…",
// without what is usual. Of a blank that is only what can be seen.
func style(c *uv.Cell, blank bool) string {
	k := c.Style
	if blank && k.Attrs&uv.AttrReverse == 0 && k.Underline == uv.UnderlineNone && k.Attrs&uv.AttrStrikethrough == 0 {
		k.Fg, k.Attrs = nil, 0
	}
	var b strings.Builder
	put := func(name, value string) {
		if value != "" {
			b.WriteString(" " + name + value)
		}
	}
	put("fg ", colorName(k.Fg))
	put("bg ", colorName(k.Bg))
	for i, name := range []string{"bold", "faint", "italic", "blink", "rapid", "reverse", "hidden", "strike"} {
		if k.Attrs&(1<<i) != 0 {
			put(name, " ")
		}
	}
	if k.Underline != uv.UnderlineNone {
		put("underline ", strconv.Itoa(int(k.Underline)))
	}
	put("link ", c.Link.Params) // the emulator has address and parameters the wrong way round
	return strings.TrimRight(b.String(), " ")
}

// colorName is the same for the two ways to ask for one of the first 16
// colours, as it is for a terminal.
func colorName(c color.Color) string {
	switch c := c.(type) {
	case nil:
		return ""
	case ansi.BasicColor:
		return strconv.Itoa(int(c))
	case ansi.IndexedColor:
		return strconv.Itoa(int(c))
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
