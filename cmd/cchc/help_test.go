package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/text/unicode/norm"

	"cchc/cmd/cchc/internal/speech"
	"cchc/templates/report"
)

func tree() *cobra.Command {
	return newRoot(&app{streams: streams{strings.NewReader(""), io.Discard, io.Discard}})
}

// TestEveryCommandIsComplete holds each command to what help, errors and completion need of it.
func TestEveryCommandIsComplete(t *testing.T) {
	speech.Each(tree(), func(cmd *cobra.Command) {
		t.Run(strings.ReplaceAll(cmd.CommandPath(), " ", "_"), func(t *testing.T) {
			if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") || !norm.NFC.IsNormalString(speech.HelpPage(cmd)) {
				t.Errorf("Short %q: want one line without a full stop, NFC throughout", cmd.Short)
			}
			if cmd.Args == nil || cmd.RunE == nil {
				t.Error("no Args or no RunE: cobra would answer in English")
			}
			if cmd.ValidArgsFunction == nil && !cmd.HasSubCommands() && cmd.Name() != "help" {
				t.Error("completion has nothing to offer; see offerCompletions")
			}
			examples := strings.Split(cmd.Example, "\n")
			if len(examples) < 2 {
				t.Errorf("%d examples, want two or more", len(examples))
			}
			for _, line := range examples {
				if !strings.HasPrefix(line, "  cchc ") || cmd.HasParent() && !strings.Contains(line+" ", cmd.CommandPath()+" ") {
					t.Errorf("no example of this command: %q", line)
				}
				checkCommandLine(t, line)
			}
		})
	})
}

// checkCommandLine finds a command that is not there, or an option that it does not take.
func checkCommandLine(t *testing.T, line string) {
	t.Helper()
	line = regexp.MustCompile(` *([|>]|   ).*`).ReplaceAllString(strings.TrimSpace(line), "")
	words := regexp.MustCompile(`"[^"]*"|\S+`).FindAllString(line, -1)
	cmd, rest, err := tree().Find(words[1:])
	if err == nil {
		err = cmd.ParseFlags(rest)
	}
	if err == nil {
		err = cmd.ValidateArgs(cmd.Flags().Args())
	}
	if err != nil {
		t.Errorf("%s: %v", line, err)
	}
}

// TestOptionsSpeakVietnamese finds what cobra and pflag would say in English of an option.
func TestOptionsSpeakVietnamese(t *testing.T) {
	english := []string{"string", "strings", "stringArray", "int", "uint", "float", "duration", "value", "file"}
	speech.Each(tree(), func(cmd *cobra.Command) {
		cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
			name, usage := pflag.UnquoteUsage(flag)
			if slices.Contains(english, name) || usage == "" {
				t.Errorf("%s --%s: value named %q, said of it %q; put a Vietnamese word between back quotes", cmd.CommandPath(), flag.Name, name, usage)
			}
			for key := range flag.Annotations {
				if key != cobra.FlagSetByCobraAnnotation {
					t.Errorf("%s --%s: cobra checks %s and answers in English; check it in RunE", cmd.CommandPath(), flag.Name, key)
				}
			}
		})
	})
}

// TestHelpHasNoEnglish looks for words that an official would stumble over, and that are no Vietnamese words as well. Names of commands and options, and what examples
// say, are what must be typed.
func TestHelpHasNoEnglish(t *testing.T) {
	english := strings.Fields(`the and not of for with from by is are use used using usage
		argument arguments available command commands completion default directory error errors file files flag flags folder
		help input invalid list missing more option options optional output path print required shell show
		sheet stdin stdout string template text unknown value warning workbook worksheet`)
	names := []string{"LỆNH"}
	speech.Each(tree(), func(cmd *cobra.Command) { names = append(names, cmd.Name()) })
	speech.Each(tree(), func(cmd *cobra.Command) {
		page := speech.HelpPage(cmd)
		if cmd.Example != "" {
			page = strings.ReplaceAll(page, cmd.Example, "")
		}
		for _, word := range strings.FieldsFunc(page, func(r rune) bool { return strings.ContainsRune(" \n\t.,;:()[]|\"“”", r) }) {
			if slices.Contains(english, strings.ToLower(word)) && !slices.Contains(names, word) {
				t.Errorf("%s --help says %q", cmd.CommandPath(), word)
			}
		}
		for _, line := range strings.Split(page, "\n") {
			if n := utf8.RuneCountInString(line); n > 120 {
				t.Errorf("%s --help: a line of %d letters, and the window has 120: %s", cmd.CommandPath(), n, line)
			}
		}
	})
}

// TestEveryHelpPageIsHeldByAScript: a new command needs its page in testdata/scripts/help*.txtar.
func TestEveryHelpPageIsHeldByAScript(t *testing.T) {
	files, err := filepath.Glob("../../testdata/scripts/help*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts (%v)", err)
	}
	all := ""
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all += string(data)
	}
	speech.Each(tree(), func(cmd *cobra.Command) {
		if line := "status 0 " + cmd.CommandPath() + " --help\n"; !strings.Contains(all, line) {
			t.Errorf("no script has %q", line)
		}
	})
}

// TestManualNamesCommandsThatAre reads the printed manual's commands.
func TestManualNamesCommandsThatAre(t *testing.T) {
	found := 0
	for _, sheet := range report.ManualWorkbook().Sheets {
		for _, cell := range sheet.Cells {
			if strings.HasPrefix(cell.Value.Text, "cchc ") {
				found++
				checkCommandLine(t, cell.Value.Text)
			}
		}
	}
	if found < 5 {
		t.Errorf("the manual shows %d commands", found)
	}
}
