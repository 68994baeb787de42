package problem

// The problems of many hands on one unit's form: parts, merging them, and carrying a filled form over.
const (
	FormPartial     Code = "form-partial"
	FormPartDamaged Code = "form-part-damaged"
	FormUntold      Code = "form-untold"

	MergeUnits    Code = "merge-units"
	MergeRules    Code = "merge-rules"
	MergeScored   Code = "merge-scored"
	MergeConflict Code = "merge-conflict"
	MergeDecided  Code = "merge-decided"
	MergeTwice    Code = "merge-department-twice"
	MergeAbsent   Code = "merge-department-absent"
	MergeFolders  Code = "merge-folders"

	CarryUnrelated Code = "carry-unrelated"
	CarryFrom      Code = "carry-from"

	TableCriterion     Code = "table-criterion"
	TableAssignTwice   Code = "table-assign-twice"
	TableKeyTwice      Code = "table-key-twice"
	TableKey           Code = "table-key"
	TableAmbiguous     Code = "table-number-unclear"
	TableTextDifferent Code = "table-text-different"
)

// handsWordings words them.
var handsWordings = map[Code]wording{
	FormPartial: {Error,
		"Đây là phần của {0} ({1} tiêu chí, {2} điểm), chưa phải phiếu của cả đơn vị.",
		"Ghép đủ các phần rồi dùng tệp ghép: cchc merge TỆP... -o don-vi.xlsx"},
	FormPartDamaged: {Error,
		"Dấu nhận biết phần của phòng trên trang ẩn bị sửa hoặc thiếu: {0}.",
		"Lập lại phần phiếu (cchc template --assign), bỏ khóa trang" + unlock + ", dán giá trị từng cột vào đúng dòng, rồi nộp phần đó."},
	FormUntold: {Error,
		"Phiếu thuộc một bản của bộ chỉ số “{0}” không có ở đây, và trang ẩn của phiếu không tự mô tả đủ các mục kê khai: {1}.",
		"Chỉ ra tệp bộ chỉ số cũ của phiếu bằng --from, ví dụ --from bo-chi-so-cu.yaml."},

	MergeUnits: {Error,
		"Các tệp không cùng một đơn vị: {0} khác nhau: {1}.",
		"Chỉ ghép các tệp của một đơn vị; nếu là cùng đơn vị, sửa {0} ở đầu phiếu cho khớp rồi ghép lại."},
	MergeRules: {Error,
		"Tệp thuộc bộ chỉ số “{0}”, còn {2} thuộc “{1}”.",
		"Chỉ ghép các tệp của một bộ chỉ số; chuyển tệp cũ sang bộ mới bằng cchc carry."},
	MergeScored: {Error,
		"Tệp là kết quả chấm, không phải phiếu đơn vị kê khai; ghép sẽ làm mất phần thẩm định.",
		"Ghép các phiếu mà phòng, đơn vị đã điền, rồi chấm tệp ghép."},
	MergeConflict: {Error,
		"{0} số liệu được các phòng trả lời khác nhau, để trống trong phiếu ghép.",
		"Hỏi lại các phòng rồi điền vào các ô tím của phiếu ghép (trang “Chỗ khác nhau” ghi ai trả lời gì), hoặc sửa cho khớp rồi ghép lại; hoặc lấy theo một tệp: --prefer TỆP, hay theo tệp được lưu sau cùng: --prefer newest."},
	MergeDecided: {Warning,
		"{0} số liệu được các phòng trả lời khác nhau, đã lấy theo --prefer.",
		"Kiểm tra lại nếu chưa chắc; thời điểm lưu tệp có thể đổi khi chép hoặc gửi tệp."},
	MergeTwice: {Warning,
		"{0} có nhiều tệp: {1}.",
		"Bỏ tệp cũ, hoặc để nguyên nếu các tệp bổ sung cho nhau."},
	MergeAbsent: {Warning,
		"Chưa có tệp của {0}.",
		"Nhận phần của phòng rồi ghép lại; ghép thêm vào tệp ghép cũng được."},

	MergeFolders: {Error,
		"Các thư mục {0} là của cùng một đơn vị (mã {1}), không ghép thư mục nào.",
		"Chép các phần của đơn vị vào một thư mục rồi ghép lại; nếu là hai đơn vị thì sửa mã ở đầu phiếu."},

	CarryUnrelated: {Error,
		"Hai bộ chỉ số “{0}” và “{1}” không nối tiếp nhau (khóa previous) nên không biết tiêu chí nào ứng với tiêu chí nào.",
		"Kiểm tra khóa previous của bộ mới; nếu còn bộ của năm ở giữa, chỉ ra bằng --rules."},
	CarryFrom: {Error,
		"Bộ chỉ số {0} nêu ở --from không phải bản mà phiếu được lập theo (“{1}”, dấu {2}).",
		"Chỉ ra đúng tệp cũ, hoặc bỏ --from: phiếu tự mô tả được các mục kê khai."},

	TableCriterion: {Error,
		"Cột {0}: bộ chỉ số không có số thứ tự “{1}”.{2}",
		"Ghi số thứ tự như trong bộ chỉ số, ví dụ 1.4.2. Trong Excel, định dạng cột là Văn bản (Text) trước khi gõ."},
	TableAssignTwice: {Error,
		"Số thứ tự “{0}” đã có ở dòng {1}.",
		"Mỗi số thứ tự một dòng; nếu nhiều phòng cùng phụ trách, ghi các phòng trong một ô, cách nhau bằng dấu chấm phẩy. Nếu là 1.10 bị Excel đổi thành 1.1, định dạng cột là Văn bản (Text) rồi gõ lại."},
	TableKeyTwice: {Error,
		"Số liệu “{0}” đã có ở dòng {1}.",
		"Mỗi số liệu một dòng."},
	TableKey: {Error,
		"Cột {0}: “{1}” không phải khóa của số liệu.",
		"Ghi số thứ tự tiêu chí, dấu hai chấm và tên số liệu, ví dụ 1.1:a; xem các khóa bằng cchc rules show."},
	TableAmbiguous: {Error,
		"Cột {0}: không rõ “{1}” là {2} hay {3}.",
		"Ghi {2}, hoặc {3}0 nếu là số thập phân; không ghi dấu nhóm."},
	TableTextDifferent: {Error,
		"Cột {0} của tiêu chí {1} khác với dòng {2}.",
		"Ghi nội dung ở một dòng của tiêu chí."},
}
