package problem

// The problems of the classes of a rule set: found by [scoring.Check].
const (
	SetClassTwice     Code = "set-class-twice"
	SetClassNever     Code = "set-class-never"
	SetClassFrom      Code = "set-class-from"
	SetClassOrder     Code = "set-class-order"
	SetClassRatio     Code = "set-class-ratio"
	SetClassCriterion Code = "set-class-criterion"
)

// classWordings words them.
var classWordings = map[Code]wording{
	SetClassTwice: {Error,
		"Có hai loại cùng tên “{0}”.",
		"Đặt mỗi loại một tên."},
	SetClassNever: {Error,
		"Không có gì dẫn đến loại “{0}”.",
		"Ghi from (tỷ lệ % bắt đầu của loại), hoặc knockOut (trường hợp bị xếp loại này)."},
	SetClassFrom: {Error,
		"Loại “{0}” bắt đầu từ {1}%, tỷ lệ của một đơn vị chỉ từ 0% đến {2}%.",
		"Sửa from: tỷ lệ phần trăm so với điểm tối đa được đánh giá."},
	SetClassOrder: {Error,
		"Loại “{0}” từ {1}% đứng sau loại “{2}” từ {3}%, nên không đơn vị nào được xếp loại này theo điểm.",
		"Xếp các loại từ cao xuống thấp, tỷ lệ giảm dần."},
	SetClassRatio: {Error,
		"Mức tối thiểu {0} không phải là tỷ lệ từ 0 đến 1.",
		"Ghi 0.5 cho 50% điểm tối đa."},
	SetClassCriterion: {Error,
		"Bộ chỉ số không có mục {0}.",
		"Sửa criterion theo số thứ tự của mục trong bộ chỉ số."},
}
