package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"anhui-tui/data"
	"anhui-tui/data/datatest"
)

// TestExitCodes runs each kind of outcome: its exit code, what it prints, and
// that data go to stdout and all else to stderr, in one line.
func TestExitCodes(t *testing.T) {
	t.Parallel()
	text := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(text, []byte("Feng Kejin said on Sept 18, 2024: 297 billion yuan"), 0o600); err != nil {
		t.Fatal(err)
	}
	validPackage := datatest.Dir(t)
	for _, c := range []struct {
		args           string
		environ        string
		code           int
		stdout, stderr string // part of it; "" if there must be nothing
	}{
		{"", "", exitOK, "Overview", ""},
		{"clusters/pv", "", exitOK, "Photovoltaics", ""},
		{"show shares?scope=world --format json", "", exitOK, `"link": "shares?scope=world"`, ""},
		{"show trends/pv-revenue --format csv", "", exitOK, "name,value,unit,period,qualifier,", ""},
		{"show --lang zh --format md", "", exitOK, "# ", ""},
		{"list figures --format json", "", exitOK, `"qualifier": "exact"`, ""},
		{"list sources", "", exitOK, "china-daily-2024-09-18", ""},
		{"cite pv-revenue-2023", "", exitOK, "China Daily. ", ""},
		{"cite pv-revenue-2023 --style gbt7714", "", exitOK, "[N/OL]", ""},
		{"check", "", exitOK, "no faults: ", ""},
		{"check " + validPackage, "", exitOK, " figures, ", ""},
		{"show --data " + validPackage, "", exitOK, "PV manufacturing revenue", ""},
		{"show", "ANHUI_TUI_DATA=" + validPackage, exitOK, "PV manufacturing revenue", ""},
		{"--version", "", exitOK, "\ndataset  ", ""},
		{"version", "", exitOK, "anhui-tui version ", ""},
		{"version --format json", "", exitOK, `"dataset": "`, ""},
		{"version --format csv", "", exitUsage, "", `"csv" is not one of text, json`},
		{"--help", "", exitOK, "Exit codes:", ""},
		{"help verify", "", exitOK, "--text FILE", ""},
		{"completion bash", "", exitOK, "Completion of anhui-tui for bash", ""},
		{"__complete cite pv-revenue-202", "", exitOK, "pv-revenue-2023", "Completion"},

		{"--nonsense", "", exitUsage, "", "unknown flag: --nonsense; see anhui-tui --help"},
		{"--lang fr", "", exitUsage, "", `--lang: "fr" is not one of auto, en, zh`},
		{"show --format xml", "", exitUsage, "", "--format: "},
		{"", "ANHUI_TUI_THEME=pink", exitUsage, "", "ANHUI_TUI_THEME in the environment: "},
		{"", "ANHUI_TUI_ASCII=maybe", exitUsage, "", `"maybe" is neither true nor false`},
		{"show --format svg --width abc", "", exitUsage, "", `--width: "abc" is not a whole number`},
		{"list figures --cluster pv --period 2023 --qualifier fraction", "", exitOK, "pv-inverter-share-world-2023", ""},
		{"list figures --cluster pw", "", exitUsage, "", `unknown cluster "pw"; did you mean pv? (one of: pv, storage, display,`},
		{"list figures --place hefi", "", exitUsage, "", `unknown place "hefi"; did you mean hefei?`},
		{"list figures --qualifier about", "", exitUsage, "", "(one of: not-stated, exact, approx,"},
		{"list figures --grade C", "", exitUsage, "", `unknown grade "C" (one of: A, B)`},
		{"list figures --period 23", "", exitUsage, "", `period "23" is not of the form 2023, 2023-H1`},
		{"list figures --since 0.5.0", "", exitUsage, "", `unknown since "0.5.0"; did you mean 0.4.0, 1.0.0? (one of: 0.4.0, 1.0.0)`},
		{"list sources --grade A", "", exitUsage, "", "only figures can be filtered, not sources"},
		{"changes", "", exitOK, "vehicle-output-rank-2024", ""},
		{"changes 0.4.0 --format atom", "", exitOK, `<feed xmlns="http://www.w3.org/2005/Atom"`, ""},
		{"changes 1.0.0 --format csv", "", exitOK, "version,date,figure,what,", ""},
		{"changes 9.0.0", "", exitUsage, "", `"9.0.0" is not a version of the dataset up to 1.0.0`},
		{"changes x", "", exitUsage, "", `"x" is not a version`},
		{"show shares --format chart", "", exitUsage, "", "--format chart needs a series, as in trends/ID"},
		{"show sources/china-daily-2024-09-18/pv-revenue-2023 --format chart", "", exitUsage, "", "needs a series: anhui-tui show trends/pv-revenue/pv-revenue-2023 --format chart"},
		{"show trends/pv-revenue --format chart --width 20", "", exitUsage, "", "--width and --height need --format svg"},
		{"list", "", exitUsage, "", "anhui-tui list needs a kind of records"},
		{"list cats", "", exitUsage, "", `no list of "cats"; the kinds are clusters,`},
		{"list figures sources", "", exitUsage, "", `unexpected argument "sources"`},
		{"cite", "", exitUsage, "", "needs the id of a figure"},
		{"verify china-daily-2024-09-18", "", exitUsage, "", "verify needs --text FILE"},
		{"verify china-daily-2024-09-18 --text /nowhere.txt", "", exitUsage, "", "give the file with the source's text"},
		{"export " + filepath.Dir(text), "", exitOK, "", "wrote the data package to"},
		{"export " + filepath.Dir(text), "", exitUsage, "", "export into an empty folder"},

		{"trend", "", exitUnknown, "", `no view "trend"; did you mean trends`},
		{"show tour", "", exitUnknown, "", `no view "tour"; did you mean anhui-tui tour?`}, // a command by itself
		{"lst", "", exitUnknown, "", `no view "lst"; did you mean list`},
		{"foo -x", "", exitUnknown, "", `no view "foo"`},
		{"clusters -x", "", exitUsage, "", "unknown shorthand flag: 'x' in -x"},
		{"completion tcsh", "", exitUsage, "", `no completion for "tcsh"; there is for bash, zsh, fish, powershell`},
		{"completion", "", exitUsage, "", "completion needs a shell: bash,"},
		{"completion ../x", "", exitUsage, "", "no completion for"},
		{"pv", "", exitUnknown, "", "did you mean clusters/pv?"},
		{"clusters/PV", "", exitUnknown, "", "did you mean clusters/pv?"},
		{"show clusters/pvv", "", exitUnknown, "", `no cluster "pvv"; did you mean clusters/pv?`},
		{"shares?scope=mars", "", exitUnknown, "", `no scope "mars"; did you mean china, world, anhui?`},
		{"shares?scope=Mars", "", exitUnknown, "", "links look like clusters/pv"},
		{"cite pv-revenue-203", "", exitUnknown, "", "did you mean pv-revenue-2023"},
		{"verify china-daily --text -", "", exitUnknown, "", "did you mean china-daily-20"},

		{"--data /nowhere", "", exitFaults, "", `the data package "/nowhere" has 1 fault; correct what is listed above`},
		{"check ../../data/testdata", "", exitFaults, "", "datapackage.json: is missing\n"},
		{"verify china-daily-2024-09-18 --text " + text, "", exitFaults, "missing", ""},
	} {
		var environ []string
		if c.environ != "" {
			environ = []string{c.environ}
		}
		code, stdout, stderr := runWith("", environ, strings.Fields(c.args)...)
		if code != c.code {
			t.Errorf("%q %s: exit %d, want %d\n%s", c.args, c.environ, code, c.code, stderr)
		}
		for _, out := range []struct{ name, got, want string }{{"stdout", stdout, c.stdout}, {"stderr", stderr, c.stderr}} {
			if out.want == "" && out.got != "" || !strings.Contains(out.got, out.want) {
				t.Errorf("%q %s: %s is %.200q, want %q", c.args, c.environ, out.name, out.got, out.want)
			}
		}
		if strings.Contains(stdout+stderr, "\x1b") {
			t.Errorf("%q: there are escapes", c.args)
		}
	}
}

