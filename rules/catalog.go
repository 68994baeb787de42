package rules

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"cchc/scoring/problem"
)

// Catalog holds the rule sets at hand: those that came with the program, those in the folder beside it, and those that
// the caller named. It is a plain value; nothing is read after [Open] but files that Load names.
type Catalog struct {
	sets []entry
}

// entry is a set with how near to the user it was found; the nearest of an id is taken.
type entry struct {
	*Set
	layer layer
	named bool // by its own path, not by a folder's
	other *Set // one of the same id further away with other content
}

type layer int

const (
	embedded layer = iota
	beside
	given
)

// NameError says that a name does not lead to one rule set: a fault of the command, not of a file.
type NameError struct{ Problem problem.Problem }

func (e *NameError) Error() string { return e.Problem.Text() + " " + e.Problem.Remedy() }

// Sets lists every set that can be named, faulty ones too, by year and id, each with all its findings.
func (c *Catalog) Sets() []*Set {
	var all []*Set
	for _, e := range c.visible() {
		all = append(all, c.finish(e))
	}
	return all
}

// Load gives the rule set of that name: an id, a year where only one set is of it, or the path of a YAML file (it ends
// in .yaml or .yml, or has a separator in it). What is wrong with the set itself is among its findings; the error is a
// [NameError] or, of a file which cannot be read, a [ReadError].
func (c *Catalog) Load(name string) (*Set, error) {
	if isPath(name) {
		s, err := readFile(name)
		if err != nil {
			return nil, err
		}
		return c.finish(entry{Set: s, layer: given}), nil
	}
	found := c.named(name)
	switch len(found) {
	case 0:
		return nil, &NameError{problem.New(problem.SetUnknown, "", quotable(name), strings.Join(c.IDs(), ", "), suggest(name, c.IDs())+c.nameless())}
	case 1:
		return c.finish(found[0]), nil
	}
	return nil, &NameError{problem.New(problem.SetAmbiguous, "", quotable(name), strings.Join(choices(found), ", "))}
}

func isPath(name string) bool {
	return strings.ContainsAny(name, `/\`) || isYAML(name)
}

// visible lists the nearest set of each id, and every set whose id could not be read.
func (c *Catalog) visible() []entry {
	var list []entry
	for _, e := range c.sets {
		at := slices.IndexFunc(list, func(f entry) bool { return f.ID == e.ID && e.ID != "" && f.layer != e.layer })
		switch {
		case at < 0:
			list = append(list, e)
		default:
			if !bytes.Equal(list[at].data, e.data) {
				e.other = list[at].Set
			}
			list[at] = e
		}
	}
	slices.SortStableFunc(list, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), strings.Compare(a.ID, b.ID), strings.Compare(a.File, b.File))
	})
	return list
}

func (c *Catalog) named(name string) []entry {
	var byID, byYear []entry
	for _, e := range c.visible() {
		if e.ID == name {
			byID = append(byID, e)
		}
		if e.Year != 0 && strconv.Itoa(e.Year) == name {
			byYear = append(byYear, e)
		}
	}
	if len(byID) > 0 {
		return byID
	}
	return byYear
}

// IDs lists the ids of all sets that can be named, by year.
func (c *Catalog) IDs() []string {
	var ids []string
	for _, e := range c.visible() {
		if e.ID != "" && !slices.Contains(ids, e.ID) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// nameless is the sentence that names the files whose id could not be read, with a space before it, or "".
func (c *Catalog) nameless() string {
	var names []string
	for _, e := range c.sets {
		if e.ID == "" {
			names = append(names, e.File)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return " Tệp có lỗi, chưa đọc được mã: " + strings.Join(names, ", ") + "."
}

// choices names each of several sets by its id, or by its file where the ids are the same.
func choices(found []entry) []string {
	var names []string
	for _, e := range found {
		name := e.ID
		if found[0].ID == found[1].ID {
			name = e.File
		}
		names = append(names, name)
	}
	return names
}

// finish checks a set against the one that it replaces, where that is at hand.
func (c *Catalog) finish(e entry) *Set {
	var more []problem.Problem
	if e.other != nil {
		more = append(more, problem.New(problem.SetShadowed, "id", e.ID, e.other.File, e.File))
	}
	if e.draft == nil || e.draft.Previous == "" {
		return e.checked(nil, more...)
	}
	found := c.named(e.draft.Previous)
	if len(found) != 1 {
		more = append(more, problem.New(problem.SetPreviousMissing, "previous", quotable(e.draft.Previous)))
		return e.checked(nil, more...)
	}
	previous := found[0].checked(nil)
	if previous.Rules == nil {
		more = append(more, problem.New(problem.SetPreviousFaulty, "previous", previous.ID, previous.File))
	}
	return e.checked(previous.Rules, more...)
}
