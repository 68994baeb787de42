package xlsx

import (
	"strconv"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"cchc/scoring/problem"
)

// maxSheetName bounds a sheet's name in characters: Excel allows 31, LibreOffice writes longer ones.
const maxSheetName = 255

// sheetList reads the sheets that the workbook lists, in order, with the parts that its relations name, and whether its dates
// count from 1904.
func (p pack) sheetList(main string, links []relation) (sheets []listed, from1904 bool, err error) {
	targets := make(map[string]relation, len(links))
	for _, r := range links {
		targets[r.id] = r
	}
	lists, named := 0, -1
	err = p.scan(main, spaceMain, "workbook", func(m *markup) error {
		if m.at("workbookPr") {
			value, _ := m.attr("date1904")
			from1904 = truth(value)
		}
		if m.at("definedNames") {
			return m.children(func() error {
				local, _ := m.attr("localSheetId")
				if at, err := strconv.Atoi(string(local)); err == nil {
					named = max(named, at)
				}
				return m.skip()
			})
		}
		if !m.at("sheets") {
			return m.skip()
		}
		if lists++; lists > 1 {
			return m.fail("hai danh sách trang tính")
		}
		return m.children(func() error {
			if len(sheets) == maxRelations {
				return m.fail("quá nhiều trang tính")
			}
			sheet, err := readSheetEntry(m, targets)
			if err != nil {
				return err
			}
			sheets = append(sheets, sheet)
			return m.skip()
		})
	})
	if err != nil {
		return nil, false, err
	}
	if named >= len(sheets) { // Excel calls such a file damaged, and others cannot open it
		return nil, false, damaged("tên vùng ghi cho trang thứ %d, tệp chỉ có %d trang", named+1, len(sheets))
	}
	return sheets, from1904, checkSheets(sheets)
}

// readSheetEntry reads one line of the list.
func readSheetEntry(m *markup, targets map[string]relation) (listed, error) {
	raw, _ := m.attr("name")
	link, ok := targets[m.relation()]
	name := norm.NFC.String(string(unescape(append([]byte(nil), raw...))))
	if !m.at("sheet") || name == "" || utf8.RuneCountInString(name) > maxSheetName || !ok {
		return listed{}, m.fail("trang tính %q khai báo sai", name)
	}
	state, err := readState(m)
	if err != nil {
		return listed{}, err
	}
	sheet := listed{SheetInfo: SheetInfo{name, state}}
	switch link.kind {
	case "worksheet":
		sheet.part = link.target
		if sheet.part == "" {
			return listed{}, abnormal("trang %q nằm ngoài tệp", name)
		}
	case "xlMacrosheet", "xlIntlMacrosheet":
		return listed{}, refuse(problem.FileMacros, "Excel 4.0")
	}
	return sheet, nil
}

func readState(m *markup) (State, error) {
	value, _ := m.attr("state")
	switch string(value) {
	case "", "visible":
		return Visible, nil
	case "hidden":
		return Hidden, nil
	case "veryHidden":
		return VeryHidden, nil
	}
	return 0, m.fail("trạng thái trang tính %q lạ", value)
}

// checkSheets refuses an empty list, names that differ only in case, and two sheets of one part.
func checkSheets(sheets []listed) error {
	if len(sheets) == 0 {
		return damaged("không có trang tính nào")
	}
	names, parts := map[string]bool{}, map[string]bool{"": false}
	for _, s := range sheets {
		if key := foldName(s.Name); names[key] {
			return abnormal("hai trang tính cùng tên %q", s.Name)
		}
		names[foldName(s.Name)] = true
		if parts[s.part] {
			return abnormal("hai trang tính dùng chung một phần")
		}
		parts[s.part] = s.part != ""
	}
	return nil
}
