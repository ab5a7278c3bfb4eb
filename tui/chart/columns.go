package chart

// ColumnGap is how many cells lie between two columns of a table.
const ColumnGap = 2

// Align says where in its column a text stands.
type Align uint8

// The alignments: texts left, numbers right.
const (
	AlignLeft Align = iota
	AlignRight
)

// Column is one column of a table, widths in cells.
type Column struct {
	Title string
	Align Align
	Width int // as wide as it likes to be
	Min   int // as narrow as it can be; 0: Width
	Flex  int // its share of what is left over; 0: it stays at Width
	Drop  int // the largest goes first when there is no room; 0: never
}

func (c Column) narrowest() int {
	if c.Min > 0 && c.Min < c.Width {
		return c.Min
	}
	return max(c.Width, c.Min, 1)
}

// Columns returns the width of each column in a table w cells wide, 0 for one
// that is not shown. The shown ones and the gaps between them take at most w.
//
// Columns are dropped until the rest fits at its narrowest. Then they grow to
// the width they like, those that are dropped last first, and what is still
// left is shared out by Flex. If columns that are never dropped do not fit,
// the first ones get what there is.
func Columns(specs []Column, w int) []int {
	widths := make([]int, len(specs))
	for i, c := range specs {
		widths[i] = c.narrowest()
	}
	for total(widths) > w {
		if i := dropNext(specs, widths); i >= 0 {
			widths[i] = 0
			continue
		}
		squeeze(widths, w)
		return widths
	}
	grow(specs, widths, w-total(widths))
	flex(specs, widths, w-total(widths))
	return widths
}

// total is the width of the shown columns and the gaps between them.
func total(widths []int) int {
	sum := 0
	for _, w := range widths {
		if w > 0 {
			sum += w + ColumnGap
		}
	}
	return max(sum-ColumnGap, 0)
}

// dropNext returns the shown column to drop next, -1 if there is none: the
// one with the largest Drop, of several the rightmost.
func dropNext(specs []Column, widths []int) int {
	next := -1
	for i, c := range specs {
		if widths[i] > 0 && c.Drop > 0 && (next < 0 || c.Drop >= specs[next].Drop) {
			next = i
		}
	}
	return next
}

func squeeze(widths []int, w int) {
	left := max(w, 0)
	for i := range widths {
		if widths[i] == 0 {
			continue
		}
		widths[i] = min(widths[i], left)
		left = max(left-widths[i]-ColumnGap, 0)
	}
}

// grow widens the shown columns to the width they like, by spare cells in all.
func grow(specs []Column, widths []int, spare int) {
	grown := make([]bool, len(specs))
	for range specs {
		next := -1
		for i, c := range specs {
			if widths[i] > 0 && !grown[i] && (next < 0 || c.Drop < specs[next].Drop) {
				next = i
			}
		}
		if next < 0 {
			return
		}
		grown[next] = true
		more := min(max(specs[next].Width-widths[next], 0), spare)
		widths[next] += more
		spare -= more
	}
}

// flex shares spare cells out among the shown columns that want more.
func flex(specs []Column, widths []int, spare int) {
	sum := 0
	for i, c := range specs {
		if widths[i] > 0 {
			sum += max(c.Flex, 0)
		}
	}
	for i, c := range specs {
		if widths[i] == 0 || c.Flex <= 0 {
			continue
		}
		more := spare * c.Flex / sum // the last one gets all that is left
		widths[i] += more
		spare -= more
		sum -= c.Flex
	}
}
