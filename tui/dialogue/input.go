package dialogue

import (
	"bufio"
	"context"
	"errors"
	"io"

	"anhui-tui/model"
	"anhui-tui/tui/text"
)

// maxLine is how many bytes of a line are taken. The longest link has half of
// that.
const maxLine = 4096

// line is a line of input.
type line struct {
	text string
	long bool // longer than maxLine, and left out
	err  error
}

// linesOf reads lines until the input or the context ends. Whoever owns the
// input ends a read that waits.
func linesOf(ctx context.Context, in io.Reader) <-chan line {
	lines := make(chan line)
	go func() {
		defer close(lines)
		r := bufio.NewReaderSize(in, maxLine)
		for {
			l, more := next(r)
			if !more {
				return
			}
			select {
			case lines <- l:
			case <-ctx.Done():
				return
			}
			if l.err != nil {
				return
			}
		}
	}()
	return lines
}

// next reads one line and keeps no more of it than its limit. It returns false
// at the end of the input.
func next(r *bufio.Reader) (line, bool) {
	part, err := r.ReadSlice('\n')
	l := line{text: string(part)}
	for errors.Is(err, bufio.ErrBufferFull) {
		l.text, l.long = "", true
		_, err = r.ReadSlice('\n')
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
