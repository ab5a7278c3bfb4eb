package terminal

import "unicode/utf8"

// maxSequence is the number of bytes an escape sequence may have. Longer ones are
// dropped.
const maxSequence = 256

// scanner splits input into tokens: a character, or an escape sequence. It holds
// one incomplete token of at most [maxSequence] bytes, and does constant work for
// each byte, so that no input is expensive.
type scanner struct {
	state scanState
	held  []byte // the incomplete token
	want  int    // bytes of a rune that are still missing

	tooLong int // sequences dropped for their length
}

type scanState uint8

const (
	ground   scanState = iota
	inRune             // of several bytes
	escaped            // after ESC
	inCSI              // ESC [
	inSS3              // ESC O
	inString           // ESC ] and others that end with BEL or ESC \
	inStringEscape
	skipping // the rest of a string that was too long
	skippingEscape
	skippingCSI
)

const (
	etx = 0x03 // Ctrl-C
	esc = 0x1b
	bel = 0x07
	can = 0x18
	sub = 0x1a
)

// scan calls emit with each token that p completes. The token is valid during
// the call only.
func (s *scanner) scan(p []byte, emit func([]byte)) {
	for _, b := range p {
		for !s.step(b, emit) {
			// b ended a token without being part of it, and begins the next.
		}
	}
}

// step consumes one byte. It returns false if b has to be given to it again.
func (s *scanner) step(b byte, emit func([]byte)) bool {
	switch s.state {
	case ground:
		s.begin(b, emit)
	case inRune:
		return s.inRune(b, emit)
	case escaped:
		return s.escaped(b, emit)
	case inCSI:
		return s.inCSI(b, emit)
	case inSS3:
		if b < ' ' {
			s.reset()
			return false
		}
		s.end(b, emit)
	case inString, inStringEscape:
		return s.inString(b, emit)
	case skipping, skippingEscape:
		return s.skip(b)
	case skippingCSI:
		if b >= 0x40 && b <= 0x7e || b < 0x20 {
			s.state = ground
		}
	}
	return true
}

// expire drops an incomplete token. An ESC at its end is emitted: it was the key.
func (s *scanner) expire(emit func([]byte)) {
	if s.state == escaped || s.state == inStringEscape || s.state == skippingEscape {
		emit([]byte{esc})
	}
	s.reset()
}

func (s *scanner) reset() { s.state, s.held, s.want = ground, s.held[:0], 0 }

func (s *scanner) begin(b byte, emit func([]byte)) {
	s.held = append(s.held[:0], b)
	switch {
	case b == esc:
		s.state = escaped
	case b < utf8.RuneSelf:
		s.done(emit)
	case b >= 0xc2 && b <= 0xdf:
		s.state, s.want = inRune, 1
	case b >= 0xe0 && b <= 0xef:
		s.state, s.want = inRune, 2
	case b >= 0xf0 && b <= 0xf4:
		s.state, s.want = inRune, 3
	}
	// Other bytes begin nothing in UTF-8, C1 controls of one byte among them.
}

func (s *scanner) inRune(b byte, emit func([]byte)) bool {
	if b&0xc0 != 0x80 {
		s.reset()
		return false
	}
	s.held = append(s.held, b)
	if s.want--; s.want == 0 {
		if utf8.Valid(s.held) {
			s.done(emit)
		} else {
			s.reset()
		}
	}
	return true
}

func (s *scanner) escaped(b byte, emit func([]byte)) bool {
	switch {
	case b == esc || b == etx: // the first one was the key
		s.done(emit)
		return false
	case b >= utf8.RuneSelf:
		s.reset()
		return false
	case b == '[':
		s.state = inCSI
	case b == 'O':
		s.state = inSS3
	case b == ']' || b == 'P' || b == '_' || b == '^' || b == 'X':
		s.state = inString
	default:
		s.end(b, emit)
		return true
	}
	s.held = append(s.held, b)
	return true
}

func (s *scanner) inCSI(b byte, emit func([]byte)) bool {
	switch {
	case b < 0x20 || b > 0x7e: // no part of any sequence
		s.reset()
		return false
	case len(s.held) >= maxSequence:
		s.tooLong++
		s.state = skippingCSI
	case b == '[' && len(s.held) == 2: // function keys of the Linux console: ESC [ [ A
		s.held = append(s.held, b)
		s.state = inSS3
	case b >= 0x40:
		s.end(b, emit)
	default:
		s.held = append(s.held, b)
	}
	return true
}

func (s *scanner) inString(b byte, emit func([]byte)) bool {
	switch {
	case b == can || b == sub:
		s.reset()
	case len(s.held) >= maxSequence:
		s.tooLong++
		s.state = skipping
		return s.skip(b)
	case b == bel, s.state == inStringEscape && b == '\\':
		s.end(b, emit)
	case s.state == inStringEscape: // no end: the ESC began something else
		s.held, s.state = append(s.held[:0], esc), escaped
		return false
	case b == esc:
		s.held = append(s.held, b)
		s.state = inStringEscape
	case b < ' ': // a key: no string has one
		s.reset()
		return false
	default:
		s.held = append(s.held, b)
	}
	return true
}

// skip consumes a byte of a string that was too long, up to its end, which is that
// of any other.
func (s *scanner) skip(b byte) bool {
	switch {
	case b == bel, b == can, b == sub, s.state == skippingEscape && b == '\\':
		s.reset()
	case s.state == skippingEscape:
		s.held, s.state = append(s.held[:0], esc), escaped
		return false
	case b == esc:
		s.state = skippingEscape
	case b < ' ':
		s.reset()
		return false
	}
	return true
}

// end emits the token that b completes.
func (s *scanner) end(b byte, emit func([]byte)) {
	s.held = append(s.held, b)
	s.done(emit)
}

func (s *scanner) done(emit func([]byte)) {
	emit(s.held)
	s.reset()
}
