package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/terminal"
	"cchc/scoring"
	"cchc/templates"
)

// Owner is whose a result is: a unit's, under a rule set. It is never the name of a file, of which units have the same.
type Owner struct{ unit, ruleSet string }

// ownerOf says whose a form is. A form without a code is known by where it lies, seen from the folder of results.
func ownerOf(unit scoring.Unit, ruleSet, source string) Owner {
	if code := FoldedCode(unit.Code); code != "" {
		return Owner{code, ruleSet}
	}
	return Owner{"/" + source, ruleSet}
}

// FoldedCode is a unit's code as codes are compared. It is a copy: the texts of a form share one memory, and codes outlive it.
func FoldedCode(code string) string {
	return strings.Clone(scoring.FoldCode(norm.NFC.String(code)))
}

// kept is a result that lies in the folder.
type kept struct {
	name string
	data []byte // nil where a note says all that is in it
	sum  string
	note *note // what was noted when it was written; nil where its bytes are others now
}

// shelf is a folder of results: which of them is whose, and which forms of this run have asked for it.
type shelf struct {
	folder string
	desk   *Desk

	mu      sync.Mutex
	loaded  bool
	results map[Owner][]kept
	byForm  map[string][]*note // of results that lie there as they were written, by their form's sum
	names   map[string]bool    // folded, of all files of the folder
	notes   map[string]note    // of the last run, by the result's name
	written map[string]note    // of this run
	claims  map[Owner]*claim
}

// claim is what the forms of an owner have done to its result.
type claim struct {
	forms []string
	undo  func() error // takes back what the first form wrote; nil where it wrote nothing
}

// shelf gives the folder of results of that name.
func (d *Desk) shelf(folder string) *shelf {
	d.mu.Lock()
	defer d.mu.Unlock()
	folder = filepath.Clean(folder)
	if s := d.shelves[folder]; s != nil {
		return s
	}
	s := &shelf{folder: folder, desk: d, results: map[Owner][]kept{}, byForm: map[string][]*note{}, names: map[string]bool{}, notes: readNotes(folder),
		written: map[string]note{}, claims: map[Owner]*claim{}}
	d.shelves[folder] = s
	return s
}

// load finds out whose the results of the folder are. What a note vouches for is not opened.
func (s *shelf) load() error {
	if s.loaded {
		return nil
	}
	list, err := os.ReadDir(s.folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	s.names[foldedName(disk.SummaryFile)] = true // no result is to be called so
	for _, item := range list {
		s.names[foldedName(item.Name())] = true
		if item.Type().IsRegular() && disk.IsWorkbook(item.Name()) && !strings.HasPrefix(item.Name(), "~$") {
			s.put(item.Name())
		}
	}
	s.loaded = true
	return nil
}

// put notes a result of the folder. A file that is no result is nobody's, and stays where it is.
func (s *shelf) put(name string) {
	data, err := disk.ReadBounded(filepath.Join(s.folder, name))
	if err != nil {
		return
	}
	k := kept{name: name, sum: sumOf(data)}
	if n, ok := s.notes[name]; ok && n.Sum == k.sum {
		k.note = &n
		s.byForm[n.Form] = append(s.byForm[n.Form], &n)
		s.results[n.owner()] = append(s.results[n.owner()], k)
		return
	}
	if whose, ok := s.desk.ownerOfResult(data); ok {
		k.data = data
		s.results[whose] = append(s.results[whose], k)
	}
}

// result is the owner's result, nil where there is none; twice are the names of several.
func (s *shelf) result(whose Owner) (k *kept, twice []string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.load(); err != nil {
		return nil, nil, err
	}
	all := s.results[whose]
	if len(all) == 0 {
		return nil, nil, nil
	}
	for _, one := range all {
		twice = append(twice, one.name)
	}
	if len(all) == 1 {
		twice = nil
	}
	return &all[0], twice, nil
}

// asBefore is what was noted of a form of these bytes, where the result that was made of it lies there as it was written.
func (s *shelf) asBefore(sum, source string) *note {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.load() != nil {
		return nil
	}
	for _, n := range s.byForm[sum] {
		if !strings.HasPrefix(n.Unit, "/") || n.Unit == "/"+source {
			return n
		}
	}
	return nil
}

// claim notes that a form asks for its owner's result; others are the forms that have done so before it.
func (s *shelf) claim(whose Owner, form string) (others []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.claims[whose]
	if c == nil {
		c = &claim{}
		s.claims[whose] = c
	}
	others = slices.Clone(c.forms)
	c.forms = append(c.forms, form)
	return others
}

// contested says that several forms ask for the owner's result, so that none of them gets it.
func (s *shelf) contested(whose Owner) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.claims[whose].forms) > 1
}

