package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/cmd/cchc/internal/speech"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/templates"
	"cchc/templates/report"
)

// templateOptions are what template was asked for.
type templateOptions struct {
	rules   string
	out     string // a file; with units or assign a folder
	units   string
	assign  string
	answers string
	force   bool
}

func newTemplate(a *app) *cobra.Command {
	var o templateOptions
	cmd := &cobra.Command{
		Use:   "template BỘ-CHỈ-SỐ [-o TỆP]",
		Short: "Lập phiếu chấm điểm (Excel) từ bộ chỉ số",
		Long: `Lập phiếu chấm điểm trống từ bộ chỉ số. Với --units, lập cho mỗi đơn vị trong danh sách một phiếu mang tên đơn vị đó.
Danh sách đơn vị là tệp CSV có các cột: ma, ten, khoi, xep_hang (có hoặc không), khong_danh_gia (số thứ tự các tiêu chí
không đánh giá).

Phiếu đã có thì để nguyên: chỉ lập phiếu còn thiếu, lập lại phiếu chưa có người điền mà khác danh sách, và nêu phiếu
đã có người điền mà khác danh sách. Phiếu đã có người điền không bao giờ bị ghi đè, kể cả với --force.

Với --assign, lập cho mỗi phòng một phiếu chỉ gồm các tiêu chí phòng phụ trách, để điền rồi ghép lại bằng cchc merge.
Bảng phân công là tệp CSV có các cột: tieu_chi (số thứ tự, kéo theo các mục con; dòng cụ thể hơn được lấy), phong (nhiều
phòng cách nhau bằng dấu chấm phẩy). Kèm --units thì mỗi đơn vị một thư mục.

Số liệu điền sẵn (--answers) là tệp .yaml, .json, hoặc .csv có các cột: khoa (ví dụ 1.1:a), gia_tri, kiem_chung,
giai_trinh.`,
		Example: `  cchc template 2023 -o phieu-2023.xlsx
  cchc template 2023 --units don-vi.csv -o mau
  cchc template 2023 --assign phan-cong.csv -o cac-phong`,
		Args: speech.ArgCount(1, 1, "tên hoặc năm của một bộ chỉ số"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.rules = args[0]
			return a.template(o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`TỆP` phiếu (với --units, --assign là thư mục)")
	cmd.Flags().StringVar(&o.units, "units", "", "danh sách đơn vị (`TỆP.csv`), lập cho mỗi đơn vị một phiếu")
	cmd.Flags().StringVar(&o.assign, "assign", "", "bảng phân công (`TỆP.csv`), lập cho mỗi phòng một phiếu")
	cmd.Flags().StringVar(&o.answers, "answers", "", "điền sẵn số liệu từ `TỆP` (.yaml, .json, .csv)")
	cmd.Flags().BoolVar(&o.force, "force", false, "lập lại cả phiếu đã có mà chưa có người điền")
	return cmd
}

func (a *app) template(o templateOptions) error {
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	e, err := d.Edition(o.rules)
	if err != nil {
		return err
	}
	if set := provedSet(e.Set); !set.OK() { // nobody should fill in what can't be published
		return &desk.FaultySet{Findings: set.Findings}
	}
	filling, err := a.filling(e.Rules, o.answers)
	if err != nil {
		return err
	}
	switch {
	case o.assign != "":
		return a.partForms(d, e, o, filling)
	case o.units != "":
		return a.unitForms(d, e, o, filling)
	case o.out == "":
		o.out = fmt.Sprintf("phieu-%d.xlsx", e.Rules.Year)
	}
	if err := disk.PrepareFile(o.out, a.read(o)...); err != nil {
		return err
	}
	form, err := formBytes(e.Printer, filling)
	if err != nil {
		return err
	}
	same, err := putForm(d, o.out, form, o.force)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.err, "%s: %d tiêu chí chấm điểm, tổng %s điểm.\n", madeWords(same, o.out, "Đã lập"), len(e.Rules.Leaves()), expr.FormatNumber(e.Rules.Total))
	return nil
}

// read are the files that a form is made from.
func (a *app) read(o templateOptions) []string {
	return append(slices.Clone(a.rulePaths), o.rules, o.answers, o.units, o.assign)
}

// filling is what --answers puts into the form; nothing without it.
func (a *app) filling(rs *scoring.RuleSet, file string) (templates.Filling, error) {
	if file == "" {
		return templates.Filling{}, nil
	}
	data, err := disk.ReadBounded(file)
	if err != nil {
		return templates.Filling{}, err
	}
	if strings.EqualFold(filepath.Ext(file), ".csv") {
		return a.tableFilling(file, data, rs)
	}
	filled, findings := rules.DecodeFilled(file, data, rs)
	a.printFindings(findings)
	if rules.Faulty(findings) {
		return templates.Filling{}, errFindings
	}
	return templates.Filling{Submission: filled.Submission, Contact: filled.Contact}, nil
}

// formBytes is the workbook of a form.
func formBytes(printer *report.Printer, f templates.Filling) ([]byte, error) {
	var out bytes.Buffer
	err := printer.Form(&out, f)
	return out.Bytes(), err
}

// tableFilling reads figures that another system exported (khoa, gia_tri). Where anything is wrong, all of it is said.
func (a *app) tableFilling(file string, data []byte, rs *scoring.RuleSet) (templates.Filling, error) {
	s, problems := lists.ReadAnswers(file, data, rs)
	if a.printTableProblems(problems) {
		return templates.Filling{}, errFindings
	}
	return templates.Filling{Submission: s}, nil
}
