package templates

import (
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/formula"
)

// The words of the column Kiểm tra. The formulas here and the values in checked.go say the same; a test holds them together.
const (
	sayBlank       = "Chưa điền"
	sayNoPoints    = "Chưa đề nghị điểm"
	sayAnnounced   = "Công bố sau"
	sayNotGiven    = "Cơ quan thường trực chưa giao"
	sayFollows     = "Chưa có số liệu để tính"
	sayNotNumber   = "Không phải số (xem cách gõ ở đầu phiếu)"
	sayNotWhole    = "Phải là số nguyên"
	sayNotDay      = "Không phải ngày (gõ như 15/12/2023)"
	sayNotWholeDay = "Chỉ ghi ngày, không ghi giờ"
	sayPickOne     = "Chọn trong danh sách"
	sayTooSmall    = "Nhỏ hơn "        // and the bound
	sayDiffers     = "Khác số liệu ở " // and where
	sayExceeds     = "Lớn hơn số liệu ở "

	sayNoEvidence = "Thiếu tài liệu kiểm chứng hoặc giải trình."
	sayNoReason   = "Chưa ghi lý do thẩm định."
	sayAppraisal  = "Số liệu thẩm định chưa hợp lệ."
)

func saySet(leaf *scoring.Criterion) string {
	return "Điểm ấn định phải từ 0 đến " + expr.FormatNumber(leaf.Max) + " hoặc " + expr.NotAssessed.Label() + "."
}

func sayNotNumberOf(in *expr.Input) string {
	if in.Kind == expr.DateInput {
		return sayNotDay
	}
	return sayNotNumber
}

func sayNotWholeOf(in *expr.Input) string {
	if in.Kind == expr.DateInput {
		return sayNotWholeDay
	}
	return sayNotWhole
}

func sayBlankOf(in *expr.Input) string {
	switch {
	case in.Kind == expr.PointsInput:
		return sayNoPoints
	case in.Figure != "":
		return sayAnnounced
	case in.IsReckoned():
		return sayFollows
	case !in.IsTyped():
		return sayNotGiven
	}
	return sayBlank
}

// inputCheck says what is wrong with one answer: first with the answer alone, else against the answers of other leaves.
// A blank that the rule does not need is no matter.
func (l *Layout) inputCheck(row Row) string {
	leaf, _ := l.Row(row.Node.Number)
	cell, points := row.At(AnswerColumn).String(), leaf.At(SelfColumn).String()
	needed := formula.Call("IF", formula.Call("OR", formula.Call("ISNUMBER", points), points+"="+stateLabel(expr.NotAssessed)), `""`, formula.InQuotes(sayBlankOf(row.Input)))
	wrong := formula.Call("IF", cell+`=""`, needed, l.wrongAnswer(row, cell))
	return unlessExempt(leaf, `""`, formula.Call("IF", row.At(SelfGuard).String()+"=0", l.crossCheck(row), formula.Call("IFERROR", wrong, formula.InQuotes(sayNotNumberOf(row.Input)))))
}

func (l *Layout) wrongAnswer(row Row, cell string) string {
	if row.Options != nil {
		return formula.InQuotes(sayPickOne)
	}
	in := row.Input
	words, number := formula.InQuotes(sayNotWholeOf(in)), reckoned(in, cell)
	if in.Max.Valid {
		words = formula.Call("IF", number+">"+formula.Literal(in.Max.Decimal), formula.InQuotes(formula.TooLarge+in.Words(in.Max.Decimal)), words)
	}
	words = formula.Call("IF", number+"<"+formula.Literal(in.Min), formula.InQuotes(sayTooSmall+in.Words(in.Min)), words)
	return formula.Call("IF", formula.Call("ISNUMBER", cell), words, formula.InQuotes(sayNotNumberOf(in)))
}

// crossCheck compares an answer with those that it must fit; nothing is said of leaves that are not assessed.
func (l *Layout) crossCheck(row Row) string {
	var all []string
	mine := reckoned(row.Input, row.At(AnswerColumn).String())
	for _, check := range l.crossChecks(row) {
		right, _ := l.Row(check.Right)
		other := right.At(AnswerColumn).String()
		words := formula.Call("IF", formula.Call("ISNUMBER", other), formula.Call("IF", mine+breachSign(check.Is)+reckoned(right.Input, other), formula.InQuotes(sayCross(check)), `""`), `""`)
		all = append(all, formula.Call("IF", formula.Call("OR", l.leftOut(check.Left), l.leftOut(check.Right)), `""`, words))
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
	findings := l.printer(row.Node, AnswerColumn, SelfGuard).Findings(row.Node.Expr(), nil)
	if findings == "" {
		findings = `""`
	}
	unsaid := formula.Call("TRIM", row.At(EvidenceColumn).String()+"&"+row.At(ReasonColumn).String()) + `=""`
	evidence := formula.Call("IF", points+">0", formula.Call("IF", unsaid, formula.InQuotes(sayNoEvidence), `""`), `""`)
	if l.Rules.BeyondOf(row.Node) == scoring.BeyondMinus { // nobody has to prove what counts against him
		evidence = `""`
	}
	self := formula.Call("IF", formula.Call("ISNUMBER", points), evidence, formula.Call("IF", points+"="+stateLabel(expr.Invalid), findings, `""`))
	all := formula.Call("TRIM", self+`&" "&`+l.appraisalCheck(row))
	return unlessExempt(row, `""`, formula.Call("IFERROR", all, `""`))
}

func (l *Layout) appraisalCheck(row Row) string {
	set := row.At(SetColumn).String()
	touched := set
	for _, input := range l.InputRows(row.Node) {
		touched += "&" + input.At(AppraisedAnswer).String()
	}
	wrong := formula.Call("IF", set+`=""`, formula.InQuotes(sayAppraisal), formula.InQuotes(saySet(row.Node)))
	wrong = formula.Call("IF", row.At(AppraisedColumn).String()+"="+stateLabel(expr.Invalid), wrong, `""`)
	reason := formula.Call("IF", formula.Call("TRIM", row.At(WhyColumn).String())+`=""`, formula.InQuotes(sayNoReason), `""`)
	return formula.Call("IF", touched+`=""`, `""`, wrong+`&" "&`+reason)
}

// blanksFormula counts the answers that are still to be filled in.
func (l *Layout) blanksFormula() string {
	first, last := l.body()
	return formula.Call("COUNTIF", Row{Number: first}.At(CheckColumn).String()+":"+Row{Number: last}.At(CheckColumn).String(), formula.InQuotes(sayBlank))
}
