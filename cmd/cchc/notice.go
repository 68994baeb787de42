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
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/notices"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/problem"
	"cchc/templates/draft"
	"cchc/templates/notice"
	"cchc/templates/reader"
	"cchc/templates/xlsx"
)

// noticeOptions say which letters are written, and from what.
type noticeOptions struct {
	out, kind, date, deadline string
	template, units           string
	show, force               bool
	workers                   int
}

func newNotice(a *app) *cobra.Command {
	var o noticeOptions
	cmd := &cobra.Command{
		Use:   "notice KẾT-QUẢ|THƯ-MỤC... -o THƯ-MỤC",
		Short: "Lập thông báo Word gửi từng đơn vị",
		Long: `Lập cho mỗi đơn vị một văn bản Word (.docx) để ký và gửi, từ kết quả chấm: điểm theo lĩnh vực, chỗ thẩm định khác
tự chấm và lý do, chỗ hụt điểm và còn thiếu gì, chỗ thiếu kiểm chứng, lỗi cần sửa kèm ô và cách sửa. Chưa thẩm định
xong thì là đề nghị bổ sung (bo-sung), thẩm định xong là thông báo kết quả (ket-qua).

Văn bản lập từ một mẫu Word. Lấy mẫu chuẩn bằng --show-template, sửa tên cơ quan và lời văn bằng Word, rồi dùng với
--template. Trong mẫu, {{tên đơn vị}} là một trường; hàng của bảng có {{hụt điểm.tên}} được lặp cho từng mục, bảng
không có mục nào thì bỏ cả bảng; đoạn có {{nếu có hụt điểm}} chỉ giữ khi có. Trường mà chương trình không biết được
nêu tên, không lập văn bản nào.

Chạy lại lúc nào cũng được: văn bản chưa ai sửa được lập lại khi kết quả đổi, văn bản đã có người sửa luôn giữ nguyên.

Mã kết thúc: 0 tốt, 1 có đơn vị không lập được hoặc văn bản đã sửa khác kết quả, 2 dùng sai lệnh, 3 lỗi đọc ghi.`,
		Example: `  cchc notice ket-qua -o thong-bao --date 20/12/2023 --deadline "17 giờ ngày 25/12/2023"
  cchc notice --show-template --kind ket-qua -o mau.docx
  cchc notice ket-qua --kind ket-qua --template mau.docx -o thong-bao`,
		Args: speech.ArgCount(0, -1, "kết quả hoặc thư mục kết quả"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.show {
				return a.showTemplate(args, o)
			}
			return a.notice(cmd.Context(), args, o)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.out, "output", "o", "", "`THƯ-MỤC` kết quả; với --show-template là tệp .docx")
	flags.StringVar(&o.kind, "kind", "", "loại văn bản: `bo-sung|ket-qua` (mặc định: theo từng kết quả đã thẩm định xong hay chưa)")
	flags.StringVar(&o.date, "date", "", "`NGÀY` ký, ví dụ 20/12/2023 (mặc định: để trống)")
	flags.StringVar(&o.deadline, "deadline", "", "`HẠN` bổ sung ghi trong văn bản")
	flags.StringVar(&o.template, "template", "", "lập từ mẫu `TỆP` .docx của cơ quan")
	flags.BoolVar(&o.show, "show-template", false, "ghi ra mẫu chuẩn để sửa")
	flags.StringVar(&o.units, "units", "", "danh sách đơn vị (`TỆP` .xlsx, .csv): tên, khối, không đánh giá theo danh sách")
	flags.IntVar(&o.workers, "workers", 0, "`SỐ` tệp đọc cùng lúc (mặc định: theo số nhân máy)")
	flags.BoolVar(&o.force, "force", false, "với --show-template: ghi đè mẫu chuẩn chưa ai sửa")
	return cmd
}

func (a *app) notice(ctx context.Context, paths []string, o noticeOptions) error {
	options, err := o.check(paths)
	if err != nil {
		return err
	}
	d, err := a.newDesk()
	if err != nil {
		return err
	}
	in, err := disk.Gather(paths, disk.IsWorkbook)
	if err != nil {
		return err
	}
	inputs := in.Files
	for _, file := range []string{o.template, o.units} {
		if file != "" {
			inputs = append(inputs[:len(inputs):len(inputs)], file)
		}
	}
	if d.List, err = a.readList(d, o.units, in.Files); err != nil {
		return err
	}
	all, err := notices.Gather(ctx, d, in.Files, options)
	if err != nil {
		return err
	}
	for _, s := range in.Skipped {
		fmt.Fprintf(a.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
	return a.writeNotices(all, inputs, in.Doubtful(), o)
}

// check says whether the options fit, and gives them as they are meant.
func (o noticeOptions) check(paths []string) (notices.Options, error) {
	options := notices.Options{Deadline: strings.TrimSpace(o.deadline), Workers: o.workers, Kind: notice.Kind(o.kind)}
	switch {
	case o.out == "":
		return options, terminal.Misuse("Chưa nêu nơi ghi. Thêm -o, ví dụ -o thong-bao.")
	case o.kind != "" && options.Kind != notice.Complete && options.Kind != notice.Results:
		return options, terminal.Misuse("Tùy chọn --kind là bo-sung (đề nghị bổ sung) hoặc ket-qua (thông báo kết quả), không phải %s.", terminal.Quoted(o.kind))
	case !o.show && len(paths) == 0:
		return options, terminal.Misuse("Cần ít nhất một kết quả chấm hoặc thư mục kết quả.")
	case !o.show && o.force:
		return options, terminal.Misuse("--force chỉ dùng với --show-template: văn bản chưa ai sửa được lập lại khi kết quả đổi, văn bản đã sửa luôn giữ nguyên.")
	}
	var err error
	options.Date, err = terminal.Day(o.date)
	return options, err
}

// writeNotices writes the letters, and says what became of each file.
func (a *app) writeNotices(all []notices.Noted, inputs []string, doubtful bool, o noticeOptions) error {
	var own []byte
	var err error
	if o.template != "" {
		if own, err = disk.ReadBounded(o.template); err != nil {
			return err
		}
	}
	kinds, err := notices.Templates(own)
	if err != nil {
		return a.templateRefused(o.template, err)
	}
	if faults := notices.Faults(all, kinds); len(faults) > 0 {
		for _, p := range faults {
			fmt.Fprintf(a.err, "%s: %s\n", terminal.PlainLine(o.template), batch.ProblemLine(reader.Problem{Problem: p}))
		}
		fmt.Fprintln(a.err, "Không lập văn bản nào: sửa mẫu rồi chạy lại.")
		return errFindings
	}
	var outs []string
	for i := range all {
		if all[i].Letter != nil {
			outs = append(outs, filepath.Join(o.out, all[i].FileOf()))
		}
	}
	if err := disk.PrepareFolder(o.out, outs, inputs); err != nil {
		return err
	}
	fates, found, idle := map[notices.Fate]int{}, doubtful, 0
	for i := range all {
		n := &all[i]
		switch {
		case n.Skipped != nil:
			fmt.Fprintf(a.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(n.Skipped.Path), n.Skipped.Reason)
		case n.Problem != nil:
			found = true
			fmt.Fprintf(a.err, "%s: %s\n", terminal.PlainLine(n.Path), batch.ProblemLine(reader.Problem{Problem: *n.Problem}))
		case n.Letter.Empty():
			idle++
			fmt.Fprintf(a.err, "%s: không có gì phải bổ sung, không lập văn bản.\n", terminal.PlainLine(unitWords(n.Unit)))
		default:
			fate, err := notices.Write(o.out, n, kinds[n.Letter.Kind])
			if err != nil {
				return err
			}
			if fates[fate]++; fate == notices.Edited {
				found = true
				p := problem.New(problem.NoticeEdited, "", terminal.Quoted(filepath.Join(o.out, n.FileOf())))
				fmt.Fprintln(a.err, batch.ProblemLine(reader.Problem{Problem: p}))
			}
		}
	}
	a.sayNotices(fates, idle, o.out)
	if found {
		return errFindings
	}
	return nil
}

func (a *app) sayNotices(fates map[notices.Fate]int, idle int, out string) {
	words := notices.Words(fates)
	switch {
	case words != "":
		fmt.Fprintf(a.err, "Thông báo trong thư mục %s: %s.\n", terminal.PlainLine(out), words)
	case idle == 0:
		fmt.Fprintln(a.err, "Không có kết quả nào để lập thông báo.")
	}
}

// templateRefused says why a template can't be read.
func (a *app) templateRefused(path string, err error) error {
	var refused *xlsx.Refused
	if !errors.As(err, &refused) {
		return err
	}
	none := problem.New(problem.TemplateNoDocument, "")
	if refused.Problem.Code != problem.FileDamaged {
		return terminal.Misuse("%s: %s %s", terminal.PlainLine(path), none.Text(), none.Remedy())
	}
	return terminal.Misuse("%s: %s %s", terminal.PlainLine(path), refused.Problem.Text(), none.Remedy())
}

// showTemplate writes the standard template into a file. One that somebody has changed is never written onto.
func (a *app) showTemplate(args []string, o noticeOptions) error {
	if _, err := o.check(args); err != nil {
		return err
	}
	if len(args) > 0 || o.template != "" {
		return terminal.Misuse("--show-template chỉ ghi ra mẫu chuẩn, không đọc tệp nào. Bỏ phần còn lại.")
	}
	if !strings.EqualFold(filepath.Ext(o.out), ".docx") {
		return terminal.Misuse("Mẫu là tệp Word: tệp kết quả %s phải có đuôi .docx.", terminal.Quoted(o.out))
	}
	kind := notice.Kind(o.kind)
	if kind == "" {
		kind = notice.Results
	}
	data, err := notice.Standard(kind)
	if err != nil {
		return err
	}
	same, err := a.putDocument(o.out, data, o.force)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.err, "%s (loại %s).\n", madeWords(same, o.out, "Đã ghi mẫu"), kind)
	return nil
}

// putDocument writes a document of ours. One that somebody has edited is never written onto.
func (a *app) putDocument(path string, data []byte, force bool) (same bool, err error) {
	if err := disk.PrepareFile(path); err != nil {
		return false, err
	}
	standing, err := disk.ReadBounded(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return false, err
	case bytes.Equal(standing, data):
		return true, nil
	case force && len(standing) > 0 && !draft.IsSealed(standing):
		return false, keeps(problem.New(problem.StandsEdited, "", terminal.Quoted(path)))
	}
	return false, disk.WriteWhole(path, data, force)
}
