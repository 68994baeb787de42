package templates

import (
	"fmt"
	"slices"
	"strconv"

	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/expr"
	"cchc/templates/draft"
)

// RowKind says what a row of the form is for.
type RowKind int

// The kinds of row, from the top of the form to its end.
const (
	LetterheadRow RowKind = iota // title, legal basis
	FieldRow                     // who the unit is, contact, appraisal: Key names the field, FieldColumn holds it
	HeaderRow                    // the columns' names
	KeyRow                       // hidden: the columns' keys
	NodeRow                      // an area, criterion or component: Key is its number
	InputRow                     // an answer: Key is "1.1:a"
	TotalRow                     // sums: Key is one of the total keys, SelfColumn and AppraisedColumn hold them
	SignatureRow
	RuleRow // the wording of the rule of the node above, across the columns of the unit; it has no key, and nobody reads it
)

// The keys of field rows and of total rows.
const (
	UnitNameField  = "@ten"
	UnitBlockField = "@khoi"
	UnitCodeField  = "@ma"
	ContactField   = "@lien_he"
	DateField      = "@ngay"      // of a table
	AppraisalField = "@tham_dinh" // one of AppraisalStates

	TotalKey    = "@tong"      // total points
	AssessedKey = "@danh_gia"  // the maximum without what is not assessed
	PercentKey  = "@ty_le"     // total ÷ assessed maximum, in per cent
	BlankKey    = "@con_trong" // how many answers are still blank
)

// FieldColumn is where the value of a field row stands.
const FieldColumn = NameColumn

// Row is one row of the form.
type Row struct {
	Number  int // from 1
	Kind    RowKind
	Key     string
	Node    *scoring.Criterion // of node and input rows; of an input row the leaf that asks
	Level   int                // of node rows, 1 for an area
	Input   *expr.Input        // of input rows
	Options *OptionList        // of rows whose answer is picked from a list

	Label  string // what stands in the name cell of an answer, and at the beginning of a criterion's
	Shared bool   // other answers have the same
	Beside bool   // of node rows: the rule's wording stands in the answers' column, beside the name
}

// Layout is where everything stands in the workbook of a rule set: computed once, a plain value, and the one thing that
// the writer, the formulas and the reader share, so that they cannot drift apart.
type Layout struct {
	Rules   *scoring.RuleSet // of a part of the form, that part
	Rows    []Row
	Options []*OptionList   // on the hidden sheet
	Scorer  *scoring.Scorer // of the rules
	byKey   map[string]int

	formulas    map[draft.Place]string
	validations []draft.Validation
	marks       []draft.Mark
	toFill      common // what a unit's forms have alike
	toAppraise  common // what scored workbooks have alike
	stamp       Stamp  // without version and stage: hashing takes longer than reading a form

	Table *appraisal.Table // nil of a unit's form

	Whole *scoring.RuleSet // the whole, of which Rules may be a part
	Part  *Part            // nil of the whole form
	used  map[string]bool  // by key, the answers that other criteria take
	asked []NamedValue     // what the whole form asks for, as its hidden sheet tells it

	expected [2][]Expected // what stands where, in a unit's form and in a scored one
}

// common holds the sheets without what a filling puts into them.
type common struct {
	form, guide, hidden *draft.Sheet
	appraised           *draft.Sheet // the form once there is an appraisal
	notice              int          // the first of the guide's rows for the notice
}

// OptionList is where the options of a choice stand on the hidden sheet: Column from 1, rows First to First+len(Texts)−1.
// Equal lists share one place. The texts are what a form's answer cell holds, cell for cell.
type OptionList struct {
	Column, First int
	Texts         []string
}

// AppraisalStates are the two words of the field AppraisalField; only the second lets the appraised total count.
func AppraisalStates() []string { return []string{"Chưa", "Đã"} }

// NewLayout lays out the form of a sound, detailed rule set.
func NewLayout(rs *scoring.RuleSet) *Layout {
	l := &Layout{Rules: rs, Whole: rs, stamp: Stamp{RuleSet: rs.ID, Form: rs.FormHash(), Rules: rs.RulesHash()}}
	l.addRows()
	l.print()
	l.expectAll()
	return l
}

// addRows lays out the rows and the lists of options.
func (l *Layout) addRows() {
	l.byKey, l.used = map[string]int{}, map[string]bool{}
	for _, head := range l.headRows() {
		l.add(head)
	}
	if l.Table == nil {
		l.Rows[l.byKey[AppraisalField]].Options = l.list(AppraisalStates())
	}
	l.listAll()
	l.addNodes(l.Rules.Criteria, 1)
	for _, key := range l.totalKeys() {
		l.add(Row{Kind: TotalRow, Key: key})
	}
	for range signatureRows {
		l.add(Row{Kind: SignatureRow})
	}
	l.markShared()
}

// markShared notes which answers bear the same label.
func (l *Layout) markShared() {
	count := map[string]int{}
	for _, row := range l.Rows {
		if row.Kind == InputRow {
			count[row.Label]++
		}
	}
	for i := range l.Rows {
		l.Rows[i].Shared = l.Rows[i].Kind == InputRow && count[l.Rows[i].Label] > 1
	}
}

