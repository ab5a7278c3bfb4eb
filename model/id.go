package model

// ValidID reports whether s has the form of an id: lower-case ASCII words and
// numbers joined by single hyphens, at most 60 bytes.
func ValidID(s string) bool {
	if len(s) > 60 {
		return false
	}
	hyphen := true // none may come next: at the start, or after another
	for _, c := range []byte(s) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}