// The examples that the help of a command gives work, with the figures there are now.
func TestExamplesWork(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"", "show", "list", "cite", "changes"} {
		_, help, _ := runWith("", nil, strings.Fields(command+" --help")...)
		_, examples, _ := strings.Cut(help, "Examples:\n")
		examples, _, _ = strings.Cut(examples, "\n\n")
		tried := 0
		for example := range strings.SplitSeq(examples, "\n") {
			example, _, _ = strings.Cut(example, " | ")
			example, _, _ = strings.Cut(example, " >")
			args := strings.Fields(strings.ReplaceAll(example, `"`, ""))
			if len(args) == 0 {
				continue
			}
			tried++
			if code, out, stderr := runWith("", nil, args[1:]...); code != exitOK || out == "" {
				t.Errorf("%s: exit %d, %s", example, code, stderr)
			}
		}
		if tried == 0 {
			t.Errorf("the help of %q has no example:\n%s", command, help)
		}
	}
}

// TestMessagesAreClean gives arguments that would steer a terminal.
func TestMessagesAreClean(t *testing.T) {
	for _, args := range [][]string{
		{"\x1b[31mred"}, {"--lang", "\x1b]0;title\x07"}, {"cite", "a\nb\x1b[2J"}, {"--data", "/\x1b[2J"}, {"--\x1b[2J"},
	} {
		code, _, stderr := runWith("", nil, args...)
		if code == exitOK || strings.ContainsAny(stderr, "\x1b\x07") || strings.Count(stderr, "anhui-tui: ") != 1 {
			t.Errorf("%q: exit %d, %q", args, code, stderr)
		}
	}
}

