#ifndef ENTENTE_CGRAPHVIZ_H
#define ENTENTE_CGRAPHVIZ_H

// Graphviz keeps state in global variables, orders subgraphs by the addresses of their names, and can free
// memory twice when it cleans up after `dot`. Drawn one after the other in one process, the same graph gives
// different pictures, and some end the process. Each graph is therefore drawn in a forked child, which starts
// from the same state every time and leaves without cleaning up.
//
// The child's side stands here in C, because a child of a process with several threads must not enter the
// Swift runtime, whose locks may have been held by another thread.

#include <dlfcn.h>
#include <errno.h>
#include <math.h>
#include <search.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gvc.h>

// MARK: Rendering

// The length is `unsigned int *` up to Graphviz 12 and `size_t *` from 13, and no header has a version number
// that the preprocessor could compare: the type of the function itself decides.
static inline int entente_render_data(GVC_t *context, graph_t *graph, const char *format,
                                      char **data, size_t *length) {
  unsigned int narrow = 0;
  size_t wide = 0;
  int failure = gvRenderData(
      context, graph, format, data,
      _Generic(&gvRenderData,
               int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *): &narrow,
               default: &wide));
  *length = wide != 0 ? wide : narrow;
  return failure;
}

// MARK: Identifiers in the order of first appearance, instead of addresses

struct entente_name {
  const char *text;
  IDTYPE id;
};

// Swift gives a header's functions a place in the program, but not its variables: they are inside of functions.
struct entente_state {
  FILE *output;
  void *names;
  struct entente_name **names_by_id;
  size_t name_count;
  IDTYPE anonymous_count;
  char *memory;
  char *memory_end;
};

static inline struct entente_state *entente_state(void) {
  static struct entente_state state;
  return &state;
}

static inline int entente_compare_names(const void *a, const void *b) {
  return strcmp(((const struct entente_name *)a)->text, ((const struct entente_name *)b)->text);
}

// As with addresses, identifiers of named objects are even and above the odd ones of nameless objects.
#define ENTENTE_FIRST_NAME ((IDTYPE)1 << 40)

static inline long entente_map_id(void *state, int type, char *text, IDTYPE *id, int create) {
  (void)state, (void)type;
  struct entente_state *all = entente_state();
  *id = 0;
  if (text == NULL) {
    if (!create) return 0;
    *id = 2 * all->anonymous_count++ + 1;
    return 1;
  }
  struct entente_name key = {text, 0};
  struct entente_name **found = (struct entente_name **)tfind(&key, &all->names, entente_compare_names);
  if (found != NULL) {
    *id = (*found)->id;
    return 1;
  }
  if (!create) return 0;
  if ((all->name_count & (all->name_count + 1)) == 0) {
    size_t capacity = 2 * (all->name_count + 1);
    all->names_by_id = (struct entente_name **)realloc(all->names_by_id, capacity * sizeof(void *));
    if (all->names_by_id == NULL) abort();
  }
  struct entente_name *name = (struct entente_name *)malloc(sizeof *name);
  if (name == NULL || (name->text = strdup(text)) == NULL) abort();
  name->id = ENTENTE_FIRST_NAME + 2 * all->name_count;
  all->names_by_id[all->name_count++] = name;
  if (tsearch(name, &all->names, entente_compare_names) == NULL) abort();
  *id = name->id;
  return 1;
}

static inline char *entente_print_id(void *state, int type, IDTYPE id) {
  (void)state, (void)type;
  struct entente_state *all = entente_state();
  if (id < ENTENTE_FIRST_NAME || id % 2 != 0) return NULL;
  IDTYPE index = (id - ENTENTE_FIRST_NAME) / 2;
  return index < all->name_count ? (char *)all->names_by_id[index]->text : NULL;
}

static inline void entente_free_id(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
}

// MARK: Graphs at the same addresses every time

