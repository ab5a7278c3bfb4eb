package cell

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// Rows are the lines of frames that are kept, each distinct one once: frames that
// are a key apart differ in a few. A Rows is not safe for concurrent use.
type Rows struct {
	seed   maphash.Seed
	bytes  []byte                // of the row that is looked for
	byHash map[uint64]*sharedRow // those of one hash one after the other
	used   map[*Cell]*sharedRow  // by their first cells
}

type sharedRow struct {
	cells []Cell
	hash  uint64
	next  *sharedRow // of the same hash
	refs  int
}

// rowBytes is about what is kept of a shared row beside its cells.
const rowBytes = 128

// NewRows returns an empty Rows.
func NewRows() *Rows {
	return &Rows{seed: maphash.MakeSeed(), byHash: map[uint64]*sharedRow{}, used: map[*Cell]*sharedRow{}}
}

// Add makes a frame that nobody else has yet, and nobody draws on any more, share its
// lines with those added before, and returns how many bytes more are kept.
func (r *Rows) Add(f *Frame) (bytes int) {
	bytes = f.overhead()
	for y, row := range f.rows {
		s := r.find(row)
		if s == nil { // what is made of clusters and links is the frame's own
			f.rows[y] = slices.Clone(row)
			bytes += len(row) * cellBytes
			continue
		}
		f.rows[y] = s.cells
		if s.refs++; s.refs == 1 {
			bytes += s.bytes()
		}
	}
	f.release()
	return bytes
}

// Remove forgets a frame that was added, and returns how many bytes fewer are
// kept.
func (r *Rows) Remove(f *Frame) (bytes int) {
	bytes = f.overhead()
	for _, row := range f.rows {
		if len(row) == 0 {
			continue
		}
		s := r.used[&row[0]]
		if s == nil {
			bytes += len(row) * cellBytes
			continue
		}
		if s.refs--; s.refs == 0 {
			bytes += s.bytes()
			delete(r.used, &row[0])
			r.forget(s)
		}
	}
	return bytes
}

// forget makes a row one that is not found any more.
func (r *Rows) forget(s *sharedRow) {
	first := r.byHash[s.hash]
	switch {
	case first == s && s.next == nil:
		delete(r.byHash, s.hash)
	case first == s:
		r.byHash[s.hash] = s.next
	default:
		for first.next != s {
			first = first.next
		}
		first.next = s.next
	}
}

func (s *sharedRow) bytes() int { return len(s.cells)*cellBytes + rowBytes }

// find returns the shared row that is like row, which becomes one if there is
// none; nil if it cannot be shared.
func (r *Rows) find(row []Cell) *sharedRow {
	r.bytes = slices.Grow(r.bytes[:0], cellBytes*len(row))[:cellBytes*len(row)]
	for i, c := range row {
		if !c.Plain() {
			return nil
		}
		binary.LittleEndian.PutUint64(r.bytes[cellBytes*i:], uint64(c.Glyph)|uint64(c.Style)<<32|uint64(c.Width)<<48)
	}
	if len(row) == 0 {
		return nil
	}
	hash := maphash.Bytes(r.seed, r.bytes)
	first := r.byHash[hash]
	for s := first; s != nil; s = s.next {
		if slices.Equal(s.cells, row) {
			return s
		}
	}
	s := &sharedRow{cells: slices.Clone(row), hash: hash, next: first}
	r.byHash[hash] = s
	r.used[&s.cells[0]] = s
	return s
}
