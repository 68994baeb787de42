package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/announce"
	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/record"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/standings"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/templates"
)

// scoreOptions are what score was asked for.
type scoreOptions struct {
	paths    []string
	out      string // folder
	units    string
	figures  string
	json     bool
	force    bool
	byUnit   bool
	deadline string
	date     string
	workers  int
	dropped  bool // out was chosen by us, and is for forms only
}

func newScore(a *app) *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score PHIẾU|THƯ-MỤC... [-o THƯ-MỤC]",
		Short: "Chấm điểm các phiếu đã điền",
		Long: `Đọc các phiếu đã điền, chấm từng tiêu chí kèm diễn giải và ghi phiếu kết quả vào thư mục ` + disk.ResultFolder + `
(hoặc thư mục nêu ở -o). Phiếu đã nộp không bị thay đổi.

Chạy lại lúc nào cũng được. Phiếu không đổi thì kết quả để nguyên; phiếu đơn vị sửa thì chấm lại, thẩm định của
các tiêu chí không đổi được giữ, bản kết quả cũ nằm trong thư mục con ` + disk.EarlierFolder + `. Nêu chính thư mục kết quả thì
chấm lại tại chỗ theo những gì người thẩm định đã ghi; các thay đổi được ghi vào trang “` + templates.JournalSheet + `”.

Chấm cả thư mục thì có thêm bảng ` + disk.SummaryFile + `: mọi vấn đề của các đơn vị, đếm theo đơn vị và theo loại, kèm ô và cách
sửa; bảng được lập lại mỗi lần chấm. Với --by-unit có thêm ` + disk.UnitTextsFile + `: nội dung gửi từng đơn vị, chép vào thư
được ngay.

Cuối trang “` + templates.ResultSheet + `” có dấu của phiếu, giống nhau khi số liệu và tài liệu kê khai giống nhau, và
ngày chấm nếu nêu ở --date. Chấm lại không có --date thì kết quả không đổi giữ ngày cũ, kết quả đổi để trống ngày.

Với --units, tên, khối, xếp hạng và các tiêu chí không đánh giá lấy theo danh sách đơn vị (như của cchc template).

Tiêu chí tính theo số công bố (mức cao nhất, bình quân của các đơn vị…) chờ cho đến khi có --figures: danh sách do cchc
rank --figures lập, xem lại và ghi thêm bằng tay được. Chấm lại với danh sách khác thì kết quả được tính lại, điều đã
đổi được nêu và ghi vào trang “` + templates.JournalSheet + `”; chấm lại không có --figures thì số đã công bố giữ nguyên.`,
		Example: `  cchc score phieu.xlsx
  cchc score nop -o ket-qua --units don-vi.csv
  cchc score nop -o ket-qua --units don-vi.csv --by-unit --deadline "17 giờ ngày 15/12"
  cchc score ket-qua --date 20/12/2023
  cchc score nop -o ket-qua --json > diem.jsonl`,
		Args: speech.ArgCount(1, -1, "ít nhất một phiếu hoặc thư mục"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			if o.deadline != "" && !o.byUnit {
				return terminal.Misuse("Tùy chọn --deadline đi cùng --by-unit.")
			}
			return a.score(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "`THƯ-MỤC` ghi kết quả (mặc định: "+disk.ResultFolder+" cạnh phiếu hoặc thư mục đầu tiên)")
	cmd.Flags().StringVar(&o.units, "units", "", "danh sách đơn vị (`TỆP` .xlsx, .csv)")
	cmd.Flags().StringVar(&o.figures, "figures", "", "các số công bố (`TỆP` .xlsx, .csv do cchc rank --figures lập)")
	cmd.Flags().BoolVar(&o.json, "json", false, "in mỗi phiếu một dòng JSON")
	cmd.Flags().BoolVar(&o.force, "force", false, "chấm lại cả phiếu không đổi; thẩm định vẫn được giữ")
	cmd.Flags().BoolVar(&o.byUnit, "by-unit", false, "ghi thêm "+disk.UnitTextsFile+": nội dung gửi từng đơn vị để sửa phiếu hoặc nhắc nộp")
	cmd.Flags().StringVar(&o.deadline, "deadline", "", "`HẠN` sửa và nộp ghi trong nội dung gửi đơn vị (mặc định: để trống)")
	cmd.Flags().StringVar(&o.date, "date", "", "`NGÀY` chấm ghi ở cuối trang “"+templates.ResultSheet+"”, ví dụ 20/12/2023 (mặc định: để trống)")
	cmd.Flags().IntVar(&o.workers, "workers", 0, "`SỐ` phiếu chấm cùng lúc (mặc định: theo số nhân máy)")
	return cmd
}

