package disk

import (
	"path/filepath"
	"strings"
)

// leftover says what a file is that a program or system leaves beside a document of the same ending, by its name; "" for any other.
func leftover(name string) string {
	switch {
	case strings.HasPrefix(name, "~$"):
		return "tệp khóa của Excel"
	case strings.HasPrefix(name, "._"):
		return "tệp phụ của macOS"
	case strings.HasPrefix(name, ".~lock."):
		return "tệp khóa của LibreOffice"
	case strings.HasPrefix(name, ".~"):
		return "tệp khóa của WPS Office"
	}
	return ""
}

// wrapping says in what a form may be hidden that came as such a file, and what to do about it; "" for files that are none.
func wrapping(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".zip", ".rar", ".7z", ".tar", ".gz", ".tgz":
		return "tệp nén: giải nén nếu có phiếu bên trong"
	case ".xltx", ".xltm", ".xlt", ".ett", ".ots":
		return "mẫu bảng tính: mở ra rồi lưu thành .xlsx"
	case ".xls", ".xlsm", ".xlsb", ".et", ".ods":
		return "bảng tính loại khác: mở ra rồi lưu thành .xlsx"
	case ".crdownload", ".part", ".partial", ".download", ".opdownload":
		return "tải về chưa xong: tải lại"
	case ".eml", ".msg":
		return "thư điện tử: lưu tệp đính kèm ra nếu là phiếu"
	}
	return ""
}
