package templates

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/handover"
	"cchc/templates/draft"
	"cchc/templates/look"
)

// A table in which an agency appraises some criteria of all units is laid out, written and read as a scored workbook is: each
// criterion is a heading, each unit a leaf below it. What differs stands here: the head, what is locked, and what the hidden sheet
// tells besides.

// The names of a table's lines on the hidden sheet.
const (
	FixedTable      = "bang_tieu_chi"   // the numbers of its criteria; whoever has it is a table
	FixedTableUnit  = "bang_don_vi:"    // and the unit's place
	FixedTableMark  = "bang_dau"        // the fingerprint of these
	FixedTableFor   = "bang_co_quan"    // the agency that it was made for, where that was named
	FixedTableTexts = "bang_giai_trinh" // and a leaf's number: the fingerprint of what the unit wrote about it
)

// TableUnit is a unit of a table as the hidden sheet tells it.
type TableUnit struct {
	Code string `json:"ma"`
	Name string `json:"ten"`
}

// NewTable lays out a table of which no criterion is missing.
func NewTable(t *appraisal.Table) *Layout {
	set := t.Set()
	l := &Layout{Rules: set, Whole: set, Table: t, stamp: Stamp{RuleSet: set.ID, Form: set.FormHash(), Rules: set.RulesHash()}}
	l.addRows()
	l.print()
	l.expectAll()
	return l
}

// TableBook is the workbook of a table: guide, table, and the hidden sheet. The filling is of what stands in the units' results, and
// of the agency, in the place of a unit.
func (l *Layout) TableBook(f Filling) *draft.Workbook {
	f.Stage = ScoredStage
	result := l.Scorer.Score(f.Submission)
	f.Memory = Memory{Stage: handover.Stage{Marks: handover.MarksOf(l.Rules, f.Submission.Appraisal, f.Unread)}}
	s := l.Fill(f, &result)
	return s.Workbook(s.Form, s.Guide, s.Hidden)
}

// totalKeys are the keys of the rows with sums, in order. Of different units there are none.
func (l *Layout) totalKeys() []string {
	if l.Table != nil {
		return nil
	}
	return []string{TotalKey, AssessedKey, PercentKey, BlankKey}
}

// SheetName is what the form's sheet is called.
func (l *Layout) SheetName() string {
	if l.Table != nil {
		return TableSheet
	}
	return FormSheet
}

// isHeading says that a row of a table names a criterion.
func (l *Layout) isHeading(row Row) bool {
	return l.Table != nil && row.Kind == NodeRow && !row.Node.IsLeaf()
}

// ShownNumber is a criterion's number as people see it: in a table without the place of the unit.
func (l *Layout) ShownNumber(node *scoring.Criterion) string {
	if l.Table != nil {
		if leaf, _, ok := l.Table.Split(node.Number); ok {
			return leaf
		}
	}
	return node.Number
}

// tableHeading writes the row of a criterion, with the rule's wording over all the columns on the right.
func (f *framer) tableHeading(row Row) {
	style := look.Level(1)
	f.key(row)
	f.put(row, NumberColumn, draft.Text(row.Node.Number), look.Centered(style))
	f.put(row, NameColumn, draft.Text(row.Node.Name), style)
	f.put(row, MaxColumn, draft.Number(row.Node.Max), look.Points(style))
	style.Font = look.RuleFont()
	f.across(row, AnswerColumn, f.lastShown(), draft.Text(row.Node.Text), style)
	f.settle(row)
}

// Title is a column's heading; in a table units stand below their criterion.
func (l *Layout) Title(c Column) string {
	if l.Table != nil && c == NameColumn {
		return "Tiêu chí/Đơn vị/Số liệu"
	}
	return c.Title()
}

// tableWidth is a column's width in a table: the rule's explanation leaves its room to what the unit and the appraiser write.
func tableWidth(c Column) float64 {
	switch c {
	case NumberColumn:
		return 9.5
	case NameColumn:
		return 32
	case AnswerColumn:
		return 28
	case CheckColumn:
		return 13
	case EvidenceColumn:
		return 25
	case ReasonColumn:
		return 20
	case AppraisedAnswer:
		return 24
	case WhyColumn:
		return 30
	}
	return c.width(appraisedView)
}

func tableHead() []Row {
	return []Row{
		{Kind: FieldRow, Key: UnitNameField}, {Kind: FieldRow, Key: ContactField}, {Kind: FieldRow, Key: DateField},
		{Kind: LetterheadRow}, {Kind: LetterheadRow}, {Kind: HeaderRow}, {Kind: KeyRow},
	}
}

func tableLabel(key string) string {
	switch key {
	case UnitNameField:
		return "Cơ quan"
	case ContactField:
		return "Người ghi"
	}
	return "Ngày"
}

const tableTitle = "BẢNG THẨM ĐỊNH THEO TIÊU CHÍ, CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d"

