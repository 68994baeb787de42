package lists

import (
	"strings"

	"github.com/shopspring/decimal"

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
func ReadAnswers(file string, data []byte, rs *scoring.RuleSet) (scoring.Submission, []Problem) {
	t := readTable(file, data, []column{{keyColumn, true, 60}, {valueColumn, true, 60},
		{evidenceColumn, false, maxFreeText}, {reasonColumn, false, maxFreeText}})
	s := scoring.Submission{Unit: scoring.Unit{Ranked: true}, Answers: expr.Answers{}, Evidence: map[string]string{}, Justification: map[string]string{}}
	if t.at(keyColumn) == 0 || t.at(valueColumn) == 0 {
		return s, t.found()
	}
	lines := map[string]int{}
	for _, row := range t.rows {
		leaf, in := t.asked(row, rs)
		if leaf == nil {
			continue
		}
		t.answer(row, leaf, in, s.Answers, lines)
		t.text(row, leaf, evidenceColumn, s.Evidence, lines)
		t.text(row, leaf, reasonColumn, s.Justification, lines)
	}
	return s, t.found()
}

// asked is the leaf that a line is about, and which of its inputs; that is nil where the line gives texts only.
func (t *table) asked(row tableRow, rs *scoring.RuleSet) (*scoring.Criterion, *expr.Input) {
	text := t.need(row, keyColumn)
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
func (t *table) answer(row tableRow, leaf *scoring.Criterion, in *expr.Input, answers expr.Answers, lines map[string]int) {
	text := row.cells[valueColumn].text
	if in == nil {
		return
	}
	key := leaf.Key(in.Name)
	if first, twice := lines[key.String()]; twice {
		t.report(row.line, t.at(keyColumn), problem.TableKeyTwice, key, first)
		return
	}
	lines[key.String()] = row.line
	if text == "" {
		return
	}
	number, ok := t.number(row, text)
	switch {
	case !ok:
	case !in.IsChoice():
		answers[key] = expr.NumberAnswer(number)
	default:
		option, known := in.OptionOf(int(number.IntPart()))
		if !known || !number.IsInteger() {
			t.report(row.line, t.at(valueColumn), problem.FilledUnknownOption, text, in.Label, optionNumbers(in))
			return
		}
		answers[key] = expr.OptionAnswer(option)
	}
}

// number reads a plain number. One with three digits after its mark may have thousands in it, and is refused.
func (t *table) number(row tableRow, text string) (decimal.Decimal, bool) {
	number, ok := PlainNumber(text, ",.")
	if !ok {
		t.report(row.line, t.at(valueColumn), problem.TableNumber, valueColumn, text, surveyPlaces)
		return number, false
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
func (t *table) text(row tableRow, leaf *scoring.Criterion, name string, texts map[string]string, lines map[string]int) {
	text := strings.ReplaceAll(row.cells[name].text, "\r\n", "\n")
	if text == "" {
		return
	}
	place := name + " " + leaf.Number
	if old := texts[leaf.Number]; old != "" && old != text {
		t.report(row.line, t.at(name), problem.TableTextDifferent, name, leaf.Number, lines[place])
		return
	}
	if texts[leaf.Number] == "" {
		lines[place] = row.line
	}
	texts[leaf.Number] = text
}
