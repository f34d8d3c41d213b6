#ifndef ENTENTE_CLIBFUZZER_H
#define ENTENTE_CLIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

// The library comes with the compiler, but no header of it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*target)(const uint8_t *bytes, size_t count));

#endif
