#ifndef ENTENTE_CRSVG_H
#define ENTENTE_CRSVG_H

#include <librsvg/rsvg.h>

#endif
