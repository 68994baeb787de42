package formula

import (
	"testing"

	"github.com/shopspring/decimal"

	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// The printer is tested on expressions as rules are lowered to, over a leaf with two numbers and two choices: a and b stand in
// E1 and E2 with their guards in O1 and O2, a level in E3 and Có/Không in E4.

func testPrinter() Printer {
	whole := func(name string) expr.Input {
		return expr.Input{Name: name, Kind: expr.NumberInput, Whole: true}
	}
	list := []string{"'_cchc'!$D$2", "'_cchc'!$D$3"}
	choice := expr.Input{Kind: expr.ChoiceInput, Options: []string{"Tốt", "Kém"}}
	return Printer{Places: 2, Cells: map[string]AnswerCells{
		"a": {whole("a"), "E1", "O1", nil}, "b": {whole("b"), "E2", "O2", nil},
		"m": {choice, "E3", "O3", list}, "c": {choice, "E4", "O4", list},
		"p": {expr.Input{Kind: expr.NumberInput}, "E5", "O5", nil},
	}}
}

func num(text string) expr.Expr { return expr.Num{Value: decimal.RequireFromString(text)} }
func ask(name string) expr.Expr { return expr.Ask{Input: name} }
func op(sym expr.Symbol, args ...expr.Expr) expr.Expr {
	return expr.Op{Sym: sym, Args: args}
}
func pick(name string, option int) expr.Expr { return expr.Is{Input: name, Option: option} }
func when(cond, then, other expr.Expr) expr.Expr {
	return expr.If{Cond: cond, Then: then, Else: other}
}
func say(e expr.Expr) expr.Expr { return &expr.Step{Words: "…", Expr: e} }

func TestCells(t *testing.T) {
	more := op(expr.More, ask("b"), ask("a"))
	exceeds := expr.Stop{State: expr.Invalid, Code: problem.AnswerExceeds}
	notAssessed := expr.Stop{State: expr.NotAssessed}
	both := when(pick("m", 1), op(expr.AtLeast, ask("a"), num("5")), num("0"))
	either := when(pick("m", 1), num("1"), op(expr.AtLeast, ask("a"), num("5")))
	inSum := when(more, exceeds, op(expr.Div, ask("b"), ask("a")))
	for _, test := range []struct {
		name string
		rule expr.Expr
		want string
	}{
		{"a constant", num("0.25"), `0.25`},
		{"a constant is rounded by us, half away from zero", num("0.125"), `0.13`},
		{"a stop is its label", notAssessed, `"KĐG"`},
		{"a step is what it tells of", say(num("1")), `1`},
		{"an answer", ask("p"), `CHOOSE(1+O5,ROUND(E5,2),"Chờ","KĐG","","!")`},
		{"one division of whole numbers is rounded once", op(expr.Div, op(expr.Mul, ask("b"), num("15")), op(expr.Mul, ask("a"), num("10"))),
			`CHOOSE(1+MAX(O2,O1),ROUND(E2*15/(E1*10),2),"Chờ","KĐG","","!")`},
		{"other sums lose the noise of floats first", op(expr.Add, ask("a"), num("0.1")),
			`CHOOSE(1+O1,ROUND(ROUND(E1+0.1,12),2),"Chờ","KĐG","","!")`},
		{"so does a division of what is not whole", op(expr.Div, ask("p"), ask("a")),
			`CHOOSE(1+MAX(O5,O1),ROUND(ROUND(E5/E1,12),2),"Chờ","KĐG","","!")`},
		{"a choice is compared cell to cell", when(pick("m", 2), num("1"), num("0")),
			`CHOOSE(1+O3,IF(E3='_cchc'!$D$3,1,0),"Chờ","KĐG","","!")`},
		{"what the condition has read needs no second look", when(more, exceeds, op(expr.Div, ask("b"), ask("a"))),
			`CHOOSE(1+MAX(O2,O1),IF(E2>E1,"!",ROUND(E2/E1,2)),"Chờ","KĐG","","!")`},
		{"a branch looks at what only it reads", when(pick("m", 1), ask("a"), num("0")),
			`CHOOSE(1+O3,IF(E3='_cchc'!$D$2,CHOOSE(1+O1,ROUND(E1,2),"Chờ","KĐG","","!"),0),"Chờ","KĐG","","!")`},
		{"of and, the second is read only where the first holds", when(both, ask("a"), ask("a")),
			`CHOOSE(1+CHOOSE(1+O3,IF(E3='_cchc'!$D$2,O1,0),1,2,3,4),IF(IF(E3='_cchc'!$D$2,E1>=5,0),ROUND(E1,2),CHOOSE(1+O1,ROUND(E1,2),"Chờ","KĐG","","!")),"Chờ","KĐG","","!")`},
		{"of or, only where it does not", when(either, num("1"), ask("a")),
			`CHOOSE(1+CHOOSE(1+O3,IF(E3='_cchc'!$D$2,0,O1),1,2,3,4),IF(IF(E3='_cchc'!$D$2,1,E1>=5),1,ROUND(E1,2)),"Chờ","KĐG","","!")`},
		{"a part of a sum carries its state", op(expr.Add, num("0.5"), inSum),
			`CHOOSE(1+CHOOSE(1+MAX(O2,O1),IF(E2>E1,4,0),1,2,3,4),ROUND(ROUND(0.5+IF(E2>E1,0,E2/E1),12),2),"Chờ","KĐG","","!")`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := testPrinter().Cell(test.rule, nil); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestValues(t *testing.T) {
	a, b, n := ask("a"), ask("b"), num("2")
	for _, test := range []struct {
		name string
		rule expr.Expr
		want string
	}{
		{"sum", op(expr.Add, a, b, n), "E1+E2+2"},
		{"difference of a difference", op(expr.Sub, a, op(expr.Sub, b, n)), "E1-(E2-2)"},
		{"product of a sum", op(expr.Mul, op(expr.Add, a, b), n), "(E1+E2)*2"},
		{"sum of a product", op(expr.Add, op(expr.Mul, a, b), n), "E1*E2+2"},
		{"division by a product", op(expr.Div, a, op(expr.Mul, b, n)), "E1/(E2*2)"},
		{"division of a product", op(expr.Div, op(expr.Mul, a, n), b), "E1*2/E2"},
		{"division by a division", op(expr.Div, a, op(expr.Div, b, n)), "E1/(E2/2)"},
		{"least", op(expr.Min, op(expr.Add, a, b), n), "MIN(E1+E2,2)"},
		{"greatest", op(expr.Max, a, b), "MAX(E1,E2)"},
		{"below zero", op(expr.Sub, a, num("-1.5")), "E1-(-1.5)"},
		{"a comparison as a number", op(expr.Mul, op(expr.Less, a, b), n), "IF(E1<E2,1,0)*2"},
		{"a choice as a number", op(expr.Add, pick("m", 1), n), "IF(E3='_cchc'!$D$2,1,0)+2"},
		{"a branch as a number", op(expr.Mul, when(op(expr.Equal, a, num("0")), n, b), n), "IF(E1=0,2,E2)*2"},
		{"a number as a condition", when(a, n, b), "IF(E1<>0,2,E2)"},
		{"a sum in a comparison", when(op(expr.AtMost, op(expr.Add, a, b), n), n, b), "IF(E1+E2<=2,2,E2)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := testPrinter().value(test.rule, 0); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestFindings(t *testing.T) {
	exceeds := expr.Stop{State: expr.Invalid, Code: problem.AnswerExceeds}
	tooLarge := expr.Stop{State: expr.Invalid, Code: problem.AnswerTooLarge, Args: []expr.Expr{ask("a"), num("1.5")}}
	share := when(op(expr.More, ask("b"), ask("a")), exceeds, num("1"))
	sum := op(expr.Add, share, num("1"))
	for _, test := range []struct {
		name string
		rule expr.Expr
		want string
	}{
		{"a rule that finds nothing", when(pick("m", 1), num("1"), num("0")), ``},
		{"not assessed is no finding", expr.Stop{State: expr.NotAssessed}, ``},
		{"more than the whole", share, `IF(MAX(O2,O1)>0,"",IF(E2>E1,"Số đạt được lớn hơn tổng số.",""))`},
		{"more than the most", when(op(expr.More, ask("a"), num("1.5")), tooLarge, ask("a")),
			`IF(O1>0,"",IF(E1>1.5,"Lớn hơn 1,5.",""))`},
		{"two parts", op(expr.Add, share, when(pick("m", 1), num("1"), expr.Stop{State: expr.Invalid, Code: problem.AnswerNoCase})),
			`IF(MAX(O2,O1)>0,"",IF(E2>E1,"Số đạt được lớn hơn tổng số.",""))&" "&IF(O3>0,"",IF(E3='_cchc'!$D$2,"","Không thuộc trường hợp nào của quy định."))`},
		{"a capped sum is not asked again", when(op(expr.More, sum, num("2")), num("2"), sum),
			`IF(MAX(O2,O1)>0,"",IF(E2>E1,"Số đạt được lớn hơn tổng số.",""))`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := testPrinter().Findings(test.rule, nil); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestBracketDepth(t *testing.T) {
	for formula, want := range map[string]int{"1": 0, "IF(A1,1,0)": 1, "IF(OR(A1,B1),MAX(1,2),0)": 2, `IF(A1="((",1,0)`: 1} {
		if got := Depth(formula); got != want {
			t.Errorf("%s is %d deep, want %d", formula, got, want)
		}
	}
}
