package main

import (
	"fmt"
	"io"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/scoring/proof"
	"cchc/templates"
)

// checkOptions are what check says besides its findings.
type checkOptions struct{ coverage, reach bool }

func newRulesCheck(a *app) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check BỘ-CHỈ-SỐ...",
		Short: "Kiểm tra bộ chỉ số trước khi ban hành",
		Long: `Kiểm tra bộ chỉ số: cú pháp, cộng điểm, ví dụ, và chứng minh trên mọi số liệu có thể có (khoảng trống, trường hợp
chồng nhau, nhánh không bao giờ xảy ra, phần không bao giờ được tính, không đạt điểm tối đa, tăng mà giảm điểm).
Mọi phát hiện được nêu cùng lúc, kèm vị trí và cách sửa; phát hiện mà người soạn đã xem xét và ghi accept thì nêu
kèm lý do.

Mã kết thúc: 0 dùng được (kể cả có cảnh báo), 1 có lỗi, 2 dùng sai lệnh, 3 lỗi đọc ghi.`,
		Example: "  cchc rules check 2023\n  cchc rules check bo-chi-so-2024.yaml --coverage",
		Args:    speech.ArgCount(1, -1, "ít nhất một bộ chỉ số (tệp .yaml, năm hoặc mã)"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.checkRules(args, o) },
	}
	cmd.Flags().BoolVar(&o.coverage, "coverage", false, "nêu những nhánh chưa có ví dụ nào chạm tới")
	cmd.Flags().BoolVar(&o.reach, "reach", false, "nêu điểm thấp nhất, cao nhất của từng tiêu chí và số liệu cho điểm đó")
	return cmd
}

// checkRules checks every set named, and says at the end which of them were not to be had.
func (a *app) checkRules(names []string, o checkOptions) error {
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	var missing []error
	faulty := false
	for _, name := range names {
		set, err := catalog.Load(name)
		if err != nil {
			missing = append(missing, err)
			continue
		}
		set = provedSet(set)
		a.printCheck(set)
		if faulty = faulty || !set.OK(); set.OK() {
			a.printMore(set.Rules, o)
		}
	}
	for i, err := range missing {
		if i == len(missing)-1 {
			return err
		}
		fmt.Fprintln(a.err, "Lỗi: "+terminal.PlainLine(disk.Sentence(err)))
	}
	if faulty {
		return errFindings
	}
	return nil
}

// printMore says of a sound set what somebody may have to defend, and what was asked for.
func (a *app) printMore(rs *scoring.RuleSet, o checkOptions) {
	a.printSources(rs)
	if o.reach && len(rs.Leaves()) > 0 {
		a.printReach(rs)
	}
	if o.coverage {
		a.printCoverage(rs)
	}
}

// provedSet is the set with all that can be known before a form of it is made: the proofs of its rules, and formulas that no
// spreadsheet takes.
func provedSet(set *rules.Set) *rules.Set {
	if set = set.Proved(); set.Rules != nil && set.Rules.Detailed() {
		set = set.With(templates.NewLayout(set.Rules).FormulaProblems())
	}
	return set
}

// printCheck lists the findings of a set, and says what they come to.
func (a *app) printCheck(set *rules.Set) {
	var failed, warned, accepted int
	for _, finding := range set.Findings {
		a.printFinding(a.out, finding)
		switch {
		case finding.Accepted != "":
			accepted++
		case finding.Severity == problem.Warning:
			warned++
		default:
			failed++
		}
	}
	counts := fmt.Sprintf("%d lỗi, %d cảnh báo, %d phát hiện đã xem xét", failed, warned, accepted)
	switch {
	case !set.OK():
		fmt.Fprintf(a.out, "%s: chưa dùng được: %s.\n", terminal.PlainLine(set.File), counts)
	case !set.Rules.Detailed():
		fmt.Fprintf(a.out, "%s: chỉ để xem và so sánh (chưa có quy định chi tiết), tổng %s điểm: %s.\n", set.ID, expr.FormatNumber(set.Rules.Total), counts)
	default:
		fmt.Fprintf(a.out, "%s: dùng được, %d tiêu chí chấm điểm, tổng %s điểm: %s.\n",
			set.ID, len(set.Rules.Leaves()), expr.FormatNumber(set.Rules.Total), counts)
	}
}

// printSources lists what does not stand in the source as it is, for whoever must defend it, and what is only held open.
func (a *app) printSources(rs *scoring.RuleSet) {
	count, held := 0, decimal.Zero
	for _, leaf := range rs.Leaves() {
		if leaf.Provenance == scoring.FromText {
			continue
		}
		if count++; count == 1 {
			fmt.Fprintln(a.out, "Tiêu chí không hoàn toàn theo nguồn:")
		}
		remark := ""
		if leaf.Provenance == scoring.Absent {
			held = held.Add(leaf.Held())
			remark = ", giữ chỗ " + expr.FormatNumber(leaf.Held())
		}
		fmt.Fprintf(a.out, "  %s (%s điểm%s): %s. %s\n", leaf.Number, expr.FormatNumber(leaf.Max), remark,
			scoring.ProvenanceWords(leaf.Provenance), terminal.Plain(leaf.Note))
	}
	if held.IsPositive() {
		fmt.Fprintf(a.out, "Giữ chỗ cho phần nguồn thiếu: %s trên %s điểm.\n", expr.FormatNumber(held), expr.FormatNumber(rs.Total))
	}
}

// printReach lists what each rule gives at least and at most, with answers that give it.
func (a *app) printReach(rs *scoring.RuleSet) {
	fmt.Fprintln(a.out, "Điểm thấp nhất và cao nhất của từng tiêu chí:")
	for _, leaf := range rs.Leaves() {
		least, most, ok := proof.Reach(rs, leaf)
		if !ok {
			fmt.Fprintf(a.out, "  %s: chưa xác định được\n", leaf.Number)
			continue
		}
		fmt.Fprintf(a.out, "  %s: thấp nhất %s (%s); cao nhất %s (%s)\n", leaf.Number,
			expr.FormatNumber(least.Points), terminal.Plain(least.Words), expr.FormatNumber(most.Points), terminal.Plain(most.Words))
	}
}

// printCoverage names what no example reaches; the share is rounded down, so that it says 100 only where nothing is missing.
func (a *app) printCoverage(rs *scoring.RuleSet) {
	total, reached := 0, 0
	for _, c := range proof.Cover(rs) {
		total += c.Total
		reached += c.Total - len(c.Missing)
		for _, branch := range c.Missing {
			fmt.Fprintf(a.out, "  %s: chưa có ví dụ cho nhánh: %s\n", c.Leaf.Number, terminal.Plain(branch))
		}
	}
	if total > 0 {
		fmt.Fprintf(a.out, "Ví dụ chạm tới %d/%d nhánh (%d%%).\n", reached, total, 100*reached/total)
	}
}

func (a *app) printFindings(findings []rules.Finding) {
	for _, finding := range findings {
		a.printFinding(a.err, finding)
	}
}

func (a *app) printFinding(out io.Writer, finding rules.Finding) {
	fmt.Fprintln(out, terminal.PlainLine(finding.String()))
	fmt.Fprint(out, terminal.Plain(finding.Excerpt()))
}
