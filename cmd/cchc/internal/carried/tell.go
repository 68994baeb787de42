package carried

import (
	"fmt"
	"slices"
	"strings"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/handover"
)

// Lists tell what is odd about the old forms, what is held back, what has no place, what is to be looked at, and what is new. Of many
// forms each thing is told once, with their number.
func Lists(forms []*Form) string {
	t := teller{forms: forms}
	for _, f := range forms {
		for _, line := range f.Said {
			who := "Phiếu cũ: "
			if len(forms) > 1 {
				who = terminal.PlainLine(f.Path) + ": "
			}
			t.line(who + line)
		}
	}
	if t.items("Giữ lại, chưa chuyển, vì chưa rõ thành tiêu chí nào:", func(_ *Form, i handover.Item) bool { return i.Unsure }) {
		t.line("Chạy cchc rules check với bộ chỉ số mới, thêm các dòng was như gợi ý ở đó, rồi chuyển lại.")
	}
	t.items("Không còn chỗ trong phiếu mới:", func(_ *Form, i handover.Item) bool { return !i.Carried() && !i.Unsure && !i.Left })
	if slices.ContainsFunc(forms, func(f *Form) bool {
		return slices.ContainsFunc(f.Carried.Items, func(i handover.Item) bool { return i.Offered })
	}) {
		t.line("Có mức đã chọn vẫn còn nguyên văn trong danh sách mới: muốn chuyển cả, thêm --keep-options.")
	}
	toCheck := func(f *Form, i handover.Item) bool { return i.Carried() && i.Why != "" }
	t.items("Đã chuyển, cần kiểm tra lại:", func(f *Form, i handover.Item) bool { return toCheck(f, i) && !f.Carried.AnotherYear })
	t.items("Đã nêu ở cột năm trước, cần kiểm tra lại:", func(f *Form, i handover.Item) bool { return toCheck(f, i) && f.Carried.AnotherYear })
	t.fresh()
	return t.String()
}

type teller struct {
	strings.Builder
	forms []*Form
}

func (t *teller) line(text string) { t.WriteString(text + "\n") }

// counted are lines in the order in which they came, each with how often.
type counted struct {
	lines []string
	times map[string]int
}

func (c *counted) add(line string) {
	if c.times == nil {
		c.times = map[string]int{}
	}
	if c.times[line]++; c.times[line] == 1 {
		c.lines = append(c.lines, line)
	}
}

// items lists what fits, under its title, and says whether there is any. Of many forms it does not say what stood in each.
func (t *teller) items(title string, fits func(*Form, handover.Item) bool) bool {
	var all counted
	for _, f := range t.forms {
		for _, item := range f.Carried.Items {
			if fits(f, item) {
				all.add(t.item(item))
			}
		}
	}
	t.list(title, all)
	return len(all.lines) > 0
}

func (t *teller) item(i handover.Item) string {
	to, text := "", " — "+terminal.Plain(i.Text)
	if i.Carried() && i.To != i.From {
		to = " → " + i.To
	}
	if len(t.forms) > 1 {
		text = ""
	}
	return fmt.Sprintf("  %s%s %s%s: %s", terminal.PlainLine(i.From), to, terminal.PlainLine(i.Kind.Words(i.Label)), text, terminal.PlainLine(i.Why))
}

func (t *teller) fresh() {
	var all counted
	for _, f := range t.forms {
		for _, row := range f.Fresh {
			all.add("  " + row.Key + " " + terminal.PlainLine(row.Input.Label))
		}
	}
	t.list("Mới, còn để trống:", all)
}

func (t *teller) list(title string, all counted) {
	if len(all.lines) > 0 {
		t.line(title)
	}
	for _, line := range all.lines {
		if len(t.forms) > 1 {
			line += fmt.Sprintf(" (%d phiếu)", all.times[line])
		}
		t.line(line)
	}
}

// Sum says in a sentence how much was carried.
func (f *Form) Sum() string {
	counts := f.counts()
	held := ""
	if counts.held > 0 {
		held = fmt.Sprintf(", giữ lại %d mục chưa rõ", counts.held)
	}
	if !f.Carried.AnotherYear {
		return fmt.Sprintf("chuyển %d mục%s, %d mục không còn chỗ, %d số liệu mới để trống.", counts.carried, held, counts.unplaced, counts.fresh)
	}
	how := "nêu %d số liệu năm trước cạnh ô trống"
	if f.Carried.LastYear.Typed {
		how = "điền sẵn %d số liệu năm trước, nền xanh ngọc cho đến khi sửa"
	}
	return fmt.Sprintf(how+"%s, %d mục không còn chỗ, %d mục thuộc năm trước để lại, %d số liệu mới.", counts.carried, held, counts.unplaced, counts.left, counts.fresh)
}

// counts say how much of a form was carried, and how much was not.
type counts struct{ carried, held, unplaced, left, fresh int }

func (f *Form) counts() counts {
	c := counts{held: len(f.Carried.Held()), unplaced: len(f.Carried.Unplaced()), left: len(f.Carried.LeftBehind()), fresh: len(f.Fresh)}
	c.carried = len(f.Carried.Items) - c.held - c.unplaced - c.left
	return c
}
