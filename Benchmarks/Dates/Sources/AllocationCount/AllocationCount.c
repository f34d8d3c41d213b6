#include "AllocationCount.h"
#include <stddef.h>
#include <features.h>

static unsigned long count;

unsigned long allocation_count(void) { return count; }

#ifdef __GLIBC__
// A definition in the program takes the place of the library's for everybody, the Swift runtime included.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size) {
  count += 1;
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count += 1;
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  count += 1;
  return __libc_realloc(memory, size);
}
#endif
