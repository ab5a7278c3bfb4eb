package dialogue

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"anhui-tui/data/datatest"
	"anhui-tui/model"
	"anhui-tui/tui"
	"anhui-tui/tui/internal/tuitest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
	"anhui-tui/tui/report"
	"anhui-tui/tui/text"
)

// said is what the dialogue says to lines, from a link on.
func said(t testing.TB, link string, lang model.Lang, lines ...string) string {
	t.Helper()
	at := tuitest.At(t, link)
	var out bytes.Buffer
	in := strings.NewReader(strings.Join(lines, "\n") + "\n")
	if err := Run(datatest.Embedded(t), at, lang, in, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// last is what it says after the last prompt but one.
func last(s string) string {
	turns := regexp.MustCompile(`(?m)^.*, q .*?: `).Split(s, -1)
	return turns[len(turns)-2]
}

// What a newcomer wants, in lines.
func TestGlassAndWhoSaysSo(t *testing.T) {
	s := said(t, "clusters/pv/pv-glass-share-china-r2024-09", model.EN, "s", "c")
	for _, want := range []string{
		"PV glass output, share of China: more than 50%", "as printed", "China Daily, 2024-09-18", "https://global.chinadaily.com.cn",
		"pv-glass-share-china-r2024-09.\n",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is not said", want)
		}
	}
	numbers := regexp.MustCompile(`(?m)^ +[0-9]+  `)
	en, zh := said(t, "", model.EN), said(t, "", model.ZH)
	if n := len(numbers.FindAllString(en, -1)); n == 0 || n != len(numbers.FindAllString(zh, -1)) {
		t.Error("there are other numbers in Chinese")
	}
}

func TestCommands(t *testing.T) {
	t.Parallel()
	card := "clusters/pv/pv-glass-share-china-r2024-09?card=source"
	for _, c := range []struct {
		link, lines, want string
	}{
		{"", "v|2", "\nclusters - "},
		{"", "v|2|1", "\nclusters/pv - "},
		{"", "shares", "\nshares - "},
		{"", "sh", "\nshares - "},
		{"", "SH", "\nshares - "},
		{"", "\uff53\uff48", "\nshares - "}, // from a Chinese input method
		{"", "\u5360\u6bd4", "\nshares - "},
		{"", "shares?scope=world", "\nshares?scope=world - "},
		{"", "trends/pv-revenue", "PV manufacturing revenue"},
		{"", "trends/pv-revenue|s", "\ntrends/pv-revenue?card=source - "},
		{card, "s", "\nsources/china-daily-2024-09-18 - "},
		{card, "s|b", "\n" + card + " - "},
		{card, "c gbt7714", "[N/OL]"},
		{card, "c bibtex", "@misc{pv-glass"},
		{card, "c nonsense", "bibtex, csl-json"},
		{"voices/feng-kejin", "1", "speech"},
		{"voices/feng-kejin", "1|s", "\nsources/"},
		{"", "/glass", "PV glass output, share of China"},
		{"", "/gf|1", "\nclusters/pv - "},
		{"", "/", "Type names"},
		{"", "/\x1b]0;x\x07", "0 found for ]0;x:"},
		{"", ".", "1/10"},
		{"", ".|.|.", "3/10"},
		{"", "tour", "Not understood: tour"},
		{"", "s", "There is no figure here"},
		{"", "c", "There is no figure here"},
		{"", "b", "This is where you started"},
		{"", "0", "There is no number 0"},
		{"", "9999", "There is no number 9999"},
		{"", "-1", "There is no number -1"},
		{"", "clusters/nonsense", "Not understood: clusters/nonsense"},
		{"", "?", "Type a line"},
		{"", "l", "\u4e2d\u6587"},
		{"", "l|l", "English."},
		{"", "f 2025", "There is no list to filter here"},
		{"shares", "f pv 2023", "\nshares?filter=pv+2023 - "},
		{"shares", "f pv 2023|f", "\nshares - "},
		{"shares", "\uff46 !", "\nshares?filter=%21 - "}, // from a Chinese input method
		{"shares", "filter nothing like it", "Nothing here fits nothing like it."},
		{"clusters/pv", "f 2023 A", "\nclusters/pv?filter=2023+A - "}, // a grade is a capital
		{"clusters", "f zzz", "Nothing here fits zzz."},
		{"trends/pv-revenue", "f pv glass", "\ntrends?filter=pv+glass - "},
		{"shares", "k 0", "There is no number 0"},
		{"shares", "k x", "There is no number x"},
		{"shares", "k", "There is no figure here"},
		{"", "kept", "Nothing is kept"},
		{"shares", "k 1|d 2", "Not kept: TOPCon cell output"},
		{card, "keep", "Kept: PV glass output, share of China, as reported Sep 2024. 1 kept."},
		{card, "keep|keep", "1 kept."},
		{card, "keep|drop|kept", "Nothing is kept"},
		{"overview?keep=pv-revenue-2023", "kept|1", "\nsources/china-daily-2024-09-18/pv-revenue-2023?card=source - "},
		{"", "overview?keep=pv-revenue-2023,pv-revenue-2019|kept", "\noverview?keep=pv-revenue-2023,pv-revenue-2019&card=basket - "},
		{"shares", "r", "\nshares - "},
		{"sources", "1", "\nsources/audit - "},
		{"sources", "2", "\nsources/conflicts - "},
		{"", strings.Repeat("a", 3*maxLine), "too long"},
		{"", strings.Repeat("a", 3*maxLine) + "|shares", "\nshares - "},
		{"", "x\x1b[2Jy\x00z", "Not understood: x[2jyz."},
		{"", "\xff\xfe", "Not understood: \ufffd"},
		{"", "q\n|shares", "\noverview - "},
	} {
		s := said(t, c.link, model.EN, strings.Split(c.lines, "|")...)
		if !strings.Contains(s, c.want) {
			t.Errorf("%q at %q: %q is not in\n%s", c.lines, c.link, c.want, last(s))
		}
	}
}

// unspeakable reports what has no place in lines for the ear.
func unspeakable(r rune) bool {
	return unicode.IsControl(r) && r != '\n' || r >= 0x2190 && r <= 0x21ff || r >= 0x2500 && r <= 0x25ff ||
		r >= 0x2800 && r <= 0x28ff || r == '\u2248' || r == '\u2265'
}

// Every figure, statement, source and person is reached by numbers alone, and
// nothing on the way is drawn.
func TestEverythingIsReached(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	for _, lang := range []model.Lang{model.EN, model.ZH} {
		seen := map[place.Place]bool{}
		figures, statements, sources := map[string]bool{}, map[string]bool{}, map[string]bool{}
		var queue []place.Place
		for _, v := range place.Views() {
			queue = append(queue, place.Place{View: v})
		}
		for len(queue) > 0 {
			at := queue[0]
			queue = queue[1:]
			if seen[at] {
				continue
			}
			seen[at] = true
			if err := nav.Check(d, at); err != nil {
				t.Fatalf("a number leads to %s: %v", at.Link(), err)
			}
			doc, to := report.Spoken(d, at, lang)
			var out bytes.Buffer
			if err := report.WriteSpoken(&out, doc); err != nil {
				t.Fatal(err)
			}
			if i := strings.IndexFunc(out.String(), unspeakable); i >= 0 {
				t.Errorf("%v: %s draws %q", lang, at.Link(), out.String()[i:min(i+20, out.Len())])
			}
			if at.Card == place.SourceCard {
				figures[at.Sub], statements[at.Sub] = true, true
			}
			if at.View == place.Sources {
				sources[at.Item] = true
			}
			queue = append(queue, to...)
		}
		for _, f := range d.Figures {
			if !figures[f.ID] {
				t.Errorf("%v: no number leads to the figure %s", lang, f.ID)
			}
		}
		for _, s := range d.Statements {
			if !statements[s.ID] {
				t.Errorf("%v: no number leads to the statement %s", lang, s.ID)
			}
		}
		for _, s := range d.Sources {
			if !sources[s.ID] {
				t.Errorf("%v: no number leads to the source %s", lang, s.ID)
			}
		}
	}
}

// The dialogue and the dashboard agree on what is on the tour: a caption, the
// next stop, and the step in the link, are there in both or in neither.
func TestTourIsTheDashboards(t *testing.T) {
	d := datatest.Embedded(t)
	in := place.Viewport{Width: 120, Height: 40}
	links := slices.Grow([]string(nil), 50)
	links = append(links,
		"shares?tour=3", "shares?tour=10", "overview?tour=11", "overview?tour=65535", "trends/vehicle-output?tour=4",
		"shares/pv-inverter-share-china-r2024-09?tour=2", "voices?tour=9", "clusters?tour=5",
	)
	for _, stop := range nav.TourStops(d) {
		table, card := stop, stop
		table.Table, card.Card = true, place.SourceCard
		links = append(links, stop.Link(), table.Link(), card.Link())
	}
	for _, link := range links {
		opened := tui.New(d, tuitest.At(t, link), in, tui.Options{})
		step := opened.Place().Tour
		w := text.For(model.EN)
		s := said(t, link, model.EN)
		for _, c := range []struct {
			what, words string
			want        bool
		}{
			{"the caption", d.Tour[max(0, step-1)].Caption.EN, step > 0},
			{"the next stop", w.Dialogue.Next, step > 0 && step < len(d.Tour)},
			{"the step", "tour=", step > 0},
		} {
			if strings.Contains(s, c.words) != c.want {
				t.Errorf("%s: %s is told: %v; the dashboard is at step %d\n%s", link, c.what, !c.want, step, s)
			}
		}
	}
	// From a place off the tour it begins at its beginning.
	if s := said(t, "shares?tour=4", model.EN, "."); !strings.Contains(s, "1/10") {
		t.Errorf("the tour begins elsewhere:\n%s", s)
	}
}

// The help names the commands there are.
func TestHelpIsTrue(t *testing.T) {
	for _, l := range []model.Lang{model.EN, model.ZH} {
		w := text.For(l).Dialogue
		for _, prompt := range []string{w.Views, w.Source, w.Filter, w.Cite, w.Keep, w.Kept, w.Back, w.Language, w.Help, w.Quit, w.Next} {
			word, _, _ := strings.Cut(prompt, " ")
			s := said(t, "", l, word)
			if strings.Contains(s, strings.Split(w.Unknown, "%s")[0]) {
				t.Errorf("%v: %q is offered and not understood", l, word)
			}
		}
	}
}

// A line at the end of a pipe is answered without the end of a line.
func TestLastLineNeedsNoEnd(t *testing.T) {
	for typed, want := range map[string]string{"clusters": "\nclusters - ", "h\nshares": "\nshares - ", "clusters\n": "\nclusters - "} {
		var out bytes.Buffer
		if err := Run(datatest.Embedded(t), place.Place{}, model.EN, strings.NewReader(typed), &out); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q: %q is not said", typed, want)
		}
	}
}

