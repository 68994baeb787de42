package desk

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/scoring"
)

// note is what a run notes of a result for the next one, so that it need not read again what is as it was. It vouches for nothing
// but bytes of the sums that it names: where a form or a result are others now, or the program or its rules, it counts for nothing.
type note struct {
	Result  string `json:"ket_qua"`     // its name
	Sum     string `json:"dau_ket_qua"` // of its bytes
	Form    string `json:"dau_phieu"`   // of the bytes of the form that it was made of
	Unit    string `json:"don_vi"`      // of the owner
	RuleSet string `json:"bo_chi_so"`
	Basis   string `json:"can_cu"`               // what else the result depends on: see [desk.basis]
	Figures string `json:"so_cong_bo,omitempty"` // the fingerprint of the figures that it was scored by
	Day     string `json:"ngay_cham,omitempty"`  // of the scoring, where it was given
	Code    string `json:"ma"`                   // the unit's
	Packed  []byte `json:"ban_ghi"`              // the line of JSON, deflated: a batch keeps one of each unit
}

// packer makes little of lines of JSON by one rule set, one at a time: they are much alike, and so is the line of a form in which
// nothing stands, which both sides can make.
type packer struct {
	blank   []byte
	deflate *flate.Writer
}

func newPacker(e *Edition) (*packer, error) {
	var blank bytes.Buffer
	result := e.Layout.Scorer.Score(scoring.Submission{})
	rec := record.New("", &result, nil)
	if err := rec.Write(&blank); err != nil {
		return nil, err
	}
	w, err := flate.NewWriterDict(nil, flate.DefaultCompression, blank.Bytes())
	return &packer{blank.Bytes(), w}, err
}

func (p *packer) pack(rec *record.Record) ([]byte, error) {
	var packed bytes.Buffer
	p.deflate.Reset(&packed)
	if err := rec.Write(p.deflate); err != nil {
		return nil, err
	}
	err := p.deflate.Close()
	return bytes.Clone(packed.Bytes()), err
}

// record is the line of JSON of a note; ok is false where it holds none.
func (p *packer) record(n *note) (rec record.Record, ok bool) {
	line, err := io.ReadAll(io.LimitReader(flate.NewReaderDict(bytes.NewReader(n.Packed), p.blank), maxNoted))
	return rec, err == nil && json.Unmarshal(line, &rec) == nil
}

// maxNoted is how long a line of JSON may be that a note holds.
const maxNoted = 8 << 20

func (n *note) owner() Owner { return Owner{n.Unit, n.RuleSet} }

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
	out.Grow(s.notesSize())
	for _, name := range slices.Sorted(maps.Keys(s.notes)) {
		if _, err := os.Lstat(filepath.Join(s.folder, name)); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := (record.Lines{Out: &out}).Write(s.notes[name]); err != nil {
			return err
		}
	}
	path := filepath.Join(s.folder, disk.NotesFile)
	if info, err := os.Stat(path); err == nil && info.Size() == int64(out.Len()) && isWritten(path, out.Bytes()) {
		return nil
	}
	return disk.WriteWhole(path, out.Bytes(), true)
}

// notesSize is about how long the notes are when they are written.
func (s *shelf) notesSize() int {
	size := 0
	for _, n := range s.notes {
		size += 4*len(n.Packed)/3 + 600
	}
	return size
}
