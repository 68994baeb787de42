package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/expr"
)

func newRulesShow(a *app) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "show BỘ-CHỈ-SỐ [SỐ-THỨ-TỰ...]",
		Short:   "Xem cây tiêu chí, số liệu cần kê khai và cách tính điểm",
		Example: "  cchc rules show 2023\n  cchc rules show 2023 1.1 7.1.4",
		Args:    speech.ArgCount(1, -1, "tên hoặc năm của một bộ chỉ số"),
		RunE: func(_ *cobra.Command, args []string) error {
			rs, err := a.ruleSet(args[0])
			if err != nil {
				return err
			}
			return a.showRules(rs, args[1:], asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "in mỗi tiêu chí một dòng JSON")
	return cmd
}

func (a *app) showRules(rs *scoring.RuleSet, numbers []string, asJSON bool) error {
	for _, number := range numbers {
		if rs.Find(number) == nil {
			return terminal.Misuse("Bộ chỉ số %s không có tiêu chí %s. Gõ \"cchc rules show %d\" để xem các số thứ tự.", terminal.Quoted(rs.ID), terminal.Quoted(number), rs.Year)
		}
	}
	if !asJSON && len(numbers) == 0 {
		a.showHead(rs)
	}
	levels := map[*scoring.Criterion]int{}
	lines := record.Lines{Out: a.out}
	for node, parent := range rs.All() {
		levels[node] = levels[parent] + 1
		switch {
		case !wanted(node.Number, numbers):
		case asJSON:
			if err := lines.Write(newCriterionRecord(node, levels[node])); err != nil {
				return err
			}
		default:
			a.showCriterion(rs, node, levels[node])
		}
	}
	return nil
}

// showHead says what holds for the set as a whole.
func (a *app) showHead(rs *scoring.RuleSet) {
	fmt.Fprintf(a.out, "%s (năm %d)\n%s\nTổng điểm: %s\n", rs.Kind, rs.Year, rs.Basis, expr.FormatNumber(rs.Total))
	fmt.Fprintf(a.out, "Làm tròn: điểm từng tiêu chí đến %d chữ số thập phân, từ nửa đơn vị thì làm tròn lên.\n", rs.Rounding.Places)
	if len(rs.CrossChecks) > 0 {
		fmt.Fprintln(a.out, "Đối chiếu chéo:")
	}
	for _, check := range rs.CrossChecks {
		fmt.Fprintf(a.out, "  %s\n", check.Text)
	}
	if len(rs.Figures) > 0 {
		fmt.Fprintln(a.out, "Số công bố:")
	}
	for i := range rs.Figures {
		f := &rs.Figures[i]
		fmt.Fprintf(a.out, "  %s  %s: %s\n", f.Name, f.Label, f.Describe())
	}
	if len(rs.Classes) > 0 {
		fmt.Fprintln(a.out, "Xếp loại:")
	}
	for i := range rs.Classes {
		fmt.Fprintf(a.out, "  %s\n", rs.DescribeClass(&rs.Classes[i]))
	}
}

// wanted says whether a node is one of the numbers or lies below one; no numbers want everything.
func wanted(number string, numbers []string) bool {
	for _, n := range numbers {
		if number == n || strings.HasPrefix(number, n+".") {
			return true
		}
	}
	return len(numbers) == 0
}

func (a *app) showCriterion(rs *scoring.RuleSet, c *scoring.Criterion, level int) {
	if level == 1 {
		fmt.Fprintln(a.out)
	}
	fmt.Fprintf(a.out, "%s. %s — %s điểm\n", c.Number, c.Name, expr.FormatPoints(c.Max, int32(rs.Rounding.Places)))
	if c.NotDetailed {
		fmt.Fprintln(a.out, "    (chưa có quy định chi tiết)")
	}
	for _, in := range c.Inputs {
		fmt.Fprintf(a.out, "    %s  %s%s\n", c.Key(in.Name), in.Label, inputWords(in))
	}
	if c.IsLeaf() {
		fmt.Fprintln(a.out, "    Cách tính:")
		for _, line := range c.Describe() {
			fmt.Fprintln(a.out, "      "+line)
		}
	}
	switch {
	case c.Note == "":
	case c.IsLeaf():
		fmt.Fprintf(a.out, "    Ghi chú (%s): %s\n", scoring.ProvenanceWords(c.Provenance), c.Note)
	default:
		fmt.Fprintf(a.out, "    Ghi chú: %s\n", c.Note)
	}
}

