package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is stamped by the linker in a release (-X main.version=…).
var version = "dev"

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Cho biết phiên bản chương trình",
		Example: "  cchc version\n  cchc version > phien-ban.txt",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.out, "cchc %s (%s/%s)\n", toolVersion(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// toolVersion is the release and the commit, as far as the build knows them.
func toolVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" && len(setting.Value) >= 12 {
			return version + " " + setting.Value[:12]
		}
	}
	return version
}
