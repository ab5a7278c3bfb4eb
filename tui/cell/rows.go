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
	bytes  []byte // of the row that is looked for
	byHash map[uint64][]*sharedRow
	used   map[*Cell]*sharedRow // by their first cells
}

type sharedRow struct {
	cells []Cell
	hash  uint64
	refs  int
}

// rowBytes is about what is kept of a shared row beside its cells.
const rowBytes = 128

// NewRows returns an empty Rows.
func NewRows() *Rows {
	return &Rows{seed: maphash.MakeSeed(), byHash: map[uint64][]*sharedRow{}, used: map[*Cell]*sharedRow{}}
}

// Add makes a frame that nobody else has yet, and nobody draws on any more, share its
// lines with those added before, and returns how many bytes more are kept.
func (r *Rows) Add(f *Frame) (bytes int) {
	bytes = f.overhead()
	for y, row := range f.rows {
		if row = r.find(row); row == nil { // what is made of clusters and links is the frame's own
			f.rows[y] = slices.Clone(f.rows[y])
			bytes += len(f.rows[y]) * cellBytes
			continue
		}
		f.rows[y] = row
		s := r.used[&row[0]]
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
			r.byHash[s.hash] = slices.DeleteFunc(r.byHash[s.hash], func(other *sharedRow) bool { return other == s })
			if len(r.byHash[s.hash]) == 0 {
				delete(r.byHash, s.hash)
			}
		}
	}
	return bytes
}

func (s *sharedRow) bytes() int { return len(s.cells)*cellBytes + rowBytes }

// find returns the shared row that is like row, which becomes one if there is
// none; nil if it cannot be shared.
func (r *Rows) find(row []Cell) []Cell {
	r.bytes = r.bytes[:0]
	for _, c := range row {
		if !c.Plain() {
			return nil
		}
		r.bytes = binary.LittleEndian.AppendUint64(r.bytes, uint64(c.Glyph)|uint64(c.Style)<<32|uint64(c.Width)<<48)
	}
	if len(row) == 0 {
		return nil
	}
	id := maphash.Bytes(r.seed, r.bytes)
	for _, s := range r.byHash[id] {
		if slices.Equal(s.cells, row) {
			return s.cells
		}
	}
	s := &sharedRow{cells: slices.Clone(row), hash: id}
	r.byHash[id] = append(r.byHash[id], s)
	r.used[&s.cells[0]] = s
	return s.cells
}
