package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// cost is what one run of a program cost: the time of its processors and of the clock, and the most memory that it held, in KiB.
type cost struct {
	cpu, wall time.Duration
	memory    int
}

func (c cost) String() string {
	return fmt.Sprintf("%.1f s by the clock, %.1f s CPU, %d MiB", c.wall.Seconds(), c.cpu.Seconds(), c.memory>>10)
}

// watched runs a program and watches its memory. The error is the program's.
func watched(t testing.TB, cmd *exec.Cmd) (used cost, err error) {
	t.Helper()
	began := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		used.memory = max(used.memory, highWater(cmd.Process.Pid))
		select {
		case err := <-ended:
			used.wall, used.cpu = time.Since(began), cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime()
			return used, err
		case <-time.After(5 * time.Millisecond):
		}
	}
}

var highWaterLine = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// highWater is the most memory that a process has held so far, in KiB. What the system reports at the end counts the parent's in.
func highWater(pid int) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	found := highWaterLine.FindSubmatch(status)
	if found == nil {
		return 0
	}
	n, err := strconv.Atoi(string(found[1]))
	if err != nil {
		return 0
	}
	return n
}
