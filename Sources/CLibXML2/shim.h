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

// Who hears what libxml2 says on this thread when it is about no reader, or not an error: by default standard error does, with
// words of the document.
typedef struct {
  xmlStructuredErrorFunc heardError;
  void *errorContext;
  xmlGenericErrorFunc heardWords;
  void *wordsContext;
} EntenteXMLListeners;

static inline void ententeHearNothing(void *context, const char *words, ...) {
  (void)context;
  (void)words;
}

// Lets a function of ours hear errors, and nobody the words. Returns who heard them before, to be put back.
static inline EntenteXMLListeners ententeListen(xmlStructuredErrorFunc heardError, void *errorContext) {
  EntenteXMLListeners before = {xmlStructuredError, xmlStructuredErrorContext, xmlGenericError, xmlGenericErrorContext};
  xmlSetStructuredErrorFunc(errorContext, heardError);
  xmlSetGenericErrorFunc(NULL, ententeHearNothing);
  return before;
}

static inline void ententeStopListening(EntenteXMLListeners before) {
  xmlSetStructuredErrorFunc(before.errorContext, before.heardError);
  xmlSetGenericErrorFunc(before.wordsContext, before.heardWords);
}

#endif
