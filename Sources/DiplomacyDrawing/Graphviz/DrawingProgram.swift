internal import CGraphvizDrawing
internal import Foundation
internal import Synchronization

/// The program `entente-draw`, in which Graphviz runs.
enum DrawingProgram {
  /// Where it lies: what `ENTENTE_DRAW` names, else beside the running program, in `../libexec/entente`, or beside the
  /// library that holds this code; `nil` when it is in none of these places.
  static let path: String? = {
    if let named = ProcessInfo.processInfo.environment["ENTENTE_DRAW"] {
      return isProgram(named) ? named : nil
    }
    let folders = unsafe [entente_folder_of_program(), entente_folder_of_library()].compactMap(text)
    return folders.flatMap { ["\($0)/entente-draw", "\($0)/../libexec/entente/entente-draw"] }.first(
      where: isProgram)
  }()

  /// Processes that wait for their next drawing.
  private static let idle = Mutex(IdleProcesses())

  /// Starts a task in a process of its own; `nil` where the program is not found.
  /// - Throws: ``GraphvizError/notStarted(reason:)``.
  static func start(_ task: DrawingTask) throws(GraphvizError) -> DrawingProcess? {
    guard let path else { return nil }
    let process = try process(at: path)
    process.request(task)
    return process
  }

  /// Has a task done that cannot be done in this process.
  /// - Throws: ``GraphvizError/notStarted(reason:)``, also where the program is not found.
  static func answer(to task: DrawingTask, by deadline: Int64) throws(GraphvizError) -> DrawingRecords {
    guard let process = try start(task) else { throw .noProgram }
    return answer(of: process, by: deadline)
  }

  /// Waits for what a process answers, and keeps it for the next task.
  static func answer(of process: consuming DrawingProcess, by deadline: Int64) -> DrawingRecords {
    let records = process.answer(by: deadline)
    // What did not end by itself is killed with this scope.
    if records.isComplete, !records.isLast { keep(process) }
    return records
  }

  /// A process that is ready to draw.
  private static func process(at path: String) throws(GraphvizError) -> DrawingProcess {
    if let process = idle.withLock({ $0.take() }) { return process }
    var id: pid_t = 0
    var socket: Int32 = -1
    let failure = unsafe entente_start_drawer(path, &id, &socket)
    guard failure == 0 else {
      throw .notStarted(reason: "'\(path)' could not be started: \(systemWords(failure))")
    }
    return DrawingProcess(id: id, socket: socket)
  }

  /// Keeps a process for the next drawing; more than a few are ended.
  private static func keep(_ process: consuming DrawingProcess) {
    // A closure cannot consume what it captures.
    var process: DrawingProcess? = consume process
    idle.withLock { idle in
      if let process = process.take() { idle.add(process) }
    }
  }

  private static func isProgram(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

  /// A text of C, which is freed.
  private static func text(_ characters: UnsafeMutablePointer<CChar>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    defer { unsafe free(characters) }
    return unsafe String(cString: characters)
  }
}

/// The system's words for an error number.
func systemWords(_ code: Int32) -> String { unsafe String(cString: strerror(code)).lowercased() }

/// A process of `entente-draw` and our end of its socket. It ends when this value does.
struct DrawingProcess: ~Copyable {
  private let id: pid_t
  private let socket: Int32

  init(id: pid_t, socket: Int32) {
    self.id = id
    self.socket = socket
  }

  deinit { entente_stop_drawer(id, socket) }

  /// Whether it is still there and waits to be asked.
  var isIdle: Bool { entente_is_idle(socket) != 0 }

  /// Sends a task. An error shows when the answer is read.
  func request(_ task: DrawingTask) {
    _ = unsafe task.withC { unsafe entente_request_drawing(socket, $0) }
  }

  /// Reads the answer to the end.
  /// - Parameter deadline: Milliseconds of `entente_clock`.
  func answer(by deadline: Int64) -> DrawingRecords {
    var records = DrawingRecords()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !records.isComplete {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe entente_receive(socket, bytes.baseAddress, bytes.count, deadline)
      }
      guard count > 0 else {
        records.end = count == -2 ? .late : .lost
        break
      }
      records.append(buffer[..<count])
    }
    return records
  }
}

/// A few processes that wait.
private struct IdleProcesses: ~Copyable {
  // One after the other fills up; arrays cannot hold what cannot be copied.
  private var first: DrawingProcess?
  private var second: DrawingProcess?

  mutating func take() -> DrawingProcess? {
    if let process = first.take(), process.isIdle { return process }
    if let process = second.take(), process.isIdle { return process }
    return nil
  }

  mutating func add(_ process: consuming DrawingProcess) {
    if first == nil {
      first = consume process
    } else if second == nil {
      second = consume process
    }
  }
}
