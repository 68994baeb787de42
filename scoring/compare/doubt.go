package compare

import (
	"cmp"
	"slices"

	"cchc/scoring"
)

// NearlySame is the likeness in per cent from which two names are one name with a slip put right: a word in eight or so.
const NearlySame = 80

// Doubt is a criterion that does not say what it was, where its name says something else than its number: it bears the name of
// another number of the previous set, or the name of what stood at its number went to another criterion.
type Doubt struct {
	Node   *scoring.Criterion
	Taken  *scoring.Criterion // of the previous set, what it is taken for; nil where for nothing
	Likely *scoring.Criterion // of the previous set, what its name says that it was; nil where that it is new
	Bearer *scoring.Criterion // where it is likely new: who bears the name of what it is taken for
}

// Was is the value of the line that would settle the doubt as the names have it.
func (d Doubt) Was() string {
	if d.Likely == nil {
		return scoring.NoPrevious
	}
	return d.Likely.Number
}

// Doubts finds the criteria without was whose names gainsay their numbers: numbers that were exchanged, or that moved up or down
// because something was dropped or put in. What only follows a parent in doubt is not named: was at the parent settles it, too.
// A name that is no clue, because what is taken for the same is as much alike, raises no doubt.
func Doubts(rs, previous *scoring.RuleSet) []Doubt {
	d := newDoubter(rs, previous)
	for level := 1; level <= d.deepest; level++ {
		d.claim(level)
		d.displace(level)
	}
	slices.SortStableFunc(d.doubts, func(a, b Doubt) int { return cmp.Compare(d.order[a.Node], d.order[b.Node]) })
	return d.doubts
}

// likelyOrigins are the origins as the names have them: what [Origins] would say if every doubt were settled by its line.
func likelyOrigins(rs, previous *scoring.RuleSet) map[string]Origin {
	said := map[*scoring.Criterion]string{}
	for _, doubt := range Doubts(rs, previous) {
		said[doubt.Node] = doubt.Was()
	}
	return origins(rs, previous, said)
}

// doubter goes through a set level by level: a doubt about an area is settled before its children are looked at.
type doubter struct {
	rs, previous *scoring.RuleSet
	was          numbers
	said         map[*scoring.Criterion]string // the lines that settle the doubts so far
	level, order map[*scoring.Criterion]int
	words        map[*scoring.Criterion][]string
	deepest      int
	doubts       []Doubt
}

func newDoubter(rs, previous *scoring.RuleSet) *doubter {
	type counts = map[*scoring.Criterion]int
	d := &doubter{rs: rs, previous: previous, was: newNumbers(previous), said: map[*scoring.Criterion]string{},
		level: counts{}, order: counts{}, words: map[*scoring.Criterion][]string{}}
	for node, parent := range rs.All() {
		d.level[node], d.order[node] = d.level[parent]+1, len(d.order)
		d.deepest = max(d.deepest, d.level[node])
	}
	return d
}

// claimant is a criterion that bears the name of an old one which it is not taken for.
type claimant struct {
	Doubt
	likeness int
}

// claim gives the criteria of a level the old ones whose names they bear, the best match first.
func (d *doubter) claim(level int) {
	from := origins(d.rs, d.previous, d.said)
	holders := d.holders(from)
	var all []claimant
	for node := range d.rs.All() {
		if d.level[node] == level && d.open(node) && !from[node.Number].unknown {
			all = append(all, d.claims(node, d.was.at[from[node.Number].Number], holders)...)
		}
	}
	slices.SortStableFunc(all, func(a, b claimant) int { return cmp.Compare(b.likeness, a.likeness) })
	given := map[*scoring.Criterion]bool{}
	for _, c := range all {
		if d.open(c.Node) && !given[c.Likely] {
			given[c.Likely] = true
			d.doubt(c.Doubt)
		}
	}
}

// claims lists the old criteria whose names say more of a criterion than its number does, and that nobody else explains as well.
func (d *doubter) claims(node, taken *scoring.Criterion, holders map[string]*scoring.Criterion) []claimant {
	if taken != nil && SameWords(taken.Name, node.Name) {
		return nil
	}
	var all []claimant
	least := max(NearlySame, d.likeness(node, taken)+1)
	for old := range d.previous.All() {
		like := d.likeness(node, old)
		holder := holders[old.Number]
		explained := holder != nil && (!d.open(holder) || d.likeness(holder, old) >= like)
		if old != taken && like >= least && !explained {
			all = append(all, claimant{Doubt{Node: node, Taken: taken, Likely: old}, like})
		}
	}
	return all
}

// displace finds the criteria of a level that are taken for what another one is likely to be: those are likely new.
func (d *doubter) displace(level int) {
	from := origins(d.rs, d.previous, d.said)
	bearers := map[*scoring.Criterion]*scoring.Criterion{}
	for _, doubt := range d.doubts {
		if doubt.Likely != nil {
			bearers[doubt.Likely] = doubt.Node
		}
	}
	for node := range d.rs.All() {
		taken := d.was.at[from[node.Number].Number]
		if bearer := bearers[taken]; bearer != nil && bearer != node && d.level[node] == level && d.open(node) {
			d.doubt(Doubt{Node: node, Taken: taken, Bearer: bearer})
		}
	}
}

func (d *doubter) doubt(doubt Doubt) {
	d.said[doubt.Node] = doubt.Was()
	d.doubts = append(d.doubts, doubt)
}

// open says that nobody has said what a criterion was, neither its author nor a doubt that is settled.
func (d *doubter) open(node *scoring.Criterion) bool { return node.Was == "" && d.said[node] == "" }

// holders are the criteria that are taken for the old numbers.
func (d *doubter) holders(from map[string]Origin) map[string]*scoring.Criterion {
	holders := map[string]*scoring.Criterion{}
	for node := range d.rs.All() {
		if number := from[node.Number].Number; number != "" && holders[number] == nil {
			holders[number] = node
		}
	}
	return holders
}

// likeness is that of two names; of a name and nothing, 0.
func (d *doubter) likeness(a, b *scoring.Criterion) int {
	if a == nil || b == nil {
		return 0
	}
	for _, c := range []*scoring.Criterion{a, b} {
		if d.words[c] == nil {
			d.words[c] = Bag(c.Name)
		}
	}
	return Likeness(d.words[a], d.words[b])
}
