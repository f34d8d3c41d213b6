#ifndef ENTENTE_CZLIB_H
#define ENTENTE_CZLIB_H

#include <zlib.h>

// The macros that set up a stream of gzip, as functions: Swift sees no macros.
static inline int entente_begin_unpacking(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
static inline int entente_begin_packing(z_stream *stream) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

#endif
