// Package word reads Word documents (.docx) that nobody vouches for, and writes our own.
//
// For reading tables start with [Tables]; for a document of ours with [Document]; for one that an office keeps with fields in it, to be
// filled in for each unit, with [OpenTemplate], [Template.Check] and [Template.Fill]. The zip goes through the gate of package xlsx, which
// proves every entry by its size and sum; the markup is
// read here with the same doubt: no DOCTYPE, bounded depth, well-formed to its end, or the file is refused by name. What a table says is
// taken as Word shows it: numbers that Word makes by numbering, merged cells once, deleted text not at all.
//
// The libraries that open documents were tried with nasty files. Both take a DOCTYPE; of a file of 400 kB that unpacks to 130 MB,
// fumiama/go-docx ran out of 6 GB of memory, and gomutex/godocx took half a minute and 2.6 GB. So the reader is our own.
//
// They were tried for writing, too. A template has to be read through the gate and written with all that it holds, which needs what is
// here whatever writes the rest; of equal documents go-docx makes different bytes, and is under the AGPL; godocx puts 885 kB of styles
// and a picture of somebody else's page into each letter. What our documents need of the format is two files of markup.
package word
