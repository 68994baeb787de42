package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"cchc/cmd/cchc/internal/record"
)

// handled is a unit's form and its result, into which people type.
type handled struct {
	*testing.T
	forms, results, form, result string
}

func newHandled(t *testing.T) *handled {
	h := &handled{T: t, forms: filepath.Join(t.TempDir(), "nop"), results: filepath.Join(t.TempDir(), "kq")}
	h.form = filepath.Join(h.forms, "phieu.xlsx")
	putFile(t, h.form, printedForm(t, edition2023(t), "so-mau-b"))
	h.score(h.forms)
	h.result = filepath.Join(h.results, workbooksIn(t, h.results)[0])
	return h
}

// score scores into the results, and tells what was found under some codes.
func (h *handled) score(what string, codes ...string) (found []string) {
	h.Helper()
	got := runHere("score", what, "-o", h.results, "--json")
	var rec record.Record
	if err := json.Unmarshal([]byte(got.out), &rec); err != nil {
		h.Fatal(err, got.err)
	}
	for _, p := range rec.Problems {
		if slices.Contains(codes, p.Code) {
			found = append(found, p.Severity+" "+p.Cell+": "+p.Text)
		}
	}
	return found
}

// types puts values into cells of a workbook: sheet, cell, value.
func (h *handled) types(path string, cells ...[3]string) {
	h.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		h.Fatal(err)
	}
	defer book.Close()
	for _, cell := range cells {
		if err := book.SetCellDefault(cell[0], cell[1], cell[2]); err != nil {
			h.Fatal(err)
		}
	}
	if err := book.Save(); err != nil {
		h.Fatal(err)
	}
}

// TestTypedOverStaysAnError: a figure over a formula of a result is an error at its cell, however often the result is scored again and
// though the unit corrects its form, until somebody appraises what it is about.
func TestTypedOverStaysAnError(t *testing.T) {
	t.Parallel()
	h := newHandled(t)
	const form, code = "Phiếu chấm", "result-typed-over"
	h.types(h.result, [3]string{form, "L11", "1"}, [3]string{form, "L290", "60"})
	leaf := "error Phiếu chấm!L11: “Điểm thẩm định” của 1.1: 1 ghi đè lên công thức, chương trình tính được 0; nội dung ghi đè không được dùng."
	total := "error Phiếu chấm!L290: “Điểm thẩm định” của dòng tổng: 60 ghi đè lên công thức, chương trình tính được 39,17; nội dung ghi đè không được dùng."
	same := func(when, what string, want ...string) {
		t.Helper()
		got := h.score(what, code)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", when, diff)
		}
	}
	same("first", h.results, leaf, total)
	same("again", h.results, leaf, total)
	h.types(h.form, [3]string{form, "E13", "40"})
	same("when the form is corrected", h.forms, leaf, total)
	same("and again", h.results, leaf, total)
	h.types(h.result, [3]string{form, "K17", "0"}) // beside no leaf: nothing is settled by it
	same("after a slip", h.results, leaf, total)
	h.types(h.result, [3]string{form, "K11", "1"}, [3]string{form, "M11", "theo biên bản"})
	same("once it is settled", h.results)
}

// TestTypedBesideIsKept: what somebody types on the sheets beside the form is named with its sheet and cell, said again by every further
// scoring, and the workbook that holds it is kept.
func TestTypedBesideIsKept(t *testing.T) {
	t.Parallel()
	h := newHandled(t)
	const words = "đã họp thống nhất ngày 5/12"
	h.types(h.result, [3]string{"Kết quả", "N3", words}, [3]string{"Cần xác nhận", "G9", words})
	const says = ": Trang này do chương trình in; có người ghi thêm \"" + words + "\". Nội dung này không được đọc và không có trong phiếu kết quả lập mới."
	want := []string{"warning Kết quả!N3" + says, "warning Cần xác nhận!G9" + says}
	for range 2 {
		if diff := cmp.Diff(want, h.score(h.results, "form-sheet-typed")); diff != "" {
			t.Error(diff)
		}
	}
	kept := filepath.Join(h.results, "truoc", strings.TrimSuffix(filepath.Base(h.result), ".xlsx")+" (1).xlsx")
	if texts := textsOf(t, kept); !slices.Contains(texts, words) {
		t.Errorf("%s does not hold what was typed", kept)
	}
}
