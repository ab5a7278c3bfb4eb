package chart

import (
	"math"
	"strconv"
)

// scale maps numbers to the rows of a plot. Its ticks are round, and equally
// many rows apart; rows that this leaves over are at the top, where the label
// of the highest point finds room.
type scale struct {
	rows     int // of the plot
	perTick  int // rows from tick to tick
	first    int // the lowest tick, in steps from zero
	ticks    int
	mantissa int // a step is mantissa (1, 2 or 5) × 10^exponent
	exponent int
}

// newScale returns a scale for numbers in [low, high] that starts at zero, or
// below it if low does: a height then compares like the number. rows is at
// least 2.
func newScale(low, high float64, rows int) scale {
	low, high = min(low, 0), max(high, 0)
	if !(high-low > 1e-300) { // steps below this are no numbers any more
		low, high = 0, 1
	}
	const spacious = 5 // rows, from which on ticks keep a row between them
	closest := 1
	if rows >= spacious {
		closest = 2
	}
	ideal := min(max(float64(rows-1)/3, 1), 5)
	var best scale
	least := math.Inf(1)
	for e := int(math.Floor(math.Log10(high-low))) - 2; ; e++ {
		for _, m := range []int{1, 2, 5} {
			s := scale{rows: rows, mantissa: m, exponent: e}
			from, to := math.Floor(low/s.value(1)), math.Ceil(high/s.value(1))
			n := to - from
			if n*float64(closest) > float64(rows-1) {
				continue
			}
			s.first, s.ticks = int(from), int(n)+1
			s.perTick = (rows - 1) / int(n)
			used := (high - low) / s.value(1) * float64(s.perTick) / float64(rows-1)
			if cost := 1 - used + math.Abs(n-ideal)/ideal/2; cost < least {
				best, least = s, cost
			}
			if n <= 1 || n <= 2 && low < 0 {
				return best
			}
		}
	}
}

// value returns the number at n steps from zero.
func (s scale) value(n int) float64 {
	if s.exponent < 0 { // dividing keeps 0.3 the number that prints as 0.3
		return float64(n*s.mantissa) / math.Pow10(-s.exponent)
	}
	return float64(n*s.mantissa) * math.Pow10(s.exponent)
}

// tick returns the number and the row of tick i.
func (s scale) tick(i int) (v float64, row int) {
	return s.value(s.first + i), s.rows - 1 - i*s.perTick
}

// place returns how many rows below the top of the plot v lies; a tick lies in
// the middle of its row.
func (s scale) place(v float64) float64 {
	steps := v/s.value(1) - float64(s.first)
	return float64(s.rows) - 0.5 - steps*float64(s.perTick)
}

// formatTick is how ticks are written if nothing else is asked for.
func formatTick(v float64) string {
	if a := math.Abs(v); a != 0 && (a < 1e-4 || a >= 1e9) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// years maps years to columns.
type years struct {
	from, to int // the first and the last year
	left     int // column of the first year
	inner    int // columns from the first year to the last
}

// newYears lays the years out in w columns from left on, with margins before and
// after them.
// Neighbours are equally far apart unless that would leave much of the width
// unused.
func newYears(from, to, left, w, before, after int) years {
	y := years{from: from, to: to, left: left + before, inner: max(w-before-after-1, 0)}
	if span := to - from; span == 0 {
		y.left += y.inner / 2
	} else if even := y.inner / span * span; even*5 >= y.inner*4 {
		y.inner = even
	}
	return y
}

func (y years) column(year int) int {
	span := y.to - y.from
	if span == 0 {
		return y.left
	}
	return y.left + (2*(year-y.from)*y.inner+span)/(2*span)
}

// stride returns how many years apart labels w cells wide can stand.
func (y years) stride(w int) int {
	span := max(y.to-y.from, 1)
	for unit := 1; ; unit *= 10 {
		for _, m := range []int{1, 2, 5} {
			if m*unit > span || m*unit*y.inner/span >= w+1 {
				return m * unit
			}
		}
	}
}
