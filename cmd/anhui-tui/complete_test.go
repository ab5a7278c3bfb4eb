package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"anhui-tui/data/datatest"
	"anhui-tui/tui/nav"
	"anhui-tui/tui/place"
)

// completed is what the shell is told for a command line.
func completed(t *testing.T, args ...string) []string {
	t.Helper()
	code, out, _ := runWith("", []string{"LANG=en_US.UTF-8"}, append([]string{"__complete"}, args...)...)
	if code != exitOK {
		t.Fatalf("%v: exit %d", args, code)
	}
	lines := strings.Split(strings.TrimSpace(out), "\n")
	return lines[:len(lines)-1] // the last one is for the shell
}

func TestCompletions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, want string }{
		{"", "shares\tShares"},
		{"", "show\tPrint any page of the dashboard"},
		{"show |", "trends\tTrends"},
		{"show clusters", "clusters/pv\tPhotovoltaics"},
		{"clusters/", "clusters/hydrogen\tHydrogen"},
		{"clusters/pv/", "clusters/pv/pv-revenue-2024\tPV manufacturing revenue, 2024: CNY 328.5 bn"},
		{"shares", "shares?scope=world\tAnhui's share of the world"},
		{"voices/", "voices/feng-kejin\tFeng Kejin \u51af\u514b\u91d1"},
		{"trends/", "trends/pv-revenue\tPV manufacturing revenue"},
		{"sources/", "sources/china-daily-2024-09-18\tChina Daily, 2024-09-18"},
		{"--lang zh clusters/", "clusters/pv\t\u5149\u4f0f"},
		{"--lang |", "zh\tChinese"},
		{"--theme |", "light\tfor light backgrounds"},
		{"--theme |", "high-contrast\tbright on black, for low vision"},
		{"cite |", "pv-glass-share-china-r2024-09\tPV glass output, share of China, 2024-09: >50%"},
		{"cite --style |", "gbt7714\tthe Chinese standard GB/T 7714-2015"},
		{"verify |", "china-daily-2024-09-18\tChina Daily, 2024-09-18"},
		{"show --format |", "svg\ta picture of the screen"},
		{"list |", "figures\tevery number, with its source"},
		{"--data " + datatest.Dir(t) + " cite |", "pv-"},
	} {
		args := strings.Fields(strings.TrimSuffix(c.typed, "|"))
		if c.typed == "" || strings.HasSuffix(c.typed, "|") { // the word has not begun
			args = append(args, "")
		}
		got := strings.Join(completed(t, args...), "\n")
		if !strings.Contains(got, c.want) {
			t.Errorf("%q: %q is not among\n%.500s", c.typed, c.want, got)
		}
	}
	if got := completed(t, "show", "shares", ""); len(got) > 0 {
		t.Errorf("a second link is completed: %q", got)
	}
}

// What is completed is there.
func TestCompletedLinksAreThere(t *testing.T) {
	t.Parallel()
	d := datatest.Embedded(t)
	typed := make([]string, 0, 1+len(place.Views())+len(d.Clusters))
	typed = append(typed, "")
	for _, v := range viewNames() {
		typed = append(typed, v+"/")
	}
	for _, c := range d.Clusters {
		typed = append(typed, "clusters/"+c.ID+"/")
	}
	for _, start := range typed {
		for _, line := range completed(t, "show", start) {
			link, description, _ := strings.Cut(line, "\t")
			at, err := place.Parse(link)
			if err == nil {
				err = nav.Check(d, at)
			}
			if err != nil || description == "" {
				t.Errorf("%q is completed to %q: %v", start, line, err)
			}
		}
	}
}

// The shells that are here accept their scripts.
func TestCompletionScripts(t *testing.T) {
	for shell, check := range map[string][]string{
		"bash": {"bash", "-n"}, "zsh": {"zsh", "-n"}, "fish": {"fish", "--no-execute"}, "powershell": nil,
	} {
		code, script, errs := runWith("", nil, "completion", shell)
		if code != exitOK || errs != "" || !strings.Contains(script, "anhui-tui") {
			t.Errorf("%s: exit %d, %q", shell, code, errs)
		}
		if check == nil {
			continue
		}
		if _, err := exec.LookPath(check[0]); err != nil {
			t.Logf("%s is not installed, its script is not checked", shell)
			continue
		}
		cmd := exec.Command(check[0], append(check[1:], writeTemp(t, script))...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", shell, err, out)
		}
	}
}

// writeTemp writes a file that goes away with the test.
func writeTemp(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
