internal import CZlib
import Foundation

/// Files packed by gzip: unpacked and packed with zlib.
enum Gzip {
  /// Why a packed file is not unpacked.
  struct Fault: Error {
    let message: String
  }

  /// Whether bytes begin as a packed file does.
  static func isPacked(_ bytes: Data) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// What a packed file holds; of several packed texts one after the other, all.
  /// - Parameters:
  ///   - limit: So many bytes are unpacked at most: a file that has more gives one byte more.
  ///   - isWhole: Whether the bytes are the whole file: then one that ends too soon is refused, else what is there is given.
  /// - Complexity: O(*n*); *n* bytes unpacked, in as much memory.
  static func unpacked(_ packed: Data, upTo limit: Int, isWhole: Bool = true) throws(Fault) -> Data {
    var stream = unsafe z_stream()
    guard unsafe entente_begin_unpacking(&stream) == Z_OK else {
      throw Fault(message: "the file could not be unpacked: there is too little memory.")
    }
    defer { unsafe inflateEnd(&stream) }
    var result = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var bytes = [UInt8](packed)
    let count = bytes.count
    var outcome = Z_OK
    unsafe bytes.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = UInt32(clamping: count)
      while result.count <= limit {
        let made = unsafe piece.withUnsafeMutableBufferPointer { output in
          unsafe stream.next_out = output.baseAddress
          unsafe stream.avail_out = UInt32(output.count)
          outcome = unsafe inflate(&stream, Z_NO_FLUSH)
          return unsafe output.count - Int(stream.avail_out)
        }
        result.append(contentsOf: piece[..<made])
        if outcome == Z_STREAM_END {
          // Another packed text may follow; zeros after the last are filling.
          let rest = unsafe UnsafeBufferPointer(start: stream.next_in, count: Int(stream.avail_in))
          guard unsafe rest.starts(with: [0x1F, 0x8B]), unsafe inflateReset(&stream) == Z_OK else { break }
        } else if outcome != Z_OK || made == 0 {
          break
        }
      }
    }
    if result.count > limit { return result.prefix(limit + 1) }
    switch outcome {
    case Z_STREAM_END: return result
    case Z_OK, Z_BUF_ERROR:
      if !isWhole { return result }
      throw Fault(message: "the packed file ends too soon; expected more. Perhaps it was not sent whole.")
    default:
      if !isWhole, !result.isEmpty { return result }
      throw Fault(message: "the packed file is damaged, and cannot be unpacked.")
    }
  }

  /// Bytes as a packed file; the same bytes give the same file.
  static func packed(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe entente_begin_packing(&stream) == Z_OK else {
      throw Fault(message: "the file could not be packed: there is too little memory.")
    }
    defer { unsafe deflateEnd(&stream) }
    var bytes = bytes
    let count = bytes.count
    let most = unsafe Int(deflateBound(&stream, UInt(count)))
    var result = [UInt8](repeating: 0, count: most)
    var made = 0
    unsafe bytes.withUnsafeMutableBufferPointer { input in
      unsafe result.withUnsafeMutableBufferPointer { output in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(clamping: count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(clamping: most)
        if unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END { made = unsafe most - Int(stream.avail_out) }
      }
    }
    guard made > 0 else { throw Fault(message: "the file is too large to be packed.") }
    return Array(result[..<made])
  }
}

/// Bytes as gzip packs them; the same bytes give the same file.
/// - Throws: ``FileError`` when they cannot be packed.
package func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
  do throws(Gzip.Fault) {
    return try Gzip.packed(bytes)
  } catch {
    throw FileError(path: "-", deed: "written", reason: error.message)
  }
}
