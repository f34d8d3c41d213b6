import CMemory
import EntenteCommands

// Files of a million edges take a fifth less memory.
entente_return_memory()
Entente.main()
