package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates/notice"
)

// shells are what completion scripts are written for, in the order in which help names them.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func newCompletion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "completion " + strings.Join(shells(), "|"),
		Short: "Bật gợi ý khi nhấn phím Tab trong cửa sổ lệnh",
		Long: `In đoạn lệnh để cửa sổ lệnh gợi ý khi nhấn phím Tab: tên lệnh, tùy chọn, bộ chỉ số, số thứ tự tiêu chí.

PowerShell: thêm dòng ở ví dụ thứ nhất vào tệp mà $PROFILE chỉ tới.
bash, zsh, fish: ghi ra tệp như các ví dụ sau, rồi mở cửa sổ lệnh mới.`,
		Example: `  cchc completion powershell | Out-String | Invoke-Expression
  cchc completion bash > ~/.local/share/bash-completion/completions/cchc
  cchc completion fish > ~/.config/fish/completions/cchc.fish`,
		Args: speech.ArgCount(1, 1, "tên một loại cửa sổ lệnh: "+strings.Join(shells(), ", ")),
		RunE: func(cmd *cobra.Command, args []string) error { return a.writeCompletion(cmd.Root(), args[0]) },
	}
}

func (a *app) writeCompletion(root *cobra.Command, shell string) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(a.out, true)
	case "zsh":
		return root.GenZshCompletion(a.out)
	case "fish":
		return root.GenFishCompletion(a.out, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(a.out)
	}
	return terminal.Misuse("Không có loại cửa sổ lệnh %s. Chọn một trong các loại: %s.", terminal.Quoted(shell), strings.Join(shells(), ", "))
}

// completeSets offers the rule sets for the first most arguments: by year where one set has it, and by id. A path to a file
// is an answer, too; the shell offers files where nothing else fits.
func (a *app) completeSets(most int) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if most >= 0 && len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return a.setNames(), cobra.ShellCompDirectiveDefault
	}
}

// completeCriteria offers the rule sets for the first argument, and then the numbers of that set's criteria.
func (a *app) completeCriteria(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.setNames(), cobra.ShellCompDirectiveDefault
	}
	rs, err := a.ruleSet(args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return numbersOf(rs, "", begun), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// numbersOf offers the numbers of a set's criteria that go on from what was begun, after what was typed before.
func numbersOf(rs *scoring.RuleSet, before, begun string) []cobra.Completion {
	var numbers []cobra.Completion
	for node := range rs.All() {
		if strings.HasPrefix(node.Number, begun) {
			numbers = append(numbers, cobra.CompletionWithDesc(before+node.Number, strings.TrimRight(batch.Padded(terminal.Plain(node.Name), 70), " ")))
		}
	}
	return numbers
}

// completeAppraised offers the numbers of the criteria of the results that were named, one after another.
func (a *app) completeAppraised(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	in, err := disk.Gather(args, disk.IsWorkbook)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	last := strings.LastIndexByte(begun, ',') + 1
	for _, file := range in.Files {
		if rs, err := a.ruleSet(ruleSetOf(file)); err == nil {
			return numbersOf(rs, begun[:last], begun[last:]), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder | cobra.ShellCompDirectiveNoSpace
		}
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) setNames() []cobra.Completion {
	catalog, err := a.catalog()
	if err != nil {
		return nil
	}
	var names []cobra.Completion
	years := map[int]int{}
	for _, set := range catalog.Sets() {
		if set.Rules != nil {
			years[set.Rules.Year]++
		}
	}
	for _, set := range catalog.Sets() {
		if set.Rules == nil {
			continue
		}
		if years[set.Rules.Year] == 1 {
			names = append(names, cobra.CompletionWithDesc(strconv.Itoa(set.Rules.Year), aboutSet(set)))
		}
		names = append(names, cobra.CompletionWithDesc(set.ID, aboutSet(set)))
	}
	return names
}

func aboutSet(set *rules.Set) string {
	return terminal.Plain(fmt.Sprintf("%s, %s điểm", set.Rules.Kind, expr.FormatNumber(set.Rules.Total)))
}

// completeWorkbooks offers workbooks and folders.
func completeWorkbooks(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return []cobra.Completion{"xlsx"}, cobra.ShellCompDirectiveFilterFileExt
}

func completeFiles(endings ...cobra.Completion) cobra.CompletionFunc {
	return cobra.FixedCompletions(endings, cobra.ShellCompDirectiveFilterFileExt)
}

// offerCompletions says for all commands and their options what the shell offers.
func (a *app) offerCompletions(root *cobra.Command) {
	for path, offer := range map[string]cobra.CompletionFunc{
		"template": a.completeSets(1), "diff": a.completeSets(2),
		"rules check": a.completeSets(-1), "rules show": a.completeCriteria, "rules table": a.completeSets(1),
		"rules book": a.completeSets(1), "rules read": completeFiles("xlsx", "docx", "csv"),
		"score": completeWorkbooks, "notice": completeWorkbooks, "rank": completeWorkbooks, "merge": completeWorkbooks, "carry": completeWorkbooks, "status": completeWorkbooks, "appraise": completeWorkbooks, "compare": completeWorkbooks,
		"completion": cobra.FixedCompletions(shells(), cobra.ShellCompDirectiveNoFileComp),
		"rules list": cobra.NoFileCompletions, "rules new": cobra.NoFileCompletions, "rules schema": cobra.NoFileCompletions,
		"version": cobra.NoFileCompletions, "guide": cobra.NoFileCompletions,
	} {
		if cmd, rest, err := root.Find(strings.Fields(path)); err == nil && len(rest) == 0 {
			cmd.ValidArgsFunction = offer
		}
	}
	options := map[string]cobra.CompletionFunc{
		"criteria": a.completeAppraised,
		"from":     a.completeSets(-1), "to": a.completeSets(-1),
		"rules": completeFiles("yaml"), "answers": completeFiles("yaml", "json", "csv"),
		"units": completeFiles("csv"), "assign": completeFiles("csv"), "survey": completeFiles("csv"), "prefer": completeFiles("xlsx"),
		"kind": cobra.FixedCompletions([]cobra.Completion{string(notice.Complete), string(notice.Results)}, cobra.ShellCompDirectiveNoFileComp),
		"by":   cobra.FixedCompletions([]cobra.Completion{"self", "appraised"}, cobra.ShellCompDirectiveNoFileComp),
	}
	speech.Each(root, func(cmd *cobra.Command) {
		for name, offer := range options {
			if cmd.LocalNonPersistentFlags().Lookup(name) != nil || cmd.PersistentFlags().Lookup(name) != nil {
				_ = cmd.RegisterFlagCompletionFunc(name, offer) // fails only where it is registered already
			}
		}
	})
}
