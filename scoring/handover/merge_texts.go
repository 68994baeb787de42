package handover

import (
	"maps"
	"slices"
	"strings"

	"cchc/scoring"
)

// Credits say who wrote the texts of a merged form. Each value lists, for every text that was joined, in their order and
// divided by bars, those who wrote it, divided by semicolons.
type Credits struct {
	Evidence, Justification map[string]string // by leaf
	Contact                 string
}

// maxGroups is how many texts may have been joined into one; a unit has no hundred departments.
const maxGroups = 100

// voices are texts with who wrote each of them, and with what weight.
type voices map[string]map[string]int

// mergeTexts joins evidence, justification and contact of all hands.
func (m *Merged) mergeTexts(rs *scoring.RuleSet, hands []Hand) {
	var numbers []string
	for _, leaf := range rs.Leaves() {
		numbers = append(numbers, leaf.Number)
	}
	texts := func(of func(Hand) (texts, credits map[string]string)) (joined, credits map[string]string) {
		joined, credits = map[string]string{}, map[string]string{}
		for _, number := range numbers {
			all := voices{}
			for _, hand := range hands {
				texts, credits := of(hand)
				all.hear(hand, texts[number], credits[number])
			}
			if len(all) > 0 {
				joined[number], credits[number] = all.join()
			}
		}
		return joined, credits
	}
	m.Submission.Evidence, m.Credits.Evidence = texts(func(h Hand) (_, _ map[string]string) { return h.Submission.Evidence, h.Credits.Evidence })
	m.Submission.Justification, m.Credits.Justification = texts(func(h Hand) (_, _ map[string]string) { return h.Submission.Justification, h.Credits.Justification })
	contacts := voices{}
	for _, hand := range hands {
		contacts.hear(hand, hand.Contact, hand.Credits.Contact)
	}
	m.Contact, m.Credits.Contact = contacts.join()
}

// hear takes in what a hand wrote. A text that was joined before is taken apart again, by those whom it names.
func (v voices) hear(hand Hand, text, credit string) {
	own := signature(hand.Name)
	if hand.Department != "" {
		own = signature(hand.Department)
	}
	groups := strings.Split(credit, "|")
	switch {
	case text == "":
	case credit == "":
		v.add(text, own, hand.Weight)
	case len(groups) == 1:
		v.add(text, credit, hand.Weight)
	case len(groups) > maxGroups:
		v.add(text, own, hand.Weight)
	default:
		v.addJoined(text, groups, own, hand.Weight)
	}
}

func (v voices) add(text, credit string, weight int) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if v[text] == nil {
		v[text] = map[string]int{}
	}
	for name := range strings.SplitSeq(credit, "; ") {
		if old, known := v[text][name]; !known || weight > old {
			v[text][name] = weight
		}
	}
}

// addJoined takes a text apart at the lines that begin with one of the groups; what stands before the first of them is the
// hand's own.
func (v voices) addJoined(text string, groups []string, own string, weight int) {
	credit, piece := own, ""
	for line := range strings.SplitSeq(text, "\n") {
		i := slices.IndexFunc(groups, func(group string) bool { return strings.HasPrefix(line, signed(group)) })
		if i < 0 {
			piece += line + "\n"
			continue
		}
		v.add(piece, credit, weight)
		credit, piece = groups[i], strings.TrimPrefix(line, signed(groups[i]))+"\n"
	}
	v.add(piece, credit, weight)
}

// join writes all texts into one, each with who wrote it where there are several, and the credits for it.
func (v voices) join() (text, credits string) {
	v.outweigh()
	var lines, groups []string
	for _, text := range slices.SortedFunc(maps.Keys(v), func(a, b string) int { return strings.Compare(v.group(a)+"\n"+a, v.group(b)+"\n"+b) }) {
		groups = append(groups, v.group(text))
		lines = append(lines, signed(v.group(text))+text)
	}
	if len(lines) == 1 {
		for text := range v {
			return text, groups[0]
		}
	}
	return strings.Join(lines, "\n"), strings.Join(groups, "|")
}

// outweigh leaves of each writer's texts those of the greatest weight: an older file of the same department gives way.
func (v voices) outweigh() {
	most := map[string]int{}
	for _, writers := range v {
		for name, weight := range writers {
			most[name] = max(most[name], weight)
		}
	}
	for text, writers := range v {
		maps.DeleteFunc(writers, func(name string, weight int) bool { return weight < most[name] })
		if len(writers) == 0 {
			delete(v, text)
		}
	}
}

func (v voices) group(text string) string {
	return strings.Join(slices.Sorted(maps.Keys(v[text])), "; ")
}

func signed(group string) string { return "[" + group + "] " }

// signature is a name as credits can hold it.
func signature(name string) string {
	return strings.NewReplacer(";", ",", "|", "/", "[", "(", "]", ")", "\n", " ").Replace(strings.TrimSpace(name))
}
