package rules

import (
	"embed"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed *.yaml
var withProgram embed.FS

// Open finds the rule sets: those that came with the program, the *.yaml files in a folder rules beside it, and the
// files and folders given. Where two have the same id, the later of these places wins, and a finding says so if they
// differ. The error is a [ReadError]; what is
// wrong in a file is among the findings of its set.
func Open(paths ...string) (*Catalog, error) {
	program, err := os.Executable()
	if err == nil {
		program, err = filepath.EvalSymlinks(program)
	}
	if err != nil {
		return nil, &ReadError{program, err}
	}
	return open(withProgram, filepath.Join(filepath.Dir(program), "rules"), paths)
}

func open(own fs.FS, folder string, paths []string) (*Catalog, error) {
	c := new(Catalog)
	if err := c.addOwn(own); err != nil {
		return nil, err
	}
	if err := c.addFolder(folder, beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, path := range paths {
		if err := c.addPath(path); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *Catalog) addOwn(own fs.FS) error {
	names, err := fs.Glob(own, "*.yaml")
	for _, name := range names {
		data, err := fs.ReadFile(own, name)
		if err != nil {
			return err
		}
		c.sets = append(c.sets, entry{Set: decoded("rules/"+name, data), layer: embedded})
	}
	return err
}

func (c *Catalog) addPath(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return &ReadError{path, err}
	case info.IsDir() && !isYAML(path):
		return c.addFolder(path, given)
	}
	if err := c.addFile(path, given); err != nil {
		return err
	}
	for i, e := range c.sets {
		if e.layer == given && filepath.Clean(e.File) == filepath.Clean(path) {
			c.sets[i].named = true
		}
	}
	return nil
}

// addFolder adds the YAML files of a folder, not those of folders in it.
func (c *Catalog) addFolder(folder string, from layer) error {
	list, err := os.ReadDir(folder)
	if err != nil {
		return &ReadError{folder, err}
	}
	for _, item := range list {
		if meant, ok := strings.CutSuffix(strings.ToLower(item.Name()), ".txt"); ok && isYAML(meant) {
			c.sets = append(c.sets, entry{Set: misnamed(filepath.Join(folder, item.Name())), layer: from})
		}
		if !isYAML(item.Name()) || strings.HasPrefix(item.Name(), ".") {
			continue
		}
		if err := c.addFile(filepath.Join(folder, item.Name()), from); err != nil {
			return err
		}
	}
	return nil
}

// addFile adds a file once, though it be named as itself and by its folder.
func (c *Catalog) addFile(path string, from layer) error {
	if slices.ContainsFunc(c.sets, func(e entry) bool { return e.layer == from && filepath.Clean(e.File) == filepath.Clean(path) }) {
		return nil
	}
	s, err := readFile(path)
	if errors.Is(err, errNoFile) {
		s, err = noSet(path), nil
	}
	if err == nil {
		c.sets = append(c.sets, entry{Set: s, layer: from})
	}
	return err
}

// errNoFile is of a path at which no regular file stands.
var errNoFile = errors.New("không phải tệp thường")

func isYAML(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// readFile reads no more of a file than can be a rule set, and only a real file: a pipe would wait for ever.
func readFile(path string) (*Set, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, &ReadError{path, err}
	}
	if !info.Mode().IsRegular() {
		return nil, &ReadError{path, errNoFile}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, &ReadError{path, err}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxBytes+1))
	if err != nil {
		return nil, &ReadError{path, err}
	}
	return decoded(path, data), nil
}

// ReadError says that a file or folder cannot be read: a fault of the system or of the command, not of a rule set.
type ReadError struct {
	Path string
	Err  error
}

func (e *ReadError) Error() string {
	path := printable(e.Path)
	switch {
	case errors.Is(e.Err, fs.ErrNotExist):
		return "Không có tệp hoặc thư mục " + path + "."
	case errors.Is(e.Err, fs.ErrPermission):
		return "Không có quyền đọc " + path + "."
	}
	return "Không đọc được " + path + ": " + e.Err.Error() + "."
}

// Unwrap gives the system's error.
func (e *ReadError) Unwrap() error { return e.Err }
