package ranking

import (
	"cchc/scoring"
	"cchc/scoring/problem"
)

// Namesake is a unit, and the file that names it so.
type Namesake struct {
	Unit scoring.Unit
	File string
}

// Alike names units that are easily taken for one another: their codes look the same, or they have one name under two codes.
// They are different ones all the same, since nobody can know. Each finding is of the later unit's code, as its path says.
func Alike(all []Namesake) []problem.Problem {
	var found []problem.Problem
	byLook, byName := map[string]Namesake{}, map[string]Namesake{}
	for _, n := range all {
		key := identity(n.Unit)
		if look := scoring.LookOf(n.Unit.Code); look != "" {
			if other, there := byLook[look]; there && identity(other.Unit) != key {
				found = append(found, problem.New(problem.UnitAlike, n.Unit.Code, n.Unit.Code, other.Unit.Code, other.File))
			}
			byLook[look] = n
		}
		if name := scoring.FoldCode(n.Unit.Name); name != "" {
			if other, there := byName[name]; there && identity(other.Unit) != key {
				found = append(found, problem.New(problem.UnitSameName, n.Unit.Code, n.Unit.Name, n.Unit.Code, other.Unit.Code, other.File))
			}
			byName[name] = n
		}
	}
	return found
}

// reportAlike names the units of a ranking that are easily taken for one another.
func (r *Ranking) reportAlike(places []Place) {
	var all []Namesake
	for i := range places {
		all = append(all, Namesake{places[i].Unit, places[i].File})
	}
	r.Problems = append(r.Problems, Alike(all)...)
}
