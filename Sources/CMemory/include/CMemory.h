#ifndef ENTENTE_CMEMORY_H
#define ENTENTE_CMEMORY_H

// Has what takes much room go back to the system as soon as it is free, where the C library would keep it. Swift does not see
// `mallopt`.
void entente_return_memory(void);

#endif
