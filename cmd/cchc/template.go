package main

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
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
	figures string
	notice  lists.Notice // for units of which the list says nothing of their own
	force   bool
}

func newTemplate(a *app) *cobra.Command {
	var o templateOptions
	cmd := &cobra.Command{
		Use:   "template BỘ-CHỈ-SỐ [-o TỆP]",
		Short: "Lập phiếu chấm điểm (Excel) từ bộ chỉ số",
		Long: `Lập phiếu chấm điểm trống từ bộ chỉ số. Với --units, lập cho mỗi đơn vị trong danh sách một phiếu mang tên đơn vị đó.
Danh sách đơn vị là tệp Excel (.xlsx) hoặc CSV có các cột: ma, ten, khoi, xep_hang (có hoặc không), khong_danh_gia (số
thứ tự các tiêu chí không đánh giá); và nếu muốn: han_nop, noi_nhan, lien_he, ghi vào trang Hướng dẫn của phiếu (hạn nộp
hiện cả dưới tên phiếu). Tên cột viết có dấu, viết hoa, hay “Mã đơn vị”, “Tên đơn vị” đều được; dòng tiêu đề ở trên và
dòng trống được bỏ qua. Sổ Excel có nhiều trang thì đọc trang đầu tiên có nội dung.

Phiếu đã có thì để nguyên: chỉ lập phiếu còn thiếu, lập lại phiếu chưa có người điền mà khác danh sách, và nêu phiếu
đã có người điền mà khác danh sách. Phiếu đã có người điền không bao giờ bị ghi đè, kể cả với --force.

Với --assign, lập cho mỗi phòng một phiếu chỉ gồm các tiêu chí phòng phụ trách, để điền rồi ghép lại bằng cchc merge.
Bảng phân công là tệp .xlsx hoặc CSV có các cột: tieu_chi (số thứ tự, kéo theo các mục con; dòng cụ thể hơn được lấy),
phong (nhiều phòng cách nhau bằng dấu chấm phẩy). Kèm --units thì mỗi đơn vị một thư mục.

Số liệu điền sẵn (--answers) là tệp .yaml, .json, hoặc bảng .xlsx, .csv có các cột: khoa (ví dụ 1.1:a), gia_tri,
kiem_chung, giai_trinh. Với --units, bảng phải có cột ma (mã đơn vị): mỗi phiếu được điền số liệu của chính đơn vị đó.

Số liệu do cơ quan thường trực cấp đứng ở ô khóa của phiếu: số công bố theo --figures, chưa có thì ghi “Công bố sau”;
số giao riêng cho từng đơn vị theo cột của danh sách đơn vị mang khóa của số liệu đó, ví dụ 3.1:muc.`,
		Example: `  cchc template 2023 -o phieu-2023.xlsx
  cchc template 2023 --units don-vi.csv -o mau
  cchc template 2023 --units don-vi.xlsx --deadline 15/12/2023 -o mau
  cchc template 2023 --assign phan-cong.csv -o cac-phong`,
		Args: speech.ArgCount(1, 1, "tên hoặc năm của một bộ chỉ số"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.rules = args[0]
			return a.template(o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`TỆP` phiếu (với --units, --assign là thư mục)")
	cmd.Flags().StringVar(&o.units, "units", "", "danh sách đơn vị (`TỆP` .xlsx, .csv), lập cho mỗi đơn vị một phiếu")
	cmd.Flags().StringVar(&o.assign, "assign", "", "bảng phân công (`TỆP` .xlsx, .csv), lập cho mỗi phòng một phiếu")
	cmd.Flags().StringVar(&o.answers, "answers", "", "điền sẵn số liệu từ `TỆP` (.yaml, .json, .xlsx, .csv)")
	cmd.Flags().StringVar(&o.figures, "figures", "", "các số công bố (`TỆP` .xlsx, .csv do cchc rank --figures lập) ghi sẵn vào phiếu")
	cmd.Flags().StringVar(&o.notice.Deadline, "deadline", "", "`HẠN` nộp phiếu, ghi vào phiếu; cột han_nop của danh sách được lấy trước")
	cmd.Flags().StringVar(&o.notice.SubmitTo, "submit-to", "", "`NƠI` nhận phiếu; cột noi_nhan được lấy trước")
	cmd.Flags().StringVar(&o.notice.Contact, "contact", "", "`NGƯỜI`, điện thoại để đơn vị hỏi; cột lien_he được lấy trước")
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
	if o.out == "" && o.assign != "" {
		return terminal.Misuse("Với --assign phải nêu thư mục kết quả. Thêm -o, ví dụ -o phan-phong.")
	}
	units, err := a.unitsOf(e, o)
	if err != nil {
		return err
	}
	filled, err := a.prefilled(e, o, units)
	if err != nil {
		return err
	}
	switch {
	case o.assign != "":
		return a.partForms(d, e, o, units, filled)
	case o.units != "":
		return a.unitForms(d, e, o, units, filled)
	case o.out == "":
		o.out = fmt.Sprintf("phieu-%d.xlsx", e.Rules.Year)
	}
	if err := disk.PrepareFile(o.out, a.read(o)...); err != nil {
		return err
	}
	form, err := formBytes(e.Printer, filled.of(lists.Unit{}))
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
	return append(slices.Clone(a.rulePaths), o.rules, o.answers, o.units, o.assign, o.figures)
}

// prefill is what stands in forms when they are made.
type prefill struct {
	whole  templates.Filling             // in all that are made
	byUnit map[string]scoring.Submission // in those of units, by code
	notice lists.Notice

	rules     *scoring.RuleSet
	announced *desk.Announced
}

// of is what stands in a unit's form; without a code in one for whoever fills it in.
func (p prefill) of(u lists.Unit) templates.Filling {
	f := p.whole
	if own, told := p.byUnit[u.Code]; told {
		f.Submission = own
	}
	f.Notice = templates.Notice{Deadline: cmp.Or(u.Notice.Deadline, p.notice.Deadline),
		SubmitTo: cmp.Or(u.Notice.SubmitTo, p.notice.SubmitTo), Contact: cmp.Or(u.Notice.Contact, p.notice.Contact)}
	if u.Code != "" {
		f = fillUnit(u, f)
	}
	p.announced.Supply(p.rules, &f.Submission)
	return f
}

// prefilled is what --answers and the options put into the forms. The answers of one unit are never put into those of several.
func (a *app) prefilled(e *desk.Edition, o templateOptions, units []lists.Unit) (prefill, error) {
	rs := e.Rules
	p := prefill{notice: o.notice, rules: rs}
	if o.figures != "" {
		var err error
		if p.announced, err = a.announced(e, o.figures); err != nil {
			return p, err
		}
	}
	if o.answers == "" {
		return p, nil
	}
	data, err := disk.ReadBounded(o.answers)
	if err != nil {
		return p, err
	}
	if isTable(o.answers) {
		var problems []lists.Problem
		if p.byUnit, problems = lists.ReadAnswers(o.answers, data, rs, units); a.printTableProblems(problems) {
			return p, errFindings
		}
		p.whole.Submission = p.byUnit[""]
		return p, nil
	}
	if len(units) > 1 {
		return p, terminal.Misuse("%s là số liệu của một đơn vị, sẽ điền như nhau vào phiếu của cả %d đơn vị. Dùng bảng .xlsx hoặc .csv có cột ma (mã đơn vị), hoặc lập riêng phiếu của đơn vị đó, không có --units.",
			terminal.Quoted(o.answers), len(units))
	}
	filled, findings := rules.DecodeFilled(o.answers, data, rs)
	a.printFindings(findings)
	if rules.Faulty(findings) {
		return p, errFindings
	}
	p.whole = templates.Filling{Submission: filled.Submission, Contact: filled.Contact}
	return p, nil
}

// isTable says that a file of answers is a table, of whatever format: one that can't be read is refused as such.
func isTable(file string) bool {
	return strings.EqualFold(filepath.Ext(file), ".csv") || disk.IsSpreadsheet(file)
}

// formBytes is the workbook of a form.
func formBytes(printer *report.Printer, f templates.Filling) ([]byte, error) {
	var out bytes.Buffer
	err := printer.Form(&out, f)
	return out.Bytes(), err
}
