package reader

import (
	"cchc/scoring/expr"
	"cchc/scoring/handover"
	"cchc/templates"
)

// credits say who wrote the texts of a merged form, as its hidden sheet tells it.
func credits(l *templates.Layout, book *Book) handover.Credits {
	c := handover.Credits{Evidence: map[string]string{}, Justification: map[string]string{}, Contact: book.fixed[templates.FixedContactBy]}
	for _, leaf := range l.Rules.Leaves() {
		if by := book.fixed[templates.FixedEvidenceBy+leaf.Number]; by != "" {
			c.Evidence[leaf.Number] = by
		}
		if by := book.fixed[templates.FixedReasonBy+leaf.Number]; by != "" {
			c.Justification[leaf.Number] = by
		}
	}
	return c
}

// Hand is what was read, to be merged with other files or carried over; name is what reports call the file.
func (r *Reading) Hand(name string) handover.Hand {
	hand := handover.Hand{Name: name, Submission: r.Submission, Contact: r.Contact, UnitFixed: r.UnitFixed,
		Raw: map[expr.Key]string{}, Credits: r.Credits, Open: r.Conflicts}
	for key := range r.Submission.Answers {
		if raw := r.Unread[key.String()]; raw != "" {
			hand.Raw[key] = raw
		}
	}
	if r.Part != nil {
		hand.Department, hand.Assigned = r.Part.Department, r.Part.Assigned
	}
	return hand
}
