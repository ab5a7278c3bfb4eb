package dialogue

import (
	"bufio"
	"errors"
	"io"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// maxLine is how many bytes of a line are taken. The longest link has half of
// that.
const maxLine = 4096

// bufferSize is the size of the buffer of a reader that waits, in bytes: more than
// a line of a person, and little for each of thousands.
const bufferSize = 512

// line is a line of input.
type line struct {
	text string
	long bool // longer than maxLine, and left out
	err  error
}

// add appends a part of the line, unless it is too long then.
func (l *line) add(part []byte) {
	if l.long = l.long || len(l.text)+len(part) > maxLine; l.long {
		l.text = ""
		return
	}
	l.text += string(part)
}

// next reads one line and keeps no more of it than its limit. It returns false
// at the end of the input.
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

func textsOf(lang model.Lang) [6]string { return text.For(lang).Views }
