package present

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strings"

	"anhui-tui/model/runes"
)

// symbols are the digits and letters that nobody takes for one another when they
// are read out or copied from a slide: no 0, 1, I and O.
const symbols = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

// Code is what followers join a room by: eight symbols, 40 bits by chance. The
// zero Code is of no room.
type Code string

const codeLength = 8

// newCode returns a code by chance.
func newCode() Code { return Code(random(codeLength)) }

// random returns n symbols by chance.
func random(n int) string {
	b := make([]byte, n)
	_, _ = rand.Read(b) // which never fails
	for i := range b {
		b[i] = symbols[b[i]%byte(len(symbols))] // 256 is a multiple
	}
	return string(b)
}

// ParseCode returns the code that was typed, with or without its hyphen, in any
// case and width, and whether it has the form of one.
func ParseCode(typed string) (Code, bool) {
	if len(typed) > 8*codeLength {
		return "", false
	}
	var b strings.Builder
	for _, r := range typed {
		switch r = runes.Narrow(r); {
		case r == '-' || r == ' ':
		case strings.ContainsRune(symbols, r):
			b.WriteRune(r)
		case r >= 'a' && r <= 'z' && strings.ContainsRune(symbols, r-'a'+'A'):
			b.WriteRune(r - 'a' + 'A')
		default:
			return "", false
		}
	}
	return Code(b.String()), b.Len() == codeLength
}

// String returns the code as it is shown: "K7QM-3RXD".
func (c Code) String() string {
	if len(c) != codeLength {
		return string(c)
	}
	return string(c[:codeLength/2] + "-" + c[codeLength/2:])
}

// topic returns what the room is called on a bus and in logs, from which the code
// cannot be read.
func (c Code) topic() string {
	sum := sha256.Sum256([]byte("anhui-tui room " + c))
	return hex.EncodeToString(sum[:16])
}

// Secret is what a presenter resumes a room with. It cannot be derived from the
// code.
type Secret string

const secretLength = 24 // symbols, 120 bits

// newSecret returns a secret by chance.
func newSecret() Secret { return Secret(random(secretLength)) }

// key returns the hash of the secret, which all hubs may know.
func (s Secret) key() string {
	sum := sha256.Sum256([]byte("anhui-tui presenter " + s))
	return hex.EncodeToString(sum[:])
}

// opens reports whether the secret is the one of a key.
func (s Secret) opens(key string) bool {
	return s != "" && subtle.ConstantTimeCompare([]byte(s.key()), []byte(key)) == 1
}

// ParseToken returns the code and the secret of a token. The secret is empty if
// the token is a code alone, as it is for a presenter with a key.
func ParseToken(typed string) (Code, Secret, bool) {
	typed = strings.ToUpper(strings.ReplaceAll(typed, "-", ""))
	if len(typed) != codeLength && len(typed) != codeLength+secretLength {
		return "", "", false
	}
	code, ok := ParseCode(typed[:codeLength])
	secret := typed[codeLength:]
	return code, Secret(secret), ok && strings.Trim(secret, symbols) == ""
}
