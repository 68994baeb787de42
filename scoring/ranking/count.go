package ranking

// UnitCount is how many units a ranking has, and of what kind. A unit with several results is one, and which of them would
// stand in or be provisional nobody knows.
type UnitCount struct{ Units, Ranked, StandIns, Provisional int }

// Count counts the units of all blocks.
func (r *Ranking) Count() UnitCount {
	var n UnitCount
	for i := range r.Blocks {
		b := &r.Blocks[i]
		n.Units, n.Ranked = n.Units+b.Units, n.Ranked+b.Ranked
		for j := range b.Places {
			p := &b.Places[j]
			if p.Unranked == UnitRepeated {
				continue
			}
			if p.StandIn {
				n.StandIns++
			}
			if p.Counting.Provisional() {
				n.Provisional++
			}
		}
	}
	return n
}

// units counts them, whatever the number of their results.
func units(places []Place) int {
	all := map[string]bool{}
	for i := range places {
		all[identity(places[i].Unit)] = true
	}
	return len(all)
}
