package xlsx

import (
	"maps"
	"path"
	"slices"
	"strings"

	"cchc/scoring/problem"
)

// contentTypes is the table that says what the parts are: some by their name, the others by the extension of it.
type contentTypes struct {
	overrides map[string]string // by folded name, with the slash before it
	defaults  map[string]string // by folded extension, with the dot before it
	named     map[string]bool   // the names of the overrides, letter for letter
}

// contentTypes reads the table, and refuses the types of workbooks that are not ours.
func (p pack) contentTypes() (*contentTypes, error) {
	t := &contentTypes{map[string]string{}, map[string]string{}, map[string]bool{}}
	if err := p.scan("[content_types].xml", spaceContentTypes, "Types", t.read); err != nil {
		return nil, err
	}
	return t, t.check(p.names)
}

// read takes one line of the table.
func (t *contentTypes) read(m *markup) error {
	list, key := t.overrides, ""
	switch local := string(m.top().local); local {
	case "Override":
		name, _ := m.attr("PartName")
		key = foldName(string(name))
		t.named[string(name)] = true
	case "Default":
		extension, _ := m.attr("Extension")
		list, key = t.defaults, foldName("."+string(extension))
	default:
		return m.fail("phần tử lạ %q", local)
	}
	value, _ := m.attr("ContentType")
	if _, twice := list[key]; twice || len(value) == 0 || len(t.overrides)+len(t.defaults) == 2*maxRelations {
		return m.fail("kiểu của %q thiếu, lặp lại hoặc quá nhiều", key)
	}
	list[key] = strings.ToLower(string(value))
	return m.skip()
}

// of is the type of a part, by its folded name.
func (t *contentTypes) of(part string) string {
	if value, ok := t.overrides["/"+part]; ok {
		return value
	}
	return t.defaults[path.Ext(part)]
}

// check refuses macros in any part, and binary parts, whatever their names. What is said of an extension counts only where an
// entry bears it that is not named by itself: several libraries state the type of macros in every workbook that they save.
func (t *contentTypes) check(names []string) error {
	for _, key := range slices.Sorted(maps.Keys(t.overrides)) {
		if err := checkType(t.overrides[key]); err != nil {
			return err
		}
	}
	for _, name := range names {
		if t.named["/"+name] {
			continue
		}
		if err := checkType(t.defaults[path.Ext(foldName(name))]); err != nil {
			return err
		}
	}
	return nil
}

func checkType(value string) error {
	switch {
	case strings.HasPrefix(value, "application/vnd.ms-excel.sheet.binary"):
		return refuse(problem.FileBinaryExcel)
	case strings.Contains(value, "macroenabled"), strings.Contains(value, "vbaproject"):
		return refuse(problem.FileMacros, "VBA")
	case strings.Contains(value, "macrosheet"):
		return refuse(problem.FileMacros, "Excel 4.0")
	}
	return nil
}

// checkWorkbook proves that the main part is a spreadsheet's workbook.
func (t *contentTypes) checkWorkbook(part string) error {
	switch value := t.of(part); {
	case strings.Contains(value, "wordprocessingml"):
		return refuse(problem.FileOtherOffice, "Word")
	case strings.Contains(value, "presentationml"):
		return refuse(problem.FileOtherOffice, "PowerPoint")
	case value == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
		value == "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml":
		return nil
	}
	return refuse(problem.FileUnknown)
}
