import Foundation

/// Opens standard streams that whoever started the process has closed, so that no file gets their numbers: a message would
/// be written into it. Writing to a standard output that was closed fails as it must.
func openStandardStreams() {
  for (stream, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
  where fcntl(stream, F_GETFD) < 0 {
    // The lowest number that is free is the one that is missing.
    _ = unsafe open("/dev/null", mode)
  }
}

/// Writes to standard error as far as that can be done; a full or broken one is no reason to stop the work.
func writeToStandardError(_ text: String) {
  let bytes = Array(text.utf8)
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes[written...].withUnsafeBytes {
      unsafe write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
    if count > 0 {
      written += count
    } else if count < 0, errno == EAGAIN {
      var wait = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&wait, 1, -1)
    } else if count == 0 || errno != EINTR {
      return
    }
  }
}
