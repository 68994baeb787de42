package rules

import (
	"strings"
	"testing"
)

const older = `# Đọc từ so-2023.xlsx.
# Trưởng phòng đã duyệt ngày 5/3
id: a-2024 # mã tạm
criteria:
  # Theo so.xlsx, dòng 3.
  # hỏi lại Sở Tài chính
  - number: "1"
    name: A
    max: 2 # theo Quyết định
    criteria:
      - number: "1.1"
        name: B
        rule: {ratio: {part: b, of: a}} # đã thử
      # bỏ năm sau
      - number: "1.2"
        name: C
`

func own(line string) bool {
	return strings.HasPrefix(line, "Đọc từ so") || strings.HasPrefix(line, "Theo so")
}

const newer = `# Đọc từ so-2024.xlsx.

id: a-2024
criteria:
  # Theo so-2024.xlsx, dòng 4.
  - number: "1"
    name: A
    max: 2
    criteria:
      - number: "1.1"
        name: B
        rule: {ratio: {part: b, of: a}}
`

// TestKeepComments: comments that people wrote stand where they stood, those of the program are not said twice, and one without a
// place is given back.
func TestKeepComments(t *testing.T) {
	kept, lost, err := KeepComments([]byte(newer), []byte(older), own)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# Trưởng phòng đã duyệt ngày 5/3", "id: a-2024 # mã tạm", "# hỏi lại Sở Tài chính\n  - number: \"1\"", "max: 2 # theo Quyết định", "# đã thử"} {
		if !strings.Contains(string(kept), want) {
			t.Errorf("no %q in\n%s", want, kept)
		}
	}
	if strings.Contains(string(kept), "so-2023") || strings.Contains(string(kept), "dòng 3") {
		t.Errorf("what the program wrote is kept:\n%s", kept)
	}
	if len(lost) != 1 || !strings.Contains(lost[0], "bỏ năm sau") || !strings.HasPrefix(lost[0], "dòng 15") {
		t.Errorf("lost %q", lost)
	}
	again, _, err := KeepComments(kept, kept, own)
	if err != nil || string(again) != string(kept) {
		t.Errorf("a second time gives (%v)\n%s", err, again)
	}
}

// TestKeepNothing: where nobody wrote a comment, the file is as it was written.
func TestKeepNothing(t *testing.T) {
	kept, lost, err := KeepComments([]byte(newer), []byte(newer), own)
	if err != nil || string(kept) != newer || lost != nil {
		t.Errorf("kept %v %q\n%s", err, lost, kept)
	}
}
