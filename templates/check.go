package templates

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// The words of the column Kiểm tra. The formulas here and the values in checked.go say the same; a test holds them together.
const (
	sayBlank     = "Chưa điền"
	sayNoPoints  = "Chưa đề nghị điểm"
	sayNotNumber = "Không phải số (xem cách gõ ở đầu phiếu)"
	sayNotWhole  = "Phải là số nguyên"
	sayPickOne   = "Chọn trong danh sách"
	sayTooSmall  = "Nhỏ hơn " // and the bound
	sayTooLarge  = "Lớn hơn "
	sayDiffers   = "Khác số liệu ở " // and where
	sayExceeds   = "Lớn hơn số liệu ở "

	saySharePasses = "Số đạt được lớn hơn tổng số."
	sayNoCase      = "Không thuộc trường hợp nào của quy định."
	sayUnusable    = "Số liệu không hợp lệ."
	sayNoEvidence  = "Thiếu tài liệu kiểm chứng hoặc giải trình."
	sayNoReason    = "Chưa ghi lý do thẩm định."
	sayAppraisal   = "Số liệu thẩm định chưa hợp lệ."
)

func saySet(leaf *scoring.Criterion) string {
	return "Điểm ấn định phải từ 0 đến " + expr.FormatNumber(leaf.Max) + " hoặc " + expr.NotAssessed.Label() + "."
}

func sayBlankOf(in *expr.Input) string {
	if in.Kind == expr.PointsInput {
		return sayNoPoints
	}
	return sayBlank
}

// sayStop words a finding of a rule for the narrow column.
func sayStop(code problem.Code, most string) string {
	switch code {
	case problem.AnswerExceeds:
		return saySharePasses
	case problem.AnswerTooLarge:
		return sayTooLarge + most + "."
	case problem.AnswerNoCase:
		return sayNoCase
	}
	return sayUnusable
}

// inputCheck says what is wrong with one answer: first with the answer alone, else against the answers of other leaves.
// A blank that the rule does not need is no matter.
func (l *Layout) inputCheck(row Row) string {
	leaf, _ := l.Row(row.Node.Number)
	cell, points := row.At(AnswerColumn).String(), leaf.At(SelfColumn).String()
	needed := call("IF", call("OR", call("ISNUMBER", points), points+"="+stateLabel(expr.NotAssessed)), `""`, inQuotes(sayBlankOf(row.Input)))
	wrong := call("IF", cell+`=""`, needed, l.wrongAnswer(row, cell))
	return unlessExempt(leaf, `""`, call("IF", row.At(SelfGuard).String()+"=0", l.crossCheck(row), call("IFERROR", wrong, inQuotes(sayNotNumber))))
}

func (l *Layout) wrongAnswer(row Row, cell string) string {
	if row.Options != nil {
		return inQuotes(sayPickOne)
	}
	in := row.Input
	words := inQuotes(sayNotWhole)
	if in.Max.Valid {
		words = call("IF", cell+">"+literal(in.Max.Decimal), inQuotes(sayTooLarge+expr.FormatNumber(in.Max.Decimal)), words)
	}
	words = call("IF", cell+"<"+literal(in.Min), inQuotes(sayTooSmall+expr.FormatNumber(in.Min)), words)
	return call("IF", call("ISNUMBER", cell), words, inQuotes(sayNotNumber))
}

// crossCheck compares an answer with those that it must fit; nothing is said of leaves that are not assessed.
func (l *Layout) crossCheck(row Row) string {
	var all []string
	mine := row.At(AnswerColumn).String()
	for _, check := range l.crossChecks(row) {
		other := l.Cell(check.Right, AnswerColumn).String()
		words := call("IF", call("ISNUMBER", other), call("IF", mine+breachSign(check.Is)+other, inQuotes(sayCross(check)), `""`), `""`)
		all = append(all, call("IF", call("OR", l.leftOut(check.Left), l.leftOut(check.Right)), `""`, words))
	}
	if all == nil {
		return `""`
	}
	return strings.Join(all, "&")
}

func (l *Layout) crossChecks(row Row) []scoring.CrossCheck {
	var mine []scoring.CrossCheck
	for _, check := range l.Rules.CrossChecks {
		if check.Left == row.Key {
			mine = append(mine, check)
		}
	}
	return mine
}

func (l *Layout) leftOut(answer string) string {
	row, _ := l.Row(answer)
	return l.Cell(row.Node.Number, SelfColumn).String() + "=" + stateLabel(expr.NotAssessed)
}

