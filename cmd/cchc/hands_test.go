package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchc/cmd/cchc/internal/record"
	"cchc/rules"
	"cchc/scoring"
	"cchc/scoring/expr"
	"cchc/scoring/problem"
	"cchc/templates"
)

// python is Debian's own, which has openpyxl and LibreOffice's uno.
const python = "/usr/bin/python3"

// TestFilledByOtherPrograms makes a blank form, has programs that are not ours type a sample's answers into it, and asks that
// it scores as the same answers given by --answers: through openpyxl, through LibreOffice Calc, and through LibreOffice with
// rows inserted and moved about.
func TestFilledByOtherPrograms(t *testing.T) {
	t.Parallel()
	findOffice(t)
	needPython(t, "openpyxl", "uno")
	for _, sample := range []string{"so-mau-b", "ban-mau-d"} {
		t.Run(sample, func(t *testing.T) {
			t.Parallel()
			h := newHands(t, sample)
			want := h.score(h.prefilled)
			if len(want.Criteria) == 0 {
				t.Fatalf("the pre-filled form was not scored: %v", want.Problems)
			}
			h.same("openpyxl", want, h.byOpenpyxl())
			h.same("LibreOffice", want, h.byLibreOffice("lo.xlsx"))
			h.same("rows inserted and moved", want, h.byLibreOffice("moved.xlsx", "insert", "move"))
		})
	}
}

// TestDroppedRowIsNamed has LibreOffice delete the row of one answer: the leaf is invalid, and the key is named.
func TestDroppedRowIsNamed(t *testing.T) {
	t.Parallel()
	findOffice(t)
	needPython(t, "uno")
	h := newHands(t, "so-mau-a")
	got := h.score(h.byLibreOffice("dropped.xlsx", "drop=2.1.2:b"))
	at := slices.IndexFunc(got.Criteria, func(c record.Leaf) bool { return c.Number == "2.1.2" })
	if at < 0 || got.Criteria[at].Self.State != expr.Invalid.String() {
		t.Fatalf("2.1.2 without its row b: %+v", got.Criteria)
	}
	named := slices.ContainsFunc(got.Problems, func(p record.Problem) bool {
		return p.Key == "2.1.2:b" && p.Severity == "error" && strings.Contains(p.Text, "2.1.2:b")
	})
	if !named {
		t.Errorf("the missing key is not named: %+v", got.Problems)
	}
}

// needPython skips loudly where a module is missing; on the build server that is a failure.
func needPython(t *testing.T, modules ...string) {
	t.Helper()
	for _, module := range modules {
		if err := exec.Command(python, "-c", "import "+module).Run(); err == nil {
			continue
		}
		if os.Getenv("CI") == "true" {
			t.Fatalf("Debian's python3-%s is not installed, and nothing else fills in our forms", module)
		}
		t.Skipf("SKIPPED: python3-%s is not installed, so NO other program has filled in the form", module)
	}
}

// hands fill in one sample's form in several ways.
type hands struct {
	*testing.T
	folder    string
	blank     string
	prefilled string // by --answers
	cells     string // what is typed, by key
}

