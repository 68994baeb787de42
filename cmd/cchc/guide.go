package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/templates/report"
)

// newGuide writes the manual that a release is packed with; who has the release needs it no more, so help does not list it.
func newGuide(a *app) *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use:     "guide [-o TỆP]",
		Short:   "Ghi bản hướng dẫn sử dụng hai trang ra tệp Excel",
		Example: "  cchc guide -o huong-dan.xlsx\n  cchc guide -o huong-dan.xlsx --force",
		Hidden:  true,
		Args:    speech.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.writeGuide(out, force) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "huong-dan.xlsx", "`TỆP` kết quả")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

func (a *app) writeGuide(out string, force bool) error {
	var data bytes.Buffer
	guide := report.ManualWorkbook()
	guide.Seal()
	if err := guide.Write(&data); err != nil {
		return err
	}
	if err := disk.PrepareFile(out); err != nil {
		return err
	}
	if err := putTable(out, data.Bytes(), force); err != nil {
		return err
	}
	fmt.Fprintf(a.err, "Đã ghi %s.\n", terminal.PlainLine(out))
	return nil
}