func breachSign(is scoring.Relation) string {
	if is == scoring.MustAtMost {
		return ">"
	}
	return "<>"
}

// sayCross names the other answer as the form shows it: by its criterion, and the letter beside it.
func sayCross(check scoring.CrossCheck) string {
	other, _ := expr.ParseKey(check.Right)
	words := sayDiffers
	if check.Is == scoring.MustAtMost {
		words = sayExceeds
	}
	return words + other.Leaf + ", dòng " + other.Input
}

// leafCheck says what is wrong across a leaf's answers, in its evidence and in its appraisal.
func (l *Layout) leafCheck(row Row) string {
	points := row.At(SelfColumn).String()
	findings := l.printer(row.Node, AnswerColumn, SelfGuard).findings(row.Node.Expr(), nil)
	if findings == "" {
		findings = `""`
	}
	unsaid := call("TRIM", row.At(EvidenceColumn).String()+"&"+row.At(ReasonColumn).String()) + `=""`
	evidence := call("IF", points+">0", call("IF", unsaid, inQuotes(sayNoEvidence), `""`), `""`)
	self := call("IF", call("ISNUMBER", points), evidence, call("IF", points+"="+stateLabel(expr.Invalid), findings, `""`))
	all := call("TRIM", self+`&" "&`+l.appraisalCheck(row))
	return unlessExempt(row, `""`, call("IFERROR", all, `""`))
}

func (l *Layout) appraisalCheck(row Row) string {
	set := row.At(SetColumn).String()
	touched := set
	for _, input := range l.InputRows(row.Node) {
		touched += "&" + input.At(AppraisedAnswer).String()
	}
	wrong := call("IF", set+`=""`, inQuotes(sayAppraisal), inQuotes(saySet(row.Node)))
	wrong = call("IF", row.At(AppraisedColumn).String()+"="+stateLabel(expr.Invalid), wrong, `""`)
	reason := call("IF", call("TRIM", row.At(WhyColumn).String())+`=""`, inQuotes(sayNoReason), `""`)
	return call("IF", touched+`=""`, `""`, wrong+`&" "&`+reason)
}

// findings prints which of a rule's own findings hold, in words; "" where the rule has none.
func (p printer) findings(e expr.Expr, known []string) string {
	switch e := e.(type) {
	case *expr.Step:
		return p.findings(e.Expr, known)
	case expr.Stop:
		if e.Code == "" {
			return ""
		}
		return inQuotes(sayStop(e.Code, mostOf(e)))
	case expr.Op:
		return p.findingsOfAll(e.Args, known)
	case expr.Rank:
		return p.findingsOfAll(e.Args, known)
	case expr.If:
		return p.findingsOfIf(e, known)
	}
	return ""
}

func (p printer) findingsOfAll(args []expr.Expr, known []string) string {
	var all []string
	for _, arg := range args {
		all = append(all, p.findings(arg, known))
	}
	return joined(all...)
}

func (p printer) findingsOfIf(e expr.If, known []string) string {
	first := p.findings(e.Cond, known)
	then := p.findings(e.Then, union(known, surely(e.Cond, true)))
	other := p.findings(e.Else, union(known, surely(e.Cond, false)))
	if first != "" && p.findings(e.Then, known) == first {
		then = "" // the condition has said it already
	}
	if first != "" && p.findings(e.Else, known) == first {
		other = ""
	}
	if then == "" && other == "" {
		return first
	}
	taken := call("IF", p.condition(e.Cond), orNothing(then), orNothing(other))
	if states := p.states(e.Cond, known); len(states) > 0 {
		taken = call("IF", worst(states)+">0", `""`, taken)
	}
	return joined(first, taken)
}

// mostOf is the bound that a finding of the code answer-too-large names: the last of its arguments.
func mostOf(e expr.Stop) string {
	if len(e.Args) == 0 {
		return ""
	}
	n, _ := e.Args[len(e.Args)-1].(expr.Num)
	return expr.FormatNumber(n.Value)
}

func joined(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), `&" "&`)
}

func orNothing(text string) string {
	if text == "" {
		return `""`
	}
	return text
}

// blanksFormula counts the answers that are still to be filled in.
func (l *Layout) blanksFormula() string {
	first, last := l.body()
	return call("COUNTIF", Row{Number: first}.At(CheckColumn).String()+":"+Row{Number: last}.At(CheckColumn).String(), inQuotes(sayBlank))
}
