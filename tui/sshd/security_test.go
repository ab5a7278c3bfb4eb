package sshd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSecurityTable holds every row of the threat table to name tests, and those to
// exist, as the attacks do with which something was measured.
func TestSecurityTable(t *testing.T) {
	text, err := os.ReadFile("../../.github/SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	exist := map[string]bool{}
	for _, dir := range []string{".", "..", "../present", "../terminal", "../dialogue", "../../cmd/anhui-tui", "../../model/verify", "../../model/runes", "frames"} {
		files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
					exist[f.Name.Name] = true
				}
			}
		}
	}
	kinds, err := os.ReadFile("../../cmd/anhui-load/attack_kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "|---|---|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) < 20 {
		t.Errorf("%d rows", len(rows))
	}
	attack := regexp.MustCompile("`([a-z0-9]+)`")
	name := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z0-9]+)`")
	for _, row := range rows {
		cells := strings.Split(row, " | ")
		if len(cells) != 4 {
			t.Errorf("%d columns: %s", len(cells), row)
			continue
		}
		for _, m := range attack.FindAllStringSubmatch(cells[2], -1) {
			if !strings.Contains(string(kinds), `{name: "`+m[1]+`"`) {
				t.Errorf("there is no attack %s: %s", m[1], row)
			}
		}
		tests := name.FindAllStringSubmatch(cells[3], -1)
		if len(tests) == 0 {
			t.Errorf("no test: %s", row)
		}
		for _, m := range tests {
			if !exist[m[1]] {
				t.Errorf("there is no %s: %s", m[1], row)
			}
		}
	}
}
