package carried

import (
	"cmp"
	"path/filepath"
	"strings"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/lists"
	"cchc/scoring/problem"
)

// Name gives each new form its place in a folder: as the forms of a list of units and their parts are named, or without a code as the
// old one was. Where two would have the same, nobody knows which one is meant, and both are refused.
func Name(folder string, forms []*Form) {
	same := map[string][]*Form{}
	for _, f := range forms {
		if f.Refused != "" || f.Data == nil {
			continue
		}
		file, fault := disk.FileNameOf(f.Unit.Code)
		if fault != "" {
			file = f.Name
		}
		if f.Department != "" {
			file = filepath.Join(strings.TrimSuffix(file, ".xlsx"), lists.DepartmentFiles([]string{f.Department})[f.Department])
		}
		f.Out = filepath.Join(folder, file)
		same[strings.ToLower(f.Out)] = append(same[strings.ToLower(f.Out)], f)
	}
	for _, twins := range same {
		var paths []string
		for _, f := range twins {
			paths = append(paths, f.Path)
		}
		for _, f := range twins {
			if len(twins) > 1 {
				f.Refuse(problem.New(problem.CarryTwice, "", cmp.Or(f.Unit.Code, f.Name), strings.Join(paths, ", ")))
			}
		}
	}
}
