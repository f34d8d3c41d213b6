internal import CGraphviz

/// The Graphviz library with its plug-ins loaded.
@safe struct GraphvizLibrary: ~Copyable {
  private let context: OpaquePointer

  init() {
    guard let context = unsafe entente_open_graphviz() else {
      preconditionFailure("Graphviz found no memory for its context.")
    }
    unsafe self.context = context
  }

  deinit {
    _ = unsafe gvFreeContext(context)
  }

  var version: String {
    unsafe String(cString: gvcVersion(context))
  }

  /// Starts to draw a graph; `nil` when the system has no room for a process or a file.
  func start(_ dot: String, _ engine: LayoutEngine, _ formats: [PictureFormat]) -> Drawing? {
    guard let output = unsafe entente_open_output() else { return nil }
    var names = Array(formats.map(\.rawValue).joined(separator: " ").utf8CString)
    let child = unsafe entente_start_drawing(context, dot, engine.rawValue, &names, output)
    guard child >= 0 else {
      _ = unsafe fclose(output)
      return nil
    }
    return unsafe Drawing(child: child, output: output)
  }
}

/// A drawing under way in a child process, which writes to a file in memory.
@safe struct Drawing: ~Copyable {
  /// The child; 0 when none runs any more.
  private var child: pid_t
  private let output: UnsafeMutablePointer<FILE>

  fileprivate init(child: pid_t, output: UnsafeMutablePointer<FILE>) {
    self.child = child
    unsafe self.output = output
  }

  deinit {
    if child > 0 {
      // Nobody waits for the pictures.
      kill(child, SIGKILL)
      _ = waitpid(child, nil, 0)
    }
    _ = unsafe fclose(output)
  }

  /// Waits for the end of the drawing.
  consuming func finish() -> DrawingReport {
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    let signal = unsafe entente_finish_drawing(child, output, &bytes, &length)
    child = 0
    defer { unsafe free(bytes) }
    let record = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: length))
    return DrawingReport(records: record, signal: Int(signal))
  }
}
