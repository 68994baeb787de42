package rules

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"gopkg.in/yaml.v3"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/problem"
)

// Filled is what a file of answers says: who the unit is, what it declares, and who filled it in.
type Filled struct {
	Submission scoring.Submission
	Contact    string
}

// Fields lists the keys of a file of answers; the maps by criterion are decoded apart.
func (f *filled) Fields() []kinds.Field {
	return []kinds.Field{
		{Key: "unit", Label: "đơn vị", Place: &f.unit},
		{Key: "contact", Label: "người lập phiếu", Place: &f.Contact},
		{Key: "exempt", Label: "các tiêu chí không đánh giá", Place: &f.Submission.Exempt},
		{Key: "answers", Label: "số liệu kê khai", Place: answersPlace{f}},
		{Key: "evidence", Label: "tài liệu kiểm chứng", Place: textsPlace{f, &f.Submission.Evidence}},
		{Key: "justification", Label: "giải trình", Place: textsPlace{f, &f.Submission.Justification}},
	}
}

// filled is a Filled on its way, with the rule set whose answers it holds.
type filled struct {
	Filled
	unit  unitRecord
	rules *scoring.RuleSet
}

type unitRecord struct{ scoring.Unit }

func (u *unitRecord) Fields() []kinds.Field {
	return []kinds.Field{
		{Key: "code", Label: "mã đơn vị", Place: &u.Code},
		{Key: "name", Label: "tên đơn vị", Place: &u.Name},
		{Key: "block", Label: "khối", Place: &u.Block},
		{Key: "ranked", Label: "có xếp hạng", Place: &u.Ranked},
	}
}

// answersPlace and textsPlace are mappings whose keys are the criteria's numbers.
type answersPlace struct{ *filled }

type textsPlace struct {
	*filled
	texts *map[string]string
}

// DecodeFilled reads a file of answers, YAML or JSON, for a rule set: the unit, the answers by criterion and key, evidence
// and justification. Whatever does not fit is a finding at its place; the result is used only where none is an error.
func DecodeFilled(file string, data []byte, rs *scoring.RuleSet) (Filled, []Finding) {
	data = withoutTabs(data)
	d := newDocument(file, data)
	f := &filled{rules: rs, unit: unitRecord{scoring.Unit{Ranked: true}}}
	f.Submission.Answers = expr.Answers{}
	if d.lint(data) {
		if root := d.parse(); root != nil {
			d.places[""] = position{1, 1}
			d.record(root, f, "")
		}
	}
	for _, key := range rs.Otherwise(f.Submission.Answers) {
		d.add(d.locate("answers["+key.Leaf+"]."+key.Input), problem.FilledReckoned, key.String(), key, reckonedWords(rs.Reckoned(f.Submission.Answers)[key]), reckonedWords(f.Submission.Answers[key]))
	}
	f.Submission.Answers = rs.WithoutReckoned(f.Submission.Answers)
	f.Submission.Unit = f.unit.Unit
	for _, number := range f.Submission.Exempt {
		d.criterion(rs, number, d.locate("exempt"), "exempt")
	}
	return f.Filled, ordered(d.found)
}

func reckonedWords(a expr.Answer) string {
	if d, ok := a.Number(); ok {
		return expr.FormatNumber(d)
	}
	return "chưa đủ số liệu"
}

// withoutTabs puts a space in the place of every tab of a JSON text: there a tab is never part of a value, but as YAML it is
// none. Places stay as they are.
func withoutTabs(data []byte) []byte {
	if json.Valid(bytes.TrimPrefix(data, []byte(byteOrderMark))) {
		return bytes.ReplaceAll(data, []byte("\t"), []byte(" "))
	}
	return data
}

// criterion finds a criterion by number, and reports one that is not there.
func (d *document) criterion(rs *scoring.RuleSet, number string, at position, path string) *scoring.Criterion {
	c := rs.Find(number)
	if c == nil {
		d.add(at, problem.FilledUnknownCriterion, path, quotable(number), rs.ID)
	}
	return c
}

// answers fills the declared answers from a mapping of mappings.
func (d *document) answers(n *yaml.Node, f *filled, path string) {
	d.byCriterion(n, f.rules, path, func(c *scoring.Criterion, value *yaml.Node, at string) {
		if !d.is(value, yaml.MappingNode, at) {
			return
		}
		d.pairs(value, at, func(key, value *yaml.Node) {
			in, ok := c.Input(key.Value)
			if !ok {
				d.add(positionOf(key), problem.FilledUnknownAnswer, at, c.Number, quotable(key.Value), inputNames(c))
				return
			}
			if value.Kind == yaml.ScalarNode && value.Tag == nullTag {
				return // an answer that is written down as open
			}
			if answer, ok := d.answer(value, in, join(at, key.Value)); ok {
				f.Submission.Answers[c.Key(in.Name)] = answer
			}
		})
	})
}

// answer reads a number, or an option by its number. Bounds are the scoring's business: a file may hold a wrong figure.
func (d *document) answer(n *yaml.Node, in expr.Input, path string) (expr.Answer, bool) {
	d.places[path] = positionOf(n)
	number, ok := d.number(n, path)
	if _, isDay := d.days[path]; ok && isDay != (in.Kind == expr.DateInput) {
		if isDay {
			d.noDay(path)
		} else {
			d.add(positionOf(n), problem.RuleDay, path, in.Name, expr.FormatNumber(number))
		}
		return expr.Answer{}, false
	}
	if !ok || !in.IsChoice() {
		return expr.NumberAnswer(number), ok
	}
	option, ok := in.OptionOf(int(number.IntPart()))
	if !ok || !number.IsInteger() {
		d.add(positionOf(n), problem.FilledUnknownOption, path, expr.FormatNumber(number), in.Label, optionNumbers(in))
		return expr.Answer{}, false
	}
	return expr.OptionAnswer(option), true
}

// texts fills free texts from a mapping.
func (d *document) texts(n *yaml.Node, p textsPlace, path string) {
	*p.texts = map[string]string{}
	d.byCriterion(n, p.rules, path, func(c *scoring.Criterion, value *yaml.Node, at string) {
		if !d.isEmpty(value, at) {
			(*p.texts)[c.Number] = d.text(value, at)
		}
	})
}

func (d *document) byCriterion(n *yaml.Node, rs *scoring.RuleSet, path string, visit func(c *scoring.Criterion, value *yaml.Node, at string)) {
	if !d.is(n, yaml.MappingNode, path) {
		return
	}
	d.pairs(n, path, func(key, value *yaml.Node) {
		at := path + "[" + key.Value + "]"
		d.place(at, key, value)
		c := d.criterion(rs, key.Value, positionOf(key), path)
		if c != nil && !c.IsLeaf() {
			d.add(positionOf(key), problem.FilledNoLeaf, path, key.Value)
		} else if c != nil {
			visit(c, value, at)
		}
	})
}

func inputNames(c *scoring.Criterion) string {
	var names []string
	for _, in := range c.Inputs {
		names = append(names, in.Name)
	}
	return strings.Join(names, ", ")
}

// optionNumbers lists the numbers that stand for a choice's options in data files.
func optionNumbers(in expr.Input) string {
	var numbers []string
	for i := range in.Options {
		numbers = append(numbers, expr.FormatNumber(decimal.NewFromInt(int64(in.NumberOf(i+1)))))
	}
	slices.Sort(numbers)
	return strings.Join(numbers, ", ")
}
