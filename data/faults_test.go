package data

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// damage is one change to a file of the valid package. The mark ^ in the new
// text stands where the fault is to be reported; it is not part of the text.
type damage struct{ name, old, new, want string }

// place returns the text without its mark, and the line and column of it as
// counted by hand: line feeds, then characters.
func place(text string) (without string, line, column int) {
	before, after, _ := strings.Cut(text, "^")
	lastLine := before[strings.LastIndex(before, "\n")+1:]
	return before + after, strings.Count(before, "\n") + 1, utf8.RuneCountInString(lastLine) + 1
}

// checkDamage expects of every damage exactly one fault, where the mark is.
func checkDamage(t *testing.T, file string, damages []damage) {
	t.Helper()
	for _, d := range damages {
		t.Run(d.name, func(t *testing.T) {
			fsys := validPackage(t)
			replace(t, fsys, file, d.old, d.new)
			text, line, column := place(string(fsys[file].Data))
			fsys[file].Data = []byte(text)
			got := faultsOf(t, fsys).Error()
			want := fmt.Sprintf("%s:%d:%d: %s", file, line, column, d.want)
			if !strings.HasPrefix(got, want) || strings.Contains(got, "\n") {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestFaultyCells(t *testing.T) {
	checkDamage(t, "observations.csv", []damage{
		{"number with separators", "2027,target,400,", `2027,target,^"4,000",`, `"4,000" is not a plain decimal number`},
		{"number with a unit", "2021,exact,88.28,", "2021,exact,^88.28bn,", `"88.28bn" is not a plain decimal`},
		{"number with an exponent", "2021,exact,88.28,", "2021,exact,^8e1,", `"8e1" is not a plain decimal`},
		{"number with a leading zero", "2021,exact,88.28,", "2021,exact,^088.28,", `"088.28" is not a plain`},
		{"number without digits", "2021,exact,88.28,", "2021,exact,^-.5,", `"-.5" is not a plain`},
		{"number not finite", "2021,exact,88.28,", "2021,exact,^NaN,", `"NaN" is not a plain decimal`},
		{"qualifier", "2024-09,fraction,", "2024-09,^fracton,", `unknown qualifier "fracton"; did you mean "fraction"? (one of: not-stated, exact,`},
		{"qualifier with two letters swapped", "2024-09,fraction,", "2024-09,^rnage,", `unknown qualifier "rnage"; did you mean "range"?`},
		{"boolean", "false,cell", "^no,cell", `unknown lead "no" (one of: true, false)`},
		{"period", "pv-revenue,2027,", "pv-revenue,^2027-13,", `period "2027-13" is not of the form`},
		{"no period", "pv-revenue,2027,", "pv-revenue,^,", `period is empty`},
		{"rank 0", "rank-only,,,,3,", "rank-only,,,,^0,", `rank "0" is not a whole number from 1`},
		{"rank with a point", "rank-only,,,,3,", "rank-only,,,,^3.5,", `rank "3.5" is not a whole number`},
		{"rank with a sign", "rank-only,,,,3,", "rank-only,,,,^+3,", `rank "+3" is not a whole number`},
		{"status", "fu,", "^uf,", `status "uf" is not made of the letters`},
		{"as_printed too long", ",one-third,", ",^" + strings.Repeat("x", 81) + ",", "as_printed is longer than 80 characters"},
		{"text in English only", "half,,,,,,feng-kejin,china-daily-2024-09-18,,true,,,", "half,,,,,,feng-kejin,china-daily-2024-09-18,,true,,Note,^", "note_zh is empty and note_en is not; give both or none"},
		{"text in Chinese only", "Another source says 168.1 percent", "^", "note_en is empty and note_zh is not; give both or none"},
		{"id twice", "pv-revenue-2022,pv-revenue,", "^pv-revenue-2021,pv-revenue,", `id "pv-revenue-2021" is taken by line 2`},
		{"no source", "fu,,,,,china-power-network-2023-11-08", "fu,,,,,^", `source is empty; it is required`},
		{"wide characters before", `"Anhui Daily, ""republished""",`, "\"\uff21\uff22, \"\"\uff23\"\"\",^<b>", `HTML "<b>`},
	})
	checkDamage(t, "sources.csv", []damage{
		{"no grade", "html,A,en", "html,^,en", "grade is empty; it is required"},
		{"date", "2024-02-02,https", "^2024-02-30,https", `"2024-02-30" is not a date`},
	})
	checkDamage(t, "indicators.csv", []damage{
		{"enum", "growth,percent,none,,,pv-revenue,", "^zzz,percent,none,,,pv-revenue,", `unknown kind "zzz" (one of: level, share, growth, rank)`},
	})
	checkDamage(t, "statements.csv", []damage{
		{"list with two spaces", "pv province,", "^pv  province,", "ids are separated by one space"},
		{"list with an id twice", "pv province,", "^pv pv,", `"pv" occurs twice`},
	})
	checkDamage(t, "units.csv", []damage{
		{"factor", ",CNY , bn,1,", ",CNY , bn,^0,", "times_en is not a number above 0"},
	})
	checkDamage(t, "people.csv", []damage{
		{"form of an id", "feng-kejin,Feng", "^feng--kejin,Feng", `id "feng--kejin" is not lower-case words and numbers`},
		{"end of an id", "feng-kejin,Feng", "^feng-kejin-,Feng", `id "feng-kejin-" is not`},
		{"length of an id", "feng-kejin,Feng", "^" + strings.Repeat("a", 61) + ",Feng", `id "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"... is not`},
		{"no id", "feng-kejin,Feng", "^,Feng", "id is empty; it is required"},
	})
}

func TestFaultyCharacters(t *testing.T) {
	for text, want := range map[string]string{
		"more\xffthan half":      "byte 0xFF is not UTF-8; save the file as UTF-8",
		"more\x00than half":      "NUL character U+0000; remove it",
		"\x1b[31mmore than half": "control character U+001B",
		"more\x7fthan half":      "control character U+007F",
		"more\tthan half":        "control character U+0009",
		"more\rthan half":        "control character U+000D",
		"more\u009bthan half":    "control character U+009B",
		"more \u202ethan half":   "character that changes the direction of text U+202E",
		"more \u2066than half":   "character that changes the direction of text U+2066",
		"more\u200bthan half":    "invisible character U+200B",
		"more\ufeffthan half":    "invisible character U+FEFF",
		"more\u00adthan half":    "invisible character U+00AD",
		"more\u3164than half":    "invisible character U+3164",
		"more\ufe0fthan half":    "invisible character U+FE0F",
		"more\U000E0041than":     "invisible character U+E0041",
		"more\u2028than half":    "line separator U+2028",
		"more\ufffdthan half":    "replacement character U+FFFD",
		"more\ue000than half":    "character without a meaning U+E000",
		"more\uffffthan half":    "character without a meaning U+FFFF",
		" more than half":        `" more than half" begins or ends with a space`,
		"more than half\u3000":   `"more than half\u3000" begins or ends with a space`,
		"more than\u00a0":        `"more than\u00a0" begins or ends with a space`,
		"<b>half</b>":            `HTML "<b>half</b>"`,
		"half</b>":               `HTML "</b>"`,
		"more &nbsp;half":        `HTML "&nbsp;"; cells hold plain text`,
		"R&D &#60; half":         `HTML "&#60;"`,
	} {
		checkDamage(t, "observations.csv", []damage{{fmt.Sprintf("%q", text), "more than half", "^" + text, want}})
	}
}

func TestGoodCharacters(t *testing.T) {
	for _, text := range []string{"< 20%", "R&D; half", "AT&T", "\u00e9\u20ac \u2019 half", "\U00020000"} {
		fsys := validPackage(t)
		replace(t, fsys, "observations.csv", "more than half", text)
		if _, err := Load(fsys); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestFaultyForm(t *testing.T) {
	checkDamage(t, "people.csv", []damage{
		{"CR LF", "name_zh\n", "name_zh^\r\n", "line ends in CR LF; save the file with LF"},
		{"BOM", "id,", "^\ufeffid,", "begins with a byte order mark; save as UTF-8 without BOM"},
		{"empty line", "name_zh\n", "name_zh\n^\n", "line is empty; remove it"},
		{"short row", "feng-kejin,Feng Kejin,", "^feng-kejin,", "row has 2 cells; the table has 3 columns"},
		{"long row", "feng-kejin,Feng Kejin,", "^feng-kejin,Feng,Kejin,", "row has 4 cells"},
		{"stray quote", ",Feng Kejin,", `,^Feng "Kejin",`, "quotation mark inside a cell that is not quoted"},
		{"text after a quote", ",Feng Kejin,", `,^"Feng" Kejin,`, "text after the closing quotation mark"},
		{"open quote", ",Feng Kejin,", `,^"Feng Kejin,`, "quotation mark is not closed on this line"},
		{"long line", "feng-kejin,Feng", "^feng-kejin," + strings.Repeat("x", maxLineBytes), "line is longer than 64 KiB"},
		{"missing column", "id,name_en,name_zh", "^id,name_en", `column "name_zh" is missing; the columns are id,name_en,name_zh`},
		{"unknown column", "id,name_en,name_zh", "id,name_en,name_zh,^name_xx_zh", `unknown column "name_xx_zh"`},
		{"column twice", "id,name_en,name_zh", "id,name_en,name_zh,^id", `column "id" occurs twice`},
		{"order of columns", "id,name_en,name_zh", "id,^name_zh,name_en", `column "name_zh" stands where "name_en" belongs; the order is id,name_en,name_zh`},
		{"semicolons", "id,name_en,name_zh", "^id;name_en;name_zh", "cells are separated by semicolons; separate them by commas"},
		{"tabs", "id,name_en,name_zh", "^id\tname_en\tname_zh", "cells are separated by tabs"},
		{"broken header", "id,name_en,name_zh", `id,^"name_en,name_zh`, "quotation mark is not closed on this line"},
	})
}

// TestFaultyFiles damages whole files.
func TestFaultyFiles(t *testing.T) {
	t.Parallel()
	fsys := validPackage(t)
	people := string(fsys["people.csv"].Data)
	last := people[strings.LastIndexByte(people[:len(people)-1], '\n')+1 : len(people)-1]
	end := fmt.Sprintf("%d:%d: ", nextLine(fsys, "people.csv")-1, utf8.RuneCountInString(last)+1)
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", "1:1: is empty; the first line names the columns"},
		{"cut off in the header", "id,name", "1:8: file does not end with a line feed; it may be cut off"},
		{"cut off at the end", people[:len(people)-1], end + "file does not end with a line feed"},
		{"line break in a cell", "id,name_en,name_zh\na,\"b\nc,d\"\n", "2:3: quotation mark is not closed on this line; a cell cannot hold a line break\npeople.csv:3:3: quotation mark inside"},
		{"CR LF throughout, reported once", strings.ReplaceAll(people, "\n", "\r\n"), "1:19: line ends in CR LF"},
		{"ZIP", "PK\x03\x04\x14", "1:1: is a ZIP archive or an .xlsx or .ods workbook; export it as CSV in UTF-8"},
		{"UTF-16", "\xff\xfei\x00d\x00", "1:1: is UTF-16 text; export it as CSV in UTF-8"},
		{"binary", "\x7fELF\x02\x01\x00\n", `1:1: unknown column "\x7fELF\x02\x01\x00"`},
		{"a line of many megabytes", strings.Repeat("x", 3<<20) + "\n" + people, "1:1: line is longer than 64 KiB"},
		{"too many rows", rowsOfPeople(maxRows + 1), "200002:1: table has more than 200000 rows, the most that are read"},
		{"too large", strings.Repeat("x", maxFileBytes+1), " is larger than 64 MiB, the most that is read"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := validPackage(t)
			fsys["people.csv"].Data = []byte(c.text)
			_, err := Load(fsys)
			if got, want := fmt.Sprint(err), "people.csv:"+c.want; !strings.HasPrefix(got, want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// rowsOfPeople is a table of n people with hardly a name.
func rowsOfPeople(n int) string {
	var b strings.Builder
	b.WriteString(personColumns + "\n")
	for i := range n {
		fmt.Fprintf(&b, "p%d,P,P\n", i)
	}
	return b.String()
}
