package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
)

// close says what was done and what was not. It is an error where something was.
func (r *summary) close(skipped []disk.Skipped, untouched int) error {
	r.bar.Finish()
	for _, s := range append(skipped, r.skipped...) {
		fmt.Fprintf(r.err, "Bỏ qua %s: %s.\n", terminal.PlainLine(s.Path), s.Reason)
	}
	for i := range r.refused {
		r.sayRefused(&r.refused[i])
	}
	for _, p := range r.twice {
		fmt.Fprintln(r.err, problemLine(p))
	}
	r.sayFailures()
	r.sum(untouched)
	switch {
	case len(r.failures) > 0:
		return reported{r.failures[0].Failure}
	case r.partly+r.faulty+len(r.refused)+len(r.twice)+untouched > 0 || r.whole == 0:
		return errFindings
	}
	return nil
}

// sayFailures names what the disk refused.
func (r *summary) sayFailures() {
	for _, s := range r.failures {
		fmt.Fprintf(r.err, "Không chấm được %s: %s\n", terminal.PlainLine(s.Path), terminal.PlainLine(disk.Sentence(s.Failure)))
	}
}

// sum is the last line: how many of what, and where the results are.
func (r *summary) sum(untouched int) {
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
	r.sayMissing(r.desk.List, func(code string) bool { return r.came[code] })
}

// folders lists where results lie, and where those that were replaced.
func (r *summary) folders() (folders, earlier []string) {
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
func (r *summary) outcomeWords() string {
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
