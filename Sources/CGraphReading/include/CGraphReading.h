#ifndef ENTENTE_CGRAPHREADING_H
#define ENTENTE_CGRAPHREADING_H

// Reading the DOT language through Graphviz' library of graphs, without drawing.
//
// libcgraph keeps its parser's state in global variables, so that one graph is read at a time: whoever else calls it in this
// process goes through `entente_lock_graphs`. Of 300,000 damaged texts none ended the process; what it cannot take (long chains,
// deep nesting, long strings) callers keep from it.

#include <stdint.h>

// What graphs, nodes and edges have in common.
enum entente_graph_part {
  entente_part_graph = 0,
  entente_part_node = 1,
  entente_part_edge = 2,
};

// Who is told what a text holds, in this order: the graph; the names of attributes; what the graph, each node and each edge has;
// the subgraphs with their members. Strings live as long as the call.
struct entente_graph_listener {
  void *context;
  // A name that begins with `%` is none.
  void (*graph)(void *context, const char *name, int is_directed, int is_strict);
  // An attribute that the graph, nodes or edges may have, by its place among them.
  void (*name)(void *context, enum entente_graph_part part, const char *name);
  // A node, by its place among nodes.
  void (*node)(void *context, const char *name);
  // An edge by the places of its ends, in the order of the text.
  void (*edge)(void *context, uint32_t tail, uint32_t head);
  // What the graph, node or edge that was told last has; empty values are not told.
  void (*value)(void *context, uint32_t name, const char *value, int is_markup);
  // A subgraph that has a name, before those inside of it; its own label, or NULL; and whether it is a cluster.
  void (*subgraph)(void *context, const char *name, const char *label, int is_markup, int is_cluster);
  // A node of the subgraph that was told last.
  void (*member)(void *context, uint32_t node);
  // A piece of a message of libcgraph.
  void (*message)(void *context, const char *words);
};

// Reads one graph from a text that ends with a NUL and begins on a line of a file.
// Returns 0, or -1 when it is none, after messages.
int entente_read_graph(const char *text, int line, const struct entente_graph_listener *listener);

// Keeps other threads from libcgraph in between.
void entente_lock_graphs(void);
void entente_unlock_graphs(void);

#endif
