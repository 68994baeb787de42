package reader

import (
	"cmp"
	"strings"

	"cchc/scoring/problem"
	"cchc/templates"
)

// remember takes who saved the workbook, and what a scored one kept of its past.
func (r *reader) remember() {
	r.saved()
	if r.book.Stamp.Stage != templates.ScoredStage {
		return
	}
	memory, fault := templates.RecallMemory(r.book.fixed)
	if fault != "" {
		r.say("", problem.FormMemoryDamaged, quote(fault))
	}
	r.out.Memory = memory
	r.out.scored = map[string]string{}
	for name, value := range r.book.fixed {
		if strings.HasPrefix(name, templates.FixedFingerprint) {
			r.out.scored[name] = value
		}
	}
}

// saved takes who saved the workbook last; what the program itself says of it when it writes is nobody's word.
func (r *reader) saved() {
	if by, _ := r.book.file.Saved(); by != templates.Program {
		r.out.SavedBy = printable(by)
	}
}

// WasScoredOf says whether a scored workbook was made from a submission's answers of a leaf, or of all leaves for "", whatever stands in
// its own cells now.
func (r *Reading) WasScoredOf(now map[string]string, leaf string) bool {
	name := templates.FixedFingerprint
	if leaf != "" {
		name += ":" + leaf
	}
	nothing := templates.Fingerprint(nil)
	return cmp.Or(r.scored[name], nothing) == cmp.Or(now[name], nothing)
}

// Fingerprints are those of a form's answers, by their names on the hidden sheet of a result.
func (r *Reading) Fingerprints() map[string]string {
	all := map[string]string{}
	for _, line := range templates.Fingerprints(r.layout.Typed(r.Submission.Answers)) {
		all[line.Name] = line.Value
	}
	return all
}
