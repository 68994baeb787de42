package batch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/scoring/problem"
	"cchc/templates/reader"
	"cchc/templates/report"
)

// feedGC is how much, in per cent of what is held, may be left behind before it is collected.
const feedGC = 30

// feed writes, into each folder of results, what goes back to the units. refused says that a file of somebody else's stood in the way.
func (r *Summary) feed() (refused bool, err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(feedGC)) // rows are made and forgotten, on top of what scoring took
	for _, folder := range r.resultFolders() {
		if !r.many && !r.ByUnit && !isSummaryAt(filepath.Join(folder, disk.SummaryFile)) {
			continue // a single form: what was found has been told
		}
		o, err := r.overviewOf(folder)
		if err != nil || o == nil {
			return refused, err
		}
		if r.desk.List != nil {
			SayUnlisted(r.err, r.desk.List, r.desk.List.Unlisted(o.all()))
		}
		for _, p := range o.alike {
			fmt.Fprintln(r.err, ProblemLine(reader.Problem{Problem: p}))
		}
		if r.ByUnit {
			if err := r.feedLetters(folder, o); err != nil {
				return refused, err
			}
		}
		other, err := r.feedSummary(folder, o)
		refused = refused || other
		if err != nil {
			return refused, err
		}
	}
	return refused, nil
}

// resultFolders are those where results lie of what was scored, and the one that was meant for them.
func (r *Summary) resultFolders() []string {
	folders, _ := r.folders()
	return slices.Compact(slices.Sorted(slices.Values(append(folders, filepath.Clean(r.Folder)))))
}

// feedSummary writes the workbook of all findings anew, and names it. One into which somebody has typed is kept; a file that is none
// stays, and nothing is written.
func (r *Summary) feedSummary(folder string, o *overview) (refused bool, err error) {
	path := filepath.Join(folder, disk.SummaryFile)
	s := o.summary()
	switch standing, err := disk.ReadBounded(path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return false, err
	default:
		basis, untouched := report.UntouchedSummary(standing)
		if !report.IsSummary(standing) {
			fmt.Fprintln(r.err, ProblemLine(reader.Problem{Problem: problem.New(problem.StandsOther, "", terminal.Quoted(path))}))
			return true, nil
		}
		if untouched && basis == s.Basis {
			return false, r.nameSummary(path, s)
		}
		if err := r.keep(folder, disk.SummaryFile, standing, untouched); err != nil {
			return false, err
		}
	}
	var book bytes.Buffer
	if err := report.WriteSummary(&book, s); err != nil {
		return false, err
	}
	if err := disk.WriteWhole(path, book.Bytes(), true); err != nil {
		return false, err
	}
	return false, r.nameSummary(path, s)
}

func (r *Summary) nameSummary(path string, s *report.Summary) error {
	_, err := fmt.Fprintf(r.err, "Vấn đề của tất cả các đơn vị: %s (%s).\n", terminal.PlainLine(path), strings.TrimSuffix(s.Counts(), "."))
	return err
}

// feedLetters writes what is to be sent to each unit.
func (r *Summary) feedLetters(folder string, o *overview) error {
	path := filepath.Join(folder, disk.UnitTextsFile)
	l := lettersOf(o, r.Deadline)
	text := l.sealedText()
	switch standing, err := os.ReadFile(path); {
	case err == nil && bytes.Equal(standing, text):
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	default:
		if err == nil {
			if err := r.keep(folder, disk.UnitTextsFile, standing, isSealedText(standing)); err != nil {
				return err
			}
		}
		if err := disk.WriteWhole(path, text, true); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(r.err, "Nội dung gửi từng đơn vị: %s (%d đơn vị cần sửa, %d đơn vị cần nhắc nộp).\n", terminal.PlainLine(path), l.mends, l.reminded)
	return err
}

// keep puts aside what stands there, unless it is untouched.
func (r *Summary) keep(folder, name string, standing []byte, untouched bool) error {
	if untouched {
		return nil
	}
	kept, err := desk.PutAside(folder, name, standing)
	if err == nil {
		fmt.Fprintf(r.err, "%s đã có người sửa nên được giữ ở %s; bản mới lập từ kết quả hiện nay.\n", terminal.PlainLine(filepath.Join(folder, name)), terminal.PlainLine(kept))
	}
	return err
}

// isSummaryAt says that a workbook of all findings stands there.
func isSummaryAt(path string) bool {
	data, err := disk.ReadBounded(path)
	return err == nil && report.IsSummary(data)
}

// SayUnlisted names units of which something has come though they are not in the list.
func SayUnlisted(talk io.Writer, list *desk.UnitList, units []scoring.Unit) {
	var names []string
	for _, unit := range units {
		names = append(names, terminal.PlainLine(nameOf(unit)))
	}
	if len(names) > 0 {
		fmt.Fprintf(talk, "Không có trong danh sách %s nhưng có phiếu hoặc kết quả: %s. Đơn vị còn thì thêm vào danh sách, hoặc sửa mã trên phiếu; không còn thì chuyển phiếu và kết quả ra khỏi thư mục.\n",
			terminal.PlainLine(list.File()), strings.Join(names, "; "))
	}
}
