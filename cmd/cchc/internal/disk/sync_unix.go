//go:build !windows

package disk

import "os"

// syncFolder makes a rename last through a power cut.
func syncFolder(folder string) error {
	dir, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}
