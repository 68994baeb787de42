package main

import (
	"bufio"
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/templates/report"
)

// guideFile is what the manual is called in a release, and where nobody says otherwise.
const guideFile = "huong-dan.xlsx"

// newGuide writes the manual that a release is packed with.
func newGuide(a *app) *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use:   "guide -o TỆP",
		Short: "Ghi bản hướng dẫn sử dụng hai trang ra tệp Excel",
		Long: `Ghi bản hướng dẫn sử dụng hai trang ra tệp Excel nêu ở -o. Không nêu -o thì hỏi trước khi ghi
` + guideFile + ` vào thư mục hiện tại; ngoài cửa sổ lệnh, nơi không hỏi được, thì không ghi gì.`,
		Example: "  cchc guide -o huong-dan.xlsx\n  cchc guide -o huong-dan.xlsx --force",
		Args:    speech.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch {
			case out != "":
				return a.writeGuide(out, force)
			case !a.atKeyboard():
				return terminal.Misuse("Chưa nêu tệp kết quả. Thêm -o, ví dụ -o %s.", guideFile)
			}
			return a.offerGuide(force)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "`TỆP` kết quả")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè nếu tệp đã có")
	return cmd
}

// offerGuide asks before it writes a file that nobody has named.
func (a *app) offerGuide(force bool) error {
	folder, err := filepath.Abs(".")
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "Ghi bản hướng dẫn vào tệp %s trong thư mục %s? Gõ c (có) rồi nhấn Enter: ", guideFile, terminal.PlainLine(folder))
	answer := bufio.NewScanner(a.in)
	answer.Scan()
	if err := answer.Err(); err != nil {
		return err
	}
	if !isYes(answer.Text()) {
		fmt.Fprintln(a.err, "Không ghi gì. Muốn ghi vào tệp khác thì nêu ở -o.")
		return nil
	}
	return a.writeGuide(guideFile, force)
}

// isYes takes the ways in which people agree; whatever else they type is no.
func isYes(typed string) bool {
	switch strings.ToLower(strings.TrimSpace(typed)) {
	case "c", "có", "co", "y", "yes":
		return true
	}
	return false
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
