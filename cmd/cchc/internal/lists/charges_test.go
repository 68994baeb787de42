package lists

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/cmd/cchc/internal/disk"
	"cchc/scoring/handover"
	"cchc/scoring/scoringtest"
)

func TestReadCharges(t *testing.T) {
	const table = "phong,tieu_chi,stt\n\"Phòng  A; Văn phòng; phòng a\",1,1\nVĂN PHÒNG,1.2,2\n"
	charges, problems := ReadCharges("phan-cong.csv", []byte(table), scoringtest.HandMade())
	want := []handover.Charge{{Number: "1", Departments: []string{"Phòng A", "Văn phòng"}}, {Number: "1.2", Departments: []string{"Văn phòng"}}}
	if diff := cmp.Diff(want, charges); diff != "" || len(problems) > 0 {
		t.Error(diff, problems)
	}
	got := handover.Assign(scoringtest.HandMade(), charges)
	assigned := handover.Assignment{"1.1": {"Phòng A", "Văn phòng"}, "1.2": {"Văn phòng"}}
	if diff := cmp.Diff(assigned, got); diff != "" {
		t.Error(diff)
	}
	if open := got.Unassigned(scoringtest.HandMade()); len(open) != 1 || open[0].Number != "2" {
		t.Errorf("unassigned: %v", open)
	}
}

// TestDepartmentFiles: whatever a department is called, its form has a name that Windows takes, and no other department's.
func TestDepartmentFiles(t *testing.T) {
	want := map[string]string{
		"Phòng Tổ chức/Cán bộ": "Phòng Tổ chức-Cán bộ.xlsx", "Phòng Tổ chức:Cán bộ": "Phòng Tổ chức-Cán bộ (2).xlsx",
		"PHÒNG TỔ CHỨC-CÁN BỘ": "PHÒNG TỔ CHỨC-CÁN BỘ (3).xlsx", "con": "phong con.xlsx", "lpt1.": "phong lpt1.xlsx", "…": "phong.xlsx",
		" . x . ": "x.xlsx", "Kế hoạch – Tài chính": "Kế hoạch - Tài chính.xlsx",
	}
	got := DepartmentFiles([]string{"Phòng Tổ chức/Cán bộ", "Phòng Tổ chức:Cán bộ", "PHÒNG TỔ CHỨC-CÁN BỘ", "con", "lpt1.", "…", " . x . ", "Kế hoạch – Tài chính"})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, name := range got {
		if _, fault := disk.FileNameOf(name[:len(name)-len(".xlsx")]); fault != "" {
			t.Errorf("%q: %s", name, fault)
		}
	}
}
