package sshd

import (
	"errors"
	"fmt"
	"strings"
)

var errCommandLine = errors.New("cannot read the command")

// splitter cuts a command line into words.
type splitter struct {
	words   []string
	word    strings.Builder
	open    bool // a word has begun, though it may be empty
	quote   rune
	escaped bool
}

// splitWords splits a command line as a shell does, as far as words and quotes
// go. There is no shell, and nothing is expanded: outside quotes | < > ; ` $ ( )
// are refused, because they ask for another command or a file. The rest
// of what means something to a shell, & * ? ~ ! [ {, is taken literally, because
// links have ? and & in them.
func splitWords(line string) ([]string, error) {
	if len(line) > maxCommandLine {
		return nil, fmt.Errorf("%w: longer than %d bytes", errCommandLine, maxCommandLine)
	}
	var s splitter
	for _, r := range line {
		if r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\uFFFD' {
			return nil, fmt.Errorf("%w: it has a control character", errCommandLine)
		}
		if err := s.add(r); err != nil {
			return nil, err
		}
	}
	if s.quote != 0 || s.escaped {
		return nil, fmt.Errorf("%w: a quote is not closed", errCommandLine)
	}
	s.end()
	return s.words, nil
}

func (s *splitter) add(r rune) error {
	switch {
	case s.escaped:
		s.escaped = false
		s.word.WriteRune(r)
	case r == '\\' && s.quote != '\'':
		s.open, s.escaped = true, true
	case r == s.quote:
		s.quote = 0
	case s.quote != 0:
		s.word.WriteRune(r)
	case r == '\'' || r == '"':
		s.open, s.quote = true, r
	case r == ' ' || r == '\t':
		s.end()
	case strings.ContainsRune("|<>;`$()", r):
		return fmt.Errorf("%w: there is no shell here for %q; use it on your side", errCommandLine, r)
	default:
		s.open = true
		s.word.WriteRune(r)
	}
	return nil
}

// end ends a word, if one has begun.
func (s *splitter) end() {
	if s.open {
		s.words = append(s.words, s.word.String())
		s.word.Reset()
	}
	s.open = false
}
