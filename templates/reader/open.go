// Package reader turns a workbook that a unit or the secretariat hands in into a submission, and says where in it something is
// wrong.
//
// Start with [Open], which takes a file's bytes as far as its stamp; the stamp names the rule set to load. [Read] then takes the
// submission by that set's layout, and [Reading.Findings] puts what scoring finds at its cells. [ReadPart] reads a department's
// part, [Book.Told] a form whose edition of the rules is not at hand.
//
// It finds rows and columns by their keys (sheet.go), reads each cell as what it is and not as what it may have meant
// (value.go, text.go), and fails closed: there is never a part of a form that looks like the whole. The zip and the XML are
// package xlsx's business.
package reader

import (
	"slices"
	"strings"
	"time"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// Refused is the error of a workbook that is not read, because of the file, the stamp or the sheet. Its problem carries
// the code, what was found and the remedy.
type Refused = xlsx.Refused

func refuse(code problem.Code, args ...any) *Refused {
	return &Refused{Problem: problem.New(code, "", args...)}
}

// Book is a workbook that has passed the gate and bears our stamp. Its stamp says which rule set to load; a [templates.Layout] of
// that set reads the rest.
type Book struct {
	Stamp templates.Stamp

	file     *xlsx.Book
	hidden   *xlsx.Sheet
	fixed    map[string]string // what stands on the hidden sheet, by name
	stripped []string          // parts of the stamp that the file's properties have lost
	byKeys   bool              // read without a hidden sheet, see [OpenByKeys]
}

// Open reads a file's bytes as far as its stamp. The bytes must not change while the book is in use. The error is
// a *[Refused]: not a sound .xlsx, not our form, or a stamp that can't be trusted.
func Open(data []byte) (*Book, error) {
	b, err := open(data)
	if err == nil && b.isTable() {
		err = refuse(problem.AppraiseTable)
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}

// open is the same for forms of one unit and for tables.
func open(data []byte) (*Book, error) {
	file, err := xlsx.Open(data)
	if err != nil {
		return nil, err
	}
	b := &Book{file: file}
	if b.hidden, err = file.Sheet(templates.HiddenSheet); err != nil {
		return nil, err
	}
	if b.hidden == nil {
		return nil, b.withoutHiddenSheet()
	}
	if b.fixed, err = namedValues(b.hidden); err != nil {
		return nil, err
	}
	if err := b.readStamp(); err != nil {
		return nil, err
	}
	return b, nil
}

// withoutHiddenSheet tells a form that has lost its stamp from a workbook that never was one, and that from a ranking.
func (b *Book) withoutHiddenSheet() *Refused {
	bears := func(s xlsx.SheetInfo) bool { return s.Name == templates.FormSheet }
	if b.file.Property(templates.StampRuleSet) != "" || slices.ContainsFunc(b.file.Sheets(), bears) {
		return refuse(problem.FormHiddenMissing, templates.HiddenSheet)
	}
	if b.isRanking() {
		return refuse(problem.FormRanking)
	}
	if b.isSummary() {
		return refuse(problem.FormSummary)
	}
	if b.isReturned() {
		return refuse(problem.FormReturned)
	}
	return refuse(problem.FormNotOurs)
}

// saved is when somebody saved the workbook; zero where it doesn't say, or says what ours bear, which some programs leave.
func (b *Book) saved() time.Time {
	_, told := b.file.Saved()
	at, err := time.Parse(time.RFC3339, told)
	if err != nil || told == templates.MadeAt {
		return time.Time{}
	}
	return at
}

// isRanking says that the workbook is a ranking of ours, by the sheets that every one has.
func (b *Book) isRanking() bool {
	var names []string
	for _, s := range b.file.Sheets() {
		names = append(names, s.Name)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == templates.YearsSheet })
	return slices.Equal(names, []string{templates.RankSheet, templates.AreaSheet, templates.MatrixSheet, templates.ProblemSheet})
}

// isSummary says that the workbook lists the findings of all units: it has the sheets of one, whatever was added to them.
func (b *Book) isSummary() bool {
	sheets := b.file.Sheets()
	for _, name := range []string{templates.UnitSheet, templates.KindSheet, templates.FindingSheet} {
		if !slices.ContainsFunc(sheets, func(s xlsx.SheetInfo) bool { return s.Name == name }) {
			return false
		}
	}
	return true
}

// isReturned says that the workbook is what went back to the agencies whose tables were not taken in full.
func (b *Book) isReturned() bool {
	sheets := b.file.Sheets()
	return len(sheets) == 1 && sheets[0].Name == templates.ReturnedSheet
}

// namedValues reads the names in column A of the hidden sheet with the values beside them.
func namedValues(hidden *xlsx.Sheet) (map[string]string, error) {
	values := map[string]string{}
	for row := range hidden.Rows() {
		name := hidden.Cell(row, 1)
		if name.Kind != xlsx.Text || name.Text == "" {
			continue
		}
		if _, twice := values[name.Text]; twice {
			return nil, refuse(problem.FormStampDamaged, quote(name.Text)+" xuất hiện hai lần")
		}
		values[name.Text] = oneLine(cleanText(hidden.Cell(row, 2).Text))
	}
	return values, nil
}

// readStamp takes the stamp from the hidden sheet and holds it against the file's properties.
func (b *Book) readStamp() error {
	b.Stamp = templates.Stamp{RuleSet: b.fixed[templates.StampRuleSet], Form: b.fixed[templates.StampForm], Rules: b.fixed[templates.StampRules], Version: b.fixed[templates.StampVersion], Stage: templates.Stage(b.fixed[templates.StampStage]), Part: b.fixed[templates.StampPart]}
	var missing, differing []string
	for _, line := range b.Stamp.Values() {
		property := b.file.Property(line.Name)
		switch {
		case line.Name == templates.StampVersion:
		case line.Value == "":
			missing = append(missing, "thiếu "+line.Name)
		case property == "":
			b.stripped = append(b.stripped, line.Name)
		case property != line.Value:
			differing = append(differing, line.Name+" trên trang ẩn là "+quote(line.Value)+", trong thuộc tính tệp là "+quote(property))
		}
	}
	if other := b.file.Property(templates.StampPart); b.Stamp.Part == "" && other != "" {
		missing = append(missing, "thiếu "+templates.StampPart)
	}
	if len(missing) > 0 {
		return refuse(problem.FormStampDamaged, strings.Join(missing, ", "))
	}
	if len(differing) > 0 {
		return refuse(problem.FormStampDiffers, strings.Join(differing, "; "))
	}
	if s := b.Stamp.Stage; s != templates.SubmittedStage && s != templates.ScoredStage {
		return refuse(problem.FormStampDamaged, templates.StampStage+" là "+quote(string(s)))
	}
	if b.Stamp.Stage == templates.ScoredStage && b.fixed[templates.FixedFingerprint] == "" { // every workbook of results has one
		return refuse(problem.FormStampDamaged, "thiếu "+templates.FixedFingerprint)
	}
	return nil
}

// UnknownRules refuses a book whose rule set is not among those that the caller has.
func (b *Book) UnknownRules(known []string) *Refused {
	return refuse(problem.FormRulesUnknown, clip(b.Stamp.RuleSet), strings.Join(known, ", "))
}
