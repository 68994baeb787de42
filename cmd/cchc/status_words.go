package main

import (
	"fmt"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/progress"
	"cchc/templates/report"
)

// statusText is a line for each unit.
func statusText(units []progress.Unit) string {
	t := &terminal.Grid{Columns: []terminal.GridColumn{{Width: 30}, {Width: 18}, {Width: 9}, {Width: 10}, {Width: 33}}}
	t.Add(nil, "ĐƠN VỊ", "NỘP", "CHẤM", "THẨM ĐỊNH", "CẦN XEM")
	t.Rule()
	for i := range units {
		u := &units[i]
		t.Add(nil, terminal.PlainLine(strings.TrimSpace(u.Code+" "+u.Name)), report.SubmittedWords(u), report.ScoredWords(u), u.Appraisal().Words(), report.AttentionWords(u))
	}
	return t.String()
}

func countWords(c progress.Counts) string {
	return fmt.Sprintf("Trong %d đơn vị: %d đã nộp, %d đã chấm, %d đang thẩm định, %d thẩm định xong, %d xong cả.",
		c.Units, c.Submitted, c.Scored, c.Begun, c.Done, c.Finished)
}

// nextWords is what to do next, with the command to type.
func nextWords(c progress.Counts, o statusOptions) string {
	first, results, list := o.paths[0], disk.ResultFolder, ""
	if len(o.paths) > 1 {
		results = o.paths[len(o.paths)-1]
	}
	if o.units != "" {
		list = " --units " + o.units
	}
	switch c.Next() {
	case progress.SortOut:
		return "Việc tiếp theo: mỗi đơn vị chỉ để lại một phiếu và một kết quả (xem cột cần xem), rồi chạy lại cchc status."
	case progress.ScoreAll:
		return fmt.Sprintf("Việc tiếp theo: chấm các phiếu mới hoặc đã sửa: cchc score %s -o %s%s", first, results, list)
	case progress.AskForms:
		return fmt.Sprintf("Việc tiếp theo: đôn đốc %d đơn vị chưa nộp.", c.Units-max(c.Submitted, c.Scored))
	case progress.MendForms:
		return fmt.Sprintf("Việc tiếp theo: xem các lỗi và chỗ thiếu trong phiếu kết quả, nhắc đơn vị sửa hoặc thẩm định, rồi chạy: cchc score %s", results)
	case progress.Appraise:
		return fmt.Sprintf("Việc tiếp theo: thẩm định trong các phiếu kết quả, chọn “Thẩm định: Đã”, rồi chạy: cchc score %s", results)
	}
	return fmt.Sprintf("Việc tiếp theo: xếp hạng: cchc rank %s -o xep-hang.xlsx%s", results, list)
}
