#ifndef ENTENTE_PICTURES_H
#define ENTENTE_PICTURES_H

#include <stdio.h>

#include "CGraphvizDrawing.h"

// Answers requests from a socket until the other side closes it; the exit code of the program.
int entente_serve_drawings(int socket);

// Turns a picture into `pdf`, `png` or `png@` and the pixels to an inch, and writes its record; returns 0 when it cannot,
// after a message.
int entente_convert_picture(const char *svg, size_t length, const char *format, const struct entente_task *task, FILE *output);

// Turns pictures into the formats of a task: a PDF with a page for each, a PNG for each. Writes records, without the last one.
void entente_convert_pictures(const struct entente_task *task, FILE *output);

// Measures the texts of a task; writes records of their extents and of characters that no font has.
void entente_measure_texts(const struct entente_task *task, FILE *output);

#endif
