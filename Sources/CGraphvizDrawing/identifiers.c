// Identifiers of a graph's objects in the order of first appearance, instead of addresses, and memory of graphs at the
// same addresses every time.

#include "drawing.h"

#include <dlfcn.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// MARK: Identifiers

struct name {
  const char *text;
  IDTYPE id;
};

static void *names;
static struct name **names_by_id;
static size_t name_count;
static IDTYPE anonymous_count;

// Graphviz keeps before each string of its own whether it is markup, and looks there at names too when it writes them in its plain
// format: `n1`, or as markup `<n1>`. Nothing but zeros are before ours.
#define BEFORE_NAME 64

static char *copy_name(const char *text) {
  size_t size = strlen(text) + 1;
  char *bytes = (char *)calloc(1, BEFORE_NAME + size);
  return bytes == NULL ? NULL : (char *)memcpy(bytes + BEFORE_NAME, text, size);
}

static int compare_names(const void *a, const void *b) {
  return strcmp(((const struct name *)a)->text, ((const struct name *)b)->text);
}

// As with addresses, identifiers of named objects are even and above the odd ones of nameless objects.
#define FIRST_NAME ((IDTYPE)1 << 40)

static long map_id(void *state, int type, char *text, IDTYPE *id, int create) {
  (void)state, (void)type;
  *id = 0;
  if (text == NULL) {
    if (!create) return 0;
    *id = 2 * anonymous_count++ + 1;
    return 1;
  }
  struct name key = {text, 0};
  struct name **found = (struct name **)tfind(&key, &names, compare_names);
  if (found != NULL) {
    *id = (*found)->id;
    return 1;
  }
  if (!create) return 0;
  if ((name_count & (name_count + 1)) == 0) {
    size_t capacity = 2 * (name_count + 1);
    names_by_id = (struct name **)realloc(names_by_id, capacity * sizeof(void *));
    if (names_by_id == NULL) abort();
  }
  struct name *name = (struct name *)malloc(sizeof *name);
  if (name == NULL || (name->text = copy_name(text)) == NULL) abort();
  name->id = FIRST_NAME + 2 * name_count;
  names_by_id[name_count++] = name;
  if (tsearch(name, &names, compare_names) == NULL) abort();
  *id = name->id;
  return 1;
}

static char *print_id(void *state, int type, IDTYPE id) {
  (void)state, (void)type;
  if (id < FIRST_NAME || id % 2 != 0) return NULL;
  IDTYPE index = (id - FIRST_NAME) / 2;
  return index < name_count ? (char *)names_by_id[index]->text : NULL;
}

static void free_id(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
}

void entente_number_names(void) {
  names = NULL;
  names_by_id = NULL;
  name_count = 0;
  anonymous_count = 0;
  AgIdDisc.map = (__typeof__(AgIdDisc.map))map_id;
  AgIdDisc.print = (__typeof__(AgIdDisc.print))print_id;
  AgIdDisc.free = (__typeof__(AgIdDisc.free))free_id;
}

// MARK: Memory

// Some layouts compare the addresses of nodes and edges. Up to Graphviz 8 the memory of graphs comes from a table
// of functions, which is put here onto one large block at a fixed address; later versions have no such table.
struct memory_table {
  void *(*open)(Agdisc_t *);
  void *(*alloc)(void *, size_t);
  void *(*resize)(void *, void *, size_t, size_t);
  void (*free)(void *, void *);
  void (*close)(void *);
};

static char *memory;
static char *memory_end;

static void *allocate(void *state, size_t size) {
  (void)state;
  size_t rounded = (size + 15) & ~(size_t)15;
  if (size > rounded || rounded > (size_t)(memory_end - memory)) return calloc(1, size);
  void *bytes = memory;
  memory += rounded;
  return bytes;
}

static void *reallocate(void *state, void *old, size_t old_size, size_t size) {
  void *bytes = allocate(state, size);
  if (bytes != NULL && old != NULL) memcpy(bytes, old, old_size < size ? old_size : size);
  return bytes;
}

static void free_nothing(void *state, void *bytes) {
  (void)state, (void)bytes;
}

void entente_fix_addresses(void) {
  struct memory_table *table = (struct memory_table *)dlsym(RTLD_DEFAULT, "AgMemDisc");
  if (table == NULL) return;
  const size_t size = (size_t)1 << 32;
  void *block = mmap((void *)0x200000000000, size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (block == MAP_FAILED) return;
  memory = (char *)block;
  memory_end = (char *)block + size;
  table->alloc = allocate;
  table->resize = reallocate;
  table->free = free_nothing;
}
