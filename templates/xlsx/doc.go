// Package xlsx reads an .xlsx file that nobody vouches for: whole and exactly, or not at all.
//
// The workbooks come by mail, saved by whatever program, and a published score can't be taken back. So nothing is
// believed before it is checked, and every check comes before the work that it guards: the size before reading, the
// zip's directory before inflating, the counted bytes while inflating, the markup while scanning. A damaged file
// is refused or gives exactly the sound file's cells; there is no third outcome, and no cell is ever passed over in
// silence. A refusal is a *Refused: a problem with a code, what was found, and what to do.
//
// The way in is one pass:
//
//	Open   magic.go      what kind of file is it? each wrong kind has its own sentence
//	       end.go        the end record, small or large, its comment, and what may follow it
//	       directory.go  the zip's directory and local headers agree, nothing overlaps, nothing is left between
//	       inflate.go    every entry is read to its end: CRC, size, ratio, all as counted
//	       types.go      content types: no macros, no binary parts
//	       package.go    relations: which part is the workbook, the styles, the strings
//	       workbook.go   the sheets, in order
//	Sheet  worksheet.go  the sheet's sections
//	       rows.go       rows and cells, ascending and self-consistent
//	       content.go    what a cell holds
//
// The markup goes through a small scanner of its own (markup.go). It takes less than XML allows (UTF-8, into which
// wide.go puts UTF-16; no DOCTYPE, bounded depth) and what it takes, encoding/xml reads in the same way; a fuzz test compares the two. It hands out
// slices of the part, so reading costs a fraction of what unmarshalling everything would.
//
// A number stays the text that stands in the file until ParseNumber makes an exact decimal of it. No float is touched.
//
// The package knows cells, not forms: keys, answers and rule sets are its callers' business.
package xlsx
