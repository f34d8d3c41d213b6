import EntenteCommands

#if canImport(Glibc)
  import Glibc

  // What takes much room goes back to the system as soon as it is free: a fifth less memory for files of a million edges.
  _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
#endif

Entente.main()
