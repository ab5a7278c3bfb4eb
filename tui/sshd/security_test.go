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

// TestSecurityTable holds every row of the threat table to name tests, and
// those to exist.
func TestSecurityTable(t *testing.T) {
	text, err := os.ReadFile("../../.github/SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	exist := map[string]bool{}
	for _, dir := range []string{".", "../terminal", "../dialogue", "../../cmd/anhui-tui", "../../model/verify", "../../model/runes"} {
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
	_, table, _ := strings.Cut(string(text), "|---|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) < 20 {
		t.Errorf("%d rows", len(rows))
	}
	name := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z0-9]+)`")
	for _, row := range rows {
		tests := name.FindAllStringSubmatch(row, -1)
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
