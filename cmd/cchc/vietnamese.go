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

	"cchc/rules"
)

// Messages quote what was found “thus”, and what to type "thus": whoever copies a command must not copy the other marks.

func quoted(text string) string {
	return "“" + strings.Join(strings.FieldsFunc(plain(text), func(r rune) bool { return r == '\n' || r == '\t' }), " ") + "”"
}

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
		return misuse("Không có tùy chọn %s.%s%s", quoted(dashed(name)), perhaps(nearFlags(cmd, name)...), help)
	case errors.As(err, &missing):
		return misuse("Tùy chọn %s cần một giá trị đi kèm.%s", quoted(dashed(missing.GetSpecifiedName())), help)
	case errors.As(err, &invalid):
		flag := invalid.GetFlag()
		return misuse("Giá trị %s của tùy chọn %s không hợp lệ%s.%s", quoted(invalid.GetValue()), quoted("--"+flag.Name), wantedOf(flag), help)
	case errors.As(err, &crooked):
		return misuse("Tùy chọn %s viết chưa đúng.%s", quoted(crooked.GetSpecifiedFlag()), help)
	}
	return misuse("Tùy chọn không hợp lệ.%s", help)
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

func dashed(name string) string {
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
			near = append(near, quoted("--"+flag.Name))
		}
	})
	return near
}

// unknownCommand is the error of a name that is no command of parent.
func unknownCommand(parent *cobra.Command, name string) error {
	parent.SuggestionsMinimumDistance = 2
	var near []string
	for _, child := range parent.SuggestionsFor(name) {
		near = append(near, quoted(child))
	}
	if !parent.HasParent() {
		return misuse("Không có lệnh hoặc tệp %s.%s%s", quoted(name), perhaps(near...), seeHelp(parent, "các lệnh"))
	}
	return misuse("Lệnh %s không có lệnh con %s.%s%s", quoted(parent.CommandPath()), quoted(name), perhaps(near...), seeHelp(parent, "các lệnh"))
}

// needCommand is what a command does that only holds others: it asks for one of them.
func needCommand(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return unknownCommand(cmd, args[0])
	}
	var names []string
	for _, line := range commandLines(cmd) {
		names = append(names, line[0])
	}
	return misuse("Lệnh %s cần một lệnh con: %s.%s", quoted(cmd.CommandPath()), strings.Join(names, ", "), seeHelp(cmd, "các lệnh"))
}

// noArgs and argCount say in Vietnamese what a command wants.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misuse("Lệnh %s không nhận thêm %s.%s", quoted(cmd.CommandPath()), quoted(args[0]), seeHelp(cmd, "cách dùng"))
	}
	return nil
}

func argCount(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch command, help := quoted(cmd.CommandPath()), seeHelp(cmd, "cách dùng"); {
		case len(args) < least:
			return misuse("Lệnh %s cần %s.%s", command, what, help)
		case most >= 0 && len(args) > most:
			return misuse("Lệnh %s chỉ cần %s, không nhận thêm %s.%s", command, what, quoted(args[most]), help)
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
	name := quoted(path.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "Không tìm thấy " + name + ". Kiểm tra lại tên tệp, thư mục."
	case errors.Is(err, fs.ErrPermission):
		return "Không có quyền đọc hoặc ghi " + name + ". Chọn thư mục khác, hoặc đóng tệp nếu đang mở trong Excel."
	case errors.Is(err, fs.ErrExist):
		return name + " đã có. Chọn tên khác, hoặc thêm --force để ghi đè."
	case errors.Is(err, syscall.EISDIR):
		return name + " là thư mục. Ghi tên một tệp."
	case errors.Is(err, errNotRegular):
		return name + " là thiết bị hoặc đường ống, không phải tệp thường. Ghi tên một tệp."
	case errors.Is(err, errTaken):
		return name + " không ghi được vì chương trình khác xóa tệp tạm bên cạnh trong lúc ghi. Chạy lại; nếu vẫn lỗi, chọn thư mục khác."
	case errors.Is(err, syscall.ENOTDIR):
		return name + " là một tệp hoặc nằm dưới một tệp; ở đây cần một thư mục. Kiểm tra lại đường dẫn."
	}
	return faultWords(faultOf(err), path.Path, path.Err)
}

// faultWords words what is wrong with the disk or the system's ways.
func faultWords(fault systemFault, path string, cause error) string {
	name := quoted(path)
	switch fault {
	case diskFull:
		return "Đĩa đầy, không ghi được " + name + ". Tệp cũ (nếu có) còn nguyên."
	case locked:
		return name + " đang mở trong chương trình khác. Đóng tệp đó (Excel) rồi chạy lại."
	case readOnly:
		return "Ổ đĩa chỉ cho đọc, không ghi được " + name + ". Chọn thư mục ở ổ đĩa khác."
	case badName:
		return "Tên " + name + " quá dài hoặc có ký tự không dùng được trong tên tệp. Chọn tên khác."
	}
	return "Không đọc hoặc ghi được " + name + ": " + cause.Error() + "."
}

// systemFault is a fault of disk or system that systems number differently.
type systemFault int

const (
	otherFault systemFault = iota
	locked                 // another program, mostly Excel, holds the file
	diskFull
	readOnly
	badName
)

// plain keeps text for a terminal free of control characters and of marks that turn the direction of writing,
// so that nothing in a file's name or a cell can draw on the screen.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == 0x2028, r == 0x2029, r == 0xFEFF:
			return '�'
		}
		return r
	}, text)
}

// plainLine is plain for what must stay in its line, as the name of a file: a line of its own could say anything.
func plainLine(text string) string {
	return strings.NewReplacer("\n", "�", "\t", "�").Replace(plain(text))
}
