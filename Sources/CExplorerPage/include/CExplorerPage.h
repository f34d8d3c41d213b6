#ifndef ENTENTE_CEXPLORERPAGE_H
#define ENTENTE_CEXPLORERPAGE_H

#include <stddef.h>

// A file of the page that `Explorer` writes, as it stands in Sources/DiplomacyDrawing/Explorer/Page.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t length;
} explorer_page_part;

size_t explorer_part_count(void);
explorer_page_part explorer_part(size_t index);

#endif
