package rules

import (
	"bytes"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// KeepComments puts the comments that people wrote into an older file of a rule set into one that replaces it: each at the same key,
// criteria found by their numbers. Lines that the program writes by itself are those
// that own knows, and are not carried over. What
// has no place any more is given back, each with its line. Equal files give equal bytes; where there is nothing to keep, written
// comes back as it is.
func KeepComments(written, older []byte, own func(line string) bool) (kept []byte, lost []string, err error) {
	var to, from yaml.Node
	if err := yaml.Unmarshal(written, &to); err != nil {
		return nil, nil, err
	}
	if yaml.Unmarshal(older, &from) != nil {
		return written, nil, nil // what cannot be read holds nothing that could be placed
	}
	k := &keeper{own: own}
	k.node(&to, &from)
	if !k.placed {
		return written, k.lost, nil
	}
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(&to); err != nil {
		return nil, nil, err
	}
	return out.Bytes(), k.lost, nil
}

// keeper goes along two files side by side.
type keeper struct {
	own    func(line string) bool
	lost   []string
	placed bool
}

// node takes the comments of one place, and of all below it. There may be no such place any more.
func (k *keeper) node(to, from *yaml.Node) {
	for _, comment := range []struct {
		text string
		at   func(*yaml.Node) *string
	}{{from.HeadComment, func(n *yaml.Node) *string { return &n.HeadComment }}, {from.LineComment, func(n *yaml.Node) *string { return &n.LineComment }},
		{from.FootComment, func(n *yaml.Node) *string { return &n.FootComment }}} {
		k.comment(to, comment.text, from.Line, comment.at)
	}
	switch from.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(from.Content); i += 2 {
			key, value := atKey(to, from.Content[i].Value)
			k.node(key, from.Content[i])
			k.node(value, from.Content[i+1])
		}
	default:
		for i, child := range from.Content {
			k.node(item(to, from, i), child)
		}
	}
}

// comment puts one comment above, beside or under its place, unless the program wrote it, or it stands there already.
func (k *keeper) comment(to *yaml.Node, text string, line int, at func(*yaml.Node) *string) {
	text = k.byHand(text)
	if text == "" {
		return
	}
	if to == nil {
		k.lost = append(k.lost, fmt.Sprintf("dòng %d: %s", line, strings.ReplaceAll(text, "\n", " ")))
		return
	}
	place := at(to)
	if strings.Contains(*place, text) {
		return
	}
	*place, k.placed = strings.TrimPrefix(*place+"\n"+text, "\n"), true
}

// byHand is a comment without the lines that the program writes.
func (k *keeper) byHand(text string) string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		said := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "#"))
		if said != "" && !k.own(said) {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return strings.Join(lines, "\n")
}

// atKey is what stands at a key; nil for both where there is none.
func atKey(in *yaml.Node, name string) (key, value *yaml.Node) {
	if in == nil || in.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(in.Content); i += 2 {
		if in.Content[i].Value == name {
			return in.Content[i], in.Content[i+1]
		}
	}
	return nil, nil
}

// item is what an item of a list is in the other one: the criterion of the same number, or what says the same; of a list that is as long,
// what stands at the same place.
func item(in, from *yaml.Node, i int) *yaml.Node {
	if in == nil || in.Kind != from.Kind {
		return nil
	}
	if _, number := atKey(from.Content[i], "number"); number != nil {
		for _, other := range in.Content {
			if _, n := atKey(other, "number"); n != nil && n.Value == number.Value {
				return other
			}
		}
		return nil
	}
	if from.Kind == yaml.DocumentNode || len(in.Content) == len(from.Content) {
		return in.Content[i]
	}
	return nil
}
