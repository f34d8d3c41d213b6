#ifndef ENTENTE_CFILESYSTEM_H
#define ENTENTE_CFILESYSTEM_H

// Puts each of two files or folders in the other's place, both at once: nobody sees one of them missing. Returns 0 or an
// `errno`; ENOSYS or EINVAL where the system or the file system cannot do it. Swift sees no `renameat2`.
int entente_exchange(const char *one, const char *other);

#endif
