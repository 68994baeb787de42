package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cchc/cmd/cchc/internal/desk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
	"cchc/templates/reader"
	"cchc/templates/xlsx/rawzip"
)

// The attacks: a form that the printer made and a sample filled in is spoilt at the level of its zip and its markup, in ways
// that no library would write, and each must come to what its line says. A line's want is either
//
//	a code           the file is refused with it
//	asSound          answers, texts, unit, points and problems are exactly the sound file's
//	changes          exactly these, and all else as in the sound file:
//	                 "1.1=invalid" or "1.1=1.35" (a leaf's state or points), "all=invalid", "text 1.1", "all texts", "unit", "contact",
//	                 "+code" and "-code" (a kind of problem more or less)
const asSound = "as sound"

// attack is one line.
type attack struct {
	name  string
	want  string
	spoil func(f *form)
}

// families are all attacks by what they spoil.
func families() map[string][]attack {
	return map[string][]attack{
		"zip": zipAttacks(), "package": packageAttacks(), "sheets": sheetAttacks(), "markup": markupAttacks(), "parts": partAttacks(),
		"rows": rowAttacks(), "cells": cellAttacks(), "indexes": indexAttacks(), "numbers": numberAttacks(), "choices": choiceAttacks(),
		"texts": textAttacks(), "keys": keyAttacks(), "columns": columnAttacks(), "stamp": stampAttacks(), "merges": mergeAttacks(),
		"formulas": formulaAttacks(), "foreign": foreignAttacks(), "amounts": amountAttacks(),
	}
}

// fewestAttacks is how many there must be.
const fewestAttacks = 250

func TestAttacks(t *testing.T) {
	t.Parallel()
	v := newVictim(t)
	count := 0
	all := families()
	for _, family := range slices.Sorted(maps.Keys(all)) {
		count += len(all[family])
		t.Run(family, func(t *testing.T) {
			for _, a := range all[family] {
				t.Run(a.name, func(t *testing.T) {
					t.Parallel()
					if got := v.outcome(t, v.spoilt(t, a)); got != a.want {
						t.Errorf("\ngot  %s\nwant %s", got, a.want)
					}
				})
			}
		})
	}
	t.Logf("%d attacks of %d families", count, len(all))
	if count < fewestAttacks {
		t.Errorf("only %d attacks, want %d", count, fewestAttacks)
	}
}

// victim is a filled form of 2023 that is sound, with all that it comes to.
type victim struct {
	desk    *desk.Desk
	edition *desk.Edition
	layout  *templates.Layout
	parts   []rawzip.Part
	sound   whatCame
}

func newVictim(t testing.TB) *victim {
	t.Helper()
	d, e := desk2023(t)
	data := printedForm(t, e, "so-mau-a")
	v := &victim{desk: d, edition: e, layout: e.Layout, parts: rawzip.Parts(t, data)}
	v.sound = v.account(t, data)
	if v.sound.refused != "" || v.sound.unit == "" || len(v.sound.leaves) != len(e.Rules.Leaves()) || len(v.sound.texts) < 70 {
		t.Fatalf("the sound form comes to %+v", v.sound)
	}
	if again := v.account(t, rawzip.Pack(t, v.parts)); v.sound.difference(&again) != asSound {
		t.Fatalf("the sound form, zipped again: %s", v.sound.difference(&again))
	}
	return v
}

// spoilt is the form after an attack.
func (v *victim) spoilt(t testing.TB, a attack) []byte {
	t.Helper()
	f := &form{TB: t, layout: v.layout, parts: slices.Clone(v.parts)}
	a.spoil(f)
	if f.data != nil {
		return f.data
	}
	return rawzip.Pack(t, f.parts)
}

// outcome says what a file came to, in the words of the tables.
func (v *victim) outcome(t testing.TB, data []byte) string {
	t.Helper()
	got := v.account(t, data)
	return v.sound.difference(&got)
}

// whatCame is all that a workbook came to, in words.
type whatCame struct {
	refused       problem.Code
	unit, contact string
	answers       map[string]string // by key
	texts         map[string]string // by leaf
	leaves        map[string]string // state or points by number
	problems      map[string]int    // code and path, how often
}