func newHands(t *testing.T, sample string) *hands {
	t.Helper()
	h := &hands{T: t, folder: t.TempDir()}
	h.blank, h.prefilled, h.cells = h.in("blank.xlsx"), h.in("prefilled.xlsx"), h.in("cells.json")
	answers := filepath.Join("../../testdata/samples", sample+".yaml")
	h.cchc("template", "2023", "-o", h.blank)
	h.cchc("template", "2023", "--answers", answers, "-o", h.prefilled)
	data, err := json.Marshal(typed(t, answers))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(h.cells, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return h
}

func (h *hands) in(name string) string { return filepath.Join(h.folder, name) }

func (h *hands) cchc(args ...string) string {
	h.Helper()
	var out, talk bytes.Buffer
	if status := run(args, streams{strings.NewReader(""), &out, &talk}); status > statusFindings {
		h.Fatalf("cchc %v: status %d\n%s", args, status, talk.String())
	}
	return out.String()
}

// typed is what a person types into the cells: numbers, and the texts that the drop-down lists offer.
func typed(t *testing.T, file string) map[string]map[string]any {
	t.Helper()
	set := ruleSet2023(t)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	filled, findings := rules.DecodeFilled(file, data, set)
	if rules.Faulty(findings) {
		t.Fatal(findings)
	}
	cells := map[string]any{}
	for key, answer := range filled.Submission.Answers {
		in, _ := set.Find(key.Leaf).Input(key.Input)
		if option, ok := answer.Option(); ok {
			cells[key.String()] = templates.OptionTexts(in)[option-1]
		} else if number, ok := answer.Number(); ok {
			cells[key.String()] = json.Number(number.String())
		}
	}
	evidence, reasons := map[string]any{}, map[string]any{}
	for number, text := range filled.Submission.Evidence {
		evidence[number] = text
	}
	for number, text := range filled.Submission.Justification {
		reasons[number] = text
	}
	unit := map[string]any{
		templates.UnitNameField:  filled.Submission.Unit.Name,
		templates.UnitBlockField: filled.Submission.Unit.Block,
		templates.UnitCodeField:  filled.Submission.Unit.Code,
		templates.ContactField:   filled.Contact,
	}
	return map[string]map[string]any{"ten": unit, "ke_khai": cells, "kiem_chung": evidence, "giai_trinh": reasons}
}

func ruleSet2023(t *testing.T) *scoring.RuleSet {
	t.Helper()
	catalog, err := rules.Open()
	if err != nil {
		t.Fatal(err)
	}
	set, err := catalog.Load("2023")
	if err != nil || set.Rules == nil {
		t.Fatalf("the 2023 set does not load: %v", err)
	}
	return set.Rules
}

func (h *hands) byOpenpyxl() string {
	h.Helper()
	out := h.in("openpyxl.xlsx")
	h.python("fill_openpyxl.py", h.blank, out, h.cells)
	return out
}

func (h *hands) byLibreOffice(name string, extras ...string) string {
	h.Helper()
	out := h.in(name)
	h.byCalc(append([]string{h.blank, out, h.cells}, extras...)...)
	return out
}

// byCalc has LibreOffice do a job of fill_libreoffice.py.
func (h *hands) byCalc(job ...string) {
	h.Helper()
	calc, err := startedCalc()
	if err != nil {
		h.Fatal(err)
	}
	if err := calc.do(job); err != nil {
		h.Fatalf("%v: %v", job, err)
	}
}

// calc is the script that has LibreOffice fill in forms, one after the other.
type calc struct {
	sync.Mutex
	jobs    io.Writer
	answers *bufio.Reader
}

// startedCalc starts LibreOffice once for all tests: a start takes longer than what a test has it do. The script sees its input
// end when the tests do, however they end, and ends LibreOffice.
var startedCalc = sync.OnceValues(func() (*calc, error) {
	cmd := exec.Command(python, "../../testdata/hands/fill_libreoffice.py")
	jobs, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	answers, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &calc{jobs: jobs, answers: bufio.NewReader(answers)}, cmd.Start()
})

func (c *calc) do(job []string) error {
	c.Lock()
	defer c.Unlock()
	if err := json.NewEncoder(c.jobs).Encode(job); err != nil {
		return err
	}
	answer, err := c.answers.ReadBytes('\n')
	if err != nil {
		return err
	}
	var failed string
	if err := json.Unmarshal(answer, &failed); err != nil {
		return err
	}
	if failed != "" {
		return errors.New(failed)
	}
	return nil
}

func (h *hands) python(script string, args ...string) {
	h.Helper()
	command := exec.Command(python, append([]string{filepath.Join("../../testdata/hands", script)}, args...)...)
	if said, err := command.CombinedOutput(); err != nil {
		h.Fatalf("%s %v: %v\n%s", script, args, err, said)
	}
}

func (h *hands) score(form string, more ...string) record.Record {
	h.Helper()
	var rec record.Record
	out := h.cchc(append([]string{"score", form, "--json", "--force", "-o", h.in("ket-qua")}, more...)...)
	if err := json.Unmarshal([]byte(out), &rec); err != nil {
		h.Fatalf("%s: %v\n%s", form, err, out)
	}
	return rec
}

// same holds who is scored, points, states, explanations and all that is found of two scorings to each other.
func (h *hands) same(way string, want record.Record, form string) {
	h.Helper()
	got := h.score(form)
	if diff := cmp.Diff(want.Criteria, got.Criteria); diff != "" {
		h.Errorf("%s scores otherwise:\n%s", way, diff)
	}
	if diff := cmp.Diff(want.Unit, got.Unit); diff != "" {
		h.Errorf("%s is another unit's:\n%s", way, diff)
	}
	if diff := cmp.Diff(want.Self, got.Self); diff != "" {
		h.Errorf("%s has another total:\n%s", way, diff)
	}
	if diff := cmp.Diff(findingsOf(want), findingsOf(got)); diff != "" {
		h.Errorf("%s has other findings:\n%s", way, diff)
	}
}

// findingsOf are a form's errors and warnings, but that a program dropped the file's own properties.
func findingsOf(rec record.Record) []string {
	var all []string
	for _, p := range rec.Problems {
		if p.Code != string(problem.FormPropertyMissing) {
			all = append(all, p.Code+" "+p.Key)
		}
	}
	slices.Sort(all)
	return all
}