// Some layouts compare the addresses of nodes and edges. Up to Graphviz 8 the memory of graphs comes from a table
// of functions, which is put here onto one large block at a fixed address; later versions have no such table.
struct entente_memory_table {
  void *(*open)(Agdisc_t *);
  void *(*alloc)(void *, size_t);
  void *(*resize)(void *, void *, size_t, size_t);
  void (*free)(void *, void *);
  void (*close)(void *);
};

static inline void *entente_allocate(void *state, size_t size) {
  (void)state;
  struct entente_state *all = entente_state();
  size_t rounded = (size + 15) & ~(size_t)15;
  if (size > rounded || rounded > (size_t)(all->memory_end - all->memory)) return calloc(1, size);
  void *bytes = all->memory;
  all->memory += rounded;
  return bytes;
}

static inline void *entente_reallocate(void *state, void *old, size_t old_size, size_t size) {
  void *bytes = entente_allocate(state, size);
  if (bytes != NULL && old != NULL) memcpy(bytes, old, old_size < size ? old_size : size);
  return bytes;
}

static inline void entente_free(void *state, void *bytes) {
  (void)state, (void)bytes;
}

static inline void entente_fix_addresses(void) {
  struct entente_memory_table *table = (struct entente_memory_table *)dlsym(RTLD_DEFAULT, "AgMemDisc");
  if (table == NULL) return;
  const size_t size = (size_t)1 << 32;
  void *block = mmap((void *)0x200000000000, size, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (block == MAP_FAILED) return;
  entente_state()->memory = (char *)block;
  entente_state()->memory_end = (char *)block + size;
  table->alloc = entente_allocate;
  table->resize = entente_reallocate;
  table->free = entente_free;
}

// MARK: Drawing

// What is written: records of a kind, a length and bytes. 'm': a piece of a message; 'g': the graph is read;
// 'l': it is laid out; 'p': a picture, in the order of the formats.
static inline void entente_put(char kind, const char *bytes, size_t length) {
  FILE *output = entente_state()->output;
  fputc(kind, output);
  fwrite(&length, sizeof length, 1, output);
  fwrite(bytes, 1, length, output);
  fflush(output);
}

static inline int entente_put_message(char *text) {
  entente_put('m', text, strlen(text));
  return 0;
}

// MARK: Positions to the hundredth of a point

// To part overlapping nodes, Graphviz adds numbers in the order of a hash table of addresses, so that positions
// differ between runs in their last digits. PDF writes these digits.
static inline void entente_settle_point(pointf *point) {
  point->x = round(point->x * 100) / 100;
  point->y = round(point->y * 100) / 100;
}

static inline void entente_settle_label(textlabel_t *label) {
  if (label != NULL) entente_settle_point(&label->pos);
}

static inline void entente_settle(graph_t *graph) {
  entente_settle_point(&GD_bb(graph).LL);
  entente_settle_point(&GD_bb(graph).UR);
  entente_settle_label(GD_label(graph));
  for (node_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    entente_settle_point(&ND_coord(node));
    entente_settle_label(ND_xlabel(node));
    for (edge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge)) {
      entente_settle_label(ED_label(edge));
      entente_settle_label(ED_xlabel(edge));
      entente_settle_label(ED_head_label(edge));
      entente_settle_label(ED_tail_label(edge));
      splines *lines = ED_spl(edge);
      for (size_t i = 0; lines != NULL && i < (size_t)lines->size; i++) {
        bezier *line = &lines->list[i];
        for (size_t j = 0; j < (size_t)line->size; j++) entente_settle_point(&line->list[j]);
        if (line->sflag) entente_settle_point(&line->sp);
        if (line->eflag) entente_settle_point(&line->ep);
      }
    }
  }
}