// print makes ready what the writer needs besides the rows.
func (l *Layout) print() {
	l.formulas, l.validations, l.marks = l.allFormulas(), l.allValidations(), l.allMarks()
	l.Scorer = scoring.NewScorer(l.Rules)
	if l.Table == nil { // its hidden sheet tells the rules' edition and what is in the table, which is enough
		l.asked = l.allAsked()
	}
	hidden := l.newHidden()
	if l.Table != nil {
		l.toAppraise = common{form: l.newForm(appraisedView), guide: newTableGuide(l.Table), hidden: hidden}
		l.toAppraise.appraised = l.toAppraise.form
		return
	}
	l.toFill = common{form: l.newForm(blankView), hidden: hidden}
	l.toAppraise = common{form: l.newForm(scoredView), appraised: l.newForm(appraisedView), hidden: hidden}
	l.toFill.guide, l.toFill.notice = newGuide(l.Rules, l.Part, SubmittedStage)
	l.toAppraise.guide, l.toAppraise.notice = newGuide(l.Rules, l.Part, ScoredStage)
}

// headRows are the rows above the first area.
func (l *Layout) headRows() []Row {
	if l.Table != nil {
		return tableHead()
	}
	return []Row{
		{Kind: FieldRow, Key: UnitNameField}, {Kind: FieldRow, Key: UnitBlockField}, {Kind: FieldRow, Key: UnitCodeField},
		{Kind: LetterheadRow}, {Kind: LetterheadRow},
		{Kind: FieldRow, Key: ContactField}, {Kind: FieldRow, Key: AppraisalField},
		{Kind: HeaderRow}, {Kind: KeyRow},
	}
}

func (l *Layout) add(row Row) {
	row.Number = len(l.Rows) + 1
	if row.Key != "" {
		l.byKey[row.Key] = len(l.Rows)
	}
	l.Rows = append(l.Rows, row)
}

// addNodes lays out siblings with all below them. The level is the depth in the tree, which a number alone would not
// tell (3.4 stands under 3.4-3.5).
func (l *Layout) addNodes(siblings []scoring.Criterion, level int) {
	for i := range siblings {
		node := &siblings[i]
		beside := node.Text != "" && ruleFitsBeside(node, level)
		l.add(Row{Kind: NodeRow, Key: node.Number, Node: node, Level: level, Label: node.Name, Beside: beside && l.Table == nil})
		if node.Text != "" && !beside && l.Table == nil {
			l.add(Row{Kind: RuleRow, Node: node, Level: level})
		}
		for j := range node.Inputs {
			l.addInput(node, &node.Inputs[j])
		}
		l.addNodes(node.Children, level+1)
	}
}

func (l *Layout) addInput(leaf *scoring.Criterion, in *expr.Input) {
	if in.Use != "" {
		l.used[in.Use] = true
	}
	row := Row{Kind: InputRow, Key: leaf.Key(in.Name).String(), Node: leaf, Input: in, Label: inputName(leaf, in).Shown()}
	if in.IsChoice() {
		row.Options = l.list(OptionTexts(*in))
	}
	l.add(row)
}

// OptionTexts are the texts that a form offers for a choice: "1. Thực hiện đầy đủ", or Có and Không.
func OptionTexts(in expr.Input) []string {
	if in.Kind == expr.YesNoInput {
		return in.Options
	}
	texts := make([]string, len(in.Options))
	for i, option := range in.Options {
		texts[i] = strconv.Itoa(i+1) + ". " + option
	}
	return texts
}

// listAll gives every choice of the whole form its list, in parts of the form as well: the hidden sheet tells of the whole.
func (l *Layout) listAll() {
	for _, leaf := range l.Whole.Leaves() {
		for _, in := range leaf.Inputs {
			if in.IsChoice() {
				l.list(OptionTexts(in))
			}
		}
	}
}

// list finds or adds a list of options.
func (l *Layout) list(texts []string) *OptionList {
	for _, list := range l.Options {
		if slices.Equal(list.Texts, texts) {
			return list
		}
	}
	list := &OptionList{Column: FirstListColumn + len(l.Options), First: 2, Texts: texts}
	l.Options = append(l.Options, list)
	return list
}

// Range is the list's place as a formula names it.
func (o *OptionList) Range() string { return o.cell(1) + ":" + o.place(len(o.Texts)).Absolute() }

// cell is the place of the nth option, counted from 1, as a formula names it.
func (o *OptionList) cell(n int) string { return "'" + HiddenSheet + "'!" + o.place(n).Absolute() }

// cells are where the options stand, as formulas name them; of no list, none.
func (o *OptionList) cells() []string {
	if o == nil {
		return nil
	}
	all := make([]string, len(o.Texts))
	for i := range all {
		all[i] = o.cell(i + 1)
	}
	return all
}

func (o *OptionList) place(n int) draft.Place {
	return draft.Place{Row: o.First + n - 1, Col: o.Column}
}

// Row finds a row by its key.
func (l *Layout) Row(key string) (Row, bool) {
	i, ok := l.byKey[key]
	if !ok {
		return Row{}, false
	}
	return l.Rows[i], true
}

// Cell is where the row with that key meets the column. An unknown key is a slip of ours and panics.
func (l *Layout) Cell(key string, c Column) draft.Place {
	row, ok := l.Row(key)
	if !ok {
		panic(fmt.Sprintf("templates: the form has no row %q", key))
	}
	return row.At(c)
}

func (r Row) At(c Column) draft.Place { return draft.Place{Row: r.Number, Col: int(c)} }

// Ref is the same as a formula on another sheet and a link name it: "'Phiếu chấm'!E12".
func (l *Layout) Ref(key string, c Column) string {
	return "'" + l.SheetName() + "'!" + l.Cell(key, c).String()
}

// only gives the row of a kind that there is once.
func (l *Layout) only(kind RowKind) Row {
	i := slices.IndexFunc(l.Rows, func(r Row) bool { return r.Kind == kind })
	return l.Rows[i]
}

// body gives the first and the last row with a criterion or an answer.
func (l *Layout) body() (first, last int) {
	return l.only(KeyRow).Number + 1, l.only(SignatureRow).Number - 1 - len(l.totalKeys())
}
