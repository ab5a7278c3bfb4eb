package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// module is the program, type-checked as far as the texts need it: of packages
// outside it nothing is known, and errors that follow from that are left out.
type module struct {
	root     string
	files    *token.FileSet
	packages map[string]*types.Package
	uses     map[*types.Package]map[*ast.FuncDecl]map[types.Object]bool // by function; nil is outside of all
	info     *types.Info
}

const (
	moduleName  = "anhui-tui"
	textPackage = moduleName + "/tui/text"
)

// Import implements [types.Importer].
func (m *module) Import(name string) (*types.Package, error) {
	if p := m.packages[name]; p != nil {
		return p, nil
	}
	if !strings.HasPrefix(name, moduleName+"/") {
		p := types.NewPackage(name, path.Base(name))
		p.MarkComplete()
		m.packages[name] = p
		return p, nil
	}
	return m.check(name)
}

func (m *module) check(name string) (*types.Package, error) {
	dir := filepath.Join(m.root, strings.TrimPrefix(name, moduleName))
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []*ast.File
	for _, e := range entries {
		if n := e.Name(); strings.HasSuffix(n, ".go") && !strings.HasSuffix(n, "_test.go") {
			f, err := parser.ParseFile(m.files, filepath.Join(dir, n), nil, parser.SkipObjectResolution)
			if err != nil {
				return nil, err
			}
			files = append(files, f)
		}
	}
	config := types.Config{Importer: m, Error: func(error) {}}
	p, _ := config.Check(name, m.files, files, m.info) //nolint:errcheck // there are errors, of what is not known
	m.packages[name] = p
	m.uses[p] = map[*ast.FuncDecl]map[types.Object]bool{}
	for _, f := range files {
		for _, d := range f.Decls {
			function, _ := d.(*ast.FuncDecl) //nolint:errcheck // nil otherwise
			m.use(p, function, d)
		}
	}
	return p, nil
}

// use notes what a declaration selects.
func (m *module) use(p *types.Package, in *ast.FuncDecl, d ast.Decl) {
	if m.uses[p][in] == nil {
		m.uses[p][in] = map[types.Object]bool{}
	}
	ast.Inspect(d, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && m.info.Uses[s.Sel] != nil {
			m.uses[p][in][m.info.Uses[s.Sel]] = true
		}
		return true
	})
}

// used are the fields and methods of the texts that the program selects:
// outside their package, or in a method that is itself used there. A list of
// all of some texts uses none of them.
func (m *module) used() map[types.Object]bool {
	used := map[types.Object]bool{}
	var use func(o types.Object)
	use = func(o types.Object) {
		if used[o] || o.Pkg() == nil || o.Pkg().Path() != textPackage {
			return
		}
		used[o] = true
		for f, uses := range m.uses[o.Pkg()] {
			if f != nil && m.info.Defs[f.Name] == o && f.Name.Name != "All" {
				for next := range uses {
					use(next)
				}
			}
		}
	}
	for p, functions := range m.uses {
		for _, uses := range functions {
			for o := range uses {
				if p.Path() != textPackage {
					use(o)
				}
			}
		}
	}
	return used
}

// A text nobody asks for is a text translators work on for nothing.
func TestEveryTextIsUsed(t *testing.T) {
	m := &module{
		root: "../..", files: token.NewFileSet(), packages: map[string]*types.Package{},
		uses: map[*types.Package]map[*ast.FuncDecl]map[types.Object]bool{},
		info: &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}},
	}
	for _, top := range []string{"cmd", "tui", "data", "model"} {
		err := filepath.WalkDir(filepath.Join(m.root, top), func(file string, e fs.DirEntry, err error) error {
			if err != nil || !e.IsDir() {
				return err
			}
			if e.Name() == "testdata" {
				return filepath.SkipDir
			}
			if sources, _ := filepath.Glob(filepath.Join(file, "*.go")); len(sources) > 0 { //nolint:errcheck // the pattern is good
				_, err = m.Import(moduleName + "/" + filepath.ToSlash(strings.TrimPrefix(file, m.root+string(filepath.Separator))))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	texts, used := m.packages[textPackage], m.used()
	fields, methods := 0, 0
	for _, name := range texts.Scope().Names() {
		named, ok := texts.Scope().Lookup(name).Type().(*types.Named)
		if !ok {
			continue
		}
		if of, ok := named.Underlying().(*types.Struct); ok {
			for i := range of.NumFields() {
				if fields++; !used[of.Field(i)] {
					t.Errorf("%s.%s: nothing shows it", name, of.Field(i).Name())
				}
			}
		}
		for i := range named.NumMethods() {
			if methods++; !used[named.Method(i)] {
				t.Errorf("%s.%s: nothing calls it", name, named.Method(i).Name())
			}
		}
	}
	if fields < 200 || methods < 10 {
		t.Errorf("only %d fields and %d methods were looked at", fields, methods)
	}
}
