package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/disk"
	"cchc/cmd/cchc/internal/speech"
	"cchc/cmd/cchc/internal/terminal"
)

// readArguments has every command look at what was typed before it does anything: an option with a dash that is none is said so,
// and a pattern that the window passed on becomes the files that it means.
func readArguments(cmd *cobra.Command) {
	for _, child := range cmd.Commands() {
		readArguments(child)
	}
	check, do := cmd.Args, cmd.RunE
	if check == nil || do == nil {
		return
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		args, err := meantArguments(args)
		if err != nil {
			return err
		}
		return check(cmd, args)
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		args, err := meantArguments(args)
		if err != nil {
			return err
		}
		return do(cmd, args)
	}
}

func meantArguments(args []string) ([]string, error) {
	for _, arg := range args {
		if err := longDash(arg); err != nil {
			return nil, err
		}
	}
	return disk.Expand(args)
}

// dashes are what Word and telephones make of hyphens, and the hyphen itself.
const dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"

// longDash finds an option that was copied from a document with another dash. A file of that name is a file.
func longDash(arg string) error {
	option, _, _ := strings.Cut(arg, "=")
	name := strings.TrimLeft(option, dashes)
	if name == "" || name == option || strings.Trim(option[:len(option)-len(name)], "-") == "" {
		return nil
	}
	if _, err := os.Lstat(arg); err == nil {
		return nil
	}
	return terminal.Misuse("%s dùng dấu gạch dài; gõ %s.", terminal.Quoted(option), speech.Dashed(name))
}

// doubting ends a command whose work is done with findings where something was passed over that may be a form.
func doubting(in *disk.Inputs, err error) error {
	if err == nil && in.Doubtful() {
		return errFindings
	}
	return err
}
