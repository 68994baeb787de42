// Package pattern holds regular expressions that are compiled when they are first needed. The reading of a decision's words has
// some 150 of them; compiled as the program starts they cost each command a third of its start, and few commands read words.
//
// Start with [Of], for variables of a package. A pattern is used as a regexp.Regexp is, from any number of goroutines.
//
// It imports nothing of ours.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression of Go's syntax that has not been compiled yet, or has.
type Pattern struct{ compiled func() *regexp.Regexp }

// Of gives the pattern of an expression. One that is no regular expression panics when it is first used, so a test compiles all of
// them beforehand.
func Of(expression string) *Pattern {
	return &Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString says whether the text holds a match.
func (p *Pattern) MatchString(text string) bool { return p.compiled().MatchString(text) }

// FindString gives the first match; "" where there is none.
func (p *Pattern) FindString(text string) string { return p.compiled().FindString(text) }

// FindStringSubmatch gives the first match and its groups; nil where there is none.
func (p *Pattern) FindStringSubmatch(text string) []string {
	return p.compiled().FindStringSubmatch(text)
}

// FindStringSubmatchIndex gives the places of the first match and its groups; nil where there is none.
func (p *Pattern) FindStringSubmatchIndex(text string) []int {
	return p.compiled().FindStringSubmatchIndex(text)
}

// FindAllString gives the matches, n at most; all where n is below 0.
func (p *Pattern) FindAllString(text string, n int) []string {
	return p.compiled().FindAllString(text, n)
}

// FindAllStringIndex gives the places of the matches, n at most; all where n is below 0.
func (p *Pattern) FindAllStringIndex(text string, n int) [][]int {
	return p.compiled().FindAllStringIndex(text, n)
}

// FindAllStringSubmatchIndex gives the places of the matches and their groups, n at most; all where n is below 0.
func (p *Pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(text, n)
}

// ReplaceAllString gives the text with each match replaced; $1 stands for the first group.
func (p *Pattern) ReplaceAllString(text, by string) string {
	return p.compiled().ReplaceAllString(text, by)
}

// ReplaceAllStringFunc gives the text with each match replaced by what the function makes of it.
func (p *Pattern) ReplaceAllStringFunc(text string, by func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(text, by)
}
