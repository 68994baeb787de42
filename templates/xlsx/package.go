package xlsx

import (
	"maps"
	"path"
	"slices"
	"strings"

	"cchc/scoring/problem"
)

// maxRelations bounds the lists of a package: content types, the relations of one part, sheets, properties.
const maxRelations = 1000

// relation is one line of a .rels part. Its target is the folded name of an entry, or "" for one outside.
type relation struct{ id, kind, target string }

// pack is the opened package: its XML parts by folded name.
type pack struct{ parts map[string][]byte }

// contentTypes reads the table of content types, which names what the parts are, and refuses the types of workbooks
// that are not ours. The names are folded.
func (p pack) contentTypes() (types map[string]string, err error) {
	types = map[string]string{}
	err = p.scan("[content_types].xml", spaceContentTypes, "Types", func(m *markup) error {
		key := ""
		switch local := string(m.top().local); local {
		case "Override":
			name, _ := m.attr("PartName")
			key = foldName(string(name))
		case "Default":
			extension, _ := m.attr("Extension")
			key = foldName("." + string(extension))
		default:
			return m.fail("phần tử lạ %q", local)
		}
		value, _ := m.attr("ContentType")
		if _, twice := types[key]; twice || len(value) == 0 || len(types) == 2*maxRelations {
			return m.fail("kiểu của %q thiếu, lặp lại hoặc quá nhiều", key)
		}
		types[key] = strings.ToLower(string(value))
		return m.skip()
	})
	if err != nil {
		return nil, err
	}
	return types, checkTypes(types)
}

// checkTypes refuses macros in any part, and binary parts, whatever their names.
func checkTypes(types map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(types)) {
		value := types[key]
		switch {
		case strings.HasPrefix(value, "application/vnd.ms-excel.sheet.binary"):
			return refuse(problem.FileBinaryExcel)
		case strings.Contains(value, "macroenabled"), strings.Contains(value, "vbaproject"):
			return refuse(problem.FileMacros, "VBA")
		case strings.Contains(value, "macrosheet"):
			return refuse(problem.FileMacros, "Excel 4.0")
		}
	}
	return nil
}

// checkWorkbook proves that the main part is a spreadsheet's workbook.
func checkWorkbook(types map[string]string, part string) error {
	value, ok := types["/"+part]
	if !ok {
		value = types[path.Ext(part)]
	}
	switch {
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

// relations reads the .rels part of a part ("" for the package's own). A part without one has no relations.
func (p pack) relations(part string) ([]relation, error) {
	folder, name := path.Split(part)
	rels := folder + "_rels/" + name + ".rels"
	if _, ok := p.parts[rels]; !ok {
		return nil, nil
	}
	var all []relation
	ids := map[string]bool{}
	err := p.scan(rels, spacePackage, "Relationships", func(m *markup) error {
		r, err := readRelation(m, folder)
		if err != nil {
			return err
		}
		if r.id == "" || ids[r.id] || len(all) == maxRelations {
			return m.fail("quan hệ không có mã, trùng mã hoặc quá nhiều")
		}
		ids[r.id] = true
		all = append(all, r)
		return m.skip()
	})
	return all, err
}

// readRelation reads one relation. A target outside the package is never followed; where one is needed, it is missing.
func readRelation(m *markup, folder string) (relation, error) {
	if string(m.top().local) != "Relationship" {
		return relation{}, m.fail("phần tử lạ %q", m.top().name)
	}
	id, _ := m.attr("Id")
	uri, _ := m.attr("Type")
	target, _ := m.attr("Target")
	mode, _ := m.attr("TargetMode")
	r := relation{id: string(id), kind: relationKind(string(uri))}
	if string(mode) == "External" {
		return r, nil
	}
	if name, ok := resolve(folder, string(target)); ok {
		r.target = foldName(name)
	}
	return r, nil
}

// single finds the part of the one relation of a kind; "" if there is none. Two of them are a fault: readers would differ.
func single(all []relation, kinds ...string) (string, error) {
	found := ""
	for _, r := range all {
		if !slices.Contains(kinds, r.kind) {
			continue
		}
		if r.target == "" {
			return "", abnormal("phần %s nằm ngoài tệp", r.kind)
		}
		if found != "" {
			return "", abnormal("có hai phần %s", r.kind)
		}
		found = r.target
	}
	return found, nil
}

// scan reads a part to its end and calls visit for each child of its root; visit consumes the child.
func (p pack) scan(part string, space space, root string, visit func(*markup) error) error {
	data, ok := p.parts[part]
	if !ok {
		return damaged("thiếu phần %q", part)
	}
	m, err := newMarkup(data)
	if err == nil {
		err = m.root(space, root)
	}
	if err == nil {
		err = m.children(func() error { return visit(m) })
	}
	if err == nil {
		err = m.end()
	}
	return inPart(part, err)
}
