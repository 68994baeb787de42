package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

// TestSentence holds what is said of faults of the disk that a script can't bring about.
func TestSentence(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want string
	}{
		{"no permission", fs.ErrPermission, "Không có quyền đọc hoặc ghi “a b/phiếu.xlsx”. Chọn thư mục khác, hoặc đóng tệp nếu đang mở trong Excel."},
		{"another fault", errors.New("hỏng"), "Không đọc hoặc ghi được “a b/phiếu.xlsx”: hỏng."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wrapped := fmt.Errorf("while writing: %w", &fs.PathError{Op: "write", Path: "a b/phiếu.xlsx", Err: test.err})
			if got := Sentence(wrapped); got != test.want {
				t.Errorf("said %q, want %q", got, test.want)
			}
		})
	}
}

// TestFaultWords: which numbers of a system mean which fault, the tests beside faultOf show.
func TestFaultWords(t *testing.T) {
	for fault, want := range map[systemFault]string{
		locked:     "“phiếu.xlsx” đang mở trong chương trình khác. Đóng tệp đó (Excel) rồi chạy lại.",
		diskFull:   "Đĩa đầy, không ghi được “phiếu.xlsx”. Tệp cũ (nếu có) còn nguyên.",
		readOnly:   "Ổ đĩa chỉ cho đọc, không ghi được “phiếu.xlsx”. Chọn thư mục ở ổ đĩa khác.",
		badName:    "Tên “phiếu.xlsx” quá dài hoặc có ký tự không dùng được trong tên tệp. Chọn tên khác.",
		otherFault: "Không đọc hoặc ghi được “phiếu.xlsx”: hỏng.",
	} {
		if got := faultWords(fault, "phiếu.xlsx", errors.New("hỏng")); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}
