package problem

// The problems of appraising some criteria for all units in one table, and of taking such a table in.
const (
	AppraiseTable    Code = "appraise-table"
	AppraiseNoTable  Code = "appraise-no-table"
	AppraiseDamaged  Code = "appraise-damaged"
	AppraiseGone     Code = "appraise-criterion-gone"
	AppraiseEdition  Code = "appraise-edition"
	AppraiseRules    Code = "appraise-rules"
	AppraiseNobody   Code = "appraise-nobody"
	AppraiseNoResult Code = "appraise-no-result"
	AppraiseNoCode   Code = "appraise-no-code"
	AppraiseNoForm   Code = "appraise-not-scored"
	AppraiseRow      Code = "appraise-row"
	AppraiseText     Code = "appraise-text"
	AppraiseErased   Code = "appraise-erased"
	AppraiseDiffers  Code = "appraise-differs"
	AppraiseOver     Code = "appraise-over"
	AppraiseExempt   Code = "appraise-exempt"
	AppraiseStale    Code = "appraise-stale"
	AppraiseEdited   Code = "appraise-edited"
	AppraiseBarred   Code = "appraise-barred"
	AppraiseHeld     Code = "appraise-held"
)

const newTable = "Lập bảng mới (cchc appraise THƯ-MỤC --criteria … -o TỆP.xlsx)"

// appraiseWordings word them.
var appraiseWordings = map[Code]wording{
	AppraiseTable: {Error,
		"Đây là bảng thẩm định theo tiêu chí, không phải phiếu hay kết quả của một đơn vị.",
		"Nhận vào kết quả bằng lệnh: cchc appraise THƯ-MỤC-KẾT-QUẢ --from TỆP."},
	AppraiseNoTable: {Error,
		"Tệp không phải bảng thẩm định theo tiêu chí.",
		"Nêu ở --from bảng do cchc appraise --criteria lập; phiếu kết quả thì chấm lại bằng cchc score."},
	AppraiseDamaged: {Error,
		"Trang ẩn của bảng thẩm định bị sửa hoặc thiếu: {0}.",
		newTable + ", rồi chép phần đã ghi sang; không sửa trang ẩn."},
	AppraiseGone: {Error,
		"Bảng thẩm định có tiêu chí {0}, bộ chỉ số “{1}” không có.",
		newTable + " theo bộ chỉ số đang dùng, rồi chép phần đã ghi sang."},
	AppraiseEdition: {Error,
		"Bảng thẩm định lập theo bản khác của bộ chỉ số “{0}”: số liệu của tiêu chí nay đã khác, hoặc khóa bị sửa.",
		newTable + ", rồi chép phần đã ghi sang."},
	AppraiseRules: {Error,
		"Bảng thẩm định theo bộ chỉ số “{0}”, còn các kết quả theo “{1}”.",
		"Nêu thư mục kết quả của đúng năm, hoặc bảng của đúng năm."},
	AppraiseNobody: {Error,
		"Chưa ghi tên cơ quan thẩm định.",
		"Ghi tên cơ quan ở đầu bảng rồi nhận lại; tên này được ghi vào nhật ký của từng kết quả."},
	AppraiseNoResult: {Error,
		"Bảng ghi thẩm định cho {0} nhưng không có kết quả của đơn vị này.",
		"Chấm phiếu của đơn vị vào thư mục kết quả, hoặc kiểm tra lại thư mục đã nêu, rồi nhận lại bảng."},
	AppraiseNoCode: {Error,
		"Kết quả không có mã đơn vị nên không đưa vào bảng thẩm định được.",
		"Ghi mã đơn vị vào phiếu rồi chấm lại, hoặc thẩm định thẳng trong phiếu kết quả."},
	AppraiseNoForm: {Error,
		"Đây là phiếu đơn vị kê khai, chưa chấm.",
		"Chấm trước: cchc score PHIẾU -o ket-qua, rồi nêu thư mục kết quả."},
	AppraiseRow: {Error,
		"{0}: {1}",
		"Không nhận mục nào của đơn vị này. " + newTable + ", rồi chép phần đã ghi sang; không xóa, chép dòng hay sửa cột khóa."},
	AppraiseText: {Warning,
		"Tài liệu kiểm chứng hoặc giải trình của {0} ở tiêu chí {1} bị sửa trong bảng thẩm định; phần sửa không được nhận.",
		"Ý kiến của cơ quan thẩm định ghi ở cột Lý do thẩm định."},
	AppraiseErased: {Warning,
		"Thẩm định có sẵn của {0} ở tiêu chí {1} (“{2}”) bị xóa trong bảng; ô trống nghĩa là không có ý kiến nên thẩm định đó vẫn giữ.",
		"Muốn bỏ thì xóa trong phiếu kết quả của đơn vị, rồi chấm lại: cchc score THƯ-MỤC-KẾT-QUẢ."},
	AppraiseDiffers: {Error,
		"Hai cơ quan ghi khác nhau cho {0} ở tiêu chí {1}: {2}: {3}; {4}: {5}.",
		"Thống nhất giữa hai cơ quan, sửa cho giống nhau hoặc xóa ở một bảng, rồi nhận lại."},
	AppraiseOver: {Error,
		"Sau khi lập bảng, kết quả của {0} đã có thẩm định khác ở tiêu chí {1}: {2}. Bảng ghi: {3}.",
		"Nếu theo bảng, sửa trong phiếu kết quả của đơn vị; nếu theo kết quả, xóa trong bảng. Rồi nhận lại."},
	AppraiseExempt: {Error,
		"Tiêu chí {1} không đánh giá đối với {0}.",
		"Xóa phần ghi ở các dòng này trong bảng; nếu phải đánh giá, sửa danh sách đơn vị rồi chấm lại."},
	AppraiseStale: {Error,
		"Đơn vị {0} đã sửa số liệu của tiêu chí {1} sau khi lập bảng.",
		newTable + " cho tiêu chí này, thẩm định lại theo số liệu mới."},
	AppraiseEdited: {Error,
		"Số liệu kê khai của {0} ở tiêu chí {1} bị sửa trong bảng thẩm định.",
		"Ghi lại như đơn vị kê khai; số liệu đúng ghi ở cột Số liệu thẩm định."},
	AppraiseBarred: {Error,
		"Mục ghi cho {0} ở tiêu chí {1} chưa nhận, vì trong các dòng của đơn vị này có chỗ phải sửa.",
		"Sửa các chỗ được nêu của đơn vị này rồi nhận lại."},
	AppraiseHeld: {Error,
		"Chưa nhận mục nào của {0} trong bảng này ({1} mục): các mục của một đơn vị được nhận cùng nhau hoặc không nhận.",
		"Sửa các chỗ được nêu của đơn vị này rồi nhận lại."},
}