// wrote notes how what was written for an owner is taken back.
func (s *shelf) wrote(whose Owner, undo func() error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.claims[whose].undo = undo
}

// takeBack undoes what an owner's first form wrote, once another form asks for the same result.
func (s *shelf) takeBack(whose Owner) error {
	s.mu.Lock()
	undo := s.claims[whose].undo
	s.claims[whose].undo = nil
	s.mu.Unlock()
	if undo == nil {
		return nil
	}
	return undo()
}

// nameFor is a file name for a result that is new: the unit's code and name, or where its form lies. A name that is taken by
// somebody else's file gets the rule set's year.
func (s *shelf) nameFor(unit scoring.Unit, rs *scoring.RuleSet, source string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	base := strings.TrimSpace(unit.Code + " " + unit.Name)
	if unit.Code == "" {
		base = strings.TrimSuffix(strings.ReplaceAll(source, "/", " - "), filepath.Ext(source))
	}
	base = disk.SafeName(base, "don vi")
	for _, name := range []string{base + ".xlsx", base + " (" + rs.ID + ").xlsx"} {
		if !s.names[foldedName(name)] {
			s.names[foldedName(name)] = true
			return name
		}
	}
	return base + " (" + rs.ID + " 2).xlsx"
}

func foldedName(name string) string { return strings.ToLower(norm.NFC.String(name)) }

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// sourceOf is where a form lies, seen from what holds the folder of results: the same however the two were named.
func sourceOf(path, folder string) string {
	base := filepath.Dir(filepath.Clean(folder))
	if filepath.IsAbs(path) != filepath.IsAbs(base) {
		path, base = absolute(path), absolute(base)
	}
	seen, err := filepath.Rel(base, path)
	if err != nil {
		seen = path
	}
	return norm.NFC.String(filepath.ToSlash(seen))
}

// absolute is a path from the root, as far as the system tells where we are.
func absolute(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		return whole
	}
	return path
}

// PrepareResults makes ready for writing into a folder of results. A form that lies in it itself would be taken for a result, or one
// day be replaced by one: it has to be moved first.
func (d *Desk) PrepareResults(out string, files []string) error {
	folder, err := os.Stat(out)
	if err != nil {
		return nil // made when it is needed
	}
	if !folder.IsDir() {
		return os.MkdirAll(out, 0o755) // says what stands in the way
	}
	disk.RemoveLeftovers(out)
	for _, path := range files {
		info, err := os.Stat(filepath.Dir(path))
		if err != nil || !os.SameFile(info, folder) || d.shelf(out).isNoted(filepath.Base(path)) {
			continue
		}
		if book, err := OpenBook(path); err == nil && book.Stamp.Stage == templates.SubmittedStage {
			return terminal.Misuse("%s là tệp đầu vào nên không ghi lên thư mục chứa nó (%s). Nêu thư mục khác ở -o, hoặc chuyển phiếu ra chỗ khác.",
				terminal.Quoted(path), terminal.Quoted(out))
		}
	}
	return nil
}

// isNoted says that the last run wrote a result of that name.
func (s *shelf) isNoted(name string) bool {
	_, noted := s.notes[name]
	return noted
}

// WriteNotes keeps what this run knows of all results that it dealt with.
func (d *Desk) WriteNotes() error {
	for _, folder := range slices.Sorted(maps.Keys(d.shelves)) {
		if err := d.shelves[folder].writeNotes(); err != nil {
			return err
		}
	}
	return nil
}