func inputWords(in expr.Input) string {
	switch in.Kind {
	case expr.YesNoInput:
		return " [Có = 1, Không = 0]"
	case expr.ChoiceInput:
		var options []string
		for i, option := range in.Options {
			options = append(options, fmt.Sprintf("%d = %s", i+1, option))
		}
		return " [" + strings.Join(options, "; ") + "]"
	case expr.PointsInput:
		return " [điểm do người thẩm định cho]"
	}
	words := "số"
	if in.Whole {
		words = "số nguyên"
	}
	if in.Kind == expr.DateInput {
		words = "ngày tháng năm"
		if !in.HasUsualMin() {
			words += " từ " + in.Words(in.Min)
		}
		if !in.HasUsualMost() {
			words += " đến " + in.Words(in.Max.Decimal)
		}
		if in.Better == expr.BetterLess {
			words += ", càng sớm càng tốt"
		}
		return " [" + words + "]"
	}
	if in.Kind == expr.PercentInput {
		words = strings.Replace(words, "số", "tỷ lệ phần trăm", 1)
	}
	if in.Max.Valid {
		words += fmt.Sprintf(" từ %s đến %s", expr.FormatNumber(in.Min), expr.FormatNumber(in.Max.Decimal))
	} else if !in.Min.IsZero() {
		words += " từ " + expr.FormatNumber(in.Min)
	}
	if in.Unit != "" && in.Kind != expr.PercentInput {
		words += ", " + in.Unit
	}
	if in.Better == expr.BetterLess {
		words += ", càng ít càng tốt"
	}
	if in.Figure != "" {
		words += ", số công bố " + in.Figure
	}
	if in.Given == expr.GivenUnit {
		words += ", giao riêng từng đơn vị"
	}
	if in.Use != "" {
		words += ", lấy từ " + in.Use
	}
	if in.IsDerived() {
		words += ", = " + in.FromWords()
	}
	return " [" + words + "]"
}

// criterionRecord is a line of rules show --json.
type criterionRecord struct {
	Number      string        `json:"number"`
	Name        string        `json:"name"`
	Level       int           `json:"level"`
	Max         string        `json:"max"`
	Text        string        `json:"text,omitempty"`
	Provenance  string        `json:"provenance,omitempty"`
	Note        string        `json:"note,omitempty"`
	NotDetailed bool          `json:"notDetailed,omitempty"`
	Answers     []inputRecord `json:"answers,omitempty"`
	Rule        []string      `json:"rule,omitempty"`
}

type inputRecord struct {
	Key     string   `json:"key"`
	Label   string   `json:"label"`
	Kind    string   `json:"kind"`
	Unit    string   `json:"unit,omitempty"`
	Whole   bool     `json:"whole,omitempty"`
	Min     string   `json:"min,omitempty"`
	Max     string   `json:"max,omitempty"`
	Options []string `json:"options,omitempty"`
	Figure  string   `json:"figure,omitempty"`
	Given   string   `json:"given,omitempty"`
	Use     string   `json:"use,omitempty"`
	From    string   `json:"from,omitempty"`
}

func newCriterionRecord(c *scoring.Criterion, level int) criterionRecord {
	record := criterionRecord{Number: c.Number, Name: c.Name, Level: level, Max: c.Max.String(),
		Text: c.Text, Provenance: string(c.Provenance), Note: c.Note, NotDetailed: c.NotDetailed}
	for _, in := range c.Inputs {
		line := inputRecord{Key: c.Key(in.Name).String(), Label: in.Label, Kind: string(in.Kind), Unit: in.Unit, Whole: in.Whole, Options: in.Options,
			Figure: in.Figure, Given: string(in.Given), Use: in.Use, From: in.FromWords()}
		if in.IsOrdered() {
			line.Min = in.Data(in.Min)
		}
		if in.Max.Valid {
			line.Max = in.Data(in.Max.Decimal)
		}
		record.Answers = append(record.Answers, line)
	}
	if c.IsLeaf() {
		record.Rule = c.Describe()
	}
	return record
}
