package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// dropped lets workbooks or folders stand in a command's place: that is what Windows makes of files dropped on the program.
func (a *app) dropped(root *cobra.Command, args []string) error {
	for _, arg := range args {
		if _, err := os.Stat(arg); err != nil {
			return unknownCommand(root, arg)
		}
	}
	return nil
}

// runDropped scores what was dropped into a fresh folder beside it. A double click drops nothing, and gets a short help.
func (a *app) runDropped(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) > 0:
		beside := filepath.Join(filepath.Dir(filepath.Clean(args[0])), resultFolder)
		return a.score(cmd.Context(), scoreOptions{paths: args, out: freshFolder(beside)})
	case ownsConsole():
		return writeAll(a.out, doubleClickHelp)
	}
	return cmd.Help()
}

// freshFolder is the folder of that name, or the first numbered one, that is not there or still empty: who drops a form again
// gets new results, and keeps the old ones.
func freshFolder(folder string) string {
	fresh := folder
	for n := 2; !emptyFolder(fresh); n++ {
		fresh = fmt.Sprintf("%s-%d", folder, n)
	}
	return fresh
}

func emptyFolder(folder string) bool {
	list, err := os.ReadDir(folder)
	return os.IsNotExist(err) || err == nil && len(list) == 0
}

// isResultFolder says that a folder bears the name of results, numbered or not.
func isResultFolder(name string) bool {
	number, ok := strings.CutPrefix(name, resultFolder)
	return ok && (number == "" || len(number) > 1 && number[0] == '-' && strings.Trim(number[1:], "0123456789") == "")
}
