package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/parts"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates/reader"
)

// unitMerged is what became of a unit's parts.
type unitMerged struct {
	folder parts.UnitFolder
	unit   scoring.Unit
	out    string
	form   []byte // nil where the parts were not put together

	answers, open, missing int
	decided                int      // answers that differed and were taken after --prefer
	absent, twice          []string // departments
	note                   string
}

// mergingUnits is the parts of several units while they are put together.
type mergingUnits struct {
	*app
	desk  *desk.Desk
	o     mergeOptions
	units []*unitMerged
	fault error // the gravest so far; what it is about was said
}

// mergeUnits makes a form of each unit's folder, in one go. One unit's faults are not another's: what could not be done for a unit
// is said, and nothing is written for it.
func (a *app) mergeUnits(o mergeOptions, in disk.Inputs) error {
	in.Files = slices.DeleteFunc(in.Files, func(path string) bool { return parts.Within(o.out, path) })
	folders := parts.UnitFolders(o.paths, in.Files)
	if len(folders) == 0 {
		return terminal.Misuse("Không có phiếu nào để ghép. Nêu thư mục có các thư mục con của từng đơn vị.")
	}
	if o.prefer != "" && o.prefer != parts.Newest && !slices.ContainsFunc(in.Files, func(path string) bool { return parts.Preferred(path, o.prefer) }) {
		return terminal.Misuse("Tệp %s nêu ở --prefer không có trong các tệp được ghép.", terminal.Quoted(o.prefer))
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	m := &mergingUnits{app: a, desk: d, o: o}
	for _, folder := range folders {
		m.units = append(m.units, m.read(folder))
	}
	m.nameOnce()
	if err := m.write(in.Files); err != nil {
		return err
	}
	m.table()
	a.saySkipped(in.Skipped)
	m.sum()
	return doubting(&in, m.fault)
}

// isFolder says that a name is of a folder, there or to be made: it is no file's, and has no ending of letters as files have.
func isFolder(path string) bool {
	if info, err := os.Stat(path); err == nil {
		return info.IsDir()
	}
	ending := strings.TrimPrefix(filepath.Ext(path), ".")
	return strings.Trim(ending, "0123456789") == ""
}

// read puts a unit's parts together, and says what is wrong with them.
func (m *mergingUnits) read(folder parts.UnitFolder) *unitMerged {
	u := &unitMerged{folder: folder, note: "không ghép được, xem ở trên"}
	t := m.newMerging(m.desk, m.o)
	t.Unit = filepath.ToSlash(folder.Path) + "/"
	if t.Prefer != parts.Newest && !slices.ContainsFunc(folder.Files, func(path string) bool { return parts.Preferred(path, t.Prefer) }) {
		t.Prefer = ""
	}
	err := t.read(folder.Files)
	m.saySkipped(t.skipped)
	if err != nil {
		m.failed(err)
		return u
	}
	hands, merged, err := t.together()
	if err != nil {
		m.failed(err)
		return u
	}
	if t.TellFiles() {
		m.failed(errFindings)
	}
	if u.form, err = t.form(merged); err != nil {
		fmt.Fprintf(m.err, "Không ghép %s: %s\n", terminal.PlainLine(t.Unit), terminal.PlainLine(err.Error()))
		m.failed(errFindings)
		return u
	}
	u.note = ""
	u.take(merged, hands)
	u.out = filepath.Join(m.o.out, mergedName(u.unit, folder.Path))
	if u.open+u.missing > 0 {
		m.failed(errFindings)
	}
	return u
}

// take keeps of what was put together what is told at the end.
func (u *unitMerged) take(m *handover.Merged, hands []handover.Hand) {
	u.unit, u.answers = m.Submission.Unit, len(m.Submission.Answers)
	u.open, u.missing = parts.Open(m.Conflicts), parts.Missing(m.Gaps)
	u.decided = len(m.Conflicts) - u.open
	u.absent, u.twice = m.Absent(hands), parts.TwiceSent(hands)
}

// mergedName is the file's name as template gives it, of a unit without a code that of its folder.
func mergedName(unit scoring.Unit, folder string) string {
	if name, fault := disk.FileNameOf(unit.Code); fault == "" && unit.Code != "" {
		return name
	}
	return disk.SafeName(filepath.Base(folder), "phieu") + ".xlsx"
}

// failed keeps the gravest error: one of the disk before findings.
func (m *mergingUnits) failed(err error) {
	if m.fault == nil || errors.Is(m.fault, errFindings) {
		m.fault = err
	}
}

// nameOnce lets nothing be written for two folders of one unit: neither holds all its parts.
func (m *mergingUnits) nameOnce() {
	byOut := map[string][]*unitMerged{}
	for _, u := range m.units {
		if u.form != nil {
			out := strings.ToLower(u.out)
			byOut[out] = append(byOut[out], u)
		}
	}
	for _, out := range slices.Sorted(maps.Keys(byOut)) {
		same := byOut[out]
		if len(same) == 1 {
			continue
		}
		var folders []string
		for _, u := range same {
			folders = append(folders, terminal.Quoted(u.folder.Path))
			u.form, u.note = nil, "không ghép: nhiều thư mục của một đơn vị"
		}
		fmt.Fprintln(m.err, batch.ProblemLine(reader.Problem{Problem: problem.New(problem.MergeFolders, "", strings.Join(folders, ", "), same[0].unit.Code)}))
		m.failed(errFindings)
	}
}

// write puts each form in its place, unless somebody typed into what stands there.
func (m *mergingUnits) write(inputs []string) error {
	var outs []string
	for _, u := range m.units {
		if u.form != nil {
			outs = append(outs, u.out)
		}
	}
	if err := disk.PrepareFolder(m.o.out, outs, inputs); err != nil {
		return err
	}
	for _, u := range m.units {
		if u.form == nil {
			continue
		}
		if err := m.put(u); err != nil {
			return err
		}
	}
	return nil
}

func (m *mergingUnits) put(u *unitMerged) error {
	t, err := standingAt(m.desk, u.out, u.form)
	if err != nil {
		return err
	}
	if t.fate == fateOld && t.standing.Reading != nil && !m.o.force {
		if lost := t.standing.Reading.Lost(t.now.Reading); len(lost) > 0 {
			t = t.kept(problem.StandsMerged, few(lost))
		}
	}
	switch {
	case t.fate == fateKept:
		fmt.Fprintln(m.err, batch.ProblemLine(reader.Problem{Problem: t.problem}))
		u.note = "giữ nguyên phiếu đã có"
		m.failed(errFindings)
		return nil
	case t.fate == fateSame && !m.o.force:
		u.note = "như trước"
		return nil
	case t.fate != fateNew:
		u.note = "ghép lại"
	}
	return disk.WriteWhole(u.out, u.form, true)
}

// table has a line for each unit.
func (m *mergingUnits) table() {
	grid := terminal.Grid{Columns: []terminal.GridColumn{{Width: 34}, {Width: 4, Right: true}, {Width: 7, Right: true}, {Width: 9, Right: true}, {Width: 7, Right: true}, {Width: 34}}}
	grid.Add(nil, "ĐƠN VỊ", "TỆP", "SỐ LIỆU", "KHÁC NHAU", "CHƯA CÓ", "GHI CHÚ")
	for _, u := range m.units {
		if u.answers+u.open+u.missing == 0 && u.unit == (scoring.Unit{}) {
			grid.Add(nil, u.folder.Path, fmt.Sprint(len(u.folder.Files)), "—", "—", "—", u.note)
			continue
		}
		name := cmp.Or(strings.TrimSpace(u.unit.Code+" "+u.unit.Name), u.folder.Path)
		grid.Add(nil, name, fmt.Sprint(len(u.folder.Files)), fmt.Sprint(u.answers), fmt.Sprint(u.open), fmt.Sprint(u.missing), u.notes())
	}
	fmt.Fprint(m.out, grid.String())
}

// notes say what else there is to say of a unit.
func (u *unitMerged) notes() string {
	var notes []string
	if u.note != "" {
		notes = append(notes, u.note)
	}
	if u.decided > 0 {
		notes = append(notes, fmt.Sprintf("%d chỗ lấy theo --prefer", u.decided))
	}
	if len(u.absent) > 0 {
		notes = append(notes, "chưa có tệp của "+strings.Join(u.absent, ", "))
	}
	if len(u.twice) > 0 {
		notes = append(notes, "nhiều tệp của "+strings.Join(u.twice, ", "))
	}
	return strings.Join(notes, "; ")
}

// sum says what was done in all, and what to do about what departments answered differently.
func (m *mergingUnits) sum() {
	merged, differing, lacking, open := 0, 0, 0, 0
	for _, u := range m.units {
		if u.form == nil {
			continue
		}
		merged++
		open += u.open
		if u.open > 0 {
			differing++
		}
		if len(u.absent) > 0 {
			lacking++
		}
	}
	if open > 0 {
		fmt.Fprintln(m.out, batch.ProblemLine(reader.Problem{Problem: problem.New(problem.MergeConflict, "", open)}))
	}
	fmt.Fprintf(m.err, "Đã ghép %d đơn vị vào thư mục %s: %d đơn vị có chỗ khác nhau, %d đơn vị còn thiếu phần của phòng", merged, terminal.PlainLine(m.o.out), differing, lacking)
	if left := len(m.units) - merged; left > 0 {
		fmt.Fprintf(m.err, ", %d thư mục không ghép được", left)
	}
	fmt.Fprintln(m.err, ".")
}
