package xlsx

import (
	"path"
	"slices"

	"cchc/scoring/problem"
)

// maxRelations bounds the lists of a package: content types, the relations of one part, sheets, properties.
const maxRelations = 1000

// relation is one line of a .rels part. Its target is the folded name of an entry, or "" for one outside, of which the address is kept.
type relation struct{ id, kind, target, address string }

// pack is the opened package: its XML parts by folded name, and the names of all its entries as they stand.
type pack struct {
	parts map[string][]byte
	names []string
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
		r.address = string(target)
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
	if len(data) == 0 {
		return refuse(problem.FilePartEmpty, part)
	}
	var m *markup
	data, err := narrow(data)
	if err == nil {
		m, err = newMarkup(data)
	}
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