// account scores a file as the program does, and reads it again for what a result does not hold.
func (v *victim) account(t testing.TB, data []byte) whatCame {
	t.Helper()
	path := putFile(t, filepath.Join(t.TempDir(), "phiếu.xlsx"), data)
	s := v.desk.Score(desk.ScoreJob{Path: path})
	switch {
	case s.Failure != nil:
		t.Fatal(s.Failure)
	case s.Result == nil:
		p := s.Problems[0]
		if text := p.Text() + p.Remedy(); p.Code == problem.FileCrash || strings.Contains(text, "{0}") || len(text) > 1500 || terminal.PlainLine(text) != text {
			t.Errorf("refused in the words %q", text)
		}
		return whatCame{refused: p.Code}
	}
	_, reading, err := v.desk.Open(path)
	if err != nil {
		t.Fatal("scored, but not read again: ", err)
	}
	return whatCameOf(reading, &s)
}

func whatCameOf(reading *reader.Reading, s *desk.Scored) whatCame {
	sub := reading.Submission
	a := whatCame{unit: fmt.Sprintf("%+v %v", sub.Unit, sub.Exempt), contact: reading.Contact,
		answers: map[string]string{}, texts: map[string]string{}, leaves: map[string]string{}, problems: map[string]int{}}
	for key, answer := range sub.Answers {
		a.answers[key.String()] = answerWords(answer)
	}
	for leaf, text := range sub.Evidence {
		a.texts[leaf] += text
	}
	for leaf, text := range sub.Justification {
		a.texts[leaf] += " / " + text
	}
	for i := range s.Result.Nodes {
		if node := &s.Result.Nodes[i]; node.Criterion.IsLeaf() {
			a.leaves[node.Criterion.Number] = node.Self.State.String()
			if node.Self.State == expr.Scored {
				a.leaves[node.Criterion.Number] = node.Self.Points.String()
			}
		}
	}
	for _, p := range s.Problems {
		a.problems[string(p.Code)+" "+p.Path]++
	}
	return a
}

func answerWords(a expr.Answer) string {
	number, _ := a.Number()
	option, _ := a.Option()
	bad, _ := a.Bad()
	return fmt.Sprintf("%s, option %d, %s %v", number, option, bad.Code, bad.Args)
}

// difference says in the words of the tables how another account differs from the sound one.
func (a *whatCame) difference(b *whatCame) string {
	if b.refused != "" {
		return string(b.refused)
	}
	var words []string
	if a.unit != b.unit {
		words = append(words, "unit")
	}
	if a.contact != b.contact {
		words = append(words, "contact")
	}
	words = append(words, summed(len(a.leaves), changedKeys(a.leaves, b.leaves, func(leaf string) string { return leaf + "=" + b.leaves[leaf] }))...)
	words = append(words, summed(len(a.texts), changedKeys(a.texts, b.texts, func(leaf string) string { return "text " + leaf }))...)
	if len(words) == 0 && !maps.Equal(a.answers, b.answers) {
		words = append(words, "answers")
	}
	words = append(words, moreProblems("+", a.problems, b.problems)...)
	words = append(words, moreProblems("-", b.problems, a.problems)...)
	if len(words) == 0 {
		return asSound
	}
	return strings.Join(words, ", ")
}

// changedKeys words every key whose value differs, in order.
func changedKeys(a, b map[string]string, word func(key string) string) []string {
	var words []string
	keys := maps.Clone(a)
	maps.Copy(keys, b)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if a[key] != b[key] {
			words = append(words, word(key))
		}
	}
	return words
}

// summed says in one word what holds of all n.
func summed(n int, words []string) []string {
	if n < 2 || len(words) != n {
		return words
	}
	if _, what, state := strings.Cut(words[0], "="); state {
		return []string{"all=" + what}
	}
	return []string{"all texts"}
}

// moreProblems lists the codes of which b has more than a, each once.
func moreProblems(sign string, a, b map[string]int) []string {
	codes := map[string]bool{}
	for problem, n := range b {
		if code, _, _ := strings.Cut(problem, " "); n > a[problem] {
			codes[sign+code] = true
		}
	}
	return slices.Sorted(maps.Keys(codes))
}
