package templates

// Column is a column of the form by its place from 1. Its key stands in a hidden row, so that the reader finds it wherever it went.
type Column int

// The columns of the form, in order. Those from AppraisedAnswer to ExplanationColumn belong to the secretariat; those after hold
// what formulas need and are always hidden.
const (
	KeyColumn         Column = iota + 1 // hidden: the row's key
	NumberColumn                        // STT
	NameColumn                          // Lĩnh vực/Tiêu chí/Tiêu chí thành phần
	MaxColumn                           // Điểm tối đa
	AnswerColumn                        // Số liệu kê khai
	SelfColumn                          // Điểm tự chấm
	CheckColumn                         // Kiểm tra
	EvidenceColumn                      // Tài liệu kiểm chứng
	ReasonColumn                        // Giải trình
	AppraisedAnswer                     // Số liệu thẩm định
	SetColumn                           // Điểm ấn định
	AppraisedColumn                     // Điểm thẩm định
	WhyColumn                           // Lý do
	ExplanationColumn                   // Diễn giải
	SelfGuard                           // hidden: state of the declared answer, 0 to 4
	CountingAnswer                      // hidden: the answer that counts when appraised
	CountingGuard                       // hidden: its state
	SelfDropped                         // hidden: points of the row that left the maximum
	AppraisedDropped                    // hidden: the same, appraised
	ExemptColumn                        // hidden: 1 where the secretariat fixed "not assessed" in advance
	lastColumn        = ExemptColumn
)

// Key is what stands for the column in the form's hidden row. It never changes: scripts and old forms rely on it.
func (c Column) Key() string {
	return [...]string{"khoa", "stt", "ten", "toi_da", "ke_khai", "tu_cham", "kiem_tra", "kiem_chung", "giai_trinh",
		"tham_dinh", "an_dinh", "diem_tham_dinh", "ly_do", "dien_giai", "tt_ke_khai", "gt_tham_dinh", "tt_tham_dinh",
		"kdg_tu_cham", "kdg_tham_dinh", "mien"}[c-1]
}

// Columns lists them all, in order.
func Columns() []Column {
	all := make([]Column, lastColumn)
	for i := range all {
		all[i] = Column(i + 1)
	}
	return all
}

// Title is the column's heading.
func (c Column) Title() string {
	return [...]string{"", "STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Số liệu kê khai", "Điểm tự chấm",
		"Kiểm tra", "Tài liệu kiểm chứng", "Giải trình", "Số liệu thẩm định", "Điểm ấn định", "Điểm thẩm định", "Lý do thẩm định",
		"Diễn giải", "", "", "", "", "", ""}[c-1]
}

// view is what people see of the form, and what they print.
type view int

// The views. What the secretariat types is printed once something of it is there; how points came about is for the screen.
const (
	blankView     view = iota // a unit fills it in
	scoredView                // the secretariat is about to appraise it
	appraisedView             // it was appraised
)

// full says that one sees what the appraiser sees and fills in.
func (v view) full() bool { return v != blankView }

// width is the column's width in characters. What is printed is as wide as a page at [formScale].
func (c Column) width(v view) float64 {
	widths := [...][lastColumn]float64{
		blankView:     {10, 9.5, 52.5, 6.5, 38.5, 7.5, 11, 24, 16.5, 16, 9, 10, 22, 40, 9, 9, 9, 9, 9, 9},
		scoredView:    {10, 9.5, 52.5, 6.5, 38.5, 7.5, 11, 24, 16.5, 18, 9, 9, 24, 90, 9, 9, 9, 9, 9, 9},
		appraisedView: {10, 9.5, 40, 6, 33, 7, 8, 16, 10, 13, 6.5, 6.5, 10.5, 90, 9, 9, 9, 9, 9, 9},
	}
	return widths[v][c-1]
}

// formScale is how small the form prints, in per cent: with letters of 8.5 points and more.
const formScale = 81

// lastPrinted is the last column that is printed.
func (v view) lastPrinted() Column {
	if v == appraisedView {
		return WhyColumn
	}
	return ReasonColumn
}

// hidden says that nobody sees the column: what formulas need always, what the secretariat fills until there is a score.
func (c Column) hidden(scored bool) bool {
	return c == KeyColumn || c > ExplanationColumn || c >= AppraisedAnswer && !scored
}
