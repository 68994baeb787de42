// Package word reads the tables of a Word document (.docx) that nobody vouches for.
//
// Start with [Tables]. The zip goes through the gate of package xlsx, which proves every entry by its size and sum; the markup is
// read here with the same doubt: no DOCTYPE, bounded depth, well-formed to its end, or the file is refused by name. What a table says is
// taken as Word shows it: numbers that Word makes by numbering, merged cells once, deleted text not at all.
//
// The libraries that open documents were tried with nasty files. Both take a DOCTYPE; of a file of 400 kB that unpacks to 130 MB,
// fumiama/go-docx ran out of 6 GB of memory, and gomutex/godocx took half a minute and 2.6 GB. So the reader is our own.
package word
