// Command cchc scores the administrative-reform index of Vietnamese departments from Excel workbooks.
//
// This package is the command line and nothing else: each subcommand is one file with its options, a constructor that only
// parses, and a run function that joins the packages: rules (YAML) → scoring (points) ← templates (Excel). Results go to
// standard output, talk to standard error; errors become exit statuses in one place, exit.go.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
)

// streams are where a run reads and writes; tests give their own.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// app is what every subcommand shares.
type app struct {
	streams
	rulePaths []string // --rules
}

// run executes one command line and gives the exit status.
func run(args []string, std streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	defer stop()
	out := &output{Writer: std.out}
	std.out = out
	a := &app{streams: std}
	root := newRoot(a)
	root.SetArgs(args)
	return a.finish(a.conclude(root.ExecuteContext(ctx)), out)
}

// endings are the signals that ask for a clean end. A hangup that whoever started the program wants ignored (nohup) stays so.
func endings() []os.Signal {
	all := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		all = append(all, syscall.SIGHUP)
	}
	return all
}

func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "cchc [PHIẾU|THƯ-MỤC...]",
		Short: "Chấm điểm chỉ số cải cách hành chính từ phiếu Excel",
		Long: `cchc lập phiếu Excel từ bộ chỉ số cải cách hành chính, đọc phiếu các đơn vị đã điền,
chấm điểm từng tiêu chí kèm diễn giải, xếp hạng và so sánh bộ chỉ số giữa các năm.

Kéo thả một phiếu .xlsx lên chương trình là chấm ngay phiếu đó.`,
		Example: `  cchc template 2023 -o phieu.xlsx     lập phiếu trống năm 2023
  cchc score phieu.xlsx                chấm phiếu đã điền`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.dropped,
		RunE:          a.runDropped,
	}
	root.PersistentFlags().StringArrayVar(&a.rulePaths, "rules", nil, "thêm bộ chỉ số từ `TỆP|THƯ-MỤC` (.yaml), dùng được nhiều lần")
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	inGroup(root, "Phiếu", newTemplate(a), newMerge(a), newCarry(a))
	inGroup(root, "Chấm và thẩm định", newScore(a), newStatus(a), newAppraise(a), newCompare(a), newNotice(a))
	inGroup(root, "Tổng hợp", newRank(a), newDiff(a))
	inGroup(root, "Bộ chỉ số", newRules(a))
	inGroup(root, "Khác", newCompletion(a), newVersion(a), newGuide(a))
	readArguments(root)
	speech.InVietnamese(root)
	a.offerCompletions(root)
	return root
}

// inGroup adds commands that go together; help shows them under their group's title, in the order of the year.
func inGroup(root *cobra.Command, title string, commands ...*cobra.Command) {
	root.AddGroup(&cobra.Group{ID: title, Title: title})
	for _, cmd := range commands {
		cmd.GroupID = title
		root.AddCommand(cmd)
	}
}

// catalog opens the rule sets at hand. A faulty file that was named with --rules ends the command; one that lies in a folder of
// rule sets is told, since another set may be used where it was meant.
func (a *app) catalog() (*rules.Catalog, error) {
	catalog, err := rules.Open(a.rulePaths...)
	if err != nil {
		return nil, err
	}
	if refused := catalog.Refused(); len(refused) > 0 {
		return nil, &desk.FaultySet{Findings: refused}
	}
	for _, set := range catalog.Broken() {
		file := terminal.PlainLine(set.File)
		fmt.Fprintf(a.err, "Lưu ý: không dùng được bộ chỉ số %s: %s Xem đủ: cchc rules check %s\n", file, terminal.PlainLine(set.First().Text()), file)
	}
	return catalog, nil
}

// newDesk opens the rule sets at hand for reading and scoring by them.
func (a *app) newDesk() (*desk.Desk, error) {
	catalog, err := a.catalog()
	if err != nil {
		return nil, err
	}
	return desk.New(catalog, toolVersion()), nil
}
