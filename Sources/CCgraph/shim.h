#ifndef ENTENTE_CCGRAPH_H
#define ENTENTE_CCGRAPH_H

#include <cgraph.h>

#endif
