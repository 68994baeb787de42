/* Holds a file open as Excel does, until its input ends: hold FILE read (others may read it) or hold FILE none. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>
int wmain(int argc, wchar_t **argv) {
    DWORD share = argc > 2 && wcscmp(argv[2], L"read") == 0 ? FILE_SHARE_READ : 0;
    HANDLE file = CreateFileW(argv[1], GENERIC_READ | GENERIC_WRITE, share, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    puts("held");
    fflush(stdout);
    while (getchar() != EOF) {}
    return 0;
}
