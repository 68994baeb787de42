package problem

// The problems of a workbook as a file and as a form: found by package templates before any answer is scored.
const (
	FileEmpty           Code = "file-empty"
	FileTooLarge        Code = "file-too-large"
	FilePassword        Code = "file-password"
	FileOldExcel        Code = "file-old-excel"
	FileBinaryExcel     Code = "file-binary-excel"
	FileMacros          Code = "file-macros"
	FileOpenDocument    Code = "file-open-document"
	FileXMLSpreadsheet  Code = "file-xml-spreadsheet"
	FileWebPage         Code = "file-web-page"
	FileText            Code = "file-text"
	FilePDF             Code = "file-pdf"
	FilePicture         Code = "file-picture"
	FileArchive         Code = "file-archive"
	FileOtherOffice     Code = "file-other-office"
	FileUnknown         Code = "file-unknown"
	FileDamaged         Code = "file-damaged"
	FileUnsafe          Code = "file-unsafe"
	FileUnclear         Code = "file-unclear"
	FileTooMuch         Code = "file-too-much"
	FileSheetUnreadable Code = "file-sheet-unreadable"
	FilePartEmpty       Code = "file-part-empty"
	FileCellText        Code = "file-cell-text"
)

// workbookWordings words them.
var workbookWordings = map[Code]wording{
	FileEmpty: {Error,
		"Tệp rỗng (0 byte).",
		"Kiểm tra bản gốc ở đơn vị rồi gửi lại tệp .xlsx đã kê khai."},
	FileTooLarge: {Error,
		"Tệp quá lớn: {0} MB, giới hạn là {1} MB.",
		"Xóa ảnh và dữ liệu không thuộc phiếu khỏi tệp (tài liệu kiểm chứng gửi riêng), lưu lại rồi nộp lại."},
	FilePassword: {Error,
		"Tệp được bảo vệ bằng mật khẩu nên không đọc được.",
		"Mở tệp trong Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại rồi nộp lại."},
	FileOldExcel: {Error,
		"Tệp ở định dạng Excel 97-2003 (.xls).",
		"Mở tệp trong Excel, chọn Lưu thành → Sổ làm việc Excel (*.xlsx), rồi nộp tệp mới; không chỉ đổi đuôi tên tệp."},
	FileBinaryExcel: {Error,
		"Tệp ở định dạng Excel nhị phân (.xlsb).",
		"Mở tệp trong Excel, chọn Lưu thành → Sổ làm việc Excel (*.xlsx), rồi nộp tệp mới."},
	FileMacros: {Error,
		"Tệp có chứa macro ({0}) nên không được nhận.",
		"Mở tệp trong Excel, chọn Lưu thành → Sổ làm việc Excel (*.xlsx), đồng ý bỏ macro, rồi nộp tệp mới."},
	FileOpenDocument: {Error,
		"Tệp ở định dạng OpenDocument (.ods) của LibreOffice.",
		"Mở tệp trong LibreOffice hoặc Excel, chọn Lưu thành → Excel (.xlsx), rồi nộp tệp mới."},
	FileXMLSpreadsheet: {Error,
		"Tệp ở định dạng bảng tính XML 2003, không phải .xlsx.",
		"Mở tệp trong Excel, chọn Lưu thành → Sổ làm việc Excel (*.xlsx), rồi nộp tệp mới."},
	FileWebPage: {Error,
		"Tệp là trang web (HTML), không phải sổ làm việc Excel.",
		"Nếu tệp tải từ cổng hoặc thư điện tử về, hãy đăng nhập và tải lại; nếu mở được bằng Excel, hãy Lưu thành → Sổ làm việc Excel (*.xlsx)."},
	FileText: {Error,
		"Tệp là văn bản thuần hoặc CSV, không phải sổ làm việc Excel.",
		"Kê khai vào đúng phiếu .xlsx được phát rồi nộp phiếu đó."},
	FilePDF: {Error,
		"Tệp là PDF, không phải sổ làm việc Excel.",
		"Nộp chính phiếu .xlsx đã kê khai; bản PDF chỉ dùng để in, ký."},
	FilePicture: {Error,
		"Tệp là ảnh, không phải sổ làm việc Excel.",
		"Nộp chính phiếu .xlsx đã kê khai; ảnh chụp, ảnh quét không chấm được."},
	FileArchive: {Error,
		"Tệp là tệp nén, không phải sổ làm việc Excel.",
		"Giải nén rồi nộp (các) tệp .xlsx bên trong."},
	FileOtherOffice: {Error,
		"Tệp là tài liệu Office loại khác ({0}), không phải sổ làm việc Excel.",
		"Kiểm tra xem có gửi nhầm tệp không, rồi nộp phiếu .xlsx đã kê khai."},
	FileUnknown: {Error,
		"Không nhận ra định dạng của tệp; đây không phải tệp .xlsx.",
		"Kiểm tra xem có gửi nhầm tệp không, rồi nộp phiếu .xlsx đã kê khai."},
	FileDamaged: {Error,
		"Tệp bị hỏng: {0}.",
		"Gửi lại tệp từ bản gốc. Nếu bản gốc cũng lỗi, mở bằng Excel (Mở và sửa chữa), lưu thành tệp mới, kiểm tra số liệu rồi nộp lại."},
	FileUnsafe: {Error,
		"Tệp có cấu trúc bất thường, không an toàn để đọc: {0}.",
		"Hỏi lại đơn vị về nguồn gốc của tệp; mở phiếu gốc trong Excel, lưu thành tệp .xlsx mới rồi nộp lại."},
	FileUnclear: {Error,
		"Tệp được đóng gói khác thường nên không chắc mọi chương trình đọc như nhau: {0}.",
		"Mở tệp bằng Excel, chọn Lưu thành → Sổ làm việc Excel (*.xlsx), kiểm tra số liệu rồi nộp tệp mới."},
	FileTooMuch: {Error,
		"Tệp chứa quá nhiều dữ liệu: {0}, giới hạn là {1}.",
		"Xóa các dòng, cột, định dạng và ảnh thừa ngoài phiếu, hoặc điền lại vào phiếu mới, rồi nộp lại."},
	FileSheetUnreadable: {Error,
		"Trang {0} không phải trang tính có ô số liệu.",
		"Nộp tệp còn trang “Phiếu chấm” có ô số liệu; không còn thì điền lại vào phiếu mới."},
	FilePartEmpty: {Error,
		"Tệp có một phần cần đọc bị rỗng (0 byte): {0}. Tệp được lưu hoặc tải về chưa xong.",
		"Mở bản gốc bằng Excel, lưu lại, tải hoặc chép lại cho trọn rồi nộp lại."},
	FileCellText: {Error,
		"Trang “{0}”, ô {1}: {2}; tệp Excel không chứa được nên không đọc tệp này.",
		"Mở tệp, xóa ô này rồi gõ lại cho gọn (phần dài gửi thành tài liệu riêng), lưu bằng Excel rồi nộp lại."},
}
