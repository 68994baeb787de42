package rules

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
	"gopkg.in/yaml.v3"

	"cchc/scoring/kinds"
)

// Points may be written as a share of the maximum, 75%. They are reckoned out once the maximum is known, which may stand further down;
// the rule set itself holds points alone.

var shareShape = regexp.MustCompile(`^(0|[1-9][0-9]{0,2})(\.[0-9]{1,4})?%$`)

// withoutShares remembers the shares among some points, and puts a nought in the place of each until they are reckoned out.
func (d *document) withoutShares(n *yaml.Node, path string) *yaml.Node {
	if n.Kind == yaml.SequenceNode {
		list := *n
		list.Content = nil
		for i, item := range n.Content {
			list.Content = append(list.Content, d.withoutShares(item, fmt.Sprintf("%s[%d]", path, i)))
		}
		return &list
	}
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !shareShape.MatchString(n.Value) {
		return n
	}
	if d.shares == nil {
		d.shares = map[string]decimal.Decimal{}
	}
	d.shares[path] = decimal.RequireFromString(strings.TrimSuffix(n.Value, "%")).Shift(-2)
	nought := *n
	nought.Value = "0"
	return &nought
}

// settleShares reckons out those in a record that has that maximum. Those in a record within it that has one of its own are done already.
func (d *document) settleShares(r kinds.Record, path string, max decimal.Decimal) {
	settle := func(at string, points *decimal.Decimal) {
		if share, ok := d.shares[at]; ok {
			*points = share.Mul(max)
			delete(d.shares, at)
		}
	}
	for _, field := range r.Fields() {
		at := join(path, field.Key)
		switch place := field.Place.(type) {
		case *decimal.Decimal:
			settle(at, place)
		case *[]decimal.Decimal:
			for i := range *place {
				settle(fmt.Sprintf("%s[%d]", at, i), &(*place)[i])
			}
		case *kinds.Rule:
			if *place != nil {
				d.settleShares(*place, join(at, (*place).Kind()), max)
			}
		case kinds.List:
			for i, item := range place.Records() {
				d.settleShares(item, fmt.Sprintf("%s[%d]", at, i), max)
			}
		}
	}
}
