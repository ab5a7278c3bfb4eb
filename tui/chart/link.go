package chart

import "strings"

// What begins and ends a link (OSC 8). Parts of one address on several lines
// are one link to a terminal because they have the same id; which, is all one.
const (
	beginLink = "\x1b]8;id=a;"
	endLink   = "\x1b]8;;\x1b\\"
)

// maxAddress is how long an address can be: some terminals leave longer ones
// out.
const maxAddress = 2000

// Link returns text that a terminal lets its user follow to an address of the
// web. With another address, and with one that is not printable ASCII and might
// end the sequence it stands in, the text is as it was.
func Link(address, text string) string {
	if text == "" || !followed(address) {
		return text
	}
	return beginLink + address + "\x1b\\" + text + endLink
}

func followed(address string) bool {
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") || len(address) > maxAddress {
		return false
	}
	for i := range len(address) {
		if address[i] <= ' ' || address[i] > '~' {
			return false
		}
	}
	return true
}

// Address returns the address of a sequence that begins a link, or "" for one
// that ends it; false if it is neither.
func Address(sequence string) (string, bool) {
	if sequence == endLink {
		return "", true
	}
	address, ok := strings.CutPrefix(sequence, beginLink)
	return strings.TrimSuffix(address, "\x1b\\"), ok
}

// WholeLinks returns the lines of a text that was wrapped with a link in it:
// one that goes on over the end of a line ends there, and begins again.
func WholeLinks(lines []string) []string {
	whole := make([]string, len(lines))
	open := ""
	for i, l := range lines {
		l = open + l
		open = openLink(l)
		if open != "" {
			l += endLink
		}
		whole[i] = l
	}
	return whole
}

// openLink is the beginning of the link that is open at the end of a line, or
// "".
func openLink(l string) string {
	i := strings.LastIndex(l, "\x1b]8;")
	if i < 0 || strings.HasPrefix(l[i:], endLink) {
		return ""
	}
	return l[i : i+escape(l[i:])]
}