// Stops at the first step that reports an error.
static inline void entente_draw(GVC_t *context, const char *dot, const char *engine, char *formats) {
  agseterrf(entente_put_message);
  agreseterrors();
  graph_t *graph = agmemread(dot);
  if (graph == NULL || agerrors() >= AGERR) return;
  entente_put('g', "", 0);
  if (gvLayout(context, graph, engine) != 0 || agerrors() >= AGERR) return;
  if (strcmp(engine, "dot") != 0) entente_settle(graph);
  entente_put('l', "", 0);
  char *rest = NULL;
  for (char *format = strtok_r(formats, " ", &rest); format != NULL; format = strtok_r(NULL, " ", &rest)) {
    char *data = NULL;
    size_t length = 0;
    if (entente_render_data(context, graph, format, &data, &length) != 0 || agerrors() >= AGERR) return;
    entente_put('p', data, length);
    gvFreeRenderData(data);
  }
#ifdef __APPLE__
  gvFreeLayout(context, graph);
  agclose(graph);
#endif
}

static inline int entente_drop_message(char *text) {
  (void)text;
  return 0;
}

// Loads the plug-ins and the fonts' configuration, so that children need not, and must not: loading takes locks.
static inline GVC_t *entente_open_graphviz(void) {
  GVC_t *context = gvContext();
  if (context == NULL) return NULL;
  agseterrf(entente_drop_message);
  const char *const engines[] = {"dot", "neato"};
  const char *const formats[] = {"svg", "pdf", "png"};
  for (int i = 0; i < 2; i++) {
    graph_t *graph = agmemread("digraph Entente { a }");
    if (graph == NULL) continue;
    if (gvLayout(context, graph, engines[i]) == 0) {
      for (int j = 0; j < 3; j++) {
        char *data = NULL;
        size_t length = 0;
        if (entente_render_data(context, graph, formats[j], &data, &length) == 0) gvFreeRenderData(data);
      }
      gvFreeLayout(context, graph);
    }
    agclose(graph);
  }
#ifndef __APPLE__
  // Only from here on, so that no graph is older than the identifiers.
  AgIdDisc.map = (__typeof__(AgIdDisc.map))entente_map_id;
  AgIdDisc.print = (__typeof__(AgIdDisc.print))entente_print_id;
  AgIdDisc.free = (__typeof__(AgIdDisc.free))entente_free_id;
  entente_fix_addresses();
#endif
  return context;
}

// A file in memory where there is such a thing.
static inline FILE *entente_open_output(void) {
#ifdef MFD_CLOEXEC
  int descriptor = memfd_create("entente", MFD_CLOEXEC);
  if (descriptor >= 0) return fdopen(descriptor, "w+");
#endif
  return tmpfile();
}

// Starts a drawing; macOS, whose frameworks do not survive a fork, draws at once and returns 0.
// Returns the child, or -1 when none could be started.
static inline pid_t entente_start_drawing(GVC_t *context, const char *dot, const char *engine, char *formats,
                                          FILE *output) {
#ifdef __APPLE__
  entente_state()->output = output;
  entente_draw(context, dot, engine, formats);
  return 0;
#else
  pid_t child = fork();
  if (child != 0) return child;
  const int deadly[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t i = 0; i < sizeof deadly / sizeof deadly[0]; i++) signal(deadly[i], SIG_DFL);
  entente_state()->output = output;
  entente_draw(context, dot, engine, formats);
  _exit(0);
#endif
}

// Waits for the child and reads what it wrote.
// Returns the signal that ended the child, 0 for none, or -1 when it cannot be told or read.
static inline int entente_finish_drawing(pid_t child, FILE *output, char **bytes, size_t *length) {
  int status = 0;
  *bytes = NULL;
  *length = 0;
  if (child > 0) {
    while (waitpid(child, &status, 0) < 0) {
      if (errno != EINTR) return -1;
    }
  }
  if (fseek(output, 0, SEEK_END) != 0) return -1;
  long size = ftell(output);
  if (size < 0 || (*bytes = (char *)malloc((size_t)size + 1)) == NULL) return -1;
  rewind(output);
  *length = fread(*bytes, 1, (size_t)size, output);
  if (*length != (size_t)size) return -1;
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

#endif
