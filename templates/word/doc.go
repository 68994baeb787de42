// Package word reads the tables of a Word document (.docx) that nobody vouches for.
//
// Start with [Tables]. The zip goes through the gate of package xlsx, which proves every entry by its size and sum; the markup is
// read here with the same doubt: no DOCTYPE, bounded depth, well-formed to its end, or the file is refused by name. What a table says is
// taken as Word shows it: numbers that Word makes by numbering, merged cells once, deleted text not at all.
//
// The libraries that open documents (fumiama/go-docx, gomutex/godocx) were tried with nasty files: both take a DOCTYPE, and a file of
// 400 kB keeps them busy for minutes. So the reader is our own.
package word
