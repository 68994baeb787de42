package rules

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// reviewMark stands behind every provenance of a file made by Next: somebody must hold it against the new decision.
const reviewMark = "rà soát theo quyết định mới"

// Next is the file of a later year, made from this sound set for an author to edit: the same tree with its texts, rules and
// examples; this set as its previous one; nothing renumbered, no legal basis yet, and every provenance marked for review.
// Until it is edited, the two differ in their year and basis alone.
func (s *Set) Next(year int) ([]byte, error) {
	var tree yaml.Node
	if err := yaml.Unmarshal(s.data, &tree); err != nil {
		return nil, err
	}
	root := tree.Content[0]
	root.HeadComment, tree.HeadComment = "", ""
	root.Content[0].HeadComment = fmt.Sprintf("%s, made from %s: edit it by the new decision, then run: cchc rules check", nextID(s.ID, s.Year, year), s.ID)
	setKey(root, "id", nextID(s.ID, s.Year, year))
	setKey(root, "year", strconv.Itoa(year))
	setKey(root, "basis", fmt.Sprintf("(ghi căn cứ pháp lý của bộ chỉ số năm %d)", year))
	dropKeys(root, "announced", "previous")
	insertAfter(root, "year", "previous", s.ID)
	review(root)
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	err := encoder.Encode(&tree)
	return out.Bytes(), err
}

// nextID is the id with the new year in place of the old one, or behind it.
func nextID(id string, from, to int) string {
	if old := strconv.Itoa(from); strings.Contains(id, old) {
		return strings.Replace(id, old, strconv.Itoa(to), 1)
	}
	return id + "-" + strconv.Itoa(to)
}

// review drops what belongs to last year's change and marks each provenance.
func review(n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		dropKeys(n, "was", "contentStatus")
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == "provenance" {
				n.Content[i+1].LineComment = reviewMark
			}
		}
	}
	for _, child := range n.Content {
		review(child)
	}
}

func setKey(n *yaml.Node, key, value string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			n.Content[i+1].Value, n.Content[i+1].Style = value, 0
		}
	}
}

func dropKeys(n *yaml.Node, keys ...string) {
	var kept []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		dropped := false
		for _, key := range keys {
			dropped = dropped || n.Content[i].Value == key
		}
		if !dropped {
			kept = append(kept, n.Content[i], n.Content[i+1])
		}
	}
	n.Content = kept
}

func insertAfter(n *yaml.Node, after, key, value string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == after {
			pair := []*yaml.Node{{Kind: yaml.ScalarNode, Value: key}, {Kind: yaml.ScalarNode, Value: value}}
			n.Content = append(n.Content[:i+2:i+2], append(pair, n.Content[i+2:]...)...)
			return
		}
	}
}
