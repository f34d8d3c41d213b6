#ifndef ENTENTE_DRAWING_H
#define ENTENTE_DRAWING_H

// What `entente-draw` and drawing in place share.

#include <stdio.h>

#include <gvc.h>

#include "CGraphvizDrawing.h"

// A context with the plug-ins of the layouts and of SVG, PDF and PNG loaded, and the fonts' configuration read, so that
// children need not. Threads of Pango may go on for some milliseconds. NULL when there is no memory.
GVC_t *entente_open_graphviz(void);

// From the next graph on, identifiers follow the order of first appearance.
void entente_number_names(void);

// From the next graph on, its memory lies at the same addresses in every child.
void entente_fix_addresses(void);

// Turns a picture into another format and writes its record; returns 0 when it cannot, after a message.
typedef int (*entente_converter)(const char *svg, size_t length, const char *format, const struct entente_task *task, FILE *output);

// Reads, lays out and draws a graph; writes records, without the last one. Stops at the first step that reports an error.
// PDF and PNG come from the converter, or where there is none from Graphviz itself.
void entente_draw(GVC_t *context, const struct entente_task *task, entente_converter convert, FILE *output);

// Writes one record.
void entente_put(FILE *output, enum entente_record kind, const void *bytes, size_t length);

// Reads the fonts' configuration, and says whether any font is installed.
int entente_find_fonts(void);

// Takes note of the characters of a text, or of a graph's labels, that fonts must have.
void entente_want_text(const char *text);
void entente_want_labels(graph_t *graph);

// Writes a record for each character taken note of that no installed font has, and forgets them all.
void entente_put_missing_characters(FILE *output);

#endif