func (a *app) score(ctx context.Context, o scoreOptions) error {
	in, err := disk.Gather(o.paths, disk.IsSpreadsheet)
	if err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	if d.List, err = a.readList(d, o.units, in.Files); err != nil {
		return err
	}
	if d.Day, err = terminal.Day(o.date); err != nil {
		return err
	}
	if d.Announced, err = a.readAnnounced(d, o.figures, in.Files); err != nil {
		return err
	}
	elsewhere := o.out != "" && !o.dropped
	if o.out == "" {
		o.out = besideFirst(o.paths[0])
	}
	if err := d.PrepareResults(o.out, in.Files); err != nil {
		return err
	}
	var jobs []desk.ScoreJob
	for _, path := range in.Files {
		jobs = append(jobs, desk.ScoreJob{Path: path, Write: true, Out: o.out, Elsewhere: elsewhere, Force: o.force})
	}
	r := batch.New(a.out, a.err, d, len(jobs), batch.Options{JSON: o.json, Folder: o.out, Whole: slices.ContainsFunc(o.paths, folderStands), ByUnit: o.byUnit, Deadline: o.deadline})
	done, err := desk.InOrder(ctx, jobs, o.workers, d.Score, r.Take)
	if err != nil {
		return err
	}
	if err := d.WriteNotes(); err != nil {
		return err
	}
	failure, faulty := r.Close(in.Skipped, len(jobs)-done)
	switch {
	case failure != nil:
		return reported{failure}
	case faulty:
		return errFindings
	}
	return doubting(&in, nil)
}

// besideFirst is the folder of results beside what was named first: beside a folder, never in it, since a unit's own may be meant.
func besideFirst(path string) string {
	clean := filepath.Clean(path)
	if info, err := os.Stat(clean); err == nil && info.IsDir() && (clean == "." || clean == "..") {
		return filepath.Join(clean, disk.ResultFolder)
	}
	return filepath.Join(filepath.Dir(clean), disk.ResultFolder)
}

// readList reads the list of units for the rule set that the first readable file asks for; nil without a list.
func (a *app) readList(d *desk.Desk, file string, forms []string) (*desk.UnitList, error) {
	if file == "" {
		return nil, nil
	}
	e := firstEdition(d, forms)
	if e == nil {
		return desk.NewUnitList(file, nil), nil
	}
	units, err := a.listedUnits(file, e.Rules)
	return desk.NewUnitList(file, units), err
}

// firstEdition is the one that the first readable file asks for; nil where none does.
func firstEdition(d *desk.Desk, forms []string) *desk.Edition {
	for _, path := range forms {
		if e, err := d.Edition(ruleSetOf(path)); err == nil {
			return e
		}
	}
	return nil
}

// ruleSetOf is the rule set that a file asks for, as far as one can tell; "" where not.
func ruleSetOf(path string) string {
	if !standings.IsResults(path) {
		book, err := desk.OpenBook(path)
		if err != nil {
			return ""
		}
		return book.Stamp.RuleSet
	}
	file, err := disk.OpenRegular(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	rec, _, err := record.NewReader(file).Next()
	if err != nil || rec == nil {
		return ""
	}
	return rec.RuleSet
}

// readAnnounced reads what the secretariat announces for the rule set that the first readable file asks for; nil without a list.
func (a *app) readAnnounced(d *desk.Desk, file string, forms []string) (*desk.Announced, error) {
	if file == "" {
		return nil, nil
	}
	e := firstEdition(d, forms)
	if e == nil {
		return nil, nil // each file is refused by name
	}
	return a.announced(e, file)
}

func (a *app) announced(e *desk.Edition, file string) (*desk.Announced, error) {
	rows, problems, err := announce.Read(file, e.Rules)
	if err != nil {
		return nil, err
	}
	if a.printTableProblems(problems) {
		return nil, errFindings
	}
	return desk.NewAnnounced(e.Rules, rows), nil
}
