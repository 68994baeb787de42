package desk

import (
	"fmt"
	"strings"

	"cchc/scoring/problem"
)

// kinds are the few words by which the table of a batch names warnings that somebody typed something which was not taken. The
// others are about what a form lacks, and are counted together.
var kinds = []struct {
	words string
	codes []problem.Code
}{
	{"ghi đè công thức", []problem.Code{problem.FormTypedOver, problem.ResultTypedOver}},
	{"ghi ngoài ô", []problem.Code{problem.FormStray, problem.FormStrayText, problem.FormStrayMore, problem.FormSheetTyped, problem.FormSheetTypedMore}},
	{"sửa ô in sẵn", []problem.Code{problem.FormEdited, problem.FormOptionEdited, problem.ExplanationEdited}},
	{"thêm trang", []problem.Code{problem.FormSheetAdded}},
	{"ghi chú ở ô", []problem.Code{problem.FormComment}},
	{"hộp chữ", []problem.Code{problem.FormBoxText}},
	{"đơn vị tự thẩm định", []problem.Code{problem.UnitAppraises}},
	{"thẩm định chưa tính", []problem.Code{problem.AppraisalUncounted}},
	{"sửa số liệu kê khai", []problem.Code{problem.AnswersChanged}},
}

// KindWords names the kinds of a workbook's findings that are among them, each with how many there are.
func (a *Account) KindWords() string {
	var words []string
	for _, kind := range kinds {
		n := 0
		for _, code := range kind.codes {
			n += a.codes[code]
		}
		if n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, kind.words))
		}
	}
	return strings.Join(words, ", ")
}
