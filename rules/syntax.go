package rules

import "cchc/scoring"

func (d *document) addSyntax(err error) {
	d.add(position{}, scoring.YAMLSyntax, "", err.Error(), "Sửa")
}
