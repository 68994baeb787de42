package templates

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/scoring/problem"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// FixedConflict begins a line of a merged form's hidden sheet: what its departments answered differently; the answer's key follows.
const FixedConflict = "khac_nhau:"

// toldReply is a reply as the hidden sheet tells it.
type toldReply struct {
	File       string `json:"tep"`
	Department string `json:"phong,omitempty"`
	Place      string `json:"o,omitempty"`
	Answer     string `json:"so_lieu,omitempty"` // a declaration
	Raw        string `json:"chu,omitempty"`
}

// toldConflict is a conflict as the hidden sheet tells it.
type toldConflict struct {
	Taken   string      `json:"lay,omitempty"`
	Replies []toldReply `json:"tra_loi"`
}

// conflictLines tell the conflicts of a merged form, so that merging it again knows them.
func conflictLines(conflicts []handover.Conflict) []NamedValue {
	var lines []NamedValue
	for _, c := range conflicts {
		told := toldConflict{Taken: c.Taken}
		for _, r := range c.Replies {
			told.Replies = append(told.Replies, toldReply{r.Hand, r.Department, r.Place, Declaration(r.Answer), r.Raw})
		}
		lines = appendJSON(lines, FixedConflict+c.Key.String(), told)
	}
	return lines
}

// ConflictsOf reads the conflicts from the names and values of a hidden sheet.
func ConflictsOf(fixed map[string]string) []handover.Conflict {
	var all []handover.Conflict
	for _, name := range slices.Sorted(maps.Keys(fixed)) {
		text, is := strings.CutPrefix(name, FixedConflict)
		key, isKey := expr.ParseKey(text)
		var told toldConflict
		if !is || !isKey || json.Unmarshal([]byte(fixed[name]), &told) != nil {
			continue
		}
		c := handover.Conflict{Key: key, Taken: told.Taken}
		for _, r := range told.Replies {
			c.Replies = append(c.Replies, handover.Reply{Hand: r.File, Department: r.Department, Place: r.Place, Answer: declaredAnswer(r), Raw: r.Raw})
		}
		all = append(all, c)
	}
	return all
}

// declaredAnswer is the answer that a reply declares; a bad one where nobody can tell.
func declaredAnswer(r toldReply) expr.Answer {
	const longest = 40 // digits of a number
	if option, is := strings.CutPrefix(r.Answer, "#"); is {
		if n, err := strconv.Atoi(option); err == nil && n > 0 {
			return expr.OptionAnswer(n)
		}
	}
	plain := len(r.Answer) <= longest && strings.Trim(r.Answer, "-.0123456789") == ""
	if d, err := decimal.NewFromString(r.Answer); err == nil && plain {
		return expr.NumberAnswer(d)
	}
	return expr.BadAnswer(problem.New(problem.CellNotNumber, "", "", r.Raw))
}

// SameConflicts says that two merged forms tell of the same conflicts.
func SameConflicts(a, b []handover.Conflict) bool {
	byName := func(a, b NamedValue) int { return strings.Compare(a.Name, b.Name) }
	lines := func(all []handover.Conflict) []NamedValue {
		return slices.SortedFunc(slices.Values(conflictLines(all)), byName)
	}
	return slices.Equal(lines(a), lines(b))
}

// sayConflict is what the column Kiểm tra shows of an answer that the departments gave differently, until it is filled in.
const sayConflict = "Các phòng khác nhau"

// conflictMarks show the cells that were left open for that, until they are filled in: by their colour, and in words beside them. The
// words are a format, so that the cell's formula and what is counted from it stay those of every form.
func (v *filled) conflictMarks() []draft.Mark {
	var marks []draft.Mark
	for _, c := range v.Conflicts {
		row, ok := v.Row(c.Key.String())
		if !ok || c.Taken != "" {
			continue
		}
		cell := func(c Column) draft.Range { return draft.Range{From: row.At(c), To: row.At(c)} }
		open := row.At(AnswerColumn).Absolute() + `=""`
		marks = append(marks,
			draft.Mark{Cells: cell(AnswerColumn), Formula: open, Fill: look.ConflictFill},
			draft.Mark{Cells: cell(CheckColumn), Formula: open, Fill: look.ConflictFill, Font: draft.Font{Bold: true, Color: look.RedInk}, Format: `;;;"` + sayConflict + `"`})
	}
	return marks
}
