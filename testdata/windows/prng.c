/* Wine 8 lacks bcryptprimitives.dll, which Go's runtime loads for random numbers. This is all that it wants of it. */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);
BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) {
    return SystemFunction036(buffer, (ULONG)length);
}
