package desk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/disk"
)

// leaveAsBefore says that nothing is to be done for a workbook: its result lies there as it was written of these very bytes, by
// these rules, this list and this program.
func (d *Desk) leaveAsBefore(s *Scored, data []byte) bool {
	if !s.Write || s.Force {
		return false
	}
	sum := sumOf(data)
	shelf, n := d.shelf(filepath.Dir(s.Path)), (*note)(nil)
	if s.inPlace() {
		n = shelf.unchanged(filepath.Base(s.Path), sum)
	}
	if n == nil {
		shelf = d.shelf(s.Out)
		n = shelf.asBefore(sum, sourceOf(s.Path, s.Out))
	}
	if n == nil || n.Basis != d.basis(n.RuleSet, n.Code) || !d.Announced.agrees(n) || d.Day != "" && d.Day != n.Day {
		return false
	}
	e, err := d.Edition(n.RuleSet)
	if err != nil {
		return false
	}
	rec, ok := e.packer.record(n)
	if !ok {
		return false
	}
	rec.File = filepath.ToSlash(s.Path)
	s.Rec, s.Outcome, s.Whose, s.Target = &rec, AsBefore, n.owner(), filepath.Join(shelf.folder, n.Result)
	shelf.claim(s.Whose, s.Path)
	shelf.keep(*n)
	return true
}

// basis is what a result depends on besides its form: the rules and those of the year before, the program, and what the list of
// units says.
func (d *Desk) basis(ruleSet, unit string) string {
	e, err := d.Edition(ruleSet)
	if err != nil {
		return ""
	}
	return e.basis + " " + d.List.fingerprint(unit)
}

// commit writes a result, one at a time: what lies there and holds what would be nowhere else is put aside first. Where several
// forms ask for a unit's result, none of them gets it, and what the first one wrote is taken back.
func (d *Desk) commit(s *Scored, e *Edition, a again, out []byte, form string) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	name := a.shelf.nameOf(s, a)
	s.Target, s.Outcome = filepath.Join(a.shelf.folder, name), a.outcome(out)
	switch {
	case a.shelf.contested(s.Whose):
		return a.shelf.takeBack(s.Whose)
	case a.blocked:
		return nil
	case s.Outcome != AsBefore:
		if err := s.replace(a, name, out); err != nil {
			return err
		}
	}
	rec := s.Record()
	packed, err := e.packer.pack(&rec)
	if err != nil {
		return err
	}
	figures := d.Announced.fingerprint(s.Whose.ruleSet)
	if figures == "" && a.old != nil && a.old.note != nil {
		figures = a.old.note.Figures // what was announced before is kept
	}
	a.shelf.keep(note{Figures: figures, Day: a.filling.Memory.Day, Result: name, Sum: sumOf(out), Form: form, Unit: s.Whose.unit, RuleSet: s.Whose.ruleSet,
		Basis: d.basis(s.Whose.ruleSet, rec.Unit.Code), Code: strings.Clone(rec.Unit.Code), Packed: packed})
	return nil
}

// outcome is what becomes of the result that is there.
func (a *again) outcome(out []byte) outcome {
	switch {
	case a.old == nil:
		return Fresh
	case a.old.sum == sumOf(out):
		return AsBefore
	case a.changed:
		return Corrected
	}
	return Renewed
}

// replace writes the result's file, and notes how to take that back.
func (s *Scored) replace(a again, name string, out []byte) error {
	if err := os.MkdirAll(a.shelf.folder, 0o755); err != nil {
		return err
	}
	if a.old != nil && a.typed {
		var err error
		if s.Earlier, err = a.shelf.putAside(a.old); err != nil {
			return err
		}
	}
	switch err := disk.WriteWhole(s.Target, out, a.old != nil); {
	case errors.Is(err, fs.ErrExist) && isWritten(s.Target, out): // by another run at the same time
	case err != nil:
		return err
	}
	a.shelf.wrote(s.Whose, takenBack(a.shelf, name, s.Target, s.Earlier, a.old == nil))
	return nil
}

// takenBack takes a result back that was written: what was put aside comes to its place again. It keeps nothing but names, for as
// long as the batch goes on.
func takenBack(shelf *shelf, name, target, earlier string, fresh bool) func() error {
	return func() error {
		shelf.forget(name)
		switch {
		case earlier != "":
			return os.Rename(earlier, target)
		case fresh:
			return os.Remove(target)
		}
		return nil
	}
}

// isWritten says that a file holds just that.
func isWritten(path string, data []byte) bool {
	there, err := os.ReadFile(path)
	return err == nil && bytes.Equal(there, data)
}

// bytes are what is in a result that lies in a folder.
func (k *kept) bytes(folder string) ([]byte, error) {
	if k.data != nil {
		return k.data, nil
	}
	return disk.ReadBounded(filepath.Join(folder, k.name))
}

// putAside keeps a result that is about to be replaced, under the next number; once only where the last one kept is the same.
func (s *shelf) putAside(old *kept) (path string, err error) {
	data, err := old.bytes(s.folder)
	if err != nil {
		return "", err
	}
	return PutAside(s.folder, old.name, data)
}

// PutAside keeps what stands in a folder of results under a name, before it is replaced.
func PutAside(results, name string, data []byte) (path string, err error) {
	folder := filepath.Join(results, disk.EarlierFolder)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	ending := filepath.Ext(name)
	base := strings.TrimSuffix(name, ending)
	last := ""
	for n := 1; ; n++ {
		path = filepath.Join(folder, fmt.Sprintf("%s (%d)%s", base, n, ending))
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			break
		}
		last = path
	}
	if same, err := os.ReadFile(last); last != "" && err == nil && bytes.Equal(same, data) {
		return last, nil
	}
	return path, disk.WriteWhole(path, data, false)
}

// nameOf is the file name of a workbook's result: the one that is there keeps its name.
func (s *shelf) nameOf(job *Scored, a again) string {
	if a.old != nil {
		return a.old.name
	}
	return s.nameFor(job.Result.Unit, job.Result.RuleSet, strings.TrimPrefix(job.Whose.unit, "/"))
}
