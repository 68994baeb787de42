package expr

// State says what became of a leaf. Of several that meet in one leaf, the later one wins.
type State int

// The states in order of weight. Only a scored leaf has points; a leaf that is not assessed leaves the maximum;
// the others make the total provisional.
const (
	Scored      State = iota // points were computed
	Awaiting                 // a person decides the points and has not done so yet
	NotAssessed              // leaves the maximum (không đánh giá): never the same as 0
	Missing                  // a needed answer is blank
	Invalid                  // an answer that the rule reads cannot be used
)

var stateNames = [...]string{"scored", "awaiting", "notAssessed", "missing", "invalid"}

// String is the stable English word that YAML, JSON and scripts use.
func (s State) String() string { return stateNames[s] }

// ParseState reads the word that String writes.
func ParseState(word string) (State, bool) {
	for s, name := range stateNames {
		if name == word {
			return State(s), true
		}
	}
	return 0, false
}

// Pending says that the leaf has no points yet though it counts towards the maximum.
func (s State) Pending() bool { return s == Awaiting || s == Missing || s == Invalid }

// Words says the state in a word or two, in Vietnamese.
func (s State) Words() string {
	return [...]string{"đã có điểm", "chờ chấm", "không đánh giá", "chưa điền", "số liệu lỗi"}[s]
}

// Label is the state as a cell shows it in place of points; a scored leaf has none.
func (s State) Label() string {
	return [...]string{"", "Chờ", "KĐG", "", "!"}[s]
}
