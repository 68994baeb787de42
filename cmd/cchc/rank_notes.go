package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/problem"
)

// notes are what must be known of a ranking beside its figures: they are told on the terminal, and stand in the head of the
// workbook.
func (c *collection) notes() []string {
	var notes, again []string
	for _, p := range c.problems {
		if name := cmp.Or(p.Unit.Code, p.File); p.Code == problem.FormRulesChanged && !slices.Contains(again, name) {
			again = append(again, name)
		}
	}
	if len(again) > 0 {
		notes = append(notes, fmt.Sprintf("%d đơn vị có phiếu lập theo bản khác của bộ chỉ số, đã chấm lại theo bản đang dùng: %s.", len(again), strings.Join(again, ", ")))
	}
	if len(c.exempt) > 0 {
		notes = append(notes, fmt.Sprintf("%d đơn vị được trừ tiêu chí không đánh giá theo phiếu, chưa đối chiếu với danh sách đơn vị: %s.", len(c.exempt), strings.Join(c.exempt, "; ")))
	}
	return notes
}

func (a *app) tellNotes(c *collection) {
	for _, note := range c.notes() {
		fmt.Fprintln(a.err, "Lưu ý: "+terminal.PlainLine(note))
	}
}
