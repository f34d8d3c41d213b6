#ifndef ENTENTE_CLIBXML2_H
#define ENTENTE_CLIBXML2_H

// A libxml2 built with ICU (Debian 12) includes the system's ICU headers from encoding.h. They clash with the
// ICU inside Foundation, and nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

#endif
