package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/handover"
	"cchc/templates/reader"
)

func newCompare(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "compare KẾT-QUẢ-1 KẾT-QUẢ-2",
		Short: "So sánh hai kết quả của một đơn vị",
		Long: `Cho biết hai phiếu kết quả (hoặc hai phiếu) của cùng một đơn vị khác nhau ở đâu: số liệu kê khai, tài liệu
kiểm chứng, số liệu và điểm thẩm định, lý do, điểm. Bản trước của một kết quả nằm trong thư mục con truoc.`,
		Example: `  cchc compare "ket-qua/truoc/SM-A Sở mẫu A (1).xlsx" "ket-qua/SM-A Sở mẫu A.xlsx"
  cchc compare nop/so-a.xlsx nop/so-a-nop-lai.xlsx --json`,
		Args: speech.ArgCount(2, 2, "hai phiếu kết quả"),
		RunE: func(_ *cobra.Command, args []string) error { return a.compareResults(args[0], args[1], asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "in mỗi chỗ khác một dòng JSON")
	return cmd
}

// compareResults says what two results of a unit say differently.
func (a *app) compareResults(first, second string, asJSON bool) error {
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	e, from, err := a.openToCompare(d, first)
	if err != nil {
		return err
	}
	other, to, err := a.openToCompare(d, second)
	if err != nil {
		return err
	}
	if e != other {
		return terminal.Misuse("Hai tệp theo hai bộ chỉ số khác nhau: %s và %s. Nêu hai kết quả của cùng một năm.", e.Rules.ID, other.Rules.ID)
	}
	if one, two := from.Submission.Unit, to.Submission.Unit; desk.FoldedCode(one.Code) != desk.FoldedCode(two.Code) {
		return terminal.Misuse("Hai tệp của hai đơn vị khác nhau: %s và %s. Nêu hai kết quả của một đơn vị.", desk.OrNobody(one), desk.OrNobody(two))
	}
	differences := handover.Differences(e.Rules, sideOf(e, from), sideOf(e, to))
	if err := a.tellDifferences(differences, asJSON); err != nil {
		return err
	}
	if len(differences) > 0 {
		return errFindings
	}
	fmt.Fprintln(a.err, "Hai kết quả giống nhau.")
	return nil
}

// openToCompare opens a result, or says why it can't be read.
func (a *app) openToCompare(d *desk.Desk, path string) (*desk.Edition, *reader.Reading, error) {
	e, reading, err := d.Open(path)
	var refusal *reader.Refused
	if errors.As(err, &refusal) {
		fmt.Fprintf(a.err, "Không đọc được %s: %s %s [%s]\n", terminal.PlainLine(path), refusal.Problem.Text(), refusal.Problem.Remedy(), refusal.Problem.Code)
		return nil, nil, errFindings
	}
	return e, reading, err
}

func sideOf(e *desk.Edition, reading *reader.Reading) handover.Side {
	result := e.Layout.Scorer.Score(reading.Submission)
	return handover.Side{Submission: reading.Submission, Result: &result, Raw: reading.Unread}
}

// differenceRecord is a difference as a line of JSON.
type differenceRecord struct {
	Number string `json:"number"`
	What   string `json:"what"`
	From   string `json:"from"`
	To     string `json:"to"`
}

func (a *app) tellDifferences(differences []handover.Difference, asJSON bool) error {
	if asJSON {
		for _, d := range differences {
			if err := (record.Lines{Out: a.out}).Write(differenceRecord{d.Leaf, d.What, d.From, d.To}); err != nil {
				return err
			}
		}
		return nil
	}
	if len(differences) == 0 {
		return nil
	}
	t := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 8}, {Width: 40}, {Width: 25}, {Width: 25}}}
	t.Add(nil, "TIÊU CHÍ", "NỘI DUNG", "TRƯỚC", "SAU")
	t.Rule()
	for _, d := range differences {
		t.Add(nil, d.Leaf, terminal.PlainLine(d.What), orBlank(d.From), orBlank(d.To))
	}
	return writeAll(a.out, t.String())
}

func orBlank(text string) string {
	if text == "" {
		return "(trống)"
	}
	return terminal.PlainLine(strings.ReplaceAll(text, "\n", " "))
}