// A read that fails ends a dialogue that waits for a line.
func TestInputFails(t *testing.T) {
	in, feed := io.Pipe()
	ended := make(chan error)
	go func() { ended <- Run(datatest.Embedded(t), place.Place{}, model.EN, in, io.Discard) }()
	no := errors.New("no")
	_ = feed.CloseWithError(no)
	select {
	case err := <-ended:
		if !errors.Is(err, no) {
			t.Errorf("it ended with %v", err)
		}
	case <-time.After(2 * time.Minute):
		t.Error("it did not end")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestOutputFails(t *testing.T) {
	in, feed := io.Pipe() // nothing is ever typed
	defer feed.Close()    //nolint:errcheck // a pipe
	if err := Run(datatest.Embedded(t), place.Place{}, model.EN, in, full{}); err == nil {
		t.Error("no error")
	}
}

func TestEcho(t *testing.T) {
	for typed, want := range map[string][2]string{
		"ab\r":                 {"ab\n", "ab\n"},
		"ab\r\nc\n":            {"ab\nc\n", "ab\nc\n"},
		"ax\x7fb\r":            {"ab\n", "ax\b \bb\n"},
		"\x7f\x08\r":           {"\n", "\n"},
		"\u5b89x\x15b\r":       {"b\n", "\u5b89x" + strings.Repeat("\b \b", 3) + "b\n"},
		"\u5b89\x7f1\r":        {"1\n", "\u5b89" + strings.Repeat("\b \b", 2) + "1\n"},
		"\x1b[A1\x1b[3~2\r":    {"12\n", "12\n"},
		"1\r2\x03\r":           {"1\n", "1\n2"},
		"1\x042\r\x04":         {"12\n", "12\n"},
		"\x00\x01\x9b2J\u202e": {"", "\ufffd2J"},
	} {
		for _, each := range []int{1000, 1} { // together, and byte by byte
			if each == 1 && strings.Contains(typed, "\x1b") { // Esc is not waited after
				continue
			}
			got, shown := feed(typed, each)
			if got != want[0] || shown != want[1] {
				t.Errorf("%q: read %q and shown %q; want %q", typed, got, shown, want)
			}
		}
	}
	if long, _ := feed(strings.Repeat("x", 5*maxLine)+"\r", 1000); len(long) > maxLine+1 {
		t.Errorf("a line of %d bytes was kept", len(long))
	}
}

// feed returns the lines that a raw terminal's input has, and what is shown of it.
func feed(typed string, each int) (lines, shown string) {
	l := Lines{Raw: true}
	for part := range slices.Chunk([]byte(typed), each) {
		for len(part) > 0 {
			var got heard
			got, part = l.feed(part)
			if shown += got.Shown; got.Whole {
				lines += got.Line + "\n"
			}
			if got.Over {
				return lines, shown
			}
		}
	}
	return lines, shown
}

func FuzzDialogue(f *testing.F) {
	d := datatest.Embedded(f)
	f.Add("1\n/gf\ns\nc\nq\n")
	f.Add("\x1b[A\xff\n99999999999999999999\n/\n")
	f.Add("\xd41\n/gf\ns\x7f\xff\nq1\n")
	f.Fuzz(func(t *testing.T, typed string) {
		var out bytes.Buffer
		in := io.LimitReader(strings.NewReader(typed), 200)
		if err := run(d, place.Place{}, model.EN, in, &out, Lines{Raw: true}); err != nil {
			t.Fatal(err)
		}
		// What is erased is taken back by \b, which is nothing anybody typed.
		if i := strings.IndexFunc(out.String(), func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\b' }); i >= 0 {
			t.Errorf("%q: %q is printed", typed, out.String()[i:min(i+20, out.Len())])
		}
	})
}

// TestEchoByRead shows what came together at once: over a network each write would
// be a packet.
func TestEchoByRead(t *testing.T) {
	l := Lines{Raw: true}
	if got, rest := l.feed([]byte(strings.Repeat("x\x7f", 100))); got.Shown != strings.Repeat("x\b \b", 100) || len(rest) > 0 {
		t.Errorf("%+v, and %q is left", got, rest)
	}
}

// What is kept stays from place to place, is told by its number, and is read out with its
// citations; what is dropped is not.
func TestKept(t *testing.T) {
	for lang, says := range map[model.Lang][2]string{model.EN: {"kept (3)", "China Daily"}, model.ZH: {"kept \u5df2\u6536\u5b583\u9879", "\u4e2d\u56fd\u65e5\u62a5"}} {
		s := said(t, "shares", lang, "k 1", "k 2", "trends/pv-revenue/pv-revenue-2019", "k", "sources", "kept", "d 2", "b", "kept")
		turns := regexp.MustCompile(`(?m)^.*, ?q .*?[:\x{ff1a}]|^.*\x{ff0c}q .*?[:\x{ff1a}]`).Split(s, -1)
		read, again := turns[6], turns[9]
		for _, want := range []string{"pv-glass-share-china-r2024-09", "pv-topcon-share-china-2023", "pv-revenue-2019", says[1]} {
			if !strings.Contains(read, want) {
				t.Errorf("%v: %q is not read:\n%s", lang, want, read)
			}
			if dropped := want == "pv-topcon-share-china-2023"; strings.Contains(again, want) == dropped {
				t.Errorf("%v: %q after another was dropped:\n%s", lang, want, again)
			}
		}
		if !strings.Contains(s, says[0]) || strings.Contains(turns[5], "keep=") {
			t.Errorf("%v: the prompt has no %q, or a place tells what is kept:\n%s", lang, says[0], s)
		}
	}
}

// No more is kept than fits a link.
func TestKeptIsBounded(t *testing.T) {
	lines := make([]string, place.MaxKeep+4)
	for n := range lines {
		lines[n] = "k " + strconv.Itoa(n)
	}
	lines[0], lines[len(lines)-1] = "shares", "kept"
	if s := said(t, "", model.EN, lines...); strings.Count(last(s), "  link  ") != place.MaxKeep || !strings.Contains(s, "20 kept, no more fit") {
		t.Errorf("%d are kept:\n%s", strings.Count(last(s), "  link  "), last(s))
	}
}

// A state is a value: an answer does not change the one before.
func TestStateIsAValue(t *testing.T) {
	start, _ := Start(datatest.Embedded(t), place.Place{}, model.EN, Speak)
	for _, before := range [][]string{nil, {"v"}, {"2", "1"}, {"/glass"}} {
		s := start
		for _, line := range before {
			s, _, _ = s.answer(line)
		}
		_, want, _ := s.answer("1")
		for _, line := range []string{"b", "v", "/pv", "3", "l"} {
			s.answer(line) //nolint:revive // what it returns is not the question
		}
		if _, got, _ := s.answer("1"); got != want {
			t.Errorf("after %q 1 leads to\n%s\nand after other answers to the same\n%s", before, want, got)
		}
	}
}

// A list, and the table of an item, are read in their next order and the other way
// round, as on the screen, where they have orders.
func TestOrder(t *testing.T) {
	for _, c := range []struct {
		link   string
		lines  []string
		en, zh string
	}{
		{"shares", []string{"o"}, "Order: by cluster.\n\nAnhui emerging industries - Shares\nshares?sort=cluster ", "\u6b21\u5e8f\uff1a\u6309\u96c6\u7fa4\u3002\n"},
		{"shares?sort=cluster", []string{"o turn"}, "Order: by cluster, descending.", "\u6b21\u5e8f\uff1a\u6309\u96c6\u7fa4\u964d\u5e8f\u3002"},
		{"cities", []string{"o"}, "cities?sort=name", "cities?sort=name"},
		{"cities/hefei", []string{"o", "o"}, "Order: by value.", "cities/hefei?rows=value"},
		{"voices", []string{"o"}, "voices?sort=name", "voices?sort=name"},
		{"overview", []string{"o"}, "There is nothing here that has another order.", "\u6b64\u5904\u6ca1\u6709\u5176\u4ed6\u6b21\u5e8f\u3002"},
		{"clusters", []string{"o"}, "There is nothing here that has another order.", "\u6b64\u5904\u6ca1\u6709\u5176\u4ed6\u6b21\u5e8f\u3002"},
	} {
		for i, lang := range []model.Lang{model.EN, model.ZH} {
			got, want := said(t, c.link, lang, c.lines...), []string{c.en, c.zh}[i]
			if !strings.Contains(got, want) {
				t.Errorf("%v %s: %q leads to\n%s\nwithout %q", lang, c.link, c.lines, got, want)
			}
		}
	}
}

// What is kept is kept until the reader quits, and that is said where it is read, beside
// the link that has it again.
func TestKeptUntil(t *testing.T) {
	for lang, want := range map[model.Lang]string{model.EN: "Kept until you quit. The link above has them again", model.ZH: "\u6536\u5b58\u81f3\u9000\u51fa\u4e3a\u6b62"} {
		got := said(t, "shares/pv-glass-share-china-r2024-09", lang, "k", "kept")
		if !strings.Contains(got, want) || !strings.Contains(got, "keep=pv-glass-share-china-r2024-09&card=basket") {
			t.Errorf("%v: no %q in\n%s", lang, want, got)
		}
	}
}
