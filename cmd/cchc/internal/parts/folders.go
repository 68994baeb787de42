package parts

import (
	"path/filepath"
	"slices"
	"strings"
)

// UnitFolder is a folder with the parts of one unit.
type UnitFolder struct {
	Path  string
	Files []string
}

// Within says that a path lies in a folder.
func Within(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// UnitFolders groups files by the folders that lie right under those named; files that lie in one of those itself are one more group.
func UnitFolders(roots, files []string) []UnitFolder {
	var all []UnitFolder
	for _, file := range files {
		folder := filepath.Dir(file)
		for _, root := range roots {
			if rel, err := filepath.Rel(root, file); err == nil && Within(root, file) {
				first, _, below := strings.Cut(filepath.ToSlash(rel), "/")
				folder = filepath.Clean(root)
				if below {
					folder = filepath.Join(root, first)
				}
			}
		}
		i := slices.IndexFunc(all, func(f UnitFolder) bool { return f.Path == folder })
		if i < 0 {
			all, i = append(all, UnitFolder{Path: folder}), len(all)
		}
		all[i].Files = append(all[i].Files, file)
	}
	return all
}

// Preferred says that --prefer names a file: by its path, or by its name.
func Preferred(path, prefer string) bool {
	return Same(path, prefer) || filepath.Base(path) == prefer
}
