package tui

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// README.md has each package, below all it imports; the tests and the files it
// names, and what it and the pages that lead to it link to, exist.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	imports, tests := tree(t)
	named := regexp.MustCompile("(?m)^\\| `((?:model|data|tui|cmd)[a-z/-]*)` \\|").FindAllStringSubmatch(string(text), -1)
	rows := make([]string, 0, len(named))
	for _, m := range named {
		rows = append(rows, m[1])
		if _, ok := imports[m[1]]; !ok {
			t.Errorf("there is no package %s", m[1])
		}
	}
	for pkg, uses := range imports {
		at := slices.Index(rows, pkg)
		if at < 0 {
			t.Errorf("%s has no row", pkg)
			continue
		}
		for _, used := range uses {
			if slices.Index(rows, used) > at {
				t.Errorf("%s imports %s, which is below it", pkg, used)
			}
		}
	}
	for _, name := range regexp.MustCompile("`(Test[A-Z][A-Za-z0-9]*)`").FindAllStringSubmatch(string(text), -1) {
		if !tests[name[1]] {
			t.Errorf("there is no %s", name[1])
		}
	}
	for _, name := range []string{"README.md", "../README.md", "../.github/CONTRIBUTING.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`).FindAllSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), string(m[1]))); err != nil {
				t.Errorf("%s leads nowhere: %v", name, err)
			}
		}
	}
	// Files that are named alone are somewhere in the tree.
	for _, m := range regexp.MustCompile("`([a-zA-Z_]+\\.go)`").FindAllStringSubmatch(string(text), -1) {
		found := false
		for _, folder := range []string{".", "*", "*/*", "../cmd/*", "../model", "../data"} {
			files, err := filepath.Glob(filepath.Join(folder, m[1]))
			found = found || err == nil && len(files) > 0
		}
		if !found {
			t.Errorf("there is no %s", m[1])
		}
	}
	// The files of the recipes, which are named from here or from the root.
	_, recipes, _ := strings.Cut(string(text), "## How to add")
	for _, m := range regexp.MustCompile("`([a-z]+(?:[/-][a-z-]+)*/[a-z_]+\\.[a-z]+)`").FindAllStringSubmatch(recipes, -1) {
		_, here := os.Stat(m[1])
		if _, root := os.Stat(filepath.Join("..", m[1])); here != nil && root != nil {
			t.Errorf("there is no %s", m[1])
		}
	}
}

// tree returns what each package of the project imports of the others, and the
// names of all tests.
func tree(t *testing.T) (imports map[string][]string, tests map[string]bool) {
	t.Helper()
	imports, tests = map[string][]string{}, map[string]bool{}
	test := regexp.MustCompile(`(?m)^func (Test[A-Z]\w*)\(`)
	read := func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && e.Name() == "testdata":
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go"):
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, "_test.go") {
			for _, m := range test.FindAllSubmatch(text, -1) {
				tests[string(m[1])] = true
			}
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(strings.TrimPrefix(filepath.Dir(path), ".."+string(filepath.Separator)))
		uses := imports[pkg]
		for _, i := range f.Imports {
			used, err := strconv.Unquote(i.Path.Value)
			if own, ok := strings.CutPrefix(used, "anhui-tui/"); ok && err == nil {
				uses = append(uses, own)
			}
		}
		imports[pkg] = uses
		return nil
	}
	for _, dir := range []string{"../model", "../data", "../tui", "../cmd"} {
		if err := filepath.WalkDir(dir, read); err != nil {
			t.Fatal(err)
		}
	}
	return imports, tests
}

// The README has a reason for each module that the code imports, and for no other.
func TestDependencies(t *testing.T) {
	read := func(name string) string {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	short := func(module string) string {
		return regexp.MustCompile(`^[^/]+\.[^/]+/|/v\d+$`).ReplaceAllString(module, "")
	}
	required := regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllStringSubmatch(read("../go.mod"), -1)
	direct, named := make([]string, len(required)), []string(nil)
	for n, m := range required {
		direct[n] = short(m[1])
	}
	_, table, _ := strings.Cut(read("../README.md"), "\n## Dependencies\n")
	for _, row := range regexp.MustCompile(`(?m)^\| ([^|]*/[^|]*) \|`).FindAllStringSubmatch(table, -1) {
		for module := range strings.SplitSeq(row[1], ", ") {
			named = append(named, short(module[strings.LastIndexByte(module, ' ')+1:]))
		}
	}
	for _, m := range direct {
		if !slices.ContainsFunc(named, func(n string) bool { return strings.HasSuffix(m, n) }) {
			t.Errorf("%s has no reason", m)
		}
	}
	for _, n := range named {
		if !slices.ContainsFunc(direct, func(m string) bool { return strings.HasSuffix(m, n) }) {
			t.Errorf("%s has a reason, and is not used", n)
		}
	}
}
