#include "CMemory.h"

// Says whether the C library is GNU's.
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void entente_return_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 512 * 1024);
#endif
}
