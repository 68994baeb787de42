package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
)

// unitForms makes a form for each unit of a list, as far as it has none yet; where anything in the list is wrong, nothing is
// written.
func (a *app) unitForms(d *desk.Desk, e *desk.Edition, o templateOptions, units []lists.Unit, filled prefill) error {
	if o.out == "" {
		return terminal.Misuse("Với --units phải nêu thư mục kết quả. Thêm -o, ví dụ -o mau.")
	}
	var outs []string
	for _, unit := range units {
		outs = append(outs, filepath.Join(o.out, unit.File))
	}
	if err := disk.PrepareFolder(o.out, outs, a.read(o)); err != nil {
		return err
	}
	made := &formsMade{app: a, desk: d, edition: e, o: o}
	for i, unit := range units {
		form, err := formBytes(e.Printer, filled.of(unit))
		if err != nil {
			return err
		}
		if err := made.put(outs[i], form); err != nil {
			return err
		}
	}
	return made.tell(fmt.Sprintf("%d phiếu", len(units)))
}

// listedUnits reads a list of units; where anything in it is wrong, all of it is said.
func (a *app) listedUnits(file string, rs *scoring.RuleSet) ([]lists.Unit, error) {
	data, err := disk.ReadBounded(file)
	if err != nil {
		return nil, err
	}
	units, problems := lists.ReadUnits(file, data, rs)
	if a.printTableProblems(problems) {
		return nil, errFindings
	}
	return units, nil
}

// fillUnit puts what the secretariat fixed for a unit into a form.
func fillUnit(u lists.Unit, f templates.Filling) templates.Filling {
	f.Submission.Unit, f.Submission.Exempt, f.UnitFixed = u.Unit, u.Exempt, true
	f.Submission.Answers = u.Carrying(f.Submission.Answers)
	return f
}

// formsMade counts what becomes of the forms of a list: those that are there stay, unless nobody typed into them and they are not
// as the lists and the rules now have them.
type formsMade struct {
	*app
	desk    *desk.Desk
	edition *desk.Edition
	o       templateOptions

	fresh, there, renewed int
	kept                  int      // of those that are there, how many nothing may be written onto
	outdated              []string // of those kept, which say otherwise about handing them in
	unannounced           []string // of those kept, which carry other figures than are announced
	open                  bool     // some form is kept though it is not as it should be
}

// put writes a form where none is, makes one anew that nobody touched and that is not as it should be, and says what is wrong with
// one that is kept.
func (m *formsMade) put(path string, form []byte) error {
	t, err := standingAt(m.desk, path, form)
	if err != nil {
		return err
	}
	switch {
	case t.fate == fateNew:
		m.fresh++
		return disk.WriteWhole(path, form, false)
	case t.fate == fateSame && !m.o.force:
		m.there++
	case t.fate == fateKept:
		m.there, m.kept = m.there+1, m.kept+1
		m.say(t.path, m.differences(t))
		m.compareNotice(t)
	default:
		m.renewed++
		if t.fate != fateSame {
			fmt.Fprintf(m.err, "Lập lại %s: chưa có người điền, và không còn như danh sách hoặc quy tắc hiện nay.\n", terminal.PlainLine(path))
		}
		return disk.WriteWhole(path, form, true)
	}
	return nil
}

func (m *formsMade) say(path string, problems []problem.Problem) {
	for _, p := range problems {
		m.open = true
		fmt.Fprintf(m.err, "%s: %s\n", terminal.PlainLine(path), batch.ProblemLine(reader.Problem{Problem: p}))
	}
}

// differences are those between a form that is kept and what the lists and the rules have now.
func (m *formsMade) differences(t target) []problem.Problem {
	if t.now.Reading == nil { // what stands there is no form to be filled in
		return []problem.Problem{t.problem}
	}
	if p := m.otherEdition(t); p != nil {
		return []problem.Problem{*p}
	}
	var all []problem.Problem
	if m.o.units != "" {
		all = m.listDifferences(t)
	}
	is, should := t.standing.Reading.Part, t.now.Reading.Part
	if is != nil && should != nil {
		whole := m.edition.Rules
		mine, listed := strings.Join(is.Assigned.Leaves(whole, is.Department), ", "), strings.Join(should.Assigned.Leaves(whole, should.Department), ", ")
		if mine != listed {
			all = append(all, problem.New(problem.PartListDiffers, "", should.Department, mine, listed))
		}
	}
	return all
}

