package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/changes"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/compare"
	"cchc/templates/report"
)

// diffOptions say where a comparison goes.
type diffOptions struct {
	out                     string
	asJSON, markdown, force bool
}

func newDiff(a *app) *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use:   "diff BỘ-TRƯỚC BỘ-SAU [-o TỆP]",
		Short: "So sánh bộ chỉ số của hai năm",
		Long: `So sánh hai bộ chỉ số theo hai cách: theo số thứ tự như phụ lục của văn bản, và theo nội dung (tiêu chí chuyển số,
mới, không còn, đổi tên, đổi điểm, đổi cách tính...), kèm bảng đối chiếu số liệu.

Mã kết thúc: 0 giống nhau, 1 khác nhau, 2 dùng sai lệnh, 3 lỗi đọc ghi.`,
		Example: `  cchc diff 2022 2023
  cchc diff 2022 2023 -o so-sanh.xlsx
  cchc diff 2022 2023 -o phu-luc.docx
  cchc diff 2022 2023 --markdown > so-sanh.md`,
		Args: speech.ArgCount(2, 2, "hai bộ chỉ số (năm, mã hoặc tệp)"),
		RunE: func(_ *cobra.Command, args []string) error { return a.diff(args[0], args[1], o) },
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "ghi ra `TỆP` .xlsx để in, hoặc .docx làm phụ lục văn bản")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "in mỗi dòng của bảng một dòng JSON")
	cmd.Flags().BoolVar(&o.markdown, "markdown", false, "in dạng Markdown để đưa vào văn bản")
	cmd.Flags().BoolVar(&o.force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) diff(before, after string, o diffOptions) error {
	if o.asJSON && o.markdown {
		return terminal.Misuse("Chọn một trong hai: --json hoặc --markdown.")
	}
	if ext := strings.ToLower(filepath.Ext(o.out)); o.out != "" && ext != ".xlsx" && ext != ".docx" {
		return terminal.Misuse("Tệp kết quả %s phải có đuôi .xlsx hoặc .docx.", terminal.Quoted(o.out))
	}
	changes, err := a.compare(before, after)
	if err != nil {
		return err
	}
	if err := a.tellDiff(changes, o); err != nil {
		return err
	}
	if changes.Empty() {
		return nil
	}
	return errFindings
}

// compare loads both sets, and all others that may lie between them.
func (a *app) compare(before, after string) (compare.Changes, error) {
	catalog, err := a.catalog()
	if err != nil {
		return compare.Changes{}, err
	}
	var pair [2]*scoring.RuleSet
	for i, name := range []string{before, after} {
		set, err := catalog.Load(name)
		if err != nil {
			return compare.Changes{}, err
		}
		if set.Rules == nil {
			return compare.Changes{}, &desk.FaultySet{Findings: set.Findings}
		}
		pair[i] = set.Rules
	}
	changes, refused := compare.Diff(pair[0], pair[1], soundSets(catalog)...)
	if refused != nil {
		return compare.Changes{}, terminal.Misuse("%s %s", refused.Text(), refused.Remedy())
	}
	return changes, nil
}

func soundSets(catalog *rules.Catalog) []*scoring.RuleSet {
	var sets []*scoring.RuleSet
	for _, set := range catalog.Sets() {
		if set.Rules != nil {
			sets = append(sets, set.Rules)
		}
	}
	return sets
}

// tellDiff writes the comparison in the form that was asked for.
func (a *app) tellDiff(d compare.Changes, o diffOptions) error {
	if o.out != "" {
		if err := a.putDiff(d, o); err != nil {
			return err
		}
		fmt.Fprintf(a.err, "Đã ghi %s.\n", terminal.PlainLine(o.out))
	}
	if o.asJSON || o.out != "" && !o.markdown { // the texts say it themselves
		for _, remark := range d.Remarks {
			fmt.Fprintln(a.err, terminal.Plain(changes.Remark(remark)))
		}
	}
	switch {
	case o.asJSON:
		return changes.WriteRecords(a.out, d)
	case o.markdown:
		return writeAll(a.out, changes.Markdown(d))
	case o.out == "":
		return writeAll(a.out, changes.Text(d, colourful(a.out, os.Getenv)))
	}
	return nil
}

// putDiff writes the comparison into a file: a workbook, or the annex as a Word document.
func (a *app) putDiff(d compare.Changes, o diffOptions) error {
	if strings.EqualFold(filepath.Ext(o.out), ".docx") {
		document, err := report.DiffDocument(d)
		if err == nil {
			_, err = a.putDocument(o.out, document, o.force)
		}
		return err
	}
	var book bytes.Buffer
	if err := report.WriteDiff(&book, d); err != nil {
		return err
	}
	if err := disk.PrepareFile(o.out); err != nil {
		return err
	}
	return putTable(o.out, book.Bytes(), o.force)
}

func writeAll(out io.Writer, text string) error {
	_, err := io.WriteString(out, text)
	return err
}

// colourful says that colours may be used: on a terminal that knows them, unless NO_COLOR is set.
func colourful(out io.Writer, env func(string) string) bool {
	if o, ours := out.(*output); ours {
		out = o.Writer
	}
	file, ok := out.(*os.File)
	if !ok || env("NO_COLOR") != "" || env("TERM") == "dumb" {
		return false
	}
	if runtime.GOOS == "windows" && env("WT_SESSION") == "" && env("TERM") == "" {
		return false // the old console prints the codes
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
