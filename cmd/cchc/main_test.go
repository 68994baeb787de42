package main

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets scripts run the program as a program: the test binary starts itself again under the name cchc. Under the
// name probe it measures what the program's speed is held against.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cchc": main, "probe": probe})
}

// TestScripts runs the scripts of testdata/scripts: the words and statuses that people and programs meet. With -update the
// expected words are written anew; look at what changes.
func TestScripts(t *testing.T) {
	t.Parallel()
	samples, err := filepath.Abs("../../testdata/samples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/scripts",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"status": status, "type": typeInto, "lose": loseSheet, "spoil": spoilHidden},
	})
}

// status runs a program and holds it to an exit status: status 2 cchc --nosuch. Its output is there for stdout, stderr and cmp.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program [argument...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("status %d, want %d", got, want)
	}
}
