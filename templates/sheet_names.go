package templates

// The sheets, in the words of the form.
const (
	GuideSheet   = "Hướng dẫn"
	FormSheet    = "Phiếu chấm"
	TableSheet   = "Thẩm định" // in its place, in a table of [NewTable]
	HiddenSheet  = "_cchc"
	ResultSheet  = "Kết quả"
	ProblemSheet = "Vấn đề"
	DiffSheet    = "So sánh"
	ConfirmSheet = "Cần xác nhận"
	JournalSheet = "Nhật ký"
	CarrySheet   = "Chuyển số liệu" // of a form that was filled from an older one

	ConflictSheet = "Chỗ khác nhau" // of a form that was merged

	RankSheet   = "Xếp hạng" // of a ranking
	YearsSheet  = "Xu hướng" // of a ranking that is held against earlier years
	AreaSheet   = "Theo lĩnh vực"
	MatrixSheet = "Ma trận"

	UnitSheet    = "Theo đơn vị" // of the findings of all units
	KindSheet    = "Theo loại vấn đề"
	FindingSheet = "Tất cả vấn đề"

	ReturnedSheet = "Chưa nhận" // what was not taken of the tables of agencies
)
