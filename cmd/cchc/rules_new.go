package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
)

func newRulesNew(a *app) *cobra.Command {
	var from, out string
	var force bool
	cmd := &cobra.Command{
		Use:   "new NĂM --from BỘ-CHỈ-SỐ [-o TỆP]",
		Short: "Lập tệp bộ chỉ số năm mới từ bộ chỉ số đã có",
		Long: `Lập tệp bộ chỉ số của năm mới, giữ nguyên cây tiêu chí, nội dung, cách tính và ví dụ của bộ đã có.
Sửa tệp theo quyết định mới rồi chạy "cchc rules check"; mục đánh số lại thì ghi was, mục mới thì ghi was: none.`,
		Example: "  cchc rules new 2024 --from 2023\n  cchc rules new 2024 --from 2023 -o bo-chi-so-2024.yaml",
		Args:    speech.ArgCount(1, 1, "năm của bộ chỉ số mới"),
		RunE: func(_ *cobra.Command, args []string) error {
			year, err := strconv.Atoi(args[0])
			if err != nil || year < 2000 || year > 2999 {
				return terminal.Misuse("Năm %s không hợp lệ. Ghi năm bốn chữ số, ví dụ 2024.", terminal.Quoted(args[0]))
			}
			return a.newYear(year, from, out, force)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "`BỘ-CHỈ-SỐ` làm gốc (năm, mã hoặc tệp)")
	cmd.Flags().StringVarP(&out, "output", "o", "", "`TỆP` kết quả (mặc định: mã bộ chỉ số mới, đuôi .yaml)")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) newYear(year int, from, out string, force bool) error {
	if from == "" {
		return terminal.Misuse("Chưa nêu bộ chỉ số làm gốc. Thêm --from, ví dụ --from 2023.")
	}
	set, err := a.set(from)
	if err != nil {
		return err
	}
	if year <= set.Year {
		return terminal.Misuse("Năm mới phải sau năm %d của bộ chỉ số gốc.", set.Year)
	}
	data, err := set.Next(year)
	if err != nil {
		return err
	}
	if out == "" {
		out = rules.Decode(out, data).ID + ".yaml"
	}
	if err := disk.PrepareFile(out, append(slices.Clone(a.rulePaths), from)...); err != nil {
		return err
	}
	if err := putText(out, data, force); err != nil {
		return err
	}
	fmt.Fprintf(a.err, "Đã lập %s. Sửa theo quyết định mới, rồi chạy: cchc rules check %s\n", terminal.PlainLine(out), terminal.PlainLine(out))
	return nil
}

func newRulesSchema(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "In lược đồ JSON của tệp bộ chỉ số, cho trình soạn thảo",
		Example: "  cchc rules schema > cchc-rules.schema.json\n  cchc rules schema | less",
		Args:    speech.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			data, err := rules.Schema()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "%s\n", data)
			return err
		},
	}
}
