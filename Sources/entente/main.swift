import EntenteCommands

Entente.main()
