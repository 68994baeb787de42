package templates

import (
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/handover"
)

// credits say who wrote the texts of a merged form, as its hidden sheet tells it.
func (l *Layout) credits(book *Book) handover.Credits {
	c := handover.Credits{Evidence: map[string]string{}, Justification: map[string]string{}, Contact: book.fixed[FixedContactBy]}
	for _, leaf := range l.Rules.Leaves() {
		if by := book.fixed[FixedEvidenceBy+leaf.Number]; by != "" {
			c.Evidence[leaf.Number] = by
		}
		if by := book.fixed[FixedReasonBy+leaf.Number]; by != "" {
			c.Justification[leaf.Number] = by
		}
	}
	return c
}

// Hand is what was read, to be merged with other files or carried over; name is what reports call the file.
func (r *Reading) Hand(name string) handover.Hand {
	hand := handover.Hand{Name: name, Submission: r.Submission, Contact: r.Contact, UnitFixed: r.UnitFixed,
		Raw: map[expr.Key]string{}, Credits: r.Credits}
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

// Merged is a filling of the whole form with what was merged.
func Merged(m handover.Merged) Filling {
	return filling(m.Submission, m.Contact, m.UnitFixed, m.Raw, m.Credits)
}

// Carried is a filling of the new form with what was carried over from the old one.
func Carried(c handover.Carryover, from handover.Hand) Filling {
	return filling(c.Submission, from.Contact, from.UnitFixed, c.Raw, c.Credits)
}

func filling(s scoring.Submission, contact string, fixed bool, raw map[expr.Key]string, credits handover.Credits) Filling {
	f := Filling{Submission: s, Contact: contact, UnitFixed: fixed, Credits: credits, Unread: map[string]string{}}
	for key, text := range raw {
		f.Unread[key.String()] = text
	}
	return f
}
