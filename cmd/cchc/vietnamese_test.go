package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"
)

// TestSentence holds what is said of the disk's faults that a script can't bring about.
func TestSentence(t *testing.T) {
	const path = "a b/phiếu.xlsx"
	tests := []struct {
		name string
		err  error
		want string
	}{
		{"disk full", syscall.ENOSPC, "Đĩa đầy, không ghi được “a b/phiếu.xlsx”. Tệp cũ (nếu có) còn nguyên."},
		{"no permission", fs.ErrPermission, "Không có quyền đọc hoặc ghi “a b/phiếu.xlsx”. Chọn thư mục khác, hoặc đóng tệp nếu đang mở trong Excel."},
		{"read-only disk", syscall.EROFS, "Ổ đĩa chỉ cho đọc, không ghi được “a b/phiếu.xlsx”. Chọn thư mục ở ổ đĩa khác."},
		{"another fault", errors.New("hỏng"), "Không đọc hoặc ghi được “a b/phiếu.xlsx”: hỏng."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wrapped := fmt.Errorf("while writing: %w", &fs.PathError{Op: "write", Path: path, Err: test.err})
			if got := sentence(wrapped); got != test.want {
				t.Errorf("said %q, want %q", got, test.want)
			}
		})
	}
}

// TestLockedFileGetsASentence holds the words; which numbers of Windows mean a lock, make test-windows shows.
func TestLockedFileGetsASentence(t *testing.T) {
	const want = "“phiếu.xlsx” đang mở trong chương trình khác. Đóng tệp đó (Excel) rồi chạy lại."
	if got := faultWords(locked, "phiếu.xlsx", os.ErrInvalid); got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestQuotedCannotDrawOnTheScreen(t *testing.T) {
	for text, want := range map[string]string{
		"phiếu.xlsx":             "“phiếu.xlsx”",
		"a\nLỗi: giả":            "“a Lỗi: giả”",
		"\x1b[2Jx":               "“�[2Jx”",
		"\u202Exslx.gnohk\u202C": "“�xslx.gnohk�”",
	} {
		if got := quoted(text); got != want {
			t.Errorf("quoted(%q) is %q, want %q", text, got, want)
		}
	}
}
