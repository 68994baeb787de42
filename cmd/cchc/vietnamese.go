package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageTemplate is cobra's, in Vietnamese: what an official sees after --help.
const usageTemplate = `Cách dùng:{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} LỆNH{{end}}{{if .HasExample}}

Ví dụ:
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Các lệnh:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Tùy chọn:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Tùy chọn chung:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

Gõ "{{.CommandPath}} LỆNH --help" để xem cách dùng từng lệnh.{{end}}
`

// speakVietnamese puts cobra's own words into Vietnamese for a command and all below it.
func speakVietnamese(root *cobra.Command) {
	root.SetUsageTemplate(usageTemplate)
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(&cobra.Command{
		Use:    "help [LỆNH]",
		Short:  "Xem cách dùng của một lệnh",
		Hidden: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(cmd.Root(), strings.Join(args, " "))
			}
			return found.Help()
		},
	})
	each(root, func(cmd *cobra.Command) {
		cmd.InitDefaultHelpFlag()
		cmd.Flags().Lookup("help").Usage = "xem cách dùng lệnh này"
		cmd.DisableFlagsInUseLine = true
		cmd.Flags().SortFlags = false
	})
}

func each(cmd *cobra.Command, do func(*cobra.Command)) {
	do(cmd)
	for _, child := range cmd.Commands() {
		each(child, do)
	}
}

func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	help := fmt.Sprintf(" Gõ \"%s --help\" để xem các tùy chọn.", cmd.CommandPath())
	switch {
	case errors.As(err, &unknown):
		return misuse("Không có tùy chọn %q.%s%s", dashed(unknown.GetSpecifiedName()), nearestFlag(cmd, unknown.GetSpecifiedName()), help)
	case errors.As(err, &missing):
		return misuse("Tùy chọn %q cần một giá trị đi kèm.%s", dashed(missing.GetSpecifiedName()), help)
	case errors.As(err, &invalid):
		return misuse("Giá trị %q của tùy chọn %q không hợp lệ.%s", invalid.GetValue(), "--"+invalid.GetFlag().Name, help)
	}
	return misuse("Tùy chọn không hợp lệ.%s", help)
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func nearestFlag(cmd *cobra.Command, name string) string {
	best := ""
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		if best == "" && !flag.Hidden && len(name) > 1 && (strings.HasPrefix(flag.Name, name) || distance(flag.Name, name) <= 2) {
			best = flag.Name
		}
	})
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" Có phải là %q?", "--"+best)
}

func unknownCommand(root *cobra.Command, name string) error {
	hint := ""
	root.SuggestionsMinimumDistance = 2
	if near := root.SuggestionsFor(name); len(near) > 0 {
		hint = fmt.Sprintf(" Có phải là %q?", strings.Join(near, "\", \""))
	}
	return misuse("Không có lệnh hoặc tệp %q.%s Gõ \"cchc --help\" để xem các lệnh.", name, hint)
}

// noArgs, oneArg and someArgs say in Vietnamese what a command wants.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse("Lệnh %q không nhận thêm %q. Gõ \"%s --help\" để xem cách dùng.", cmd.Name(), args[0], cmd.CommandPath())
	}
	return nil
}

func argCount(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return misuse("Lệnh %q cần %s. Gõ \"%s --help\" để xem cách dùng.", cmd.CommandPath(), what, cmd.CommandPath())
		}
		return nil
	}
}

// sentence words an error of the system; ours are worded where they arise.
func sentence(err error) string {
	var path *fs.PathError
	if !errors.As(err, &path) {
		return err.Error()
	}
	name := fmt.Sprintf("“%s”", path.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "Không tìm thấy " + name + ". Kiểm tra lại tên tệp, thư mục."
	case errors.Is(err, fs.ErrPermission):
		return "Không có quyền đọc hoặc ghi " + name + ". Chọn thư mục khác, hoặc đóng tệp nếu đang mở trong Excel."
	case errors.Is(err, fs.ErrExist):
		return name + " đã có. Chọn tên khác, hoặc thêm --force để ghi đè."
	case errors.Is(err, syscall.ENOSPC):
		return "Đĩa đầy, không ghi được " + name + ". Tệp cũ (nếu có) còn nguyên."
	case isLocked(err):
		return name + " đang mở trong chương trình khác. Đóng tệp đó (Excel) rồi chạy lại."
	}
	return "Không đọc hoặc ghi được " + name + ": " + path.Err.Error() + "."
}

// plain keeps text for a terminal free of control characters and of marks that turn the direction of writing,
// so that nothing in a file's name or a cell can draw on the screen.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0xFEFF:
			return '�'
		}
		return r
	}, text)
}

// distance counts the letters by which two words differ (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		left := row[0]
		row[0] = i + 1
		for j, s := range to {
			cost := left
			if r != s {
				cost++
			}
			left, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
