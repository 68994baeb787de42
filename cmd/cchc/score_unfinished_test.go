package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"cchc/cmd/cchc/internal/desk"
	"cchc/scoring"
	"cchc/templates"
)

// TestErrorsOfAnUnfinishedAppraisal: they touch no result that counts yet, but the run did not go well.
func TestErrorsOfAnUnfinishedAppraisal(t *testing.T) {
	t.Parallel()
	_, e := desk2023(t)
	beyond := scoring.Verdict{Points: decimals("9")[0]}
	for _, test := range []struct {
		name   string
		set    map[string]scoring.Verdict
		status int
		said   string
	}{
		{"points beyond the maximum", map[string]scoring.Verdict{"1.5": beyond}, statusFindings, "Đã chấm 1 phiếu (1 có lỗi)."},
		{"nothing set", nil, statusOK, "Đã chấm 1 phiếu."},
	} {
		t.Run(test.name, func(t *testing.T) {
			sample := scoring.Submission{Answers: bestAnswers(e.Rules),
				Appraisal: &scoring.Appraisal{Set: test.set, Reasons: map[string]string{"1.5": "Theo hồ sơ"}}}
			form := putFile(t, filepath.Join(t.TempDir(), "a.xlsx"), scoredBook(t, e, sample))
			got := runHere("score", form, "-o", t.TempDir())
			if got.status != test.status || !strings.Contains(got.err, strings.TrimSuffix(test.said, ".")) {
				t.Errorf("status %d, want %d with %q:\n%s%s", got.status, test.status, test.said, got.out, got.err)
			}
		})
	}
}

// scoredBook is a scored workbook as an appraiser hands it back.
func scoredBook(t *testing.T, e *desk.Edition, in scoring.Submission) []byte {
	t.Helper()
	var out bytes.Buffer
	result := scoring.Score(e.Rules, in)
	if err := e.Printer.Scored(&out, templates.Filling{Stage: templates.ScoredStage, Submission: in}, &result, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
