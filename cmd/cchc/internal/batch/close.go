package batch

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
)

// Close says what was done and what was not. The failure is the first one of the disk, which was told; faulty says that something
// could not be scored, is provisional or has errors.
func (r *Summary) Close(skipped []disk.Skipped, untouched int) (failure error, faulty bool) {
	r.bar.Finish()
	r.lines()
	r.skipped = append(skipped, r.skipped...)
	for _, s := range r.skipped {
		fmt.Fprintf(r.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
	for i := range r.refused {
		r.sayRefused(&r.refused[i])
	}
	for _, p := range r.twice {
		fmt.Fprintln(r.err, ProblemLine(p))
	}
	r.sayFailures()
	r.sum(untouched)
	refused := false
	if untouched == 0 { // what is not known of all units is no word to them
		SayMissing(r.err, r.desk.List, func(code string) bool { return r.came[code] })
		if refused, failure = r.feed(); failure != nil {
			r.say("Không lập được bảng tổng hợp: ", failure)
		}
	}
	if len(r.failures) > 0 {
		failure = r.failures[0].Failure
	}
	return failure, refused || r.partly+r.faulty+len(r.refused)+len(r.twice)+untouched > 0 || r.whole == 0
}

// sayFailures names what the disk refused.
func (r *Summary) sayFailures() {
	for _, s := range r.failures {
		r.say("Không chấm được "+s.Path+": ", s.Failure)
	}
}

// say tells of something that the disk refused.
func (r *Summary) say(what string, failure error) {
	fmt.Fprintln(r.err, terminal.PlainLine(what+disk.Sentence(failure)))
}

// sum is the last line: how many of what, and where the results are.
func (r *Summary) sum(untouched int) {
	var notFinal []string
	if r.partly > 0 {
		notFinal = append(notFinal, fmt.Sprintf("%d tạm tính", r.partly))
	}
	if r.faulty > 0 {
		notFinal = append(notFinal, fmt.Sprintf("%d có lỗi", r.faulty))
	}
	fmt.Fprintf(r.err, "Đã chấm %d phiếu%s%s", r.scored(), r.outcomeWords(), terminal.InBrackets(strings.Join(notFinal, ", ")))
	if n := len(r.refused) + len(r.failures); n > 0 {
		fmt.Fprintf(r.err, ", không chấm được %d", n)
	}
	if n := len(r.twice); n > 0 {
		fmt.Fprintf(r.err, ", %d phiếu trùng đơn vị với phiếu khác", n)
	}
	if untouched > 0 {
		fmt.Fprintf(r.err, ", dừng theo yêu cầu khi còn %d phiếu chưa chấm", untouched)
	}
	folders, earlier := r.folders()
	if len(folders) > 0 {
		fmt.Fprintf(r.err, ". Kết quả ở thư mục %s", terminal.PlainLine(strings.Join(folders, ", ")))
	}
	fmt.Fprintln(r.err, ".")
	if len(earlier) > 0 {
		fmt.Fprintf(r.err, "Bản trước của %d kết quả được giữ trong thư mục %s.\n", len(earlier), terminal.PlainLine(filepath.Dir(earlier[0])))
	}
}

// folders lists where results lie, and where those that were replaced.
func (r *Summary) folders() (folders, earlier []string) {
	for _, s := range r.outcomes {
		if s.Target != "" {
			folders = append(folders, filepath.Dir(s.Target))
		}
		if s.Earlier != "" {
			earlier = append(earlier, s.Earlier)
		}
	}
	slices.Sort(folders)
	slices.Sort(earlier)
	return slices.Compact(folders), earlier
}

// outcomeWords says how many results are new, as before, or other than before; nothing where all are new.
func (r *Summary) outcomeWords() string {
	var counts [desk.AsBefore + 1]int
	for _, s := range r.outcomes {
		counts[s.Outcome]++
	}
	if counts[desk.Fresh] == len(r.outcomes) {
		return ""
	}
	var parts []string
	for outcome, word := range [...]string{desk.Fresh: "mới", desk.Corrected: "đã sửa", desk.Renewed: "cập nhật", desk.AsBefore: "như trước"} {
		if n := counts[outcome]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, word))
		}
	}
	return ": " + strings.Join(parts, ", ")
}

// SayMissing lists the units of the list of which nothing has come.
func SayMissing(talk io.Writer, list *desk.UnitList, came func(code string) bool) {
	var names []string
	for _, unit := range list.Missing(came) {
		names = append(names, terminal.PlainLine(unit.Code+" "+unit.Name))
	}
	if len(names) > 0 {
		fmt.Fprintf(talk, "Chưa có phiếu của %d đơn vị trong danh sách: %s.\n", len(names), strings.Join(names, "; "))
	}
}
