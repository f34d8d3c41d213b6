#ifndef ENTENTE_CZIP_H
#define ENTENTE_CZIP_H

#include <zip.h>

#endif
