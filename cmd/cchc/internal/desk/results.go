package desk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
)

// Standing is a result that lies in a folder of results, whichever run wrote it.
type Standing struct {
	Name string // of its file
	Sum  string // the same for the same line of JSON
	note *note
}

// Standings lists the results of a folder, by name. What is noted of one is taken for it; one that was changed since it was scored is
// read as it is.
func (d *Desk) Standings(folder string) ([]Standing, error) {
	list, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	shelf := d.shelf(folder)
	var all []Standing
	for _, item := range list {
		if name := item.Name(); item.Type().IsRegular() && disk.IsWorkbook(name) && !strings.HasPrefix(name, "~$") {
			n, err := d.noteOf(shelf, name)
			if err != nil {
				return nil, err
			}
			if n != nil {
				all = append(all, Standing{name, sumOf(n.Packed), n})
			}
		}
	}
	return all, nil
}

// noteOf is what is known of a file of the folder; nil where it is no result.
func (d *Desk) noteOf(s *shelf, name string) (*note, error) {
	if n, ok := s.written[name]; ok {
		return &n, nil
	}
	path := filepath.Join(s.folder, name)
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, err
	}
	if n := s.unchanged(name, sumOf(data)); n != nil {
		return n, nil
	}
	if _, ok := d.ownerOfResult(data); !ok {
		return nil, nil
	}
	scored := d.Score(ScoreJob{Path: path})
	if scored.Result == nil {
		return nil, scored.Failure
	}
	rec := scored.Record()
	packed, err := scored.edition.packer.pack(&rec)
	return &note{Result: name, RuleSet: rec.RuleSet, Packed: packed}, err
}

// Record is the result's line of JSON, as it was when the result was written; ok is false where none can be had.
func (d *Desk) Record(s Standing) (rec record.Record, ok bool) {
	e, err := d.Edition(s.note.RuleSet)
	if err != nil {
		return rec, false
	}
	return e.packer.record(s.note)
}

// File is the list's file; "" for none.
func (l *UnitList) File() string {
	if l == nil {
		return ""
	}
	return l.file
}
