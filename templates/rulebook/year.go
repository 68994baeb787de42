package rulebook

import (
	"strings"

	"cchc/scoring"
)

// Replace makes what was read a set that replaces the one that the book was printed of: it bears the new year and id, what belonged
// to the old set's own change goes, and each criterion says which number it bore, where that is not what its parent's says. A row
// that was not in the book is new.
func (r *Reading) Replace(year int, id string) {
	rs := r.Rules
	rs.Year, rs.ID, rs.Previous, rs.Announced = year, id, r.Printed, scoring.Announced{}
	for node := range rs.All() {
		node.ContentStatus = ""
	}
	r.originsOf(rs.Criteria, "", "")
}

// originsOf states what siblings were, given their parent's number now and then; "" for areas, and for what has no past.
func (r *Reading) originsOf(list []scoring.Criterion, parent, was string) {
	for i := range list {
		c := &list[i]
		key := r.born[c.Number]
		if typed := c.Was; typed != "" && r.typed[c.Number] {
			key = string(typed)
		}
		by := c.Number // what it was if nothing is said
		if parent != "" {
			by = was + strings.TrimPrefix(c.Number, parent)
		}
		if parent == was {
			by = c.Number // below a range, too
		}
		isNew := parent != "" && was == ""
		switch {
		case key == "" || key == scoring.NoPrevious:
			key, c.Was = "", scoring.NoPrevious
			if isNew {
				c.Was = ""
			}
		case key == by && !isNew:
			c.Was = ""
		default:
			c.Was = scoring.Was(key)
		}
		if c.Was.IsList() {
			key = ""
		}
		r.originsOf(c.Children, c.Number, key)
	}
}
