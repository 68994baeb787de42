package scoring

import "strings"

// Was says what a criterion was in the previous set: the number that it bore there, [NoPrevious], or "" for the default, its parent's
// old number with its own last segment. One that was made of several, or of a part of one, lists their numbers; see [WasOf].
type Was string

// NoPrevious is the Was of a criterion that is new.
const NoPrevious = "none"

// WasOf lists numbers of the previous set: several for what they were merged into, one for a part of what was split.
func WasOf(numbers []string) Was { return Was("[" + strings.Join(numbers, ", ") + "]") }

// IsList says that numbers are listed.
func (w Was) IsList() bool { return strings.HasPrefix(string(w), "[") }

// Numbers are those that are listed; none where there is no list.
func (w Was) Numbers() []string {
	if !w.IsList() {
		return nil
	}
	return strings.FieldsFunc(string(w), func(r rune) bool { return strings.ContainsRune("[], ", r) })
}
