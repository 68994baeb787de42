package problem

// The problems of a comparison: found by [compare.Diff].
const (
	DiffKinds       Code = "diff-kinds"
	DiffSame        Code = "diff-same"
	DiffUnrelated   Code = "diff-unrelated"
	DiffNotDetailed Code = "diff-not-detailed"
)

// diffWordings words them.
var diffWordings = map[Code]wording{
	DiffKinds: {Error,
		"Hai bộ chỉ số dành cho hai loại đơn vị khác nhau: {0} là “{1}”, {2} là “{3}”.",
		"Chọn hai bộ chỉ số của cùng một loại đơn vị."},
	DiffSame: {Warning,
		"Hai bên là cùng một bộ chỉ số ({0}), không có gì khác nhau.",
		"Chọn hai bộ chỉ số khác nhau nếu cần so sánh."},
	DiffUnrelated: {Warning,
		"Không lần được từ {0} về {1} qua các bộ chỉ số trước (previous), nên các mục được ghép theo số thứ tự.",
		"Đưa thêm các bộ chỉ số của những năm ở giữa, hoặc ghi previous và was trong bộ chỉ số mới hơn."},
	DiffNotDetailed: {Warning,
		"{0} chưa có quy định chi tiết của {1} mục: các mục con, số liệu và cách tính của những mục này không được so sánh.",
		"Bổ sung phần chi tiết vào bộ chỉ số nếu có văn bản đầy đủ."},
}
