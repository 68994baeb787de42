package xlsx

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/templates/xlsx/rawzip"
)

// TestZips holds all that a zip can do, on the smallest workbook: it is refused for its reason, or reads as the sound one.
func TestZips(t *testing.T) {
	sound, err := readingOf(packed(t, minimal()))
	if err != nil {
		t.Fatal(err)
	}
	for _, attack := range rawzip.Attacks("xl/worksheets/sheet1.xml") {
		t.Run(attack.Name, func(t *testing.T) {
			data := attack.Make(t, raw(minimal()))
			if attack.Code != "" {
				expectRefused(t, data, attack.Code)
				return
			}
			got, err := readingOf(data)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(sound, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestUnclear holds what is said of a file that may be sound, but that programs take differently.
func TestUnclear(t *testing.T) {
	_, err := Open(append(packed(t, minimal()), "<html>"...))
	const want = "Tệp được đóng gói khác thường nên không chắc mọi chương trình đọc như nhau: có 6 byte lạ sau phần cuối của tệp nén. " +
		"Mở tệp bằng Excel, chọn Lưu thành → Sổ làm việc Excel (*.xlsx), kiểm tra số liệu rồi nộp tệp mới."
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
