package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/draft"
	"cchc/templates/reader"
)

// Before a form is written where a file stands already, that is read: what a person typed into it is never lost, whatever
// command is run again and with whatever option. Everything that writes a form goes through [desk.target].

// fate is what becomes of what stands where a form is to be written.
type fate int

const (
	fateNew  fate = iota // nothing stands there
	fateSame             // the form stands there already as it would be written
	fateOld              // a form of ours stands there of which nothing would be lost
	fateKept             // what stands there may not be written onto; the target's problem says why
)

// target is a place where a form is to be written.
type target struct {
	path     string
	form     []byte // what is to be written
	fate     fate
	problem  problem.Problem // why what stands there is kept
	standing desk.OldForm    // what stands there, where that is a form
	now      desk.OldForm    // the form to be written, as it reads
}

// standingAt looks at what stands where a form is to be written. The error is of the disk.
func standingAt(d *desk.Desk, path string, form []byte) (target, error) {
	t := target{path: path, form: form}
	data, err := disk.ReadBounded(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t, nil
	case err != nil:
		return t, err
	case bytes.Equal(data, form):
		t.fate = fateSame
		return t, nil
	case len(data) == 0:
		t.fate = fateOld
		return t, nil
	}
	if t.standing, err = d.ReadOld(data, ""); err != nil {
		return t.kept(problem.StandsForeign, refusalText(err)), nil
	}
	if t.standing.Book.Stamp.Stage == templates.ScoredStage {
		return t.kept(problem.StandsResult), nil
	}
	if t.now, err = d.ReadOld(form, ""); err != nil {
		return t, err // we wrote it
	}
	return t.weighed(), nil
}

// weighed decides what may become of a form that stands there.
func (t target) weighed() target {
	is, now := t.standing.Reading, t.now.Reading
	if lost := is.Lost(now); len(lost) > 0 && !is.Untouched() {
		return t.kept(problem.StandsTyped, few(lost))
	}
	t.fate = fateOld
	if is.SameForm(now) && is.SameEntries(now) {
		t.fate = fateSame
	}
	return t
}

func (t target) kept(code problem.Code, args ...any) target {
	t.fate, t.problem = fateKept, problem.New(code, "", append([]any{terminal.Quoted(t.path)}, args...)...)
	return t
}

// put writes the form. Without force a form that stands there stays; the same one is as good as written.
func (t target) put(force bool) (same bool, err error) {
	switch {
	case t.fate == fateKept:
		return false, keeps(t.problem)
	case t.fate == fateSame && !force:
		return true, nil
	}
	return false, disk.WriteWhole(t.path, t.form, force)
}

// putForm writes a form, or says that it stands there already as it would be written.
func putForm(d *desk.Desk, path string, form []byte, force bool) (same bool, err error) {
	t, err := standingAt(d, path, form)
	if err != nil {
		return false, err
	}
	return t.put(force)
}

// putTable writes a workbook that is no form, sealed. Where a form, a result or an agency's table stands it is not written, with force
// neither; nor where a workbook stands that somebody has typed into, or that is none of ours.
func putTable(path string, table []byte, force bool) error {
	if data, err := disk.ReadBounded(path); err == nil {
		_, form := reader.Open(data)
		_, agency := reader.OpenTable(data)
		if form == nil || agency == nil {
			return keeps(problem.New(problem.StandsForm, "", terminal.Quoted(path)))
		}
		if force && bytes.HasPrefix(data, []byte("PK")) && !bytes.Equal(data, table) && !draft.IsSealed(data) {
			return keeps(problem.New(problem.StandsEdited, "", terminal.Quoted(path)))
		}
	}
	return disk.WriteWhole(path, table, force)
}

// putText writes a file that people go on to edit. Where one stands that is not as it would be written, somebody has edited it.
func putText(path string, text []byte, force bool) error {
	if standing, err := disk.ReadBounded(path); err == nil && force && len(standing) > 0 && !bytes.Equal(standing, text) {
		return keeps(problem.New(problem.StandsEdited, "", terminal.Quoted(path)))
	}
	return disk.WriteWhole(path, text, force)
}

// keeps is the error of a command that would write onto what it must not.
func keeps(p problem.Problem) error {
	return terminal.Misuse("%s %s [%s]", p.Text(), p.Remedy(), p.Code)
}

// madeWords begin the sentence that tells what was made: that it stood there already, or that it was made.
func madeWords(same bool, path, made string) string {
	if same {
		return "Như trước, không có gì khác: " + terminal.PlainLine(path)
	}
	return made + " " + terminal.PlainLine(path)
}

// refusalText says in a sentence why a file can't be read.
func refusalText(err error) string {
	var refusal *reader.Refused
	var faulty *desk.FaultySet
	switch {
	case errors.As(err, &refusal):
		return refusal.Problem.Text()
	case errors.As(err, &faulty):
		p := faulty.OfForm()
		return p.Text()
	}
	return err.Error()
}

// mostNamed is how many of many things a sentence names.
const mostNamed = 5

// few joins things for a sentence, of many the first ones.
func few(list []string) string {
	if len(list) > mostNamed {
		return strings.Join(list[:mostNamed], "; ") + "; " + fmt.Sprintf("và %d chỗ nữa", len(list)-mostNamed)
	}
	return strings.Join(list, "; ")
}
