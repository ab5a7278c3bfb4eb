// Package chart turns numbers into cells: gauge, bar, sparkline, table and
// line chart, and the table they stand in.
//
// Everything here is a pure function of its arguments. A line is always
// exactly as many cells wide as asked, a block exactly as many lines high,
// whatever the numbers and the texts are; a width or height below 1 gives
// nothing. What is drawn never claims more than the numbers given.
//
// Two things are separate: [Glyphs] say which characters are drawn, styles how
// they are coloured. Every drawing is readable with no style at all.
package chart
