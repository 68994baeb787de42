package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/figures"
	"cchc/scoring/problem"
	"cchc/scoring/ranking"
)

// Appraisal is what the appraiser left, as a line carries it.
type Appraisal struct {
	Done    bool               `json:"done"`
	Answers map[string]*string `json:"answers"` // corrected ones, as the declared ones
	Set     map[string]*string `json:"set"`     // points by hand, or KĐG, by leaf; null for what can't be used
}

// Carrying is the record with what its points come from, so that whoever reads the line can score it again: the editions of form
// and rules by their hashes, the answers, and what is not assessed.
func (rec Record) Carrying(formHash, rulesHash string, in *scoring.Submission, rs *scoring.RuleSet) Record {
	rec.FormHash, rec.RulesHash = formHash, rulesHash
	rec.Answers, rec.Exempt = carried(in.Answers, rs), append([]string{}, in.Exempt...)
	a := in.Appraisal
	if a == nil {
		return rec
	}
	rec.Appraisal = &Appraisal{Done: a.Done, Answers: carried(a.Answers, rs), Set: map[string]*string{}}
	for leaf, verdict := range a.Set {
		text := verdict.Points.String()
		switch {
		case verdict.Bad != nil:
			rec.Appraisal.Set[leaf] = nil
			continue
		case verdict.NotAssessed:
			text = expr.NotAssessed.Label()
		}
		rec.Appraisal.Set[leaf] = &text
	}
	return rec
}

// carried writes answers as --answers takes them: a number, a level from 1, 1 and 0 for Có and Không; null for what can't be used.
func carried(answers expr.Answers, rs *scoring.RuleSet) map[string]*string {
	all := map[string]*string{}
	for key, answer := range answers {
		if answer.IsBlank() {
			continue
		}
		all[key.String()] = nil
		text := ""
		if number, ok := answer.Number(); ok {
			in, _ := inputOf(rs, key)
			text = in.Data(number)
		}
		if option, ok := answer.Option(); ok {
			if in, asked := inputOf(rs, key); asked && in.Kind == expr.YesNoInput {
				option = 2 - option
			}
			text = fmt.Sprint(option)
		}
		if text != "" {
			all[key.String()] = &text
		}
	}
	return all
}

func inputOf(rs *scoring.RuleSet, key expr.Key) (expr.Input, bool) {
	leaf := rs.Find(key.Leaf)
	if leaf == nil {
		return expr.Input{}, false
	}
	return leaf.Input(key.Input)
}

// Rescored scores again what a line carries. What ranks is always the program's own: a line that says otherwise is refused.
func (rec *Record) Rescored(scorer *scoring.Scorer, rs *scoring.RuleSet, line int) (ranking.Standing, *problem.Problem) {
	stated, fault := rec.Standing(rs, line)
	if fault != nil {
		return stated, fault
	}
	in, what := rec.submission(rs)
	if what != "" {
		return stated, rec.mismatch(line, what)
	}
	result := scorer.Score(in)
	own := ranking.StandingOf(rec.File, &result)
	if (own.Appraised == nil) != (stated.Appraised == nil) {
		return own, rec.mismatch(line, "trạng thái thẩm định")
	}
	if !sameClass(rec.Class, classOf(&result)) {
		return own, rec.mismatch(line, "xếp loại")
	}
	for i, leaf := range rs.Leaves() {
		node := result.Node(leaf.Number)
		p := rec.Criteria[i].Self.other(line, leaf.Number, "tự chấm", stated.Self[i], node.Self)
		if p == nil && own.Appraised != nil {
			p = rec.Criteria[i].Appraised.other(line, leaf.Number, "thẩm định", stated.Appraised[i], *node.Appraised)
		}
		if p != nil {
			return own, p
		}
	}
	return own, nil
}

func sameClass(a, b *Class) bool { return a == b || a != nil && b != nil && *a == *b }

// Declared is what a line that could be scored again has to say to the figures of its rule set.
func (rec *Record) Declared(scorer *scoring.Scorer, rs *scoring.RuleSet) figures.Declared {
	in, _ := rec.submission(rs)
	result := scorer.Score(in)
	return figures.DeclaredBy(rec.File, &in, &result)
}

// other says that a mark is not what scoring again comes to, in points or in words. Why an answer can't be used no line carries.
func (m *Mark) other(line int, leaf, side string, stated scoring.Mark, own scoring.Tally) *problem.Problem {
	sameWords := m.Explanation == own.Explanation || own.State == expr.Invalid
	if mark := own.Mark(); stated.State == mark.State && stated.Points.Equal(mark.Points) && sameWords {
		return nil
	}
	p := problem.New(problem.ResultsRescored, "", line, leaf, side, markWords(stated), markWords(own.Mark()))
	return &p
}

