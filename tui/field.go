package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"anhui-tui/model/runes"
	"anhui-tui/tui/place"
)

// field is a line that is being edited: what stands before the caret, and after
// it.
type field struct{ before, after string }

// field returns the query of the open card as it is being edited.
func (a *App) field() field {
	all := []rune(a.at.Query)
	n := len(all) - min(a.at.Caret, len(all))
	return field{string(all[:n]), string(all[n:])}
}

// edited returns the field after a key, and false if the key edits nothing. The
// keys are those of readline and of line editors elsewhere.
func (f field) edited(stroke string) (field, bool) {
	switch stroke {
	case "left", "ctrl+b":
		n := lastCharacter(f.before)
		f.before, f.after = f.before[:n], f.before[n:]+f.after
	case "right", "ctrl+f":
		n := firstCharacter(f.after)
		f.before, f.after = f.before+f.after[:n], f.after[n:]
	case "home", "ctrl+a":
		f.before, f.after = "", f.before+f.after
	case "end", "ctrl+e":
		f.before, f.after = f.before+f.after, ""
	case "backspace", "ctrl+h":
		f.before = f.before[:lastCharacter(f.before)]
	case "delete", "ctrl+d":
		f.after = f.after[firstCharacter(f.after):]
	case "ctrl+w":
		words := strings.TrimRight(f.before, " ")
		f.before = words[:strings.LastIndex(words, " ")+1]
	case "ctrl+u":
		f.before = ""
	case "ctrl+k":
		f.after = ""
	default:
		return f, false
	}
	return f, true
}

// inserted returns the field with text typed at the caret, and whether that was
// cut for want of room.
func (f field) inserted(text string) (_ field, cut bool) {
	room := place.MaxQuery - utf8.RuneCountInString(f.before+f.after)
	first := "" // only a space at the very beginning is none that is typed
	if f.before != "" {
		first = "."
	}
	typed := []rune(strings.TrimPrefix(runes.Typed(first+text, room+len(first)+1), first))
	cut = len(typed) > room
	f.before += string(typed[:min(len(typed), room)])
	return f, cut
}

// firstCharacter returns the length of the first character of s with the marks on
// it, and lastCharacter where the last one begins.
func firstCharacter(s string) int {
	for i, r := range s {
		if i > 0 && !unicode.Is(unicode.M, r) {
			return i
		}
	}
	return len(s)
}

func lastCharacter(s string) int {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if s = s[:len(s)-n]; !unicode.Is(unicode.M, r) {
			break
		}
	}
	return len(s)
}
