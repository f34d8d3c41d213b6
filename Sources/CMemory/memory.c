#include "CMemory.h"

#include <stddef.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void entente_return_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}
