#ifndef ENTENTE_CGRAPHVIZ_H
#define ENTENTE_CGRAPHVIZ_H

#include <gvc.h>

#endif
