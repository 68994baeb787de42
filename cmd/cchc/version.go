package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"cchc/cmd/cchc/internal/speech"
)

// The linker stamps both (-X main.version=… -X main.commit=…; see the Makefile), and nothing else about the build: so equal
// sources give equal programs wherever they are built.
var (
	version = "dev"
	commit  = ""
)

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Cho biết phiên bản chương trình",
		Example: "  cchc version\n  cchc version > phien-ban.txt",
		Args:    speech.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.out, "cchc %s (%s/%s)\n", toolVersion(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// toolVersion is the release and the commit, as far as the build knows them. Workbooks bear it, too: it must not depend on
// the machine.
func toolVersion() string {
	if commit == "" || commit == version {
		return version
	}
	return version + " " + commit
}
