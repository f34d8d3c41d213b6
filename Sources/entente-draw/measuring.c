// How long texts are: by the same engine, fonts and rules that draw them.

#include <stdlib.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "drawing.h"
#include "pictures.h"

// Large, so that what is rounded does not count.
#define SIZE 100.0

static PangoContext *open_context(void) {
  PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
  return context;
}

static struct entente_extent extent_of(PangoLayout *layout, char weight, const char *text) {
  static PangoFontDescription *font;
  if (font == NULL) font = pango_font_description_from_string(ENTENTE_FONT_FAMILIES);
  pango_font_description_set_absolute_size(font, SIZE * PANGO_SCALE);
  pango_font_description_set_weight(font, weight == 'b' ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font, weight == 'i' ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, text, -1);
  PangoRectangle logical;
  pango_layout_get_extents(layout, NULL, &logical);
  double unit = SIZE * PANGO_SCALE;
  int baseline = pango_layout_get_baseline(layout);
  struct entente_extent extent = {logical.width / unit, (baseline - logical.y) / unit,
                                  (logical.y + logical.height - baseline) / unit};
  return extent;
}

void entente_measure_texts(const struct entente_task *task, FILE *output) {
  static PangoLayout *layout;
  if (layout == NULL) {
    layout = pango_layout_new(open_context());
    pango_layout_set_single_paragraph_mode(layout, TRUE);
  }
  size_t count = 0;
  for (size_t i = 0; i < task->length; i++) count += task->text[i] == 0;
  struct entente_extent *extents = (struct entente_extent *)calloc(count + 1, sizeof *extents);
  if (extents == NULL) return;
  const char *text = task->text;
  for (size_t i = 0; i < count; i++) {
    extents[i] = extent_of(layout, text[0], text + 1);
    entente_want_text(text + 1);
    text += strlen(text) + 1;
  }
  entente_put(output, entente_record_extents, extents, count * sizeof *extents);
  free(extents);
  entente_put_missing_characters(output);
}
