package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
)

// note is what a run notes of a result for the next one, so that it need not read again what is as it was. It vouches for nothing
// but bytes of the sums that it names: where a form or a result are others now, or the program or its rules, it counts for nothing.
type note struct {
	Result  string        `json:"ket_qua"`     // its name
	Sum     string        `json:"dau_ket_qua"` // of its bytes
	Form    string        `json:"dau_phieu"`   // of the bytes of the form that it was made of
	Unit    string        `json:"don_vi"`      // of the owner
	RuleSet string        `json:"bo_chi_so"`
	Basis   string        `json:"can_cu"` // what else the result depends on: see [desk.basis]
	Record  record.Record `json:"ban_ghi"`
}

func (n *note) owner() owner { return owner{n.Unit, n.RuleSet} }

// readNotes reads what the last run noted of a folder's results, by their names; nothing where that can't be read.
func readNotes(folder string) map[string]note {
	notes := map[string]note{}
	data, err := os.ReadFile(filepath.Join(folder, disk.NotesFile))
	if err != nil {
		return notes
	}
	for _, line := range bytes.Split(data, []byte("\n")) {
		var n note
		if json.Unmarshal(line, &n) == nil {
			notes[n.Result] = n
		}
	}
	return notes
}

// unchanged is the note of a result that has the bytes of that sum; nil where there is none.
func (s *shelf) unchanged(name, sum string) *note {
	if n, ok := s.notes[name]; ok && n.Sum == sum {
		return &n
	}
	return nil
}

// keep keeps a note of a result for the next run.
func (s *shelf) keep(n note) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written[n.Result] = n
}

// forget drops what was noted of a result that was taken back.
func (s *shelf) forget(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.written, name)
}

// writeNotes keeps the notes of the run, beside those of results that it had nothing to do with.
func (s *shelf) writeNotes() error {
	for _, n := range s.written {
		s.notes[n.Result] = n
	}
	if len(s.written) == 0 {
		return nil
	}
	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(s.notes)) {
		if _, err := os.Lstat(filepath.Join(s.folder, name)); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := (record.Lines{Out: &out}).Write(s.notes[name]); err != nil {
			return err
		}
	}
	path := filepath.Join(s.folder, disk.NotesFile)
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, out.Bytes()) {
		return nil
	}
	return disk.WriteWhole(path, out.Bytes(), true)
}
