package reader

import (
	"fmt"
	"slices"
	"strings"

	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/xlsx"
)

// look goes once through all cells of the form's sheet, and notes those that hold what nobody put there by the program's
// doing and nobody reads: so nothing that a person typed is passed over in silence.
type look struct {
	*reader
	columns []templates.Column // by the file's column, from 1; 0 is none of ours
	lost    []bool             // the column has lost its key, and is known by its place only
	keys    map[int]string     // by the file's row, as the reading takes them
	rules   []string           // sums of the rules' wordings that the form was printed with
	moved   bool               // columns stand elsewhere than they were made
	sameSet bool               // the form was printed by the rules that we have
	shift   int                // how far rows have moved down so far
	formula int                // how many of the sheet's formulas lie behind
	numbers []xlsx.Cell
	texts   []xlsx.Cell
}

func (r *reader) lookAround() {
	l := &look{reader: r, keys: map[int]string{}, sameSet: r.book.Stamp.Rules == r.Stamp("", "").Rules,
		rules: strings.Fields(r.book.fixed[templates.FixedWordings])}
	for key, numbers := range r.grid.rows {
		for _, number := range numbers {
			l.keys[number] = key
		}
	}
	for c, at := range r.grid.columns {
		for len(l.columns) <= at {
			l.columns = append(l.columns, 0)
		}
		l.columns[at] = c
		l.moved = l.moved || at != int(c)
	}
	l.lost = make([]bool, len(l.columns)+len(templates.Columns()))
	for _, c := range templates.Columns() {
		if at := int(c); r.grid.columns[c] == 0 && (at >= len(l.columns) || l.columns[at] == 0) {
			for len(l.columns) <= at {
				l.columns = append(l.columns, 0)
			}
			l.columns[at], l.lost[at] = c, true
		}
	}
	for number, cells := range r.grid.Rows() {
		if slices.Contains(r.grid.keyRows, number) {
			continue
		}
		row, how := l.rowAt(number)
		for i := range cells {
			if !isBlank(cells[i]) {
				l.lookAt(row, how, &cells[i])
			}
		}
	}
	l.sayStrays()
}

// standing says how sure it is that a row of the sheet is a row of the form.
type standing int

const (
	added   standing = iota // none of the form's
	keyed                   // by its key, which stands there alone
	unclear                 // by a key that stands several times, or beside other words: that is told of the key
	keyless                 // by its place only: its key is gone, or it never had one
)

// rowAt is the row of the form that stands there: the one whose key it bears, or one whose key is nowhere as far from the last
// as it was made.
func (l *look) rowAt(number int) (row int, how standing) {
	if row, known := l.Row(l.keys[number]); known {
		l.shift = number - row.Number
		if len(l.grid.rows[row.Key]) > 1 || l.exchanged(row) != nil {
			return row.Number, unclear
		}
		return row.Number, keyed
	}
	at := number - l.shift
	if 0 < at && at <= len(l.Rows) && len(l.grid.rows[l.Rows[at-1].Key]) == 0 {
		return at, keyless
	}
	return 0, added
}

func (l *look) lookAt(row int, how standing, cell *xlsx.Cell) {
	var c templates.Column
	if cell.Col < len(l.columns) {
		c = l.columns[cell.Col]
	}
	switch {
	case c == templates.KeyColumn || how == unclear && c != 0:
	case l.isWording(row, how, c, cell):
	case cell.Col == l.grid.lastYear && row > 0 && l.isLastYear(l.Rows[row-1], how, cell):
	case c == 0 || row == 0:
		l.stray(cell)
	case how == keyless && l.Rows[row-1].Key != "" || l.lost[cell.Col]:
		l.lookAtLost(row, c, cell)
	default:
		l.lookAtOurs(row, c, cell)
	}
}

