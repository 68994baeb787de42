package templates

import (
	"strings"

	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
)

// PlaceOf says in which row and column a problem's path stands; column 0 is none.
func PlaceOf(p problem.Problem) (key string, c Column) {
	path, side, _ := strings.Cut(p.Path, "@")
	switch parsed, isKey := expr.ParseKey(path); {
	case strings.HasPrefix(p.Path, "@"):
		return p.Path, FieldColumn
	case p.Path == scoring.AppraisedPath(parsed):
		return path, AppraisedAnswer
	case p.Path == scoring.VerdictPath(path):
		return path, SetColumn
	case isKey && side == "":
		return path, AnswerColumn
	case path == "":
		return "", 0
	}
	return path, leafColumn(p.Code)
}

// leafColumn is where a problem with a leaf as a whole is put right.
func leafColumn(code problem.Code) Column {
	switch code {
	case problem.EvidenceMissing:
		return EvidenceColumn
	case problem.AppraisalReason:
		return WhyColumn
	case problem.LeafAwaiting:
		return SelfColumn
	}
	return NameColumn
}