func TestVerify(t *testing.T) {
	t.Parallel()
	article := "HEFEI. Feng Kejin told reporters on Sept 18, 2024: “296.74 billion yuan”, third in\nthe country; more than half; " +
		"one-third; about 17 percent, 10 percent; 1.4 trillion yuan, 10th in the country; 22,000 firms; " +
		"10 new emerging industries; in 2010; Sept 20 and 23. Liang Yanshun and Wang Qingxian spoke."
	code, stdout, stderr := runWith(article, nil, "verify", "china-daily-2024-09-18", "--text", "-", "--format", "json")
	var found struct {
		Source        string
		Held, Missing int
		Findings      []struct {
			ID, Kind, Words string
			Held            bool
			Line            int
		}
	}
	if err := json.Unmarshal([]byte(stdout), &found); err != nil {
		t.Fatal(err, stderr)
	}
	for _, f := range found.Findings {
		if !f.Held || f.Line == 0 {
			t.Logf("not held: %+v", f)
		}
	}
	if found.Missing == 0 != (code == exitOK) || found.Held < 10 || len(found.Findings) != found.Held+found.Missing {
		t.Errorf("exit %d, %d held, %d missing", code, found.Held, found.Missing)
	}
	for _, text := range []string{"\xff\xfe", strings.Repeat("x", maxText+1)} {
		if code, _, stderr := runWith(text, nil, "verify", "china-daily-2024-09-18", "--text", "-"); code != exitUsage {
			t.Errorf("%.10q: exit %d, %s", text, code, stderr)
		}
	}
	code, stdout, _ = runWith("\x1b[31mless than half\x07", nil, "verify", "china-daily-2024-09-18", "--text", "-")
	if code != exitFaults || strings.ContainsAny(stdout, "\x1b\x07") || !strings.Contains(stdout, "nearest: ") {
		t.Errorf("exit %d, %q", code, stdout)
	}
}

func TestExportZip(t *testing.T) {
	code, stdout, stderr := runWith("", nil, "export", "-")
	if code != exitOK {
		t.Fatal(stderr)
	}
	archive, err := zip.NewReader(strings.NewReader(stdout), int64(len(stdout)))
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.File) != len(data.FileNames())+1 {
		t.Errorf("%d files", len(archive.File))
	}
}

// closedPipe is a stdout nobody reads any more.
type closedPipe struct{ err error }

func (c closedPipe) Write([]byte) (int, error) { return 0, c.err }

func TestBrokenPipe(t *testing.T) {
	for err, want := range map[error]int{
		syscall.EPIPE:                        exitOK,
		io.ErrClosedPipe:                     exitOK,
		errors.New("no space on the device"): exitUnexpected,
	} {
		var stderr bytes.Buffer
		if code := run([]string{"show"}, strings.NewReader(""), closedPipe{err}, &stderr, nil); code != want {
			t.Errorf("%v: exit %d, want %d", err, code, want)
		}
		if want == exitOK != (stderr.Len() == 0) {
			t.Errorf("%v: stderr is %q", err, stderr.String())
		}
	}
}

// TestOrder holds flags above the environment above defaults.
func TestOrder(t *testing.T) {
	_, english, _ := runWith("", nil, "show")
	_, chinese, _ := runWith("", []string{"LANG=zh_CN.UTF-8"}, "show")
	for _, c := range []struct {
		environ []string
		args    []string
		want    string
	}{
		{[]string{"LANG=zh_CN.UTF-8", "ANHUI_TUI_LANG=en"}, nil, english},
		{[]string{"ANHUI_TUI_LANG=zh"}, nil, chinese},
		{[]string{"ANHUI_TUI_LANG=zh"}, []string{"--lang=en"}, english},
		{[]string{"ANHUI_TUI_ASCII=1", "ANHUI_TUI_LANG=en"}, []string{"--ascii=false"}, english},
	} {
		if _, got, stderr := runWith("", c.environ, append([]string{"show"}, c.args...)...); got != c.want || got == "" {
			t.Errorf("%q %q: got\n%.200s\n%s", c.environ, c.args, got, stderr)
		}
	}
	if english == chinese {
		t.Error("both languages are the same")
	}
}

// An argument that is empty, as a variable that is not set, is no folder.
func TestExportToNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	var stderr bytes.Buffer
	if code := run([]string{"export", ""}, nil, io.Discard, &stderr, nil); code != exitUsage || !strings.Contains(stderr.String(), "folder is empty") {
		t.Errorf("exit code %d, %q", code, stderr.String())
	}
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("it wrote %v, %v", files, err)
	}
}

// A message repeats no more than a part of what was given.
func TestLongArguments(t *testing.T) {
	for _, args := range [][]string{{strings.Repeat("a", 1e5)}, {"cite", strings.Repeat("\u5b89", 1e5)}, {"--" + strings.Repeat("x", 1e5)}} {
		var stderr bytes.Buffer
		if code := run(args, nil, io.Discard, &stderr, nil); code == exitOK || stderr.Len() > 3*maxMessage {
			t.Errorf("exit code %d, a message of %d bytes", code, stderr.Len())
		}
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestHelpOnAFullDisk(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"show", "--help"}, {"--version"}, {"completion", "fish"}} {
		var stderr bytes.Buffer
		if code := run(args, nil, full{}, &stderr, nil); code != exitUnexpected || !strings.Contains(stderr.String(), "no space left") {
			t.Errorf("%q: exit code %d, %q", args, code, stderr.String())
		}
	}
}
