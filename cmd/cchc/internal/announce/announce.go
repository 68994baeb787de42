// Package announce keeps the list of figures that the secretariat announces (số công bố): what was reckoned of all units is put into
// it, what people typed stays, and what it says is read for forms and results.
//
// Begin with [Read], or with [Write] for what a ranking reckoned.
package announce

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/scoring"
	"cchc/scoring/figures"
	"cchc/templates/report"
)

// Read reads a list for a rule set. The error is of the disk; what is wrong with the list is among the problems.
func Read(path string, rs *scoring.RuleSet) ([]figures.Row, []lists.Problem, error) {
	data, err := disk.ReadBounded(path)
	if err != nil {
		return nil, nil, err
	}
	rows, problems := lists.ReadFigures(path, data, rs)
	return rows, problems, nil
}

// Written is what became of a list.
type Written struct {
	Rows     []figures.Row
	Same     bool              // it says the same already
	Revised  []figures.Revised // what comes to another value than the list has
	Kept     bool              // they were not put into it: that takes force
	Beside   string            // where the list lies that was replaced
	Problems []lists.Problem   // of the list that stands there; where one is an error, nothing was written
}

// Write reckons the figures of a rule set and puts them into a list. One that stands there keeps what was typed into it: values from outside always, and
// others unless force says that what is reckoned now replaces them. It then stays beside.
func Write(path string, rs *scoring.RuleSet, all []figures.Declared, force bool) (w Written, err error) {
	reckoned := figures.Reckon(rs, all)
	standing, problems, err := Read(path, rs)
	if errors.Is(err, fs.ErrNotExist) {
		w.Rows = reckoned
		return w, write(path, rs, w.Rows, false)
	}
	if err != nil || lists.Faulty(problems) {
		w.Problems = problems
		return w, err
	}
	w.Rows, w.Revised = figures.Merge(standing, reckoned)
	switch {
	case len(w.Revised) > 0 && !force:
		w.Kept = true
		return w, nil
	case figures.NewList(w.Rows).Fingerprint() == figures.NewList(standing).Fingerprint():
		w.Same = true
		return w, nil
	}
	data, err := disk.ReadBounded(path)
	if err != nil {
		return w, err
	}
	if w.Beside, err = putBeside(path, data); err != nil {
		return w, err
	}
	return w, write(path, rs, w.Rows, true)
}

// putBeside keeps a list that is about to be replaced, under a name that no other one has.
func putBeside(path string, data []byte) (beside string, err error) {
	beside = path + ".cu"
	for n := 2; ; n++ {
		err := disk.WriteWhole(beside, data, false)
		if there, _ := os.ReadFile(beside); err == nil || !errors.Is(err, fs.ErrExist) || bytes.Equal(there, data) {
			return beside, nilIfExists(err)
		}
		beside = fmt.Sprintf("%s.cu%d", path, n)
	}
}

func nilIfExists(err error) error {
	if errors.Is(err, fs.ErrExist) {
		return nil // the same is kept already
	}
	return err
}

func write(path string, rs *scoring.RuleSet, rows []figures.Row, force bool) error {
	var out bytes.Buffer
	if IsTable(path) {
		if err := lists.WriteTable(&out, cells(rs, rows)); err != nil {
			return err
		}
		return disk.WriteWhole(path, out.Bytes(), force)
	}
	book := report.FigureWorkbook(rs, rows)
	book.Seal()
	if err := book.Write(&out); err != nil {
		return err
	}
	return disk.WriteWhole(path, out.Bytes(), force)
}

// IsTable says that a list is to be a text file.
func IsTable(path string) bool { return strings.EqualFold(filepath.Ext(path), ".csv") }

// cells are the rows of a list as a text file has them.
func cells(rs *scoring.RuleSet, rows []figures.Row) [][]string {
	all := [][]string{{"so_cong_bo", "ten", "khoi", "gia_tri", "bo_chi_so", "ghi_chu"}}
	for i := range rows {
		row := &rows[i]
		value := ""
		if row.Value.Valid {
			value = strings.Replace(row.Value.Decimal.String(), ".", ",", 1)
		}
		all = append(all, []string{row.Figure.Name, row.Figure.Label, row.Block, value, rs.ID, report.FigureNote(row)})
	}
	return all
}
