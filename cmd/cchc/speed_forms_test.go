package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"cchc/cmd/cchc/internal/desk"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
)

// unitForm fills in the form of the nth unit of a batch, always the same: most of it as it should be, with a slip here and
// there, and beside most points the number and date of a document.
func unitForm(rs *scoring.RuleSet, n int) templates.Filling {
	random := rand.New(rand.NewPCG(2023, uint64(n)))
	code := fmt.Sprintf("SM-%04d", n)
	s := scoring.Submission{
		Unit:    scoring.Unit{Code: code, Name: fmt.Sprintf("Sở mẫu %04d", n), Block: []string{"Sở", "Ban, ngành"}[n%2], Ranked: n%25 != 0},
		Answers: expr.Answers{}, Evidence: map[string]string{}, Justification: map[string]string{},
	}
	unread := map[string]string{}
	for _, leaf := range rs.Leaves() {
		numbers := related(leaf, random)
		for i, in := range leaf.Inputs {
			key := leaf.Key(in.Name)
			put(s.Answers, key, unread, key.String(), answerFor(in, numbers[i], 60, random))
		}
		switch random.IntN(8) {
		case 0:
		case 1, 2:
			s.Justification[leaf.Number] = fmt.Sprintf("Đã trình tại Tờ trình số %d/TTr-%s, đang chờ phê duyệt.", random.IntN(400), code)
		default:
			s.Evidence[leaf.Number] = fmt.Sprintf("Báo cáo số %d/BC-%s ngày %d/%d/2023", random.IntN(400), code, 1+random.IntN(28), 1+random.IntN(12))
		}
	}
	contact := fmt.Sprintf("Nguyễn Văn Mẫu, 0225.3%06d", n)
	return templates.Filling{Submission: s, Contact: contact, UnitFixed: true, Unread: unread}
}

// writeForms writes the forms of the first so many units into a folder, a file each, and gives their paths.
func writeForms(tb testing.TB, folder string, units int) []string {
	tb.Helper()
	e := edition2023(tb)
	paths := make([]string, units)
	for n := range paths {
		var out bytes.Buffer
		if err := e.Printer.Form(&out, unitForm(e.Rules, n)); err != nil {
			tb.Fatal(err)
		}
		paths[n] = filepath.Join(folder, fmt.Sprintf("SM-%04d.xlsx", n))
		if err := os.WriteFile(paths[n], out.Bytes(), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	return paths
}

func edition2023(tb testing.TB) *desk.Edition {
	tb.Helper()
	d, err := (&app{}).newDesk()
	if err != nil {
		tb.Fatal(err)
	}
	e, err := d.Edition("2023")
	if err != nil {
		tb.Fatal(err)
	}
	return e
}
