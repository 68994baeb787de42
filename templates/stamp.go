package templates

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cchc/scoring/expr"
	"cchc/templates/draft"
)

// Program is what a workbook of ours says that it was saved by, until somebody else saves it.
const Program = draft.Program

// MadeAt is the moment that a workbook of ours says that it was made and saved at, until somebody else saves it.
const MadeAt = draft.Made

// Stage says what a workbook is for: a form that a unit fills in, or a scored workbook that the secretariat appraises.
type Stage string

// The stages, as the stamp writes them.
const (
	SubmittedStage Stage = "phieu"
	ScoredStage    Stage = "da_cham"
)

// The names of what stands on the hidden sheet: a name in column A, its value in column B. The stamp's stand in
// custom document properties too.
const (
	StampRuleSet = "ma_bo_chi_so"
	StampForm    = "dau_phieu"
	StampRules   = "dau_quy_tac"
	StampVersion = "phien_ban"
	StampStage   = "giai_doan"
	StampPart    = "dau_phan"

	FixedFingerprint = "dau_so_lieu"
	FixedUnitCode    = "don_vi_ma"
	FixedUnitName    = "don_vi_ten"
	FixedUnitBlock   = "don_vi_khoi"
	FixedUnitRanked  = "don_vi_xep_hang"
	FixedExempt      = "mien"
	FixedDepartment  = "phong"
	FixedAssigned    = "phan_cong:" // and the department
	FixedPrevious    = "bo_truoc"   // the id of the rule set that the form's replaces
	FixedWordings    = "loi_van"    // sums of the rules' wordings
	FixedAsked       = "hoi:"       // and the criterion's number
	FixedEvidenceBy  = "nguon_kc:"  // and the leaf's number
	FixedReasonBy    = "nguon_gt:"  // likewise
	FixedContactBy   = "nguon_lien_he"
	FixedDeadline    = "han_nop"
	FixedSubmitTo    = "noi_nhan"
	FixedAskWhom     = "hoi_dap"
	FixedMade        = "dau_khi_lap" // of a form that was filled when it was made, the mark of its entries; see [EntryMark]
)

// Stamp says which rule set a workbook was made from, and for what.
type Stamp struct {
	RuleSet string // the rule set's id
	Form    string // the rule set's FormHash
	Rules   string // its RulesHash
	Version string // of the program that made the workbook
	Stage   Stage
	Part    string // of a part of the form, the fingerprint of whose part it is and what it holds
}

// Stamp is the stamp of a workbook made by the layout.
func (l *Layout) Stamp(stage Stage, version string) Stamp {
	s := l.stamp
	s.Stage, s.Version = stage, version
	return s
}

// NamedValue is a line of the stamp.
type NamedValue struct{ Name, Value string }

// Values lists the stamp line by line, always in the same order.
func (s Stamp) Values() []NamedValue {
	lines := []NamedValue{
		{StampRuleSet, s.RuleSet}, {StampForm, s.Form}, {StampRules, s.Rules}, {StampVersion, s.Version}, {StampStage, string(s.Stage)},
	}
	if s.Part != "" {
		lines = append(lines, NamedValue{StampPart, s.Part})
	}
	return lines
}

// Fingerprint is the same for answers that declare the same. Blank and unreadable ones declare nothing.
func Fingerprint(answers expr.Answers) string {
	var lines []string
	for key, answer := range answers {
		lines = append(lines, declaration(key, answer))
	}
	return declared(lines)
}

// declaration is what an answer declares; "" where that is nothing.
func declaration(key expr.Key, answer expr.Answer) string {
	if number, ok := answer.Number(); ok {
		return strconv.Quote(key.String()) + " number " + number.String()
	}
	if option, ok := answer.Option(); ok {
		return strconv.Quote(key.String()) + " option " + strconv.Itoa(option)
	}
	return ""
}

// Fingerprints are the lines that a scored workbook's hidden sheet carries: the fingerprint of all declared answers, and
// one of each leaf that has any, so that a change can be named.
func Fingerprints(answers expr.Answers) []NamedValue {
	var all []string
	byLeaf := map[string][]string{}
	for key, answer := range answers {
		line := declaration(key, answer)
		all, byLeaf[key.Leaf] = append(all, line), append(byLeaf[key.Leaf], line)
	}
	lines := []NamedValue{{FixedFingerprint, declared(all)}}
	for _, leaf := range slices.Sorted(maps.Keys(byLeaf)) {
		lines = append(lines, NamedValue{FixedFingerprint + ":" + leaf, declared(byLeaf[leaf])})
	}
	return lines
}

// FormMark is a short fingerprint of what a unit handed in, to be compared on paper: of the answers that were scored first, and of its
// texts where those are known.
func (l *Layout) FormMark(f *Filling) string {
	answers := ""
	for _, line := range f.Declared {
		if line.Name == FixedFingerprint {
			answers = line.Value
		}
	}
	if f.Declared == nil {
		var all []string
		for key, answer := range l.Typed(f.Submission.Answers) {
			all = append(all, declaration(key, answer))
		}
		answers = declared(all)
	}
	mark := fingerprint([]string{answers, f.Memory.Texts})
	return strings.ToUpper(mark[:4] + "-" + mark[4:8] + "-" + mark[8:12])
}

// declared is the fingerprint of declarations in any order; those of nothing do not count.
func declared(lines []string) string {
	slices.Sort(lines)
	return fingerprint(slices.DeleteFunc(lines, func(line string) bool { return line == "" }))
}

func fingerprint(lines []string) string {
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return hex.EncodeToString(sum[:])[:16]
}
