package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
	"cchc/scoring"
	"cchc/templates/rulebook"
)

// readDecision reads the table of a decision, and says what became of each criterion.
func (a *app) readDecision(path string, data []byte, kept handwork, o readOptions) error {
	if o.year == 0 {
		return terminal.Misuse("Đây không phải sổ bộ chỉ số; để đọc bảng của quyết định, thêm --year, ví dụ --year 2024 --from 2023.")
	}
	before, id, err := a.replaced(o)
	if err != nil {
		return err
	}
	read, err := rulebook.Decision(filepath.Base(path), data, before)
	if err != nil {
		return err
	}
	read.Settle(o.year, id, before)
	if kept.rules != nil {
		rulebook.Keep(read.Rules, kept.rules)
	}
	head := fmt.Sprintf("Đọc từ %s, ngày và số quyết định ghi ở basis. Xem lại từng tiêu chí có note, rồi chạy: cchc rules check TỆP-NÀY", filepath.Base(path))
	written, err := rules.Write(read.Rules, head, read.Remarks)
	if err != nil {
		return err
	}
	faults := append(slices.Clone(read.Faults), a.placed(read, rules.Decode(o.out, written))...)
	a.printFaults(path, faults)
	if len(read.Rules.Criteria) == 0 {
		return errFindings
	}
	if err := a.writeRead(written, kept, o); err != nil {
		return err
	}
	a.tellDecision(read, o.out)
	if rulebook.Faulty(faults) || read.Counts.Open > 0 {
		return errFindings
	}
	return nil
}

// replaced is the set that a decision replaces, and the id of the new one.
func (a *app) replaced(o readOptions) (*scoring.RuleSet, string, error) {
	if o.from == "" {
		return nil, "bo-chi-so-" + strconv.Itoa(o.year), nil
	}
	set, err := a.set(o.from)
	if err != nil {
		return nil, "", err
	}
	return set.Rules, rules.NextID(set.ID, set.Year, o.year), nil
}

// tellDecision lists what people have to look at, and gives the balance.
func (a *app) tellDecision(read *rulebook.Reading, out string) {
	list := func(title string, all []rulebook.Open) {
		if len(all) > 0 {
			fmt.Fprintln(a.out, title)
		}
		for _, o := range all {
			fmt.Fprintf(a.out, "  %s %s (%s): %s\n", o.Number, shortName(o.Name), terminal.PlainLine(o.Place), terminal.PlainLine(o.Why))
		}
	}
	list("Chưa hiểu, để người chấm cho điểm:", read.Open)
	list("Cần xác nhận:", read.Confirm)
	a.tellDropped(read.Dropped)
	fmt.Fprintf(a.err, "%s.\nĐã ghi %s. Sửa nốt trong sổ: cchc rules book %s\n", read.Counts, terminal.PlainLine(out), terminal.PlainLine(out))
}

// tellDropped lists what is gone, each with all that it held.
func (a *app) tellDropped(dropped []*scoring.Criterion) {
	if len(dropped) > 0 {
		fmt.Fprintln(a.out, "Không còn so với năm trước:")
	}
	for i := 0; i < len(dropped); {
		top := i
		for i++; i < len(dropped) && scoring.IsChildNumber(dropped[top].Number, dropped[i].Number); i++ {
		}
		with := ""
		if below := i - top - 1; below > 0 {
			with = fmt.Sprintf(" (cùng %d mục con)", below)
		}
		fmt.Fprintf(a.out, "  %s %s%s\n", dropped[top].Number, shortName(dropped[top].Name), with)
	}
}

// shortName keeps a line of a list on a line.
func shortName(name string) string {
	if letters := []rune(terminal.PlainLine(name)); len(letters) > 60 {
		return string(letters[:59]) + "…"
	}
	return terminal.PlainLine(name)
}
