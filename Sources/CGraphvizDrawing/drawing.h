#ifndef ENTENTE_DRAWING_H
#define ENTENTE_DRAWING_H

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

// Reads, lays out and draws a graph; writes records, without the last one. Stops at the first step that reports an error.
void entente_draw(GVC_t *context, const char *dot, const char *engine, char *formats, FILE *output);

// Writes one record.
void entente_put(FILE *output, enum entente_record kind, const void *bytes, size_t length);

// Reads the fonts' configuration, and says whether any font is installed.
int entente_find_fonts(void);

// Writes a record for each character in the labels of a graph that no installed font has.
void entente_put_missing_characters(graph_t *graph, FILE *output);

#endif
