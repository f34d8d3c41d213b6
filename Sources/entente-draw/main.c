// Draws graphs for `entente` and for programs that use its library; started by them, never by hand.

#include <stdio.h>
#include <sys/socket.h>

#include "pictures.h"

int main(void) {
  int type = 0;
  socklen_t size = sizeof type;
  if (getsockopt(0, SOL_SOCKET, SO_TYPE, &type, &size) != 0) {
    fputs("entente-draw is started by entente, which sends it what to draw.\n", stderr);
    return 64;
  }
  return entente_serve_drawings(0);
}
