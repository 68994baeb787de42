package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/kinds"
	"cchc/scoring/pattern"
)

// Leaf is what a decision says of a criterion.
type Leaf struct {
	Name string
	Text string
	Max  decimal.Decimal
	// Before is the rule that the criterion had last year, if any: what a text leaves unsaid is taken from it.
	Before kinds.Rule
}

// Understood is what a text says, as far as it says a rule.
type Understood struct {
	Rule       kinds.Rule // nil where it is open
	Inputs     []expr.Input
	Provenance scoring.Provenance
	Notes      []string // what was taken beyond the words, for people to confirm
	Why        string   // why it is open
}

// Text reads the words of a decision. There is a rule only where every clause of the text is accounted for; otherwise it is open,
// and says why. What a text does not say, and a rule needs, is taken in the usual way, and noted.
func Text(leaf Leaf) Understood {
	t := &texts{leaf: leaf, clauses: clausesOf(leaf.Text, leaf.Max), from: scoring.FromText}
	if len(t.clauses) == 0 {
		return open("Nguồn chỉ nêu tên và điểm tối đa, không nêu cách tính điểm.")
	}
	if len(leaf.Text) > maxTextBytes || len(t.clauses) > maxClauses {
		return open("Nội dung quá dài để hiểu thành một cách tính.")
	}
	if !leaf.Max.IsPositive() {
		return open("Chưa rõ điểm tối đa.")
	}
	rule := t.read()
	if rule == nil {
		return open(cmpOr(t.why, t.unsaid()))
	}
	if why := t.unfit(rule); why != "" {
		return open(why)
	}
	return Understood{Rule: rule, Inputs: t.inputs, Provenance: t.from, Notes: t.notes}
}

// A text is a few lines; one that is much more is no rule.
const (
	maxTextBytes = 20_000
	maxClauses   = 60
)

func open(why string) Understood { return Understood{Provenance: scoring.Absent, Why: why} }

func cmpOr(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// texts reads the text of one criterion, or of a part of one.
type texts struct {
	leaf    Leaf
	clauses []clause
	inSum   bool
	inCase  bool
	headed  bool           // the leaf's name is the head of these lines: a choice among them is named by it
	unless  kinds.ZeroRule // what a line apart says of the case that nothing came up, or ""
	inputs  []expr.Input
	from    scoring.Provenance
	notes   []string
	why     string
}

// read tries the readings, those that need most of the text first.
func (t *texts) read() kinds.Rule {
	return t.first(t.cases, t.parts, t.count, t.proportion, t.formula, t.apart, t.bands, t.levels, t.sum)
}

// first is the rule of the first reading that gives one. One that says why it cannot be ends the search.
func (t *texts) first(readings ...func() kinds.Rule) kinds.Rule {
	for _, try := range readings {
		if rule := try(); rule != nil || t.why != "" {
			return rule
		}
	}
	return nil
}

// unsaid says what keeps a text from being a rule: most often a line that gives no points.
func (t *texts) unsaid() string {
	for _, c := range t.clauses {
		if !c.scored {
			return "Có dòng không ghi điểm, hoặc chưa hiểu: “" + shorten(c.raw) + "”."
		}
		if conditional.MatchString(asides.Replace(c.low())) {
			return "Có điều kiện chưa hiểu trong dòng: “" + shorten(c.raw) + "”."
		}
	}
	return "Chưa hiểu cách tính trong lời văn."
}

// unfit holds a rule to what every rule must keep: it is sound, and reaches the maximum, but for a formula that says otherwise.
func (t *texts) unfit(rule kinds.Rule) string {
	placed := kinds.Placed{Rule: rule, Scope: kinds.Scope{Inputs: t.inputs, Max: t.leaf.Max}}
	if !placed.Sound() {
		return "Các con số trong lời văn không tạo thành một cách tính hợp lệ."
	}
	if _, formula := rule.(*kinds.Ratio); !formula && !placed.Most().Equal(t.leaf.Max) {
		return "Điểm cao nhất theo lời văn là " + expr.FormatNumber(placed.Most()) + ", khác điểm tối đa " + expr.FormatNumber(t.leaf.Max) + "."
	}
	return ""
}

// infer notes what was taken beyond the words.
func (t *texts) infer(note string) {
	if t.from == scoring.FromText {
		t.from = scoring.Inferred
	}
	t.notes = append(t.notes, note)
}

// correct notes a slip of the words.
func (t *texts) correct(note string) {
	t.from = scoring.Corrected
	t.notes = append(t.notes, note)
}

// ask adds an answer, under a name and label that are still free.
func (t *texts) ask(in expr.Input) kinds.InputName {
	label := in.Label
	for i := 2; slices.ContainsFunc(t.inputs, func(other expr.Input) bool { return strings.EqualFold(other.Label, in.Label) }); i++ {
		in.Label = label + " (" + lineName(i) + ")"
	}
	name := in.Name
	for i := 2; slices.ContainsFunc(t.inputs, func(other expr.Input) bool { return other.Name == in.Name }); i++ {
		in.Name = name + lineName(i)
	}
	t.inputs = append(t.inputs, in)
	return kinds.InputName(in.Name)
}

// askNumber asks for a count; money has pence.
func (t *texts) askNumber(name, label string) kinds.InputName {
	in := expr.Input{Name: name, Label: labelOf(label), Kind: expr.NumberInput, Whole: true}
	low := strings.ToLower(label)
	if unit := moneyUnit.FindString(low); unit != "" {
		in.Whole, in.Unit = false, unit
	} else if money.MatchString(low) {
		in.Whole, in.Unit = false, "đồng"
	} else if fractional.MatchString(low) {
		in.Whole = false
	}
	return t.ask(in)
}

var (
	money      = pattern.Of(`số tiền|kinh phí|giá trị|vốn|doanh thu|số thu|số chi`)
	moneyUnit  = pattern.Of(`(?:nghìn |triệu |tỷ )đồng`)
	fractional = pattern.Of(`^(?:số )?(?:tỷ lệ|tỉ lệ|phần trăm|điểm|chỉ số)|%`)
)

// maxLabel is how long a label may be; a form has no room for more.
const maxLabel = 500

// labelOf begins a label with a capital and ends it without a stop.
func labelOf(text string) string {
	text = strings.Trim(text, " .,;:-–")
	if letters := []rune(text); len(letters) > maxLabel {
		text = string(letters[:maxLabel-1]) + "…"
	}
	return expr.UpperFirst(text)
}

// zero is what holds where there is nothing to measure against, when the text does not say it.
func (t *texts) zero() kinds.ZeroRule {
	switch {
	case t.unless != "":
		return t.unless
	case zeroOf(t.leaf.Before) != "" && !(t.inSum && zeroOf(t.leaf.Before) == kinds.ZeroNotAssessed):
		t.infer("Nguồn không nêu trường hợp mẫu số bằng 0; lấy như năm trước.")
		return zeroOf(t.leaf.Before)
	case t.inSum:
		t.infer("Nguồn không nêu trường hợp mẫu số bằng 0; lấy phần này là 0 điểm.")
		return kinds.ZeroNone
	}
	t.infer("Nguồn không nêu trường hợp mẫu số bằng 0; lấy là không đánh giá, vì không có gì để tính tỷ lệ.")
	return kinds.ZeroNotAssessed
}

func zeroOf(rule kinds.Rule) kinds.ZeroRule {
	switch r := rule.(type) {
	case *kinds.Ratio:
		return r.IfZero
	case *kinds.Bands:
		return r.IfZero
	}
	return ""
}
