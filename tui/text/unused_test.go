package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"anhui-tui/tui/text"
)

// selected are the names of all fields and methods that the program asks
// anything for, in whatever it is. A list of all of some texts asks for none.
func selected(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	note := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Name.Name != "All"
		case *ast.SelectorExpr:
			names[n.Sel.Name] = true
		}
		return true
	}
	if err := filepath.WalkDir("../..", func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Name() == "testdata" {
			return filepath.SkipDir
		}
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err == nil {
			ast.Inspect(f, note)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return names
}

// A text nobody asks for is a text translators work on for nothing. It is found
// by its name, unless something that is asked for has the same.
func TestEveryTextIsUsed(t *testing.T) {
	t.Parallel()
	used, looked := selected(t), 0
	var check func(reflect.Type)
	check = func(of reflect.Type) {
		for i := range of.NumField() {
			f := of.Field(i)
			if looked++; !used[f.Name] {
				t.Errorf("%s.%s: nothing shows it", of.Name(), f.Name)
			}
			if f.Type.Kind() == reflect.Struct && f.Type.PkgPath() == of.PkgPath() {
				check(f.Type)
			}
		}
	}
	check(reflect.TypeFor[text.Texts]())
	for i, of := 0, reflect.TypeFor[*text.Texts](); i < of.NumMethod(); i++ {
		if !used[of.Method(i).Name] {
			t.Errorf("%s: nothing calls it", of.Method(i).Name)
		}
	}
	if looked < 200 {
		t.Errorf("only %d texts were looked at", looked)
	}
}
