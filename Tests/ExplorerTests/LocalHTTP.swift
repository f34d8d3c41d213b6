import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One request to a server on this machine, and its answer.
///
/// By hand, as Foundation on Linux refuses the headers of chromedriver ("Failed writing header").
enum LocalHTTP {
  /// Sends a request and gives the body of the answer.
  static func send(_ method: String, _ path: String, _ body: Data?, toPort port: UInt16) throws -> Data {
    let socket = try connected(to: port)
    defer { close(socket) }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json; charset=utf-8\r\n"
      + "Content-Length: \(body?.count ?? 0)\r\nConnection: close\r\n\r\n"
    try write(Array(head.utf8) + Array(body ?? Data()), to: socket)
    return try answer(from: socket)
  }

  private static func connected(to port: UInt16) throws -> Int32 {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { throw BrowserError(description: "no socket: \(errno)") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, size)
      }
    }
    // A driver that hangs must not hang the tests.
    var limit = timeval(tv_sec: 120, tv_usec: 0)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    guard code == 0 else {
      close(descriptor)
      throw BrowserError(description: "chromedriver does not answer on port \(port): \(errno)")
    }
    return descriptor
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(descriptor, buffer.baseAddress! + sent, bytes.count - sent)
      }
      guard count > 0 else { throw BrowserError(description: "chromedriver takes no more: \(errno)") }
      sent += count
    }
  }

  /// Reads until the length that the head names, or the end.
  private static func answer(from descriptor: Int32) throws -> Data {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var needed = Int.max
    var start = 0
    while bytes.count < needed {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress!, $0.count) }
      guard count > 0 else { break }
      bytes += chunk[..<count]
      guard needed == .max, let end = headEnd(of: bytes) else { continue }
      start = end
      let head = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
      if let match = head.firstMatch(of: /content-length: *(\d+)/), let length = Int(match.1) {
        needed = end + length
      }
    }
    guard start > 0 else { throw BrowserError(description: "chromedriver gave no answer") }
    return Data(bytes[start...])
  }

  private static func headEnd(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (4...min(bytes.count, 8_192)).first { Array(bytes[($0 - 4)..<$0]) == [13, 10, 13, 10] }
  }
}
