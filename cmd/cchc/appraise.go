package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/batch"
	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/tables"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/appraisal"
	"cchc/scoring/problem"
	"cchc/templates/reader"
)

// appraiseOptions are what appraise was asked for.
type appraiseOptions struct {
	paths    []string
	criteria string
	from     []string
	out      string
	agency   string
	units    string
	force    bool
	workers  int
}

func newAppraise(a *app) *cobra.Command {
	var o appraiseOptions
	cmd := &cobra.Command{
		Use:   "appraise KẾT-QUẢ... --criteria SỐ,... -o TỆP.xlsx | KẾT-QUẢ... --from TỆP.xlsx",
		Short: "Thẩm định một số tiêu chí của mọi đơn vị trong một bảng",
		Long: `Lập bảng thẩm định theo tiêu chí: dưới mỗi tiêu chí là mọi đơn vị có kết quả, với số liệu kê khai, điểm tự
chấm, tài liệu kiểm chứng, giải trình, và ô để ghi số liệu thẩm định, điểm ấn định hoặc KĐG, lý do. Gửi bảng cho
cơ quan chuyên môn, rồi nhận lại vào từng phiếu kết quả bằng --from, như ghi tay vào từng phiếu rồi chấm lại tại chỗ.
Ô trống nghĩa là không có ý kiến. Mọi mục của một đơn vị được nhận cùng nhau hoặc không nhận. Chỗ nào không nhận
được (hai cơ quan ghi khác nhau, đơn vị đã sửa số liệu, kết quả đã có thẩm định khác, ghi sai) được nêu tên và ghi
vào một sổ để gửi lại. Ô “Thẩm định: Chưa/Đã” của từng kết quả không đổi: đủ các lĩnh vực rồi thì chọn Đã.

Mã kết thúc: 0 nhận hết, 1 có chỗ chưa nhận, 2 dùng sai lệnh, 3 lỗi đọc ghi.`,
		Example: `  cchc appraise ket-qua --criteria 2,3.4 --agency "Sở Tư pháp" -o tham-dinh-2.xlsx
  cchc appraise ket-qua --from tham-dinh-2.xlsx --from tham-dinh-7.xlsx`,
		Args: speech.ArgCount(1, -1, "ít nhất một thư mục hoặc phiếu kết quả"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return a.appraise(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.criteria, "criteria", "", "lập bảng cho các tiêu chí `SỐ,...` (lĩnh vực thì lấy mọi tiêu chí của nó)")
	flags.StringArrayVar(&o.from, "from", nil, "nhận bảng đã ghi (`TỆP.xlsx`) vào kết quả, dùng được nhiều lần")
	flags.StringVarP(&o.out, "output", "o", "", "ghi bảng vào `TỆP.xlsx`; với --from là sổ các chỗ chưa nhận (mặc định: tra-lai.xlsx)")
	flags.StringVar(&o.agency, "agency", "", "ghi sẵn `TÊN` cơ quan thẩm định vào bảng")
	flags.StringVar(&o.units, "units", "", "danh sách đơn vị (`TỆP.csv`): thứ tự, tên, tiêu chí không đánh giá")
	flags.BoolVar(&o.force, "force", false, "ghi đè bảng chưa ai ghi, hoặc sổ các chỗ chưa nhận")
	flags.IntVar(&o.workers, "workers", 0, "`SỐ` phiếu đọc cùng lúc (mặc định: theo số nhân máy)")
	return cmd
}

func (a *app) appraise(ctx context.Context, o appraiseOptions) error {
	switch {
	case o.criteria == "" && len(o.from) == 0:
		return terminal.Misuse("Nêu --criteria để lập bảng thẩm định, hoặc --from để nhận bảng đã ghi.")
	case o.criteria != "" && len(o.from) > 0:
		return terminal.Misuse("Chọn một trong hai: --criteria để lập bảng, hoặc --from để nhận bảng đã ghi.")
	case len(o.from) > 0 && o.agency != "":
		return terminal.Misuse("--agency chỉ dùng khi lập bảng; khi nhận, tên cơ quan lấy từ ô “Cơ quan” của bảng.")
	case o.criteria != "" && o.out == "":
		return terminal.Misuse("Nêu tệp để ghi bảng thẩm định: -o TỆP.xlsx.")
	case o.out != "" && !disk.IsWorkbook(o.out):
		return terminal.Misuse("Tệp kết quả %s phải có đuôi .xlsx.", terminal.Quoted(o.out))
	}
	in, err := disk.Gather(append(o.paths, o.from...), disk.IsSpreadsheet)
	if err := errors.Join(err, in.Absent); err != nil {
		return err
	}
	if err := disk.PrepareFile(o.out, append(without(in.Files, o.out, o.from), append(o.from, o.units)...)...); err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	files := without(in.Files, o.out, o.from)
	if d.List, err = a.readList(d, o.units, files); err != nil {
		return err
	}
	r, err := tables.ReadResults(ctx, d, files, o.workers)
	if err != nil {
		return err
	}
	for _, s := range append(in.Skipped, r.Skipped...) {
		fmt.Fprintf(a.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
	for _, f := range r.Found {
		fmt.Fprintln(a.err, terminal.PlainLine(f.File)+": "+batch.ProblemLine(f.Problem))
	}
	switch {
	case r.Edition == nil:
		fmt.Fprintln(a.err, "Không có phiếu kết quả nào.")
		return errFindings
	case o.criteria != "":
		err = a.makeTable(d, r, o)
	default:
		err = a.takeTables(ctx, d, r, o)
	}
	if err == nil && len(r.Found) > 0 {
		return errFindings
	}
	return doubting(&in, err)
}

// without takes the tables, and the file to be written where it is not a result, out of the files of results.
func without(files []string, out string, tables []string) []string {
	named := map[string]bool{}
	for _, path := range append([]string{out}, tables...) {
		named[filepath.Clean(path)] = path != ""
	}
	var rest []string
	for _, file := range files {
		if clean := filepath.Clean(file); !named[clean] || clean == filepath.Clean(out) && isResult(file) {
			rest = append(rest, file)
		}
	}
	return rest
}

// isResult says that a file is a form or a result, which is never written onto.
func isResult(path string) bool {
	_, err := desk.OpenBook(path)
	return err == nil
}

// makeTable writes the table of some criteria.
func (a *app) makeTable(d *desk.Desk, r *tables.Results, o appraiseOptions) error {
	numbers := strings.FieldsFunc(o.criteria, func(c rune) bool { return strings.ContainsRune(",; ", c) })
	leaves, unknown := appraisal.Choose(r.Edition.Rules, numbers)
	if len(unknown) > 0 {
		return terminal.Misuse("Bộ chỉ số %s không có tiêu chí %s. Xem các tiêu chí: cchc rules show %s", r.Edition.Rules.ID, terminal.Quoted(unknown[0]), r.Edition.Rules.ID)
	}
	if len(leaves) == 0 {
		return terminal.Misuse("Nêu số thứ tự tiêu chí ở --criteria, ví dụ --criteria 2,3.4.")
	}
	t, book, err := tables.Make(r, leaves, strings.TrimSpace(o.agency), toolVersion())
	if err != nil {
		return err
	}
	same, err := putAppraisal(d, o.out, book, o.force)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.err, "%s: %s. Ghi xong thì nhận lại: cchc appraise %s --from %s\n", madeWords(same, o.out, "Đã lập"), t.Words(),
		terminal.PlainLine(strings.Join(o.paths, " ")), terminal.PlainLine(o.out))
	batch.SayMissing(a.err, d.List, r.Has)
	return nil
}

// putAppraisal writes a table of an agency. Where a table stands in which somebody wrote, or anything else that may be somebody's, it
// is not written, with force neither.
func putAppraisal(d *desk.Desk, path string, book []byte, force bool) (same bool, err error) {
	if standing, err := disk.ReadBounded(path); err == nil && bytes.Equal(standing, book) {
		return true, nil
	}
	stands, err := tables.Look(d, path)
	switch {
	case err != nil:
		return false, err
	case stands.Other.Code == problem.AppraiseNoTable:
		return false, keeps(problem.New(problem.StandsForm, "", terminal.Quoted(path)))
	case stands.Other.Code != "":
		return false, keeps(problem.New(problem.StandsForeign, "", terminal.Quoted(path), stands.Other.Text()))
	case len(stands.Typed) > 0:
		return false, keeps(problem.New(problem.StandsTyped, "", terminal.Quoted(path), few(stands.Typed)))
	}
	return false, disk.WriteWhole(path, book, force || stands.Free && !isAbsent(path))
}

func isAbsent(path string) bool {
	_, err := disk.ReadBounded(path)
	return errors.Is(err, fs.ErrNotExist)
}

// unitWords names a unit in a line of the terminal.
func unitWords(unit scoring.Unit) string { return strings.TrimSpace(unit.Code + " " + unit.Name) }

// tableLine is a finding with a table as the terminal shows it.
func tableLine(l tables.Line) string {
	return terminal.PlainLine(l.File) + ": " + batch.ProblemLine(reader.Problem(l.Problem))
}
