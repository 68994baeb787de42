package main

import (
	"os"

	"github.com/spf13/cobra"
)

// dropped lets a workbook or a folder stand in a command's place: that is what Windows makes of a file dropped on the program.
func (a *app) dropped(root *cobra.Command, args []string) error {
	for _, arg := range args {
		if _, err := os.Stat(arg); err != nil {
			return unknownCommand(root, arg)
		}
	}
	return nil
}

// runDropped scores what was dropped into a fresh folder beside it; without anything it shows the help.
func (a *app) runDropped(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	return nil
}
