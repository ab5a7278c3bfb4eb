package sshd

import "strings"

// environ is what a client may say about itself: a few variables from a list,
// of a few bytes each.
type environ []string // NAME=value

// allowedEnv are the variables that are kept: fewer than 16, and nothing that
// names a file, a program or a host is among them.
func allowedEnv(name string) bool {
	switch name {
	case "LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "COLORTERM", "NO_COLOR",
		"ANHUI_TUI_LANG", "ANHUI_TUI_THEME", "ANHUI_TUI_COLOR", "ANHUI_TUI_ASCII", "ANHUI_TUI_NO_MOUSE":
		return true
	}
	return false
}

// set keeps a variable if it may be kept.
func (e *environ) set(name, value string) bool {
	if !allowedEnv(name) || len(value) > maxEnvBytes || !plain(value) {
		return false
	}
	for i, kv := range *e {
		if strings.HasPrefix(kv, name+"=") {
			(*e)[i] = name + "=" + value
			return true
		}
	}
	*e = append(*e, name+"="+value)
	return true
}

// plain reports whether a value is printable ASCII.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// validTerm reports whether s has the form of a terminal type.
func validTerm(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		word := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !word && (i == 0 || !strings.ContainsRune("._+-", rune(c))) {
			return false
		}
	}
	return true
}
