#include "CGraphReading.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <cgraph.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void entente_lock_graphs(void) { pthread_mutex_lock(&lock); }

void entente_unlock_graphs(void) { pthread_mutex_unlock(&lock); }

// MARK: Messages

static const struct entente_graph_listener *hearer;

static int hear(char *words) {
  if (hearer != NULL) hearer->message(hearer->context, words);
  return 0;
}

// MARK: What is told

// The attributes of a part, in order.
struct names {
  Agsym_t **list;
  uint32_t count;
};

static int list_names(struct names *names, Agraph_t *graph, int kind, enum entente_graph_part part,
                      const struct entente_graph_listener *listener) {
  uint32_t count = 0;
  for (Agsym_t *name = agnxtattr(graph, kind, NULL); name != NULL; name = agnxtattr(graph, kind, name)) count++;
  names->count = count;
  names->list = (Agsym_t **)calloc(count + 1, sizeof(Agsym_t *));
  if (names->list == NULL) return -1;
  count = 0;
  for (Agsym_t *name = agnxtattr(graph, kind, NULL); name != NULL; name = agnxtattr(graph, kind, name)) {
    names->list[count++] = name;
    listener->name(listener->context, part, name->name);
  }
  return 0;
}

static void tell_values(void *object, const struct names *names, const struct entente_graph_listener *listener) {
  for (uint32_t place = 0; place < names->count; place++) {
    char *value = agxget(object, names->list[place]);
    if (value != NULL && *value != '\0') listener->value(listener->context, place, value, aghtmlstr(value));
  }
}

static int compare_edges(const void *a, const void *b) {
  Agedge_t *one = *(Agedge_t *const *)a, *other = *(Agedge_t *const *)b;
  return AGSEQ(one) < AGSEQ(other) ? -1 : AGSEQ(one) > AGSEQ(other);
}

static int tell_edges(Agraph_t *graph, const uint32_t *places, const struct names *names,
                      const struct entente_graph_listener *listener) {
  size_t count = (size_t)agnedges(graph), used = 0;
  Agedge_t **edges = (Agedge_t **)calloc(count + 1, sizeof(Agedge_t *));
  if (edges == NULL) return -1;
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
    for (Agedge_t *edge = agfstout(graph, node); edge != NULL && used < count; edge = agnxtout(graph, edge))
      edges[used++] = edge;
  qsort(edges, used, sizeof(Agedge_t *), compare_edges);
  for (size_t index = 0; index < used; index++) {
    listener->edge(listener->context, places[AGSEQ(agtail(edges[index]))], places[AGSEQ(aghead(edges[index]))]);
    tell_values(edges[index], names, listener);
  }
  free(edges);
  return 0;
}

static void tell_subgraph(Agraph_t *graph, Agraph_t *root, Agsym_t *label, const uint32_t *places,
                          const struct entente_graph_listener *listener) {
  char *name = agnameof(graph);
  if (name == NULL || *name == '%') return;
  char *text = label == NULL ? NULL : agxget(graph, label);
  // What the whole graph says, its parts have too.
  if (text != NULL && (*text == '\0' || text == agxget(root, label))) text = NULL;
  int is_markup = text != NULL && aghtmlstr(text);
  listener->subgraph(listener->context, name, text, is_markup, strncmp(name, "cluster", 7) == 0);
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
    listener->member(listener->context, places[AGSEQ(node)]);
}

// Goes through the subgraphs, each before those inside of it.
static void tell_subgraphs(Agraph_t *root, const uint32_t *places, const struct entente_graph_listener *listener) {
  Agsym_t *label = agattr(root, AGRAPH, (char *)"label", NULL);
  Agraph_t *graph = agfstsubg(root);
  while (graph != NULL) {
    tell_subgraph(graph, root, label, places, listener);
    Agraph_t *next = agfstsubg(graph);
    while (next == NULL && graph != root) {
      next = agnxtsubg(graph);
      if (next == NULL) graph = agparent(graph);
    }
    graph = next;
  }
}

static int tell_graph(Agraph_t *graph, const struct entente_graph_listener *listener) {
  struct names of_graph = {0}, of_nodes = {0}, of_edges = {0};
  uint32_t *places = NULL;
  int result = -1;
  char *title = agnameof(graph);
  listener->graph(listener->context, title == NULL ? "%" : title, agisdirected(graph), agisstrict(graph));
  if (list_names(&of_graph, graph, AGRAPH, entente_part_graph, listener) < 0) goto end;
  if (list_names(&of_nodes, graph, AGNODE, entente_part_node, listener) < 0) goto end;
  if (list_names(&of_edges, graph, AGEDGE, entente_part_edge, listener) < 0) goto end;
  tell_values(graph, &of_graph, listener);
  size_t most = 0;
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node))
    if (AGSEQ(node) > most) most = AGSEQ(node);
  places = (uint32_t *)calloc(most + 1, sizeof(uint32_t));
  if (places == NULL) goto end;
  uint32_t count = 0;
  for (Agnode_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    places[AGSEQ(node)] = count++;
    listener->node(listener->context, agnameof(node));
    tell_values(node, &of_nodes, listener);
  }
  result = tell_edges(graph, places, &of_edges, listener);
  if (result == 0) tell_subgraphs(graph, places, listener);
end:
  free(places);
  free(of_graph.list);
  free(of_nodes.list);
  free(of_edges.list);
  return result;
}

int entente_read_graph(const char *text, int line, const struct entente_graph_listener *listener) {
  entente_lock_graphs();
  hearer = listener;
  agusererrf others = agseterrf((agusererrf)hear);
  agerrlevel_t level = agseterr(AGWARN);
  agreseterrors();
  agsetfile(NULL);
  agreadline(line);
  Agraph_t *graph = agmemread(text);
  // Out of room on its stack, the parser returns what it has.
  int result = graph == NULL || agerrors() >= AGERR ? -1 : tell_graph(graph, listener);
  if (graph != NULL) agclose(graph);
  agreseterrors();
  agseterr(level);
  agseterrf(others);
  hearer = NULL;
  entente_unlock_graphs();
  return result;
}
