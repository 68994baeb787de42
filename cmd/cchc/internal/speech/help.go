package speech

import (
	"cchc/cmd/cchc/internal/terminal"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// InVietnamese puts cobra's own words into Vietnamese for a command and all below it. Call it when all of them are there.
func InVietnamese(root *cobra.Command) {
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(flagError)
	root.SetUsageFunc(func(cmd *cobra.Command) error {
		_, err := io.WriteString(cmd.OutOrStdout(), usagePage(cmd))
		return err
	})
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { _, _ = io.WriteString(cmd.OutOrStdout(), HelpPage(cmd)) })
	root.SetHelpCommand(newHelp())
	root.InitDefaultHelpCmd()
	Each(root, func(cmd *cobra.Command) {
		cmd.InitDefaultHelpFlag()
		cmd.Flags().Lookup("help").Usage = "xem cách dùng lệnh này"
		cmd.DisableFlagsInUseLine = true
		cmd.Flags().SortFlags = false
	})
}

func Each(cmd *cobra.Command, do func(*cobra.Command)) {
	do(cmd)
	for _, child := range cmd.Commands() {
		Each(child, do)
	}
}

func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:     "help [LỆNH]",
		Short:   "Xem cách dùng của một lệnh",
		Example: "  cchc help score\n  cchc help rules show",
		Hidden:  true,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			switch {
			case err != nil:
				return UnknownCommand(cmd.Root(), strings.Join(args, " "))
			case len(rest) > 0:
				return UnknownCommand(found, rest[0])
			}
			return found.Help()
		},
	}
}

// HelpPage is what an official sees after --help. It is laid out here and not by cobra's template, which says "flags" and
// "default", and counts the bytes of Vietnamese letters when it sets columns.
func HelpPage(cmd *cobra.Command) string {
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	return about + "\n\n" + usagePage(cmd)
}

func usagePage(cmd *cobra.Command) string {
	var page strings.Builder
	page.WriteString("Cách dùng:\n  " + cmd.UseLine() + "\n")
	group := cmd.HasAvailableSubCommands()
	if group && !strings.Contains(cmd.Use, "LỆNH") {
		page.WriteString("  " + cmd.CommandPath() + " LỆNH\n")
	}
	if cmd.HasExample() {
		page.WriteString("\nVí dụ:\n" + cmd.Example + "\n")
	}
	if group {
		page.WriteString("\nCác lệnh:\n" + commandsPage(cmd))
	}
	for _, part := range []struct {
		title string
		flags *pflag.FlagSet
	}{{"Tùy chọn", cmd.LocalFlags()}, {"Tùy chọn chung", cmd.InheritedFlags()}} {
		if part.flags.HasAvailableFlags() {
			page.WriteString("\n" + part.title + ":\n" + aligned(flagLines(part.flags)))
		}
	}
	if group {
		fmt.Fprintf(&page, "\nGõ \"%s LỆNH --help\" để xem cách dùng từng lệnh.\n", cmd.CommandPath())
	}
	return page.String()
}

// commandsPage lists the commands, under the titles of their groups where they have some.
func commandsPage(cmd *cobra.Command) string {
	lines := commandLines(cmd)
	if len(cmd.Groups()) == 0 {
		return aligned(lines)
	}
	page := strings.Split(strings.TrimSuffix(aligned(lines), "\n"), "\n")
	var text strings.Builder
	group := ""
	for i, line := range page {
		if child, _, err := cmd.Find([]string{lines[i][0]}); err == nil && child.GroupID != group {
			group = child.GroupID
			text.WriteString(" " + group + ":\n")
		}
		text.WriteString("  " + line + "\n")
	}
	return text.String()
}

func commandLines(cmd *cobra.Command) [][2]string {
	var lines [][2]string
	for _, child := range cmd.Commands() {
		if child.IsAvailableCommand() {
			lines = append(lines, [2]string{child.Name(), child.Short})
		}
	}
	return lines
}

func flagLines(flags *pflag.FlagSet) [][2]string {
	var lines [][2]string
	flags.VisitAll(func(flag *pflag.Flag) {
		if flag.Hidden {
			return
		}
		name, usage := pflag.UnquoteUsage(flag)
		left := "    --" + flag.Name
		if flag.Shorthand != "" {
			left = "-" + flag.Shorthand + ", --" + flag.Name
		}
		usage = strings.Replace(usage, name, strings.ToLower(name), 1) // capitals only where it stands for a value
		lines = append(lines, [2]string{strings.TrimRight(left+" "+name, " "), usage + terminal.InBrackets(otherwise(flag))})
	})
	return lines
}

// otherwise says what holds without the option, where that is more than "nothing".
func otherwise(flag *pflag.Flag) string {
	switch flag.DefValue {
	case "", "0", "false", "[]":
		return ""
	}
	return "mặc định: " + flag.DefValue
}

// aligned sets pairs in two columns, by letters.
func aligned(lines [][2]string) string {
	wide := 0
	for _, line := range lines {
		wide = max(wide, utf8.RuneCountInString(line[0]))
	}
	var text strings.Builder
	for _, line := range lines {
		gap := strings.Repeat(" ", wide-utf8.RuneCountInString(line[0])+3)
		text.WriteString("  " + line[0] + gap + line[1] + "\n")
	}
	return text.String()
}
