package disk

import (
	"strings"
	"testing"
)

func TestFileNameOf(t *testing.T) {
	tests := []struct{ code, name, fault string }{
		{"SM-A", "SM-A.xlsx", ""},
		{"Sở Nội vụ (2023)", "Sở Nội vụ (2023).xlsx", ""},
		{"CONG-AN", "CONG-AN.xlsx", ""},
		{"COM10", "COM10.xlsx", ""},
		{"", "", "để trống"},
		{"con", "", "trùng tên thiết bị của Windows"},
		{"NUL.2023", "", "trùng tên thiết bị của Windows"},
		{"COM1", "", "trùng tên thiết bị của Windows"},
		{"Lpt².x", "", "trùng tên thiết bị của Windows"},
		{"aux .1", "", "trùng tên thiết bị của Windows"},
		{"A.", "", "kết thúc bằng dấu chấm hoặc dấu cách"},
		{"-rf", "", "không bắt đầu bằng chữ cái hoặc chữ số"},
		{"~$A", "", "không bắt đầu bằng chữ cái hoặc chữ số"},
		{".an", "", "không bắt đầu bằng chữ cái hoặc chữ số"},
		{"=A1", "", "không bắt đầu bằng chữ cái hoặc chữ số"},
		{"A/B", "", "có ký tự “/”"},
		{`A\B`, "", `có ký tự “\”`},
		{"A:B", "", "có ký tự “:”"},
		{"A*", "", "có ký tự “*”"},
		{strings.Repeat("Ă", 64), strings.Repeat("Ă", 64) + ".xlsx", ""},
		{strings.Repeat("A", 65), "", "dài quá 64 ký tự"},
	}
	for _, test := range tests {
		if name, fault := FileNameOf(test.code); name != test.name || fault != test.fault {
			t.Errorf("%q gives %q, %q; want %q, %q", test.code, name, fault, test.name, test.fault)
		}
	}
}
