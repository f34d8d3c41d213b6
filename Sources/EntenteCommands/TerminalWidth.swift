import Foundation

/// How many columns the terminal has that standard output goes to; nil where it goes elsewhere.
///
/// The variable `COLUMNS` goes before what the terminal says of itself; one that says nothing has 80.
func terminalWidth() -> Int? {
  guard isatty(STDOUT_FILENO) != 0 else { return nil }
  if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
    return columns
  }
  var size = winsize()
  let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
  return isKnown ? Int(size.ws_col) : 80
}
