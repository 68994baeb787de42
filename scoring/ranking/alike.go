package ranking

import (
	"cchc/scoring"
	"cchc/scoring/problem"
)

// reportAlike names units that are easily taken for one another: their codes look the same, or they have one name under two codes.
// They rank as different ones, since nobody can know.
func (r *Ranking) reportAlike(places []Place) {
	byLook, byName := map[string]Place{}, map[string]Place{}
	for _, p := range places {
		key := identity(p.Unit)
		if look := scoring.LookOf(p.Unit.Code); look != "" {
			if other, there := byLook[look]; there && identity(other.Unit) != key {
				r.add(problem.UnitAlike, p.Unit.Code, p.Unit.Code, other.Unit.Code, other.File)
			}
			byLook[look] = p
		}
		if name := scoring.FoldCode(p.Unit.Name); name != "" {
			if other, there := byName[name]; there && identity(other.Unit) != key {
				r.add(problem.UnitSameName, p.Unit.Code, p.Unit.Name, p.Unit.Code, other.Unit.Code, other.File)
			}
			byName[name] = p
		}
	}
}