func markWords(m scoring.Mark) string {
	if m.State == expr.Scored {
		return expr.FormatNumber(m.Points) + " điểm"
	}
	return m.State.Words()
}

// submission is what a line carries, to be scored; what names the first thing in it that is none of the rule set's.
func (rec *Record) submission(rs *scoring.RuleSet) (in scoring.Submission, what string) {
	in = scoring.Submission{Unit: scoring.Unit(rec.Unit), Exempt: rec.Exempt}
	for _, number := range rec.Exempt {
		if rs.Find(number) == nil {
			return in, "mục không đánh giá " + number
		}
	}
	if in.Answers, what = answersOf(rec.Answers, rs); what != "" {
		return in, what
	}
	for key := range in.Answers {
		if input, _ := inputOf(rs, key); input.IsReckoned() {
			return in, "số liệu " + key.String() + ", là số tự tính"
		}
	}
	if rec.Appraisal == nil {
		return in, ""
	}
	in.Appraisal = &scoring.Appraisal{Done: rec.Appraisal.Done, Set: map[string]scoring.Verdict{}, Reasons: map[string]string{}}
	if in.Appraisal.Answers, what = answersOf(rec.Appraisal.Answers, rs); what != "" {
		return in, what
	}
	for key := range in.Appraisal.Answers {
		if input, _ := inputOf(rs, key); !input.IsTyped() {
			return in, "số liệu thẩm định của " + key.String() + ", là số được cấp hoặc tự tính"
		}
	}
	for number, text := range rec.Appraisal.Set {
		leaf := rs.Find(number)
		if leaf == nil || !leaf.IsLeaf() {
			return in, "điểm ấn định của " + number
		}
		verdict, ok := verdictOf(leaf, text)
		if !ok {
			return in, "điểm ấn định của " + number
		}
		in.Appraisal.Set[number] = verdict
	}
	return in, ""
}

func verdictOf(leaf *scoring.Criterion, text *string) (v scoring.Verdict, ok bool) {
	switch {
	case text == nil:
		p := problem.New(problem.CellNotPoints, "", leaf.Number, "?")
		v.Bad = &p
		return v, true
	case *text == expr.NotAssessed.Label():
		v.NotAssessed = true
		return v, true
	}
	v.Points, ok = plainDecimal(*text)
	return v, ok
}

func answersOf(carried map[string]*string, rs *scoring.RuleSet) (answers expr.Answers, what string) {
	answers = expr.Answers{}
	for text, value := range carried {
		key, isKey := expr.ParseKey(text)
		in, asked := inputOf(rs, key)
		if !isKey || !asked {
			return nil, "số liệu " + text
		}
		answer, ok := answerOf(in, value)
		if !ok {
			return nil, "số liệu " + text
		}
		answers[key] = answer
	}
	return answers, ""
}

func answerOf(in expr.Input, value *string) (a expr.Answer, ok bool) {
	if value == nil {
		return expr.BadAnswer(problem.New(problem.CellBadNumber, "", in.Label, "?")), true
	}
	number, ok := plainDecimal(*value)
	if in.Kind == expr.DateInput && strings.Contains(*value, "-") {
		number, ok = expr.ParseDay(*value)
	}
	if !in.IsChoice() || !ok {
		return expr.NumberAnswer(number), ok
	}
	option := int(number.IntPart())
	if in.Kind == expr.YesNoInput {
		option = 2 - option
	}
	return expr.OptionAnswer(option), number.IsInteger() && 1 <= option && option <= len(in.Options)
}

// plainDecimal reads a number as the program writes it.
func plainDecimal(text string) (decimal.Decimal, bool) {
	const longest = 700
	if len(text) > longest || strings.Trim(text, "-.0123456789") != "" {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(text)
	return d, err == nil
}

// twiceThere is the first key that an object of the text has twice: readers would differ about which one counts.
func twiceThere(text []byte) string {
	type level struct {
		keys   map[string]bool
		isKey  bool
		object bool
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	var levels []level
	for {
		token, err := decoder.Token()
		if err != nil {
			return ""
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			levels = append(levels, level{map[string]bool{}, true, token == json.Delim('{')})
			continue
		case json.Delim('}'), json.Delim(']'):
			levels = slices.Delete(levels, len(levels)-1, len(levels))
		}
		if len(levels) == 0 {
			return ""
		}
		top := &levels[len(levels)-1]
		key, isText := token.(string)
		switch {
		case !top.object || !top.isKey || !isText:
			top.isKey = true
		case top.keys[key]:
			return key
		default:
			top.keys[key], top.isKey = true, false
		}
	}
}
