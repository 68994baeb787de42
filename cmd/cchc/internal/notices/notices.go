// Package notices makes a letter for each result and puts it into a folder, where one that somebody has edited is never written onto.
//
// Start with [Gather], which reads results, and [Write].
package notices

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/notice"
	"cchc/templates/reader"
	"cchc/templates/word"
)

// Options say what is written.
type Options struct {
	Kind           notice.Kind // "" goes by each result
	Date, Deadline string
	Workers        int
}

// Noted is what was made of one file.
type Noted struct {
	Path    string
	Unit    scoring.Unit
	Letter  *notice.Letter   // nil where there is none to be written
	Problem *problem.Problem // why there is none
	Skipped *disk.Skipped
	Failure error // of the disk
	owner   string
}

// Gather reads the results, in the order of the files. Of a unit that has several none gets a letter.
func Gather(ctx context.Context, d *desk.Desk, files []string, o Options) ([]Noted, error) {
	var all []Noted
	_, err := desk.InOrder(ctx, files, o.Workers, func(path string) Noted { return noted(d, path, o) }, func(n Noted) error {
		all = append(all, n)
		return n.Failure
	})
	twice(all)
	return all, err
}

// noted reads one file. Whatever is in it, even a panic is only its refusal.
func noted(d *desk.Desk, path string, o Options) (n Noted) {
	n.Path = path
	defer func() {
		if fault := recover(); fault != nil {
			p := problem.New(problem.FileCrash, "", fault)
			n = Noted{Path: path, Problem: &p}
		}
	}()
	e, reading, err := d.Open(path)
	if err != nil {
		n.refuse(err)
		return n
	}
	listed := d.List.Apply(reading)
	n.Unit = reading.Submission.Unit
	if reading.Stamp.Stage == templates.SubmittedStage {
		return n.without(problem.NoticeNoResult, terminal.Quoted(path))
	}
	result := e.Layout.Scorer.Score(reading.Submission)
	kind := o.Kind
	if kind == "" {
		kind = notice.Complete
		if result.Done {
			kind = notice.Results
		}
	}
	if kind == notice.Results && !result.Done {
		return n.without(problem.NoticeNotAppraised, desk.OrNobody(n.Unit))
	}
	found := record.New(path, &result, append(reading.Findings(&result), listed...)).Problems
	n.Letter = &notice.Letter{Kind: kind, Layout: e.Layout, Declared: &reading.Submission, Result: &result, Mend: batch.ToMend(found, problem.EvidenceMissing),
		File: sourceOf(reading, path), Date: o.Date, Deadline: o.Deadline}
	n.owner = desk.FoldedCode(n.Unit.Code)
	return n
}

// sourceOf is the form that the result was made of, as its unit knows it.
func sourceOf(reading *reader.Reading, path string) string {
	if reading.Memory.Source != "" {
		return filepath.Base(filepath.FromSlash(reading.Memory.Source))
	}
	return filepath.Base(path)
}

func (n Noted) without(code problem.Code, args ...any) Noted {
	p := problem.New(code, "", args...)
	n.Problem = &p
	return n
}

// refuse says why a file can't be read.
func (n *Noted) refuse(err error) {
	var refusal *reader.Refused
	var faulty *desk.FaultySet
	var ambiguous *rules.NameError
	switch {
	case errors.As(err, &refusal):
		n.Problem = &refusal.Problem
		n.Skipped = desk.NoForm(n.Path, refusal.Problem.Code)
	case errors.As(err, &faulty):
		p := faulty.OfForm()
		n.Problem = &p
	case errors.As(err, &ambiguous):
		n.Problem = &ambiguous.Problem
	default:
		n.Failure = err
	}
}

// twice takes the letters from units that have several results.
func twice(all []Noted) {
	files := map[string][]string{}
	for i := range all {
		if all[i].Letter != nil {
			files[all[i].owner] = append(files[all[i].owner], terminal.Quoted(all[i].Path))
		}
	}
	for i := range all {
		n := &all[i]
		if n.Letter == nil || len(files[n.owner]) == 1 {
			continue
		}
		n.Letter = nil
		*n = n.without(problem.NoticeTwice, desk.OrNobody(n.Unit), strings.Join(files[n.owner], ", "))
	}
}

// FileOf is the name of a unit's letter.
func (n *Noted) FileOf() string {
	return disk.SafeName(string(n.Letter.Kind)+"-"+n.Unit.Code, "thong-bao") + ".docx"
}

// Fate is what became of a letter.
type Fate int

const (
	New    Fate = iota // there was none
	Same               // it stands there already as it would be written
	Anew               // one stood there that nobody had edited, and that said otherwise
	Edited             // one stands there that somebody has edited; it stays
)

// Write puts a letter into the folder. One that somebody has edited is never written onto.
func Write(folder string, n *Noted, template *word.Template) (Fate, error) {
	letter, err := template.Fill(n.Letter.Values())
	if err != nil {
		return New, err
	}
	path := filepath.Join(folder, n.FileOf())
	standing, err := disk.ReadBounded(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return New, disk.WriteWhole(path, letter, false)
	case err != nil:
		return New, err
	case bytes.Equal(standing, letter):
		return Same, nil
	case len(standing) > 0 && !draft.IsSealed(standing):
		return Edited, nil
	}
	return Anew, disk.WriteWhole(path, letter, true)
}

// Templates gives the template of each kind: the office's own for all, or the standard ones.
func Templates(own []byte) (map[notice.Kind]*word.Template, error) {
	all := map[notice.Kind]*word.Template{}
	for _, kind := range []notice.Kind{notice.Complete, notice.Results} {
		data, err := own, error(nil)
		if own == nil {
			data, err = notice.Standard(kind)
		}
		if err == nil {
			all[kind], err = word.OpenTemplate(data)
		}
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Faults are what the templates of those letters hold that cannot be filled in, each once.
func Faults(all []Noted, kinds map[notice.Kind]*word.Template) []problem.Problem {
	var found []problem.Problem
	for i := range all {
		if l := all[i].Letter; l != nil {
			found = append(found, kinds[l.Kind].Check(l.Values())...)
			break // every letter has the same fields
		}
	}
	return slices.Clip(found)
}

// Words say what became of letters.
func Words(fates map[Fate]int) string {
	var parts []string
	for _, f := range []struct {
		fate Fate
		text string
	}{{New, "lập mới %d"}, {Anew, "lập lại %d"}, {Same, "như trước %d"}, {Edited, "giữ nguyên %d đã có người sửa"}} {
		if n := fates[f.fate]; n > 0 {
			parts = append(parts, fmt.Sprintf(f.text, n))
		}
	}
	return strings.Join(parts, ", ")
}
