package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"cchc/rules"
	"cchc/scoring"
	"cchc/templates"
)

func newRulesCheck(a *app) *cobra.Command {
	var coverage bool
	cmd := &cobra.Command{
		Use:   "check BỘ-CHỈ-SỐ...",
		Short: "Kiểm tra bộ chỉ số trước khi ban hành",
		Long: `Kiểm tra bộ chỉ số: cú pháp, cộng điểm, ví dụ, và chứng minh trên mọi số liệu có thể có
(khoảng trống, trường hợp chồng nhau, nhánh không bao giờ xảy ra, tăng mà giảm điểm).
Mọi phát hiện được nêu cùng lúc, kèm vị trí và cách sửa.`,
		Example: "  cchc rules check 2023\n  cchc rules check bo-chi-so-2024.yaml --coverage",
		Args:    argCount(1, -1, "ít nhất một bộ chỉ số (tệp .yaml, năm hoặc mã)"),
		RunE:    func(_ *cobra.Command, args []string) error { return a.checkRules(args, coverage) },
	}
	cmd.Flags().BoolVar(&coverage, "coverage", false, "nêu những nhánh chưa có ví dụ nào chạm tới")
	return cmd
}

func (a *app) checkRules(names []string, coverage bool) error {
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	var result error
	for _, name := range names {
		set, err := catalog.Load(name)
		if err != nil {
			return err
		}
		set = provedSet(set)
		a.printCheck(set)
		if !set.OK() {
			result = errFindings
			continue
		}
		a.printSources(set.Rules)
		if coverage {
			a.printCoverage(set.Rules)
		}
	}
	return result
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
	accepted, warnings := 0, 0
	for _, finding := range set.Findings {
		a.printFinding(a.out, finding)
		switch {
		case finding.Accepted != "":
			accepted++
		case finding.Severity == scoring.Warning:
			warnings++
		}
	}
	if !set.OK() {
		fmt.Fprintf(a.out, "%s: có lỗi, chưa dùng được.\n", plainLine(set.File))
		return
	}
	fmt.Fprintf(a.out, "%s: dùng được, %d tiêu chí chấm điểm, tổng %s điểm; %d cảnh báo, %d phát hiện đã xem xét.\n",
		set.ID, len(set.Rules.Leaves()), scoring.FormatNumber(set.Rules.Total), warnings, accepted)
}

// printSources lists what does not stand in the source as it is, for whoever must defend it.
func (a *app) printSources(rs *scoring.RuleSet) {
	for _, leaf := range rs.Leaves() {
		if leaf.Provenance == scoring.FromText {
			continue
		}
		fmt.Fprintf(a.out, "  %s (%s điểm): %s. %s\n", leaf.Number, scoring.FormatNumber(leaf.Max), scoring.ProvenanceWords(leaf.Provenance), plain(leaf.Note))
	}
}

func (a *app) printCoverage(rs *scoring.RuleSet) {
	total, reached := 0, 0
	for _, c := range scoring.Covered(rs) {
		total += c.Total
		reached += c.Total - len(c.Missing)
		for _, branch := range c.Missing {
			fmt.Fprintf(a.out, "  %s: chưa có ví dụ cho nhánh: %s\n", c.Leaf.Number, plain(branch))
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
	fmt.Fprintln(out, plainLine(finding.String()))
	fmt.Fprint(out, plain(finding.Excerpt()))
}
