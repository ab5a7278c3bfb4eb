package data

import (
	"errors"
	"strings"
	"testing"
)

// FuzzLoad puts any text in the place of a file of the valid package: there is
// either a dataset or faults that point into the text.
func FuzzLoad(f *testing.F) {
	for i, name := range exportedNames() {
		content := string(validPackage(f)[name].Data)
		f.Add(i, content)
		f.Add(i, strings.ReplaceAll(content, ",", ";"))
		f.Add(i, strings.ReplaceAll(content, "\n", "\r\n"))
		f.Add(i, content[:len(content)/2])
		f.Add(i, content+content)
	}
	f.Fuzz(func(t *testing.T, i int, content string) {
		names := exportedNames()
		if i < 0 || i >= len(names) {
			return
		}
		fsys := validPackage(t)
		fsys[names[i]].Data = []byte(content)
		d, err := Load(fsys)
		if (d == nil) == (err == nil) {
			t.Fatalf("dataset %v and error %v", d, err)
		}
		var faults *Faults
		if err == nil || !errors.As(err, &faults) {
			return
		}
		for _, fault := range faults.List {
			lines := strings.Split(string(fsys[fault.File].Data), "\n")
			if fault.Message == "" || fault.Line < 1 || fault.Line > len(lines) || fault.Column < 1 || fault.Column > len(lines[fault.Line-1])+1 {
				t.Errorf("fault %q", fault)
			}
			if strings.ContainsFunc(fault.Error(), func(r rune) bool { return r < ' ' || r == 0x7f }) {
				t.Errorf("fault %q holds a control character", fault)
			}
		}
	})
}
