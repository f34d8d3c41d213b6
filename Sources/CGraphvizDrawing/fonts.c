// What the installed fonts can draw: a character that none of them has comes out as a box, and nobody says so.

#include "drawing.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

static FcFontSet *installed_fonts(void) {
  return FcInit() ? FcConfigGetFonts(NULL, FcSetSystem) : NULL;
}

int entente_find_fonts(void) {
  FcFontSet *fonts = installed_fonts();
  return fonts != NULL && fonts->nfont > 0;
}

// MARK: The characters of a graph's labels

#define CHARACTERS 0x110000
static unsigned char wanted[CHARACTERS / 8];

static void want(FcChar32 character) {
  if (character < CHARACTERS) wanted[character / 8] |= (unsigned char)(1 << character % 8);
}

void entente_want_text(const char *characters) {
  const FcChar8 *text = (const FcChar8 *)characters;
  int rest = (int)strlen(characters);
  while (rest > 0) {
    FcChar32 character = 0;
    int size = FcUtf8ToUcs4(text, &character, rest);
    if (size <= 0) return;
    if (character >= 0x80) want(character);
    text += size;
    rest -= size;
  }
}

// The text of a label as it was given: of an HTML-like label with its markup, which is ASCII.
static void want_label(textlabel_t *label) {
  if (label != NULL && label->text != NULL) entente_want_text(label->text);
}

static void want_labels(graph_t *graph) {
  want_label(GD_label(graph));
  for (node_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    want_label(ND_label(node));
    want_label(ND_xlabel(node));
    for (edge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge)) {
      want_label(ED_label(edge));
      want_label(ED_xlabel(edge));
      want_label(ED_head_label(edge));
      want_label(ED_tail_label(edge));
    }
  }
}

static void want_cluster_labels(graph_t *graph) {
  for (graph_t *part = agfstsubg(graph); part != NULL; part = agnxtsubg(part)) {
    // Only clusters carry the layout's record, and so a label.
    if (strncmp(agnameof(part), "cluster", 7) == 0) want_label(GD_label(part));
    want_cluster_labels(part);
  }
}

// Characters that are not drawn as such: controls, joiners, marks of direction, selectors, and no characters at all.
static int is_unseen(FcChar32 character) {
  return character < 0xA0 || character == 0xAD || character == 0x34F || character == 0x61C ||
         (character >= 0x115F && character <= 0x1160) || (character >= 0x180B && character <= 0x180F) ||
         (character >= 0x200B && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E) ||
         (character >= 0x2060 && character <= 0x206F) || (character >= 0xFDD0 && character <= 0xFDEF) ||
         (character >= 0xFE00 && character <= 0xFE0F) || character == 0xFEFF ||
         (character >= 0xE0000 && character <= 0xE0FFF) || (character & 0xFFFE) == 0xFFFE;
}

void entente_want_labels(graph_t *graph) {
  want_labels(graph);
  want_cluster_labels(graph);
}

void entente_put_missing_characters(FILE *output) {
  FcFontSet *fonts = installed_fonts();
  if (fonts == NULL) return;
  // Neighbours in a text are neighbours in a script: the font that had the last character is asked first.
  int likely = 0;
  for (FcChar32 character = 0x80; character < CHARACTERS; character++) {
    if (wanted[character / 8] == 0) {
      character |= 7;
      continue;
    }
    if ((wanted[character / 8] >> character % 8 & 1) == 0 || is_unseen(character)) continue;
    int found = 0;
    for (int i = 0; i < fonts->nfont && !found; i++) {
      int font = (likely + i) % fonts->nfont;
      FcCharSet *characters = NULL;
      if (FcPatternGetCharSet(fonts->fonts[font], FC_CHARSET, 0, &characters) == FcResultMatch &&
          FcCharSetHasChar(characters, character)) {
        found = 1;
        likely = font;
      }
    }
    if (!found) entente_put(output, entente_record_missing, &character, sizeof character);
  }
  memset(wanted, 0, sizeof wanted);
}
