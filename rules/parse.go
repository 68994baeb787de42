package rules

import (
	"bytes"
	"errors"
	"io"

	"gopkg.in/yaml.v3"

	"cchc/scoring/problem"
)

// What a rule set needs at most; the 2023 set has 102 kB, 16 levels and 5,400 values.
const (
	maxBytes = 1 << 20
	maxDepth = 40
	maxNodes = 30_000
)

// parse makes a tree of the text; it is nil where something was found that forbids to go on. Only the library's tree is
// used and never its conversions, which read 010 as 8 and an empty value as 0.
func (d *document) parse() *yaml.Node {
	decoder := yaml.NewDecoder(bytes.NewReader(d.data))
	var tree, next yaml.Node
	err := decoder.Decode(&tree)
	if errors.Is(err, io.EOF) {
		d.add(position{}, problem.YAMLEmpty, "")
		return nil
	}
	if err == nil {
		err = decoder.Decode(&next)
	}
	switch {
	case err == nil:
		d.add(positionOf(&next), problem.YAMLDocuments, "")
		return nil
	case !errors.Is(err, io.EOF):
		d.addSyntax(err)
		return nil
	}
	root := tree.Content[0]
	if root.ShortTag() == nullTag && root.Value == "" { // nothing but comments and ---; the library places it after the end
		d.add(position{}, problem.YAMLEmpty, "")
		return nil
	}
	v := vetter{document: d}
	v.vet(root, 1)
	if v.refused {
		return nil
	}
	return root
}

// vetter refuses what makes a tree larger or other than it looks.
type vetter struct {
	*document
	nodes   int
	refused bool
}

func (v *vetter) vet(n *yaml.Node, depth int) {
	v.nodes++
	switch {
	case v.nodes > maxNodes:
		if v.nodes == maxNodes+1 {
			v.refuse(n, problem.YAMLTooMany, maxNodes)
		}
		return
	case depth > maxDepth:
		v.refuse(n, problem.YAMLTooDeep, maxDepth)
		return
	case n.Kind == yaml.AliasNode:
		v.refuse(n, problem.YAMLAlias, "tham chiếu *"+quotable(n.Value))
		return
	case n.Anchor != "":
		v.refuse(n, problem.YAMLAlias, "neo &"+quotable(n.Anchor))
	case n.Tag == mergeTag:
		v.refuse(n, problem.YAMLAlias, "phép gộp <<")
	case n.Style&yaml.TaggedStyle != 0:
		v.refuse(n, problem.YAMLTag, quotable(n.Tag))
	}
	for _, child := range n.Content {
		v.vet(child, depth+1)
	}
}

func (v *vetter) refuse(n *yaml.Node, code problem.Code, args ...any) {
	v.refused = true
	v.add(positionOf(n), code, "", args...)
}

// The tags by which the library says what it takes a value for.
const (
	mergeTag  = "!!merge"
	stringTag = "!!str"
	nullTag   = "!!null"
)