// isWording says that a cell holds what a rule says, where the program prints it: beside a criterion's name, or in a row of its own,
// wherever that went.
func (l *look) isWording(row int, how standing, c templates.Column, cell *xlsx.Cell) bool {
	beside := c == templates.AnswerColumn && how == keyed && row > 0 && l.Rows[row-1].Kind == templates.NodeRow
	alone := c == templates.NameColumn && how != keyed
	return (beside || alone) && cell.Kind == xlsx.Text && !cell.Formula && slices.Contains(l.rules, templates.PrintedSum(cell.Text))
}

// lookAtOurs is for a row of the form that stands there in order.
func (l *look) lookAtOurs(row int, c templates.Column, cell *xlsx.Cell) {
	switch e := l.Expect(l.book.Stamp.Stage, row, c); {
	case e.Meant == templates.MeantForNothing && !l.elsewhere(row, c, cell):
		l.stray(cell)
	case e.Meant == templates.MeantForPrint && e.Known:
		l.printedThere(e, cell)
	case e.Meant == templates.MeantForFormula && e.Formula != "" && !(cell.Formula && l.isOurs(e, cell)):
		l.out.over = append(l.out.over, overCell{l.Rows[row-1], c, *cell})
	case c == templates.ExplanationColumn && e.Meant == templates.MeantElsewhere:
		l.explanation(l.Rows[row-1], cell)
	case e.Meant == templates.MeantToBeTyped && l.Rows[row-1].Kind == templates.SignatureRow && cell.Text != e.Text:
		l.sign(row, c, cell)
	}
}

// lookAtLost is for a row that has lost its key: nothing of it is read, and what the program put there nobody typed.
func (l *look) lookAtLost(row int, c templates.Column, cell *xlsx.Cell) {
	switch e := l.Expect(l.book.Stamp.Stage, row, c); {
	case e.Meant == templates.MeantForPrint && (!e.Known || stands(e, cell)), e.Meant == templates.MeantElsewhere:
	case e.Meant == templates.MeantForFormula && cell.Formula && (e.Formula == "" || l.isOurs(e, cell)):
	default:
		l.stray(cell)
	}
}

// elsewhere says that somebody else sees to a cell: the appraisal's in a unit's form, and texts in cells merged downwards, of
// which a criterion below has its part.
func (l *look) elsewhere(row int, c templates.Column, cell *xlsx.Cell) bool {
	kind := l.Rows[row-1].Kind
	inBody := kind == templates.NodeRow || kind == templates.InputRow
	if !inBody && cell.Col <= len(templates.Columns()) { // around the table, columns that were moved leave words where they stood
		if e := l.Expect(l.book.Stamp.Stage, row, templates.Column(cell.Col)); e.Known && stands(e, cell) {
			return true
		}
	}
	switch c {
	case templates.AppraisedAnswer, templates.SetColumn, templates.WhyColumn:
		if inBody && l.book.Stamp.Stage == templates.SubmittedStage {
			return true
		}
	}
	switch c {
	case templates.EvidenceColumn, templates.ReasonColumn, templates.WhyColumn:
		merged, ok := l.merged(*cell)
		return inBody && ok && merged.Bottom > merged.Top
	}
	return false
}

// stray notes a cell that nobody reads.
func (l *look) stray(cell *xlsx.Cell) {
	switch {
	case cell.Kind == xlsx.Number:
		l.numbers = append(l.numbers, *cell)
	case cell.Kind != xlsx.Text || strings.TrimSpace(cell.Text) != "":
		l.texts = append(l.texts, *cell)
	}
}

// printedThere compares what the program printed with what stands there now. Of a form that was printed by other rules nobody
// knows what stood there.
func (l *look) printedThere(e *templates.Expected, cell *xlsx.Cell) {
	if e.Text == "" && !e.Number.Valid {
		l.stray(cell)
		return
	}
	if !l.sameSet || stands(e, cell) || l.isNotice(e, cell) {
		return
	}
	was := quoteLong(e.Text)
	if e.Number.Valid {
		was = shown(e.Number.Decimal.String())
	}
	l.report(problem.New(problem.FormEdited, "", contents(*cell), was), *cell)
}

