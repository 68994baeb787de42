package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
)

// The files of an office's folder, as the guide names them: the list of units, the forms that came in, the blank ones.
const (
	formsFolder = "nop"
	blankFolder = "phieu"
)

// listFiles are the names that the list of units may have; the first that is there is taken.
var listFiles = [...]string{"don-vi.xlsx", "don-vi.csv"}

// officeLists are those that are there.
func officeLists() []string {
	return slices.DeleteFunc(slices.Clone(listFiles[:]), func(name string) bool {
		list, err := os.Stat(name)
		return err != nil || !list.Mode().IsRegular()
	})
}

// menuLine is a thing that can be done with one key, and the command that does it.
type menuLine struct {
	title string
	args  []string // none: to end
}

// isOffice says that the folder is an office's: a list of units and a folder of forms stand in it.
func isOffice() bool {
	forms, err := os.Stat(formsFolder)
	return err == nil && forms.IsDir() && len(officeLists()) > 0
}

// atKeyboard says that a person reads and types, and no pipe.
func (a *app) atKeyboard() bool { return terminal.IsTerminal(a.in) && terminal.IsTerminal(a.out) }

// menuLines are what can be done in an office's folder, for the newest rule set of which forms can be made.
func (a *app) menuLines() ([]menuLine, error) {
	year, err := a.newestYear()
	if err != nil {
		return nil, err
	}
	lists := officeLists()
	if len(lists) == 0 {
		return nil, terminal.Misuse("Không còn danh sách đơn vị (%s) trong thư mục này.", strings.Join(listFiles[:], ", "))
	}
	list := lists[0]
	status := []string{"status", "--units", list, formsFolder}
	if _, err := os.Stat(disk.ResultFolder); err == nil {
		status = append(status, disk.ResultFolder)
	}
	return []menuLine{
		{"Lập phiếu cho các đơn vị chưa có", []string{"template", year, "--units", list, "-o", blankFolder}},
		{"Chấm các phiếu đã nộp", []string{"score", formsFolder, "-o", disk.ResultFolder, "--units", list}},
		{"Xem tình hình", status},
		{"Xếp hạng", []string{"rank", disk.ResultFolder, "-o", "xep-hang.xlsx", "--force"}},
		{"Thoát", nil},
	}, nil
}

// newestYear is the name of the newest rule set that goes down to rules.
func (a *app) newestYear() (string, error) {
	catalog, err := a.catalog()
	if err != nil {
		return "", err
	}
	name, year := "", 0
	for _, rs := range soundSets(catalog) {
		if rs.Detailed() && rs.Year > year {
			name, year = rs.ID, rs.Year
		}
	}
	return name, nil
}

// menu shows where the year stands, and does what a person picks until there is nothing more. Each choice shows the command that it
// runs, so that people come to know it.
func (a *app) menu(ctx context.Context) error {
	keys := bufio.NewScanner(a.in)
	lines, err := a.menuLines()
	if err != nil {
		return err
	}
	if both := officeLists(); len(both) > 1 {
		fmt.Fprintf(a.err, "Có cả %s: dùng %s. Bỏ hoặc đổi tên tệp không dùng để khỏi nhầm.\n", strings.Join(both, " và "), both[0])
	}
	a.runLine(ctx, lines[2].args)
	for {
		if lines, err = a.menuLines(); err != nil {
			return err
		}
		fmt.Fprintln(a.out)
		for i, line := range lines {
			fmt.Fprintf(a.out, "  %d  %s\n", i+1, line.title)
		}
		fmt.Fprint(a.out, "Gõ một số rồi nhấn Enter: ")
		if !keys.Scan() {
			return keys.Err()
		}
		typed := strings.TrimSpace(keys.Text())
		n, err := strconv.Atoi(typed)
		switch {
		case err != nil || n < 1 || n > len(lines):
			fmt.Fprintf(a.out, "Không có mục %s. Gõ một số từ 1 đến %d.\n", terminal.Quoted(typed), len(lines))
		case lines[n-1].args == nil:
			return nil
		default:
			a.runLine(ctx, lines[n-1].args)
		}
	}
}

// runLine runs a command line as if it had been typed, and shows it first.
func (a *app) runLine(ctx context.Context, args []string) {
	fmt.Fprintf(a.out, "\n> cchc %s\n", strings.Join(args, " "))
	inner := &app{streams: a.streams, rulePaths: a.rulePaths}
	root := newRoot(inner)
	root.SetArgs(args)
	inner.conclude(root.ExecuteContext(ctx))
}
