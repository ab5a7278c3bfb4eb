package verify

import (
	"fmt"
	"strconv"
	"strings"

	"anhui-tui/model"
)

// dateForms returns the printed forms of a date (2024, 2024-09 or 2024-09-18)
// in English, in Chinese and in digits. Newspapers omit the year of a day, so
// some forms have none.
func dateForms(date string) []string {
	parts := strings.Split(date, "-")
	var n [3]int
	for i, p := range parts[:min(len(parts), len(n))] {
		v, err := strconv.Atoi(p)
		if err != nil {
			return nil
		}
		n[i] = v
	}
	year, month, day := n[0], n[1], n[2]
	forms := []string{date}
	if month < 1 || month > 12 {
		return forms
	}
	if day == 0 {
		forms = append(forms, fmt.Sprintf("%d/%d", year, month), fmt.Sprintf("%d.%d", year, month), chineseDate(year, month, 0), fmt.Sprintf("%d%s%02d%s", year, yearMark, month, monthMark))
		for _, m := range monthNames(month) {
			forms = append(forms, fmt.Sprintf("%s %d", m, year), fmt.Sprintf("%s, %d", m, year))
		}
		return forms
	}
	for _, f := range []string{"%d-%d-%d", "%d/%d/%d", "%d/%02d/%02d", "%d.%d.%d", "%d.%02d.%02d", "%d%02d%02d"} {
		forms = append(forms, fmt.Sprintf(f, year, month, day))
	}
	forms = append(forms, chineseDate(year, month, day), chineseDate(0, month, day))
	forms = append(forms, fmt.Sprintf("%d%s%02d%s%02d%s", year, yearMark, month, monthMark, day, dayMark))
	for _, m := range monthNames(month) {
		forms = append(forms,
			fmt.Sprintf("%s %d", m, day), fmt.Sprintf("%s %02d", m, day), fmt.Sprintf("%s %d%s", m, day, model.Ordinal(day)),
			fmt.Sprintf("%d %s", day, m), fmt.Sprintf("%d%s of %s", day, model.Ordinal(day), m))
	}
	return forms
}

// The Chinese characters for year, month and day, escaped because source
// files hold no Chinese text.
const (
	yearMark  = "\u5e74"
	monthMark = "\u6708"
	dayMark   = "\u65e5"
)

// chineseDate returns a date in Chinese without the parts that are 0.
func chineseDate(year, month, day int) string {
	var s string
	if year > 0 {
		s = strconv.Itoa(year) + yearMark
	}
	s += strconv.Itoa(month) + monthMark
	if day > 0 {
		s += strconv.Itoa(day) + dayMark
	}
	return s
}

// monthNames returns the name of a month and its abbreviations, with and
// without a full stop.
func monthNames(month int) []string {
	name := [...]string{
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December",
	}[month-1]
	short := name[:3]
	names := []string{name, short, short + "."}
	if month == 9 {
		names = append(names, "Sept", "Sept.")
	}
	return names
}
