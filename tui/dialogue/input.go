package dialogue

import (
	"bufio"
	"errors"
	"io"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// maxLine is the length of the longest line accepted, in bytes, twice that of
// the longest link.
const maxLine = 4096

// bufferSize is the size of the input buffer in bytes: more than a typed line,
// and little for thousands of idle sessions.
const bufferSize = 512

// line is a line of input.
type line struct {
	text string
	long bool // longer than maxLine; text is empty
	err  error
}

// add appends a part of the line, and drops the text once it is longer than
// maxLine.
func (l *line) add(part []byte) {
	if l.long = l.long || len(l.text)+len(part) > maxLine; l.long {
		l.text = ""
		return
	}
	l.text += string(part)
}

// next reads a line of any length and keeps at most maxLine of it. It returns
// false at the end of the input.
func next(r *bufio.Reader) (line, bool) {
	var l line
	part, err := r.ReadSlice('\n')
	l.add(part)
	for errors.Is(err, bufio.ErrBufferFull) {
		part, err = r.ReadSlice('\n')
		l.add(part)
	}
	switch {
	case errors.Is(err, io.EOF):
		return l, l.text != "" || l.long
	case err != nil:
		return line{err: err}, true
	}
	return l, true
}

func textsOf(lang model.Lang) []string { return text.For(lang).Views }
