// Package parts is what the departments of a unit have sent, while it is put together: [Read] reads a file, [Table.Weigh] says whose
// answers decide, and the other methods of [Table] tell what differs and what is still to come. The putting together itself is
// [handover.Merge].
package parts

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// Newest is the value of --prefer that lets the file decide which was saved last.
const Newest = "newest"

// File is a file with what it says.
type File struct {
	handover.Hand
	Path    string
	Reading *reader.Reading
}

// Table is what lies on the table when a unit's files are put together. Results go to Out, talk to Err; Line says a problem in a line.
type Table struct {
	Out, Err io.Writer
	Line     func(reader.Problem) string
	Prefer   string // Newest, a file, or ""
	Unit     string // said before the files' names, where several units are put together
	Files    []File
	Edition  *desk.Edition
}

// Same says that two names are of one path.
func Same(path, other string) bool { return filepath.Clean(path) == filepath.Clean(other) }

// Read reads a form or a part of one. Whatever is in the file, even a panic is only its refusal.
func Read(d *desk.Desk, path string) (e *desk.Edition, reading *reader.Reading, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &reader.Refused{Problem: problem.New(problem.FileCrash, "", fault)}
		}
	}()
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, nil, err
	}
	e, book, err := d.Book(data)
	if err != nil {
		return nil, nil, err
	}
	if book.Stamp.Stage != templates.SubmittedStage {
		return nil, nil, &reader.Refused{Problem: problem.New(problem.MergeScored, "")}
	}
	reading, err = reader.ReadPart(e.Layout, book)
	return e, reading, err
}

// Names are what reports call the files: their names, or where two have the same their paths.
func Names(files []string) map[string]string {
	count := map[string]int{}
	for _, path := range files {
		count[filepath.Base(path)]++
	}
	names := map[string]string{}
	for _, path := range files {
		names[path] = filepath.Base(path)
		if count[names[path]] > 1 {
			names[path] = filepath.ToSlash(path)
		}
	}
	return names
}

// Weigh gives the files the weight that --prefer asks for.
func (t *Table) Weigh() error {
	if t.Prefer == "" {
		return nil
	}
	found := false
	for i := range t.Files {
		hand := &t.Files[i]
		if t.Prefer == Newest {
			found = true
		} else if Same(hand.Path, t.Prefer) || hand.Name == t.Prefer {
			hand.Weight, found = 1, true
		}
	}
	if t.Prefer == Newest {
		return t.weighByTime()
	}
	if !found {
		return terminal.Misuse("Tệp %s nêu ở --prefer không có trong các tệp được ghép.", terminal.Quoted(t.Prefer))
	}
	return nil
}

// weighByTime gives each file the weight of the moment at which it was saved: the one that the workbook tells of itself, which goes
// with it through mails and copies, before that of the file on this machine. Where the two lead to different files, it says so.
func (t *Table) weighByTime() error {
	var byBook, byFile int // the newest by either
	var files []time.Time
	for i := range t.Files {
		hand := &t.Files[i]
		info, err := os.Stat(hand.Path)
		if err != nil {
			return err
		}
		files = append(files, info.ModTime())
		at := hand.Reading.Saved
		if at.IsZero() {
			at = info.ModTime()
		}
		hand.Weight = int(at.UnixNano())
		if hand.Weight > t.Files[byBook].Weight {
			byBook = i
		}
		if files[i].After(files[byFile]) {
			byFile = i
		}
	}
	if byBook != byFile {
		fmt.Fprintf(t.Err, "Lưu ý: theo thời điểm lưu ghi trong phiếu, tệp sau cùng là %s (%s); theo thời điểm của tệp trên máy là %s (%s). Lấy theo phiếu.\n",
			terminal.PlainLine(t.Files[byBook].Name), desk.Moment(time.Unix(0, int64(t.Files[byBook].Weight))),
			terminal.PlainLine(t.Files[byFile].Name), desk.Moment(files[byFile]))
	}
	return nil
}
