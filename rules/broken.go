package rules

import (
	"path/filepath"
	"slices"
	"strings"

	"cchc/scoring/problem"
)

// Refused are the findings of the files that the caller named and that are no sound rule sets. Whoever names a file means it to
// be used: nothing may go on without it.
func (c *Catalog) Refused() []Finding {
	var all []Finding
	for _, e := range c.sets {
		if !e.named {
			continue
		}
		if set := c.finish(e); !set.OK() {
			all = append(all, set.Findings...)
		}
	}
	return all
}

// Broken are the faulty sets of the folders that were looked through: none of them is used, and the caller says so.
func (c *Catalog) Broken() []*Set {
	var all []*Set
	for _, e := range c.sets {
		if e.named || e.layer == embedded {
			continue
		}
		if set := c.finish(e); !set.OK() {
			all = append(all, set)
		}
	}
	return all
}

// First is the first of a set's findings that is an error.
func (s *Set) First() Finding {
	i := slices.IndexFunc(s.Findings, func(f Finding) bool { return f.Severity == problem.Error && f.Accepted == "" })
	return s.Findings[max(i, 0)]
}

// misnamed is what stands for a rule set that a text editor has given its own ending: 2024.yaml.txt. The ending does not show in
// Windows.
func misnamed(path string) *Set {
	d := newDocument(path, nil)
	d.add(position{}, problem.SetMisnamed, "", strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	return &Set{File: path, source: d}
}

// noSet is what stands for a file that is none: a folder that is called like one, say.
func noSet(path string) *Set {
	d := newDocument(path, nil)
	d.add(position{}, problem.SetNotFile, "")
	return &Set{File: path, source: d}
}
