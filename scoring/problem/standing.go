package problem

// The problems of writing a form where something stands already, and of a form that stands there and is not as the lists say.
const (
	StandsTyped   Code = "stands-typed"
	StandsResult  Code = "stands-result"
	StandsForeign Code = "stands-foreign"
	StandsForm    Code = "stands-form"
	StandsEdited  Code = "stands-edited"
	StandsOther   Code = "stands-other"
	StandsMerged  Code = "stands-merged"

	UnitListDiffers Code = "unit-list-differs"
	PartListDiffers Code = "unit-part-differs"
	NoticeDiffers   Code = "unit-notice-differs"
)

// standingWordings word them.
var standingWordings = map[Code]wording{
	StandsTyped: {Error,
		"{0} đã có người điền, ghi lên sẽ mất: {1}.",
		"Không lệnh nào ghi lên, kể cả với --force. Ghi ra tệp khác; nếu chắc chắn bỏ được, tự xóa tệp này rồi chạy lại."},
	StandsResult: {Error,
		"{0} là kết quả chấm, có thể đã thẩm định.",
		"Không lệnh nào khác ghi lên kết quả chấm, kể cả với --force. Ghi ra tệp khác."},
	StandsForeign: {Error,
		"{0} đã có và không đọc được như một phiếu, nên không biết trong đó có gì: {1}",
		"Không ghi lên, kể cả với --force. Ghi ra tệp khác; nếu chắc chắn bỏ được, tự xóa tệp này rồi chạy lại."},
	StandsForm: {Error,
		"{0} là phiếu chấm điểm hoặc kết quả chấm, không phải bảng mà lệnh này lập.",
		"Không ghi lên, kể cả với --force. Ghi ra tệp khác."},
	StandsEdited: {Error,
		"{0} đã có và khác với tệp mà lệnh này lập, nên có thể đã được sửa.",
		"Không ghi lên, kể cả với --force. Ghi ra tệp khác; nếu chắc chắn bỏ được, tự xóa tệp này rồi chạy lại."},
	StandsOther: {Error,
		"{0} đã có và không phải tệp do lệnh này lập, nên không ghi lên.",
		"Đổi tên hoặc chuyển tệp đó đi rồi chạy lại."},

	StandsMerged: {Error,
		"{0} là phiếu ghép lần trước, có điều mà các tệp lần này không có: {1}.",
		"Thêm các phần đã dùng lần trước rồi ghép lại; nếu chắc chắn bỏ được, thêm --force."},

	UnitListDiffers: {Error,
		"Phiếu đã có người điền nên giữ nguyên, nhưng khác danh sách đơn vị: {0}.",
		"Nếu danh sách đúng, chuyển số liệu sang phiếu mới: cchc carry {1} --to {2} --units {3} -o PHIẾU-MỚI.xlsx; nếu phiếu đúng, sửa danh sách."},
	NoticeDiffers: {Warning,
		"{0} phiếu đã có người điền nên giữ nguyên, còn ghi thời hạn, nơi nhận hoặc liên hệ khác nay: {1}.",
		"Báo các đơn vị đó điều đã đổi; không phải lập lại phiếu."},
	PartListDiffers: {Error,
		"Phần của {0} trong phiếu gồm các tiêu chí {1}, theo bảng phân công là {2}; phiếu đã có người điền nên giữ nguyên.",
		"Nếu bảng phân công đúng, lập phần mới ở thư mục khác rồi ghép cả hai phần bằng cchc merge; nếu phiếu đúng, sửa bảng phân công."},
}
