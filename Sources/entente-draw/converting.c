// Pictures in SVG turned into PDF and PNG through librsvg and cairo.

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include "drawing.h"
#include "pictures.h"

// What cairo can hold in a bitmap.
#define MOST_PIXELS 32767
// The pixels to an inch of a PNG when a format names none.
#define USUAL_RESOLUTION 96

static void put_message(FILE *output, const char *message) {
  const char *const pieces[] = {"Error", ": ", message};
  for (int i = 0; i < 3; i++) entente_put(output, entente_record_message, pieces[i], strlen(pieces[i]));
}

static cairo_status_t append(void *memory, const unsigned char *bytes, unsigned int length) {
  return fwrite(bytes, 1, length, (FILE *)memory) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

// A document as librsvg reads it, with its size at so many pixels to an inch; NULL after a message. Nothing is fetched: a
// document without an address has nothing that its references could be relative to.
static RsvgHandle *open_svg(const char *svg, size_t length, double dpi, double *width, double *height, FILE *output) {
  GError *error = NULL;
  GInputStream *stream = g_memory_input_stream_new_from_data(svg, (gssize)length, NULL);
  RsvgHandle *handle = rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAG_UNLIMITED, NULL, &error);
  g_object_unref(stream);
  if (handle == NULL) {
    put_message(output, error->message);
    g_error_free(error);
    return NULL;
  }
  rsvg_handle_set_dpi(handle, dpi);
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, width, height) || !(*width > 0) || !(*height > 0)) {
    put_message(output, "the picture has no size.");
    g_object_unref(handle);
    return NULL;
  }
  return handle;
}

static int paint(RsvgHandle *handle, cairo_t *cairo, double width, double height, FILE *output) {
  GError *error = NULL;
  RsvgRectangle page = {0, 0, width, height};
  if (!rsvg_handle_render_document(handle, cairo, &page, &error)) {
    put_message(output, error->message);
    g_error_free(error);
    return 0;
  }
  if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS) return 1;
  put_message(output, cairo_status_to_string(cairo_status(cairo)));
  return 0;
}

// MARK: PNG

static int put_png(const char *svg, size_t length, double dpi, FILE *output) {
  double width = 0, height = 0;
  RsvgHandle *handle = open_svg(svg, length, dpi, &width, &height, output);
  if (handle == NULL) return 0;
  double columns = ceil(width), rows = ceil(height);
  if (columns > MOST_PIXELS || rows > MOST_PIXELS) {
    char message[200];
    snprintf(message, sizeof message, "it would have %.0f times %.0f pixels, and neither may be above %d; ask for fewer pixels to an inch, or for a PDF.",
             columns, rows, MOST_PIXELS);
    put_message(output, message);
    g_object_unref(handle);
    return 0;
  }
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)columns, (int)rows);
  cairo_t *cairo = cairo_create(surface);
  cairo_set_source_rgb(cairo, 1, 1, 1);
  cairo_paint(cairo);
  int is_done = paint(handle, cairo, width, height, output);
  cairo_destroy(cairo);
  char *bytes = NULL;
  size_t size = 0;
  FILE *memory = is_done ? open_memstream(&bytes, &size) : NULL;
  if (memory != NULL) {
    cairo_status_t status = cairo_surface_write_to_png_stream(surface, append, memory);
    fclose(memory);
    is_done = status == CAIRO_STATUS_SUCCESS;
    if (is_done) entente_put(output, entente_record_picture, bytes, size);
    else put_message(output, cairo_status_to_string(status));
    free(bytes);
  }
  cairo_surface_destroy(surface);
  g_object_unref(handle);
  return is_done;
}

// MARK: PDF

static int add_page(cairo_surface_t *surface, cairo_t *cairo, const char *svg, size_t length, FILE *output) {
  double width = 0, height = 0;
  RsvgHandle *handle = open_svg(svg, length, 72, &width, &height, output);
  if (handle == NULL) return 0;
  cairo_pdf_surface_set_size(surface, width, height);
  int is_done = paint(handle, cairo, width, height, output);
  cairo_show_page(cairo);
  g_object_unref(handle);
  return is_done;
}

// A PDF with a page for each document; they are ended by NULs.
static int put_pdf(const struct entente_task *task, const char *svg, size_t length, FILE *output) {
  char *bytes = NULL;
  size_t size = 0;
  FILE *memory = open_memstream(&bytes, &size);
  if (memory == NULL) return 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, memory, 1, 1);
  if (task->title[0] != 0) cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, task->title);
  if (task->author[0] != 0) cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, task->author);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Entente");
  cairo_t *cairo = cairo_create(surface);
  int is_done = 1;
  for (size_t start = 0; is_done && start < length;) {
    size_t page = strnlen(svg + start, length - start);
    is_done = add_page(surface, cairo, svg + start, page, output);
    start += page + 1;
  }
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  fclose(memory);
  if (is_done) entente_put(output, entente_record_picture, bytes, size);
  free(bytes);
  return is_done;
}

// MARK: Both

static double resolution(const char *format) {
  const char *sign = strchr(format, '@');
  double dpi = sign == NULL ? 0 : atof(sign + 1);
  return dpi > 0 ? dpi : USUAL_RESOLUTION;
}

int entente_convert_picture(const char *svg, size_t length, const char *format, const struct entente_task *task, FILE *output) {
  return strcmp(format, "pdf") == 0 ? put_pdf(task, svg, length, output) : put_png(svg, length, resolution(format), output);
}

void entente_convert_pictures(const struct entente_task *task, FILE *output) {
  entente_put(output, entente_record_graph, "", 0);
  entente_put(output, entente_record_layout, "", 0);
  char *rest = NULL;
  char *formats = strdup(task->formats);
  if (formats == NULL) return;
  for (char *format = strtok_r(formats, " ", &rest); format != NULL; format = strtok_r(NULL, " ", &rest)) {
    if (strcmp(format, "pdf") == 0) {
      if (!put_pdf(task, task->text, task->length, output)) break;
      continue;
    }
    int is_done = 1;
    for (size_t start = 0; is_done && start < task->length;) {
      size_t page = strnlen(task->text + start, task->length - start);
      is_done = put_png(task->text + start, page, resolution(format), output);
      start += page + 1;
    }
    if (!is_done) break;
  }
  free(formats);
}
