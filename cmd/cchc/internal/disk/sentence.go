package disk

import (
	"errors"
	"io/fs"
	"syscall"

	"cchc/cmd/cchc/internal/terminal"
)

// Sentence words an error of the system; ours are worded where they arise.
func Sentence(err error) string {
	var path *fs.PathError
	if !errors.As(err, &path) {
		return err.Error()
	}
	name := terminal.Quoted(path.Path)
	switch {
	case errors.Is(err, errNoFolder):
		return "Chưa có thư mục " + name + " để ghi vào. Tạo thư mục đó, hoặc nêu nơi khác ở -o."
	case errors.Is(err, fs.ErrNotExist):
		return "Không tìm thấy " + name + ". Kiểm tra lại tên tệp, thư mục."
	case errors.Is(err, fs.ErrPermission):
		return "Không có quyền đọc hoặc ghi " + name + ". Chọn thư mục khác, hoặc đóng tệp nếu đang mở trong Excel."
	case errors.Is(err, fs.ErrExist):
		return name + " đã có. Chọn tên khác, hoặc thêm --force để ghi đè."
	case errors.Is(err, syscall.EISDIR):
		return name + " là thư mục. Ghi tên một tệp."
	case errors.Is(err, errNotRegular):
		return name + " là thiết bị hoặc đường ống, không phải tệp thường. Ghi tên một tệp."
	case errors.Is(err, errTaken):
		return name + " không ghi được vì chương trình khác xóa tệp tạm bên cạnh trong lúc ghi. Chạy lại; nếu vẫn lỗi, chọn thư mục khác."
	case errors.Is(err, syscall.ENOTDIR):
		return name + " là một tệp hoặc nằm dưới một tệp; ở đây cần một thư mục. Kiểm tra lại đường dẫn."
	}
	return faultWords(faultOf(err), path.Path, path.Err)
}

// faultWords words what is wrong with the disk or the system's ways.
func faultWords(fault systemFault, path string, cause error) string {
	name := terminal.Quoted(path)
	switch fault {
	case diskFull:
		return "Đĩa đầy, không ghi được " + name + ". Tệp cũ (nếu có) còn nguyên."
	case locked:
		return name + " đang mở trong chương trình khác. Đóng tệp đó (Excel) rồi chạy lại."
	case readOnly:
		return "Ổ đĩa chỉ cho đọc, không ghi được " + name + ". Chọn thư mục ở ổ đĩa khác."
	case badName:
		return "Tên " + name + " quá dài hoặc có ký tự không dùng được trong tên tệp. Chọn tên khác."
	}
	return "Không đọc hoặc ghi được " + name + ": " + cause.Error() + "."
}

// systemFault is a fault of disk or system that systems number differently.
type systemFault int

const (
	otherFault systemFault = iota
	locked                 // another program, mostly Excel, holds the file
	diskFull
	readOnly
	badName
)