// compareNotice notes a kept form that says otherwise about handing it in: a matter to tell its unit, and nothing wrong with the form.
func (m *formsMade) compareNotice(t target) {
	is, now := t.standing.Reading, t.now.Reading
	if m.o.figures != "" && is != nil && now != nil && desk.CarryOtherFigures(m.edition.Rules, &is.Submission, &now.Submission) {
		m.unannounced = append(m.unannounced, t.path)
	}
	if is != nil && now != nil && is.Notice != now.Notice {
		m.outdated = append(m.outdated, fmt.Sprintf("%s (%s)", t.path, is.Notice.Differences(now.Notice)))
	}
}

// otherEdition says that a form was made from another rule set or another edition of it.
func (m *formsMade) otherEdition(t target) *problem.Problem {
	_, err := reader.ReadPart(m.edition.Layout, t.standing.Book)
	refusal, refused := err.(*reader.Refused)
	if !refused {
		return nil
	}
	return &refusal.Problem
}

// listDifferences are those between what a form says of its unit and what the list says.
func (m *formsMade) listDifferences(t target) []problem.Problem {
	is, listed := t.standing.Reading.Submission, t.now.Reading.Submission
	var all []string
	differ := func(what, is, listed string) {
		if is != listed {
			all = append(all, fmt.Sprintf("%s là %s (danh sách: %s)", what, orNone(is), orNone(listed)))
		}
	}
	differ("mã đơn vị", is.Unit.Code, listed.Unit.Code)
	differ("tên đơn vị", is.Unit.Name, listed.Unit.Name)
	differ("khối", is.Unit.Block, listed.Unit.Block)
	differ("xếp hạng", yesNo(is.Unit.Ranked), yesNo(listed.Unit.Ranked))
	for key, in := range lists.GivenInputs(m.edition.Rules) {
		differ(key.String()+" “"+in.Label+"”", numberOf(is.Answers[key]), numberOf(listed.Answers[key]))
	}
	differ("không đánh giá", strings.Join(is.Exempt, ", "), strings.Join(listed.Exempt, ", "))
	if len(all) == 0 {
		return nil
	}
	return []problem.Problem{problem.New(problem.UnitListDiffers, "", strings.Join(all, ", "), t.path, m.o.rules, m.o.units)}
}

// numberOf is what stands in an answer that is a number.
func numberOf(a expr.Answer) string {
	if d, ok := a.Number(); ok {
		return expr.FormatNumber(d)
	}
	return ""
}

func orNone(text string) string {
	if text == "" {
		return "không có"
	}
	return terminal.Quoted(text)
}

func yesNo(yes bool) string {
	if yes {
		return "có"
	}
	return "không"
}

// tell says what was made and what was there.
func (m *formsMade) tell(all string) error {
	if len(m.outdated) > 0 {
		fmt.Fprintln(m.err, batch.ProblemLine(reader.Problem{Problem: problem.New(problem.NoticeDiffers, "", len(m.outdated), few(m.outdated))}))
	}
	if len(m.unannounced) > 0 {
		fmt.Fprintln(m.err, batch.ProblemLine(reader.Problem{Problem: problem.New(problem.FormUnannounced, "", len(m.unannounced), few(m.unannounced))}))
	}
	if m.there+m.renewed == 0 {
		fmt.Fprintf(m.err, "Đã lập %s trong thư mục %s.\n", all, terminal.PlainLine(m.o.out))
		return nil
	}
	fmt.Fprintf(m.err, "Thư mục %s: đã có %d, lập thêm %d", terminal.PlainLine(m.o.out), m.there, m.fresh)
	if m.o.force && m.kept > 0 {
		fmt.Fprintf(m.err, ", giữ nguyên %d đã có người điền", m.kept)
	}
	if m.renewed > 0 {
		fmt.Fprintf(m.err, ", lập lại %d", m.renewed)
	}
	fmt.Fprintln(m.err, ".")
	if m.open {
		return errFindings
	}
	return nil
}
