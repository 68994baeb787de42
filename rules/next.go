package rules

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"cchc/scoring/problem"
)

// reviewMark stands as a comment behind the basis and every provenance of a file made by Next: somebody must hold them against
// the new decision, and take the mark away. Until then each check says that there are some.
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
	root.Content[0].HeadComment = fmt.Sprintf("Bộ chỉ số năm %d, lập từ %s. Sửa theo quyết định mới; mục đánh số lại thì ghi was, mục mới thì ghi was: none.\n"+
		"Xong chỗ nào thì xóa ghi chú “%s” ở chỗ đó, rồi chạy: cchc rules check TỆP-NÀY", year, s.ID, reviewMark)
	setKey(root, "id", NextID(s.ID, s.Year, year))
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

// NextID is the id with the new year in place of the old one, or behind it.
func NextID(id string, from, to int) string {
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
			if key := n.Content[i].Value; key == "provenance" || key == "basis" {
				n.Content[i+1].LineComment = reviewMark
			}
		}
	}
	for _, child := range n.Content {
		review(child)
	}
}

// unreviewed reports what a file made by Next still has of its marks.
func (d *document) unreviewed(root *yaml.Node) {
	count, first := 0, position{}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		if strings.Contains(n.LineComment, reviewMark) {
			if count++; count == 1 {
				first = positionOf(n)
			}
		}
		for _, child := range n.Content {
			walk(child)
		}
	}
	walk(root)
	if count > 0 {
		d.add(first, problem.SetUnreviewed, "", count, reviewMark)
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
