#ifndef ENTENTE_CFONTCONFIG_H
#define ENTENTE_CFONTCONFIG_H

#include <fontconfig/fontconfig.h>

#endif
