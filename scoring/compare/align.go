package compare

import (
	"slices"
	"strings"

	"cchc/scoring"
	"cchc/scoring/kinds"
)

// aligned says which item of an old list became which of the new one; −1 where there is none.
type aligned struct{ old, now int }

// tooLong bounds the work on two lists, in pairs of items; longer ones are taken item by item.
const tooLong = 1 << 20

// align finds the pairing of two lists, in their order, that leaves the fewest words changed: an item that was put in
// shifts the others without changing them. Each item is the bag of its words. It does not matter which list is the old one.
func align(old, now [][]string) []aligned {
	if len(old)*len(now) > tooLong {
		return inStep(len(old), len(now))
	}
	cost := costs(old, now)
	var pairs []aligned
	for i, j := len(old), len(now); i > 0 || j > 0; {
		switch {
		case i > 0 && j > 0 && cost[i][j] == cost[i-1][j-1]+distance(old[i-1], now[j-1]):
			i, j = i-1, j-1
			pairs = append(pairs, aligned{i, j})
		case j == 0 || i > 0 && goesFirst(cost, old, now, i, j):
			i--
			pairs = append(pairs, aligned{i, -1})
		default:
			j--
			pairs = append(pairs, aligned{-1, j})
		}
	}
	slices.Reverse(pairs)
	return pairs
}

// goesFirst decides whether the old item was dropped rather than the new one put in, alike from either side.
func goesFirst(cost [][]int, old, now [][]string, i, j int) bool {
	dropped := cost[i][j] == cost[i-1][j]+len(old[i-1])+1
	added := cost[i][j] == cost[i][j-1]+len(now[j-1])+1
	return dropped && (!added || slices.Compare(old[i-1], now[j-1]) < 0)
}

// costs is the table of the least cost for every two beginnings of the lists.
func costs(old, now [][]string) [][]int {
	cost := make([][]int, len(old)+1)
	for i := range cost {
		cost[i] = make([]int, len(now)+1)
		for j := range cost[i] {
			switch {
			case i == 0 && j == 0:
			case i == 0:
				cost[i][j] = cost[i][j-1] + len(now[j-1]) + 1
			case j == 0:
				cost[i][j] = cost[i-1][j] + len(old[i-1]) + 1
			default:
				cost[i][j] = min(cost[i-1][j-1]+distance(old[i-1], now[j-1]), cost[i-1][j]+len(old[i-1])+1, cost[i][j-1]+len(now[j-1])+1)
			}
		}
	}
	return cost
}

func inStep(old, now int) []aligned {
	var pairs []aligned
	for i := range max(old, now) {
		pair := aligned{i, i}
		if i >= old {
			pair.old = -1
		}
		if i >= now {
			pair.now = -1
		}
		pairs = append(pairs, pair)
	}
	return pairs
}

// distance counts the words of two sorted bags that are in one of them only.
func distance(a, b []string) int { return len(a) + len(b) - 2*common(a, b) }

// common counts the words that two sorted bags share.
func common(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Bag is the sorted words of a text, in lower case and without punctuation.
func Bag(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isWord(r) })
	slices.Sort(words)
	return words
}

func textWords(list []string) [][]string {
	all := make([][]string, len(list))
	for i, text := range list {
		all[i] = Bag(text)
	}
	return all
}

// recordWords are a record's values, each with the key that it has.
func recordWords(list []kinds.Record) [][]string {
	all := make([][]string, len(list))
	for i, r := range list {
		scoring.Flatten(r, "", func(path, value string) { all[i] = append(all[i], path+"="+value) })
		slices.Sort(all[i])
	}
	return all
}
