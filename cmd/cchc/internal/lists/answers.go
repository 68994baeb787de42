package lists

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

const (
	keyColumn      = "khoa"
	valueColumn    = "gia_tri"
	evidenceColumn = "kiem_chung"
	reasonColumn   = "giai_trinh"
)

// maxFreeText is the length of a text in a table, in characters: what a cell of the form shows without growing over a page.
const maxFreeText = 5000

// ReadAnswers reads a table of answers: a line for each, by its key ("1.1:a") or, for texts alone, by the criterion ("1.1"). A
// choice is given by its option's number. What is left blank stays blank.
//
// With a list of units each line says whose answer it is (ma), and the answers come by the unit's code as the list has it; without
// one they are of "". What would fill the forms of several units alike is refused.
func ReadAnswers(file string, data []byte, rs *scoring.RuleSet, listed []Unit) (map[string]scoring.Submission, []Problem) {
	t := readTable(file, data, []column{{keyColumn, true, 60, criteria}, {valueColumn, true, 60, figures},
		{evidenceColumn, false, maxFreeText, names}, {reasonColumn, false, maxFreeText, names}, {codeColumn, false, disk.MaxCode, codes}})
	if t.at(keyColumn) == 0 || t.at(valueColumn) == 0 {
		return nil, t.found()
	}
	a := answerTable{t, rs, listed, t.at(codeColumn) > 0, map[string]scoring.Submission{}, map[string]int{}}
	switch {
	case a.byUnit && listed == nil:
		t.report(0, t.at(codeColumn), problem.TableUnitColumn, codeColumn)
	case !a.byUnit && len(listed) > 1:
		t.report(0, 0, problem.TableNoUnit, codeColumn, len(listed))
	default:
		a.read()
	}
	if t.faulty() {
		return nil, t.found()
	}
	return a.filled, t.found()
}

// answerTable is a table of answers while it is read.
type answerTable struct {
	*table
	rules  *scoring.RuleSet
	listed []Unit
	byUnit bool
	filled map[string]scoring.Submission
	lines  map[string]int // where each key and text was given first
}

func (a *answerTable) read() {
	for _, row := range a.rows {
		code, known := a.unit(row)
		leaf, in := a.asked(row, a.rules)
		if leaf == nil || !known {
			continue
		}
		s, begun := a.filled[code]
		if !begun {
			s = scoring.Submission{Unit: scoring.Unit{Ranked: true}, Answers: expr.Answers{}, Evidence: map[string]string{}, Justification: map[string]string{}}
			a.filled[code] = s
		}
		a.answer(row, leaf, in, code, s.Answers)
		a.text(row, leaf, evidenceColumn, code, s.Evidence)
		a.text(row, leaf, reasonColumn, code, s.Justification)
	}
	a.withoutReckoned()
	a.absent()
}

// withoutReckoned takes out what follows from other answers; where a line says it otherwise, that is named.
func (a *answerTable) withoutReckoned() {
	for _, code := range slices.Sorted(maps.Keys(a.filled)) {
		s := a.filled[code]
		reckoned := a.rules.Reckoned(s.Answers)
		for _, key := range a.rules.Otherwise(s.Answers) {
			was, _ := s.Answers[key].Number()
			is := "chưa đủ số liệu"
			if d, ok := reckoned[key].Number(); ok {
				is = expr.FormatNumber(d)
			}
			a.report(a.lines[code+" "+key.String()], a.at(valueColumn), problem.FilledReckoned, key, is, expr.FormatNumber(was))
		}
		s.Answers = a.rules.WithoutReckoned(s.Answers)
		a.filled[code] = s
	}
}

// unit is the code of the unit that a line is about, as the list has it.
func (a *answerTable) unit(row tableRow) (code string, known bool) {
	if !a.byUnit {
		return "", true
	}
	text := a.need(row, codeColumn)
	i := slices.IndexFunc(a.listed, func(u Unit) bool { return scoring.LookOf(u.Code) == scoring.LookOf(text) })
	switch {
	case text == "":
		return "", false
	case i < 0:
		a.report(row.line, a.at(codeColumn), problem.TableUnitUnknown, text)
		return "", false
	}
	return a.listed[i].Code, true
}

// absent names the units of the list of which the table says nothing.
func (a *answerTable) absent() {
	var codes []string
	for _, unit := range a.listed {
		if _, told := a.filled[unit.Code]; a.byUnit && !told {
			codes = append(codes, unit.Code)
		}
	}
	if len(codes) > 0 {
		a.report(0, 0, problem.TableUnitAbsent, len(codes), strings.Join(codes, ", "))
	}
}

