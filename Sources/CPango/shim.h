#ifndef ENTENTE_CPANGO_H
#define ENTENTE_CPANGO_H

#include <pango/pangocairo.h>

#endif
