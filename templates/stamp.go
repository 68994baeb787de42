package templates

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"slices"
	"strings"

	"cchc/scoring"
)

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

	FixedFingerprint = "dau_so_lieu"
	FixedUnitCode    = "don_vi_ma"
	FixedUnitName    = "don_vi_ten"
	FixedUnitBlock   = "don_vi_khoi"
	FixedUnitRanked  = "don_vi_xep_hang"
	FixedExempt      = "mien"
)

// Stamp says which rule set a workbook was made from, and for what.
type Stamp struct {
	RuleSet string // the rule set's id
	Form    string // see [FormHash]
	Rules   string // see [RulesHash]
	Version string // of the program that made the workbook
	Stage   Stage
}

// NamedValue is a line of the stamp.
type NamedValue struct{ Name, Value string }

// Values lists the stamp line by line, always in the same order.
func (s Stamp) Values() []NamedValue {
	return []NamedValue{
		{StampRuleSet, s.RuleSet}, {StampForm, s.Form}, {StampRules, s.Rules}, {StampVersion, s.Version}, {StampStage, string(s.Stage)},
	}
}

// FormHash is the same for two rule sets whose forms mean the same: the same keys, kinds of input and options. What only reads
// differently (names, rule texts, labels, the order of rows) or only counts differently (points, bounds, rules)
// changes nothing, so forms already out can be scored.
func FormHash(rs *scoring.RuleSet) string {
	var lines []string
	for _, leaf := range rs.Leaves() {
		for _, in := range leaf.Inputs {
			lines = append(lines, fmt.Sprintf("%q %q %q", leaf.Key(in.Name), in.Kind, in.Options))
		}
	}
	slices.Sort(lines)
	h := sha256.New()
	fmt.Fprintf(h, "%q\n%s", rs.ID, strings.Join(lines, "\n"))
	return short(h)
}

// RulesHash changes with anything that a rule set says. It takes only sound rule sets: their rules are put into words.
func RulesHash(rs *scoring.RuleSet) string {
	h := sha256.New()
	say := json.NewEncoder(h)
	for _, part := range append([]any{rs}, rulesInWords(rs)...) {
		if err := say.Encode(part); err != nil {
			panic("templates: a rule set holds plain values only: " + err.Error())
		}
	}
	return short(h)
}

// rulesInWords tells apart rules of different kinds whose fields are the same.
func rulesInWords(rs *scoring.RuleSet) []any {
	var words []any
	for _, leaf := range rs.Leaves() {
		words = append(words, leaf.Rule.Kind(), leaf.Describe())
	}
	return words
}

// Fingerprint is the same for answers that declare the same. Blank and unreadable ones declare nothing.
func Fingerprint(answers scoring.Answers) string {
	var lines []string
	for key, answer := range answers {
		if number, ok := answer.Number(); ok {
			lines = append(lines, fmt.Sprintf("%q number %s", key, number))
		}
		if option, ok := answer.Option(); ok {
			lines = append(lines, fmt.Sprintf("%q option %d", key, option))
		}
	}
	slices.Sort(lines)
	h := sha256.New()
	fmt.Fprint(h, strings.Join(lines, "\n"))
	return short(h)
}

// short is as much of a hash as tells two editions apart and can still be read out.
func short(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil))[:16] }
