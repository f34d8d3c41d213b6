// One drawing: DOT in, records out.

#include "drawing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// MARK: Records

void entente_put(FILE *output, enum entente_record kind, const void *bytes, size_t length) {
  uint64_t size = length;
  fputc(kind, output);
  fwrite(&size, sizeof size, 1, output);
  fwrite(bytes, 1, length, output);
  // What is known must arrive also when the next step ends the process.
  fflush(output);
}

// Graphviz hands its messages to a function that knows nothing of the drawing.
static FILE *message_output;

static int put_message(char *text) {
  entente_put(message_output, entente_record_message, text, strlen(text));
  return 0;
}

static int drop_message(char *text) {
  (void)text;
  return 0;
}

// MARK: Positions to the hundredth of a point

// To part overlapping nodes, Graphviz adds numbers in the order of a hash table of addresses, so that positions
// differ between runs in their last digits. PDF writes these digits.
static void settle_point(pointf *point) {
  point->x = round(point->x * 100) / 100;
  point->y = round(point->y * 100) / 100;
}

static void settle_label(textlabel_t *label) {
  if (label != NULL) settle_point(&label->pos);
}

static void settle_edge(edge_t *edge) {
  settle_label(ED_label(edge));
  settle_label(ED_xlabel(edge));
  settle_label(ED_head_label(edge));
  settle_label(ED_tail_label(edge));
  splines *lines = ED_spl(edge);
  for (size_t i = 0; lines != NULL && i < (size_t)lines->size; i++) {
    bezier *line = &lines->list[i];
    for (size_t j = 0; j < (size_t)line->size; j++) settle_point(&line->list[j]);
    if (line->sflag) settle_point(&line->sp);
    if (line->eflag) settle_point(&line->ep);
  }
}

static void settle(graph_t *graph) {
  settle_point(&GD_bb(graph).LL);
  settle_point(&GD_bb(graph).UR);
  settle_label(GD_label(graph));
  for (node_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    settle_point(&ND_coord(node));
    settle_label(ND_xlabel(node));
    for (edge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge)) settle_edge(edge);
  }
}

// MARK: Drawing

// The length is `unsigned int *` up to Graphviz 12 and `size_t *` from 13, and no header has a version number
// that the preprocessor could compare: the type of the function itself decides.
static int render_data(GVC_t *context, graph_t *graph, const char *format, char **data, size_t *length) {
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

// The graph's own attribute goes before what is asked for.
static const char *engine_in_use(graph_t *graph, const char *engine) {
  const char *own = agget(graph, (char *)"layout");
  return own != NULL && own[0] != 0 ? own : engine;
}

// Writes a picture of a graph that is laid out; returns 0 after an error.
static int put_picture(GVC_t *context, graph_t *graph, const char *format, FILE *output) {
  char *data = NULL;
  size_t length = 0;
  if (render_data(context, graph, format, &data, &length) != 0 || agerrors() >= AGERR) return 0;
  entente_put(output, entente_record_picture, data, length);
  gvFreeRenderData(data);
  return 1;
}

void entente_draw(GVC_t *context, const struct entente_task *task, entente_converter convert, FILE *output) {
  message_output = output;
  agseterrf(put_message);
  agreseterrors();
  graph_t *graph = agmemread(task->text);
  if (graph == NULL || agerrors() >= AGERR) return;
  entente_put(output, entente_record_graph, "", 0);
  if (gvLayout(context, graph, task->engine) != 0 || agerrors() >= AGERR) return;
  if (strcmp(engine_in_use(graph, task->engine), "dot") != 0) settle(graph);
  entente_put(output, entente_record_layout, "", 0);
  entente_want_labels(graph);
  entente_put_missing_characters(output);
  char *svg = NULL;
  size_t length = 0;
  char *rest = NULL;
  char *formats = strdup(task->formats);
  if (formats == NULL) return;
  for (char *format = strtok_r(formats, " ", &rest); format != NULL; format = strtok_r(NULL, " ", &rest)) {
    int is_converted = convert != NULL && (strncmp(format, "pdf", 3) == 0 || strncmp(format, "png", 3) == 0);
    if (!is_converted) {
      format[strcspn(format, "@")] = 0;
      if (!put_picture(context, graph, format, output)) return;
      continue;
    }
    if (svg == NULL && (render_data(context, graph, "svg", &svg, &length) != 0 || agerrors() >= AGERR)) return;
    if (!convert(svg, length, format, task, output)) return;
  }
  // Neither the layout nor the graph is freed: cleaning up after `dot` can free memory twice.
}

static void draw_for_nothing(GVC_t *context) {
  agseterrf(drop_message);
  const char *const engines[] = {"dot", "neato"};
  const char *const formats[] = {"svg", "pdf", "png"};
  for (int i = 0; i < 2; i++) {
    graph_t *graph = agmemread("digraph Entente { a }");
    if (graph == NULL) continue;
    if (gvLayout(context, graph, engines[i]) == 0) {
      for (int j = 0; j < 3; j++) {
        char *data = NULL;
        size_t length = 0;
        if (render_data(context, graph, formats[j], &data, &length) == 0) gvFreeRenderData(data);
      }
      gvFreeLayout(context, graph);
    }
    agclose(graph);
  }
}

GVC_t *entente_open_graphviz(void) {
  GVC_t *context = gvContext();
  if (context != NULL) draw_for_nothing(context);
  return context;
}

const char *entente_graphviz_version(void) {
  static const char *version;
  if (version == NULL) {
    GVC_t *context = gvContext();
    version = context == NULL ? "0.0" : strdup(gvcVersion(context));
  }
  return version;
}