// asked is the leaf that a line is about, and which of its inputs; that is nil where the line gives texts only.
func (t *table) asked(row tableRow, rs *scoring.RuleSet) (*scoring.Criterion, *expr.Input) {
	text := t.need(row, keyColumn)
	if t.lostZero(row, keyColumn, rs) {
		return nil, nil
	}
	number, name, isKey := strings.Cut(text, ":")
	leaf := rs.Find(number)
	switch {
	case text == "":
		return nil, nil
	case leaf == nil:
		t.report(row.line, t.at(keyColumn), problem.FilledUnknownCriterion, number, rs.ID)
		return nil, nil
	case !leaf.IsLeaf():
		t.report(row.line, t.at(keyColumn), problem.FilledNoLeaf, number)
		return nil, nil
	case !isKey && row.cells[valueColumn].text != "":
		t.report(row.line, t.at(keyColumn), problem.TableKey, keyColumn, text)
		return nil, nil
	case !isKey:
		return leaf, nil
	}
	in, ok := leaf.Input(name)
	if !ok {
		t.report(row.line, t.at(keyColumn), problem.FilledUnknownAnswer, number, name, inputNames(leaf))
		return nil, nil
	}
	return leaf, &in
}

func inputNames(leaf *scoring.Criterion) string {
	var names []string
	for _, in := range leaf.Inputs {
		names = append(names, in.Name)
	}
	return strings.Join(names, ", ")
}

// answer reads a value. Bounds are the scoring's business, as for answers in YAML.
func (a *answerTable) answer(row tableRow, leaf *scoring.Criterion, in *expr.Input, code string, answers expr.Answers) {
	text := row.cells[valueColumn].text
	if in == nil {
		return
	}
	key := leaf.Key(in.Name)
	place := code + " " + key.String()
	if first, twice := a.lines[place]; twice {
		a.report(row.line, a.at(keyColumn), problem.TableKeyTwice, key, first)
		return
	}
	a.lines[place] = row.line
	if text == "" {
		return
	}
	number, ok := a.numberOf(row, in, text)
	switch {
	case !ok:
	case !in.IsChoice():
		answers[key] = expr.NumberAnswer(number)
	default:
		option, known := in.OptionOf(int(number.IntPart()))
		if !known || !number.IsInteger() {
			a.report(row.line, a.at(valueColumn), problem.FilledUnknownOption, text, in.Label, optionNumbers(in))
			return
		}
		answers[key] = expr.OptionAnswer(option)
	}
}

// numberOf reads the number of an answer: a day as officials write it, a percentage with its sign or without.
func (a *answerTable) numberOf(row tableRow, in *expr.Input, text string) (decimal.Decimal, bool) {
	switch in.Kind {
	case expr.DateInput:
		day, ok := expr.ParseDay(text)
		if !ok {
			a.report(row.line, a.at(valueColumn), problem.TableAnswerDay, valueColumn, text)
		}
		return day, ok
	case expr.PercentInput:
		text = strings.TrimSpace(strings.TrimSuffix(text, expr.PercentUnit))
	}
	return a.number(row, text)
}

// number reads a plain number. One with three digits after its mark may have thousands in it, and is refused.
func (t *table) number(row tableRow, text string) (decimal.Decimal, bool) {
	number, ok := PlainNumber(text, ",.")
	if !ok {
		t.report(row.line, t.at(valueColumn), problem.TableNumber, valueColumn, text, surveyPlaces)
		return number, false
	}
	if row.cells[valueColumn].number != nil {
		return number, true // a workbook's number has no thousands in it
	}
	at := strings.IndexAny(text, ",.")
	if at > 0 && len(text)-at == 4 && text[0] != '0' {
		whole := text[:at] + text[at+1:]
		t.report(row.line, t.at(valueColumn), problem.TableAmbiguous, valueColumn, text, whole, text)
		return number, false
	}
	return number, true
}

func optionNumbers(in *expr.Input) string {
	var numbers []string
	for i := range in.Options {
		numbers = append(numbers, expr.FormatNumber(decimal.NewFromInt(int64(in.NumberOf(i+1)))))
	}
	return strings.Join(numbers, ", ")
}

// text takes a free text of a leaf; another one for the same leaf must say the same.
func (a *answerTable) text(row tableRow, leaf *scoring.Criterion, name, code string, texts map[string]string) {
	text := strings.ReplaceAll(row.cells[name].text, "\r\n", "\n")
	if text == "" {
		return
	}
	place := code + " " + name + " " + leaf.Number
	if old := texts[leaf.Number]; old != "" && old != text {
		a.report(row.line, a.at(name), problem.TableTextDifferent, name, leaf.Number, a.lines[place])
		return
	}
	if texts[leaf.Number] == "" {
		a.lines[place] = row.line
	}
	texts[leaf.Number] = text
}