// tableBasis says what the table holds, and how it is filled in.
func tableBasis(t *appraisal.Table) string {
	return fmt.Sprintf("(%d đơn vị; tiêu chí %s; căn cứ %s)\nCơ quan thẩm định ghi tên ở góc trên, rồi ghi vào các ô nền vàng nhạt. Ô để trống nghĩa là không có ý kiến.",
		len(t.Units), strings.Join(shortened(t.Leaves), ", "), t.Rules.Basis)
}

// shortened lists of many numbers the first ones.
func shortened(numbers []string) []string {
	const most = 12
	if len(numbers) > most {
		return append(slices.Clone(numbers[:most]), fmt.Sprintf("… (%d tiêu chí)", len(numbers)))
	}
	return numbers
}

func (w *writer) tableFields() {
	w.field(UnitNameField, w.Submission.Unit.Name, true)
	w.field(ContactField, w.Contact, true)
	w.field(DateField, "", true)
}

// tableLines tell what is in a table.
func (v *filled) tableLines() []NamedValue {
	if v.Table == nil {
		return nil
	}
	lines := []NamedValue{{FixedTable, strings.Join(v.Table.Leaves, " ")}, {FixedTableMark, TableMark(v.Table)}, {FixedTableFor, v.Submission.Unit.Name}}
	for i, unit := range v.Table.Units {
		text, err := json.Marshal(TableUnit{unit.Code, unit.Name})
		if err != nil {
			panic(err) // plain texts
		}
		lines = append(lines, NamedValue{fmt.Sprintf("%s%06d", FixedTableUnit, i+1), string(text)})
	}
	for _, leaf := range v.Rules.Leaves() {
		lines = append(lines, NamedValue{FixedTableTexts + ":" + leaf.Number, LeafTexts(&v.Submission, leaf.Number)})
	}
	return lines
}

// TableMark is the same for the same criteria of the same units.
func TableMark(t *appraisal.Table) string {
	lines := slices.Clone(t.Leaves)
	for i, unit := range t.Units {
		lines = append(lines, fmt.Sprintf("%d %q %q", i, unit.Code, unit.Name))
	}
	return fingerprint(lines)
}

// LeafTexts is the same for the same evidence and justification of a leaf.
func LeafTexts(in *scoring.Submission, leaf string) string {
	return fingerprint([]string{in.Evidence[leaf], in.Justification[leaf]})
}

// newTableGuide tells whoever appraises how the table is filled in, and what becomes of it.
func newTableGuide(t *appraisal.Table) *draft.Sheet {
	g := guide{next: 1, sheet: &draft.Sheet{Name: GuideSheet, Rows: map[int]draft.Row{}, Protected: true,
		Columns: []draft.Column{{Width: 2}, {Width: guideMarkWidth}, {Width: guideTextWidth}},
		Page:    draft.Page{Footer: look.PageFooter}}}
	g.title(fmt.Sprintf("HƯỚNG DẪN THẨM ĐỊNH THEO TIÊU CHÍ, CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM %d", t.Rules.Year))
	g.line("", fmt.Sprintf("Bảng có %s. Dưới mỗi tiêu chí là các đơn vị, với số liệu kê khai, điểm tự chấm, tài liệu kiểm chứng và giải trình của từng đơn vị.", t.Words()))
	g.heading("1. CÁCH GHI")
	g.line("Cơ quan", "Ghi tên cơ quan thẩm định, người ghi và ngày ở góc trên trang “"+TableSheet+"”; tên này được ghi vào nhật ký của từng kết quả.")
	g.line("Số liệu thẩm định", "Số liệu kê khai sai thì ghi số đúng, hoặc chọn mức đúng; điểm thẩm định hiện ngay.")
	g.line("Điểm ấn định", "Ghi điểm từ 0 đến điểm tối đa, hoặc chữ KĐG nếu không đánh giá; điểm này thay cho điểm tính theo số liệu. Tiêu chí có chữ “Chờ” cần được cho điểm.")
	g.line("Lý do", "Mỗi chỗ ghi cần có lý do, viết ở dòng có tên đơn vị.")
	g.line("Ô để trống", "Là không có ý kiến: điểm của đơn vị để nguyên. Xóa một ô có sẵn chữ không xóa thẩm định đã ghi trong kết quả.")
	g.heading("2. CẦN NHỚ")
	g.line("Giữ nguyên mẫu", "Không xóa, chép dòng; không sửa số liệu kê khai, tài liệu kiểm chứng; không chép sang tệp khác để gửi.")
	g.line("Khi chép số", "Luôn dán giá trị: bấm chuột phải vào ô, chọn Dán đặc biệt (Paste Special) → Giá trị (Values).")
	g.line("Gửi lại", "Lưu tệp (giữ đuôi .xlsx) rồi gửi cơ quan thường trực. Chỗ nào chưa nhận được sẽ có danh sách gửi lại, nêu từng ô.")
	return g.sheet
}
