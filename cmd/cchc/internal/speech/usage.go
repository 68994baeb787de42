package speech

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cchc/cmd/cchc/internal/terminal"
	"cchc/rules"
)

// seeHelp ends a message on wrong usage.
func seeHelp(cmd *cobra.Command, what string) string {
	return fmt.Sprintf(" Gõ \"%s --help\" để xem %s.", cmd.CommandPath(), what)
}

func perhaps(names ...string) string {
	if len(names) == 0 {
		return ""
	}
	return " Có phải là " + strings.Join(names, " hoặc ") + "?"
}

// flagError puts into Vietnamese what pflag says of options.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var crooked *pflag.InvalidSyntaxError
	help := seeHelp(cmd, "các tùy chọn")
	switch {
	case errors.Is(err, pflag.ErrHelp): // no fault: cobra shows the help
		return err
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		return terminal.Misuse("Không có tùy chọn %s.%s%s", terminal.Quoted(Dashed(name)), perhaps(nearFlags(cmd, name)...), help)
	case errors.As(err, &missing):
		return terminal.Misuse("Tùy chọn %s cần một giá trị đi kèm.%s", terminal.Quoted(Dashed(missing.GetSpecifiedName())), help)
	case errors.As(err, &invalid):
		flag := invalid.GetFlag()
		return terminal.Misuse("Giá trị %s của tùy chọn %s không hợp lệ%s.%s", terminal.Quoted(invalid.GetValue()), terminal.Quoted("--"+flag.Name), wantedOf(flag), help)
	case errors.As(err, &crooked):
		return terminal.Misuse("Tùy chọn %s viết chưa đúng.%s", terminal.Quoted(crooked.GetSpecifiedFlag()), help)
	}
	return terminal.Misuse("Tùy chọn không hợp lệ.%s", help)
}

// wantedOf says what an option takes.
func wantedOf(flag *pflag.Flag) string {
	switch flag.Value.Type() {
	case "bool":
		return ": tùy chọn này không cần giá trị"
	case "int":
		return ": cần một số nguyên"
	}
	return ""
}

func Dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// nearFlags are the options that the name may have meant.
func nearFlags(cmd *cobra.Command, name string) []string {
	var near []string
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		if !flag.Hidden && len(name) > 1 && (strings.HasPrefix(flag.Name, name) || rules.Closest(name, []string{flag.Name}) != "") {
			near = append(near, terminal.Quoted("--"+flag.Name))
		}
	})
	return near
}

// UnknownCommand is the error of a name that is no command of parent.
func UnknownCommand(parent *cobra.Command, name string) error {
	parent.SuggestionsMinimumDistance = 2
	var near []string
	for _, child := range parent.SuggestionsFor(name) {
		near = append(near, terminal.Quoted(child))
	}
	if !parent.HasParent() {
		return terminal.Misuse("Không có lệnh hoặc tệp %s.%s%s", terminal.Quoted(name), perhaps(near...), seeHelp(parent, "các lệnh"))
	}
	return terminal.Misuse("Lệnh %s không có lệnh con %s.%s%s", terminal.Quoted(parent.CommandPath()), terminal.Quoted(name), perhaps(near...), seeHelp(parent, "các lệnh"))
}

// NeedCommand is what a command does that only holds others: it asks for one of them.
func NeedCommand(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return UnknownCommand(cmd, args[0])
	}
	var names []string
	for _, line := range commandLines(cmd) {
		names = append(names, line[0])
	}
	return terminal.Misuse("Lệnh %s cần một lệnh con: %s.%s", terminal.Quoted(cmd.CommandPath()), strings.Join(names, ", "), seeHelp(cmd, "các lệnh"))
}

// NoArgs and argCount say in Vietnamese what a command wants.
func NoArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return terminal.Misuse("Lệnh %s không nhận thêm %s.%s", terminal.Quoted(cmd.CommandPath()), terminal.Quoted(args[0]), seeHelp(cmd, "cách dùng"))
	}
	return nil
}

func ArgCount(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch command, help := terminal.Quoted(cmd.CommandPath()), seeHelp(cmd, "cách dùng"); {
		case len(args) < least:
			return terminal.Misuse("Lệnh %s cần %s.%s", command, what, help)
		case most >= 0 && len(args) > most:
			return terminal.Misuse("Lệnh %s chỉ cần %s, không nhận thêm %s.%s", command, what, terminal.Quoted(args[most]), help)
		}
		return nil
	}
}
