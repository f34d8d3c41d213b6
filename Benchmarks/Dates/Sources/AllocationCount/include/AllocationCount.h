/// How often memory was allocated since the program began; 0 where the C library is not GNU's.
unsigned long allocation_count(void);