// isNotice says that under the title stands what the form was made with: the deadline after the words of all forms.
func (l *look) isNotice(e *templates.Expected, cell *xlsx.Cell) bool {
	at := l.NoticePlace()
	if l.Expect(l.book.Stamp.Stage, at.Row, templates.Column(at.Col)) != e {
		return false
	}
	return fold(cell.Text) == fold(l.out.Notice.OnForm(e.Text)) || l.book.byKeys && strings.HasPrefix(fold(cell.Text), fold(e.Text))
}

func stands(e *templates.Expected, cell *xlsx.Cell) bool {
	if e.Number.Valid {
		d, err := xlsx.ParseNumber(cell.Text)
		return cell.Kind == xlsx.Number && err == nil && d.Equal(e.Number.Decimal)
	}
	if cell.Kind == xlsx.Number && !cell.Formula { // some programs make numbers of texts that look like numbers: 1.1
		d, err := xlsx.ParseNumber(cell.Text)
		return err == nil && cell.Format != xlsx.FormatDate && d.String() == e.Text
	}
	if cell.Kind != xlsx.Text {
		return false
	}
	return cell.Text == e.Text || fold(cell.Text) == fold(e.Text) || e.Or != "" && fold(cell.Text) == fold(e.Or)
}

// isOurs says that a cell's formula is the program's, wherever its rows and columns went and however another program spells it.
func (l *look) isOurs(e *templates.Expected, cell *xlsx.Cell) bool {
	var source []byte
	source, l.formula = l.grid.FormulaSource(cell.Row, cell.Col, l.formula)
	ours := e.Formula
	if l.moved {
		ours = e.FormulaAt(l.grid.columns)
	}
	return string(source) == e.Spelt || skeleton(string(xlsx.Decoded(source))) == skeleton(ours)
}

// skeleton is a formula without what programs spell differently, or what changes where a row is moved.
func skeleton(formula string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9' || strings.ContainsRune(" $'\"._\r\n\t", r):
			return -1
		case 'a' <= r && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, formula)
}

// explanation finds words that somebody wrote where the program explains; in a unit's form there are none of the program's.
func (l *look) explanation(row templates.Row, cell *xlsx.Cell) {
	sum, told := l.kept.explained[row.Key]
	switch {
	case l.book.Stamp.Stage == templates.SubmittedStage:
		l.stray(cell)
	case told && (cell.Kind != xlsx.Text || cell.Formula || sum != templates.ExplanationSum(cell.Text)):
		l.report(problem.New(problem.ExplanationEdited, row.Key, contents(*cell)), *cell)
	}
}

// sign keeps what was typed where people sign.
func (l *look) sign(row int, c templates.Column, cell *xlsx.Cell) {
	text, note := textOf("Phần ký", *cell, l.book.file.Epoch())
	if note != nil {
		l.report(*note, *cell)
	}
	if text == "" {
		return
	}
	if l.out.Signature == nil {
		l.out.Signature = map[templates.SignaturePlace]string{}
	}
	l.out.Signature[templates.SignaturePlace{Row: row, Column: c}] = shorten(text)
}

// mostTexts is how many texts that nobody reads are told one by one.
const mostTexts = 50

func (l *look) sayStrays() {
	if len(l.numbers) > 0 {
		var named []string
		for _, cell := range l.numbers {
			named = append(named, fmt.Sprintf("%s (%s)", cell.Ref(), shown(cell.Text)))
		}
		l.report(problem.New(problem.FormStray, "", few(named)), l.numbers[0])
	}
	for i, cell := range l.texts {
		if i == mostTexts {
			l.report(problem.New(problem.FormStrayMore, "", len(l.texts)-i, few(refsOf(l.texts[i:]))), cell)
			return
		}
		l.report(problem.New(problem.FormStrayText, "", contents(cell)), cell)
	}
}

// contents is what stands in a cell, for a message.
func contents(cell xlsx.Cell) string {
	switch {
	case cell.Kind == xlsx.Empty:
		return "công thức không kèm giá trị"
	case cell.Kind == xlsx.Number:
		return shown(cell.Text)
	case cell.Kind == xlsx.Text:
		return quoteLong(cell.Text)
	}
	return cell.Text
}
