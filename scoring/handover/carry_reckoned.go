package handover

import (
	"cchc/scoring"
	"cchc/scoring/expr"
)

// follower is an answer that somebody typed and that follows from others in the new set.
type follower struct {
	item   int // its place among the items
	to     expr.Key
	answer expr.Answer
}

// follow keeps an answer until all are carried that it now follows from. Of another year it only says what was declared then.
func (c *carrier) follow(item Item, old, now *scoring.Criterion, to string, answer expr.Answer) {
	key := now.Key(to)
	if c.out.AnotherYear {
		if _, bad := answer.Bad(); bad {
			item.Left, item.Why = true, unreadThen
		} else {
			c.out.LastYear.Answers[key], item.To = answer, key.String()
		}
		c.add(item, old)
		return
	}
	before := len(c.out.Items)
	c.add(item, old)
	if len(c.out.Items) > before && !c.out.Items[before].Unsure {
		c.followers = append(c.followers, follower{before, key, answer})
	}
}

// compareFollowers holds what was typed to what follows from the others now: the same has its place, another is named.
func (c *carrier) compareFollowers(now *scoring.RuleSet) {
	if len(c.followers) == 0 {
		return
	}
	reckoned := now.Reckoned(c.out.Submission.Answers)
	for _, f := range c.followers {
		item, is := &c.out.Items[f.item], reckoned[f.to]
		if f.answer.Equal(is) {
			item.To = f.to.String()
			continue
		}
		item.Changed, item.Why = true, "nay tự tính, chưa đủ số liệu để tính"
		if d, ok := is.Number(); ok {
			item.Why = "nay tự tính, được số khác: " + expr.FormatNumber(d)
		}
	}
}
