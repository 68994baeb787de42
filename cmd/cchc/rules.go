package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
)

func newRules(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "rules LỆNH",
		Short:   "Xem và kiểm tra các bộ chỉ số",
		Example: "  cchc rules list\n  cchc rules show 2023",
		Args:    cobra.ArbitraryArgs,
		RunE:    speech.NeedCommand,
	}
	cmd.AddCommand(newRulesList(a), newRulesShow(a), newRulesCheck(a), newRulesNew(a), newRulesTable(a), newRulesBook(a), newRulesRead(a), newRulesSchema(a))
	return cmd
}

func newRulesList(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "Liệt kê các bộ chỉ số có sẵn",
		Example: "  cchc rules list\n  cchc rules list --rules thu-muc-cua-toi",
		Args:    speech.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.listRules() },
	}
}

func (a *app) listRules() error {
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	var faulty error
	fmt.Fprintf(a.out, "%-4s  %-26s  %5s  %s\n", "NĂM", "MÃ BỘ CHỈ SỐ", "ĐIỂM", "ĐƠN VỊ ÁP DỤNG")
	for _, set := range catalog.Sets() {
		if set.Rules == nil {
			faulty = errFindings
			fmt.Fprintf(a.out, "%-4s  %-26s  %5s  %s\n", "—", terminal.PlainLine(set.ID), "—", "có lỗi: cchc rules check "+terminal.PlainLine(set.File))
			continue
		}
		rs, remark := set.Rules, ""
		if !rs.Detailed() {
			remark = " (chỉ để xem và so sánh)"
		}
		fmt.Fprintf(a.out, "%-4d  %-26s  %5s  %s%s\n", rs.Year, rs.ID, expr.FormatNumber(rs.Total), rs.Kind, remark)
	}
	return faulty
}

// ruleSet loads a sound rule set by name; a faulty one is a *faultySet.
func (a *app) ruleSet(name string) (*scoring.RuleSet, error) {
	set, err := a.set(name)
	if err != nil {
		return nil, err
	}
	return set.Rules, nil
}

func (a *app) set(name string) (*rules.Set, error) {
	catalog, err := a.catalog()
	if err != nil {
		return nil, err
	}
	set, err := catalog.Load(name)
	if err != nil {
		return nil, err
	}
	if set.Rules == nil {
		return nil, &desk.FaultySet{Findings: set.Findings}
	}
	return set, nil
}
