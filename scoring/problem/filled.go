package problem

// The problems of a file of answers (--answers): found by package rules before anything is filled in.
const (
	FilledUnknownCriterion Code = "filled-unknown-criterion"
	FilledNoLeaf           Code = "filled-no-leaf"
	FilledUnknownAnswer    Code = "filled-unknown-answer"
	FilledUnknownOption    Code = "filled-unknown-option"
)

// filledWordings words them.
var filledWordings = map[Code]wording{
	FilledUnknownCriterion: {Error,
		"Không có tiêu chí “{0}” trong bộ chỉ số {1}.",
		"Kiểm tra số thứ tự tiêu chí; xem danh sách bằng lệnh cchc rules show."},
	FilledNoLeaf: {Error,
		"Mục “{0}” gồm nhiều tiêu chí, không kê khai trực tiếp.",
		"Ghi số liệu cho từng tiêu chí thành phần."},
	FilledUnknownAnswer: {Error,
		"Tiêu chí {0} không có số liệu “{1}”.",
		"Dùng một trong các khóa: {2}."},
	FilledUnknownOption: {Error,
		"“{0}” không phải lựa chọn của “{1}”.",
		"Ghi một trong các số: {2}."},
}
