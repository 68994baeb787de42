"""Runs a Windows program under Wine in a window of its own, as Explorer does, and presses Enter when it asks for it.

Usage: console.py WINE PROGRAM [ARGUMENT...]. Prints what the window showed, then how it ended.
"""
import os
import pty
import select
import sys
import time
import tty

pid, window = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
tty.setraw(window)  # Enter is to arrive as the key that it is

shown, ending, last = b"", "did not end", time.time() + 60
while time.time() < last:
    if not select.select([window], [], [], 0.2)[0]:
        continue
    try:
        piece = os.read(window, 4096)
    except OSError:
        piece = b""
    if not piece:
        ending = "ended after Enter" if b"[Enter]" in shown else "ended by itself"
        break
    shown += piece
    if "Nhấn Enter".encode() in shown and b"[Enter]" not in shown:
        time.sleep(1)  # it must wait, and not pass by
        if os.waitpid(pid, os.WNOHANG) != (0, 0):
            ending = "did not wait"
            break
        shown += b"[Enter]"
        os.write(window, b"\r")
sys.stdout.write(shown.decode("utf-8", "replace") + "\n" + ending + "\n")
