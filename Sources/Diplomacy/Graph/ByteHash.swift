/// Where in a table the bytes of a text belong: two halves of a product mixed, as in wyhash (Wang Yi, 2019).
package enum ByteHash {
  /// Differs from run to run, so that no file can choose texts that fall together.
  private static let secret = UInt64.random(in: 0 ... .max) | 1

  /// A number for some bytes, the same for the same ones as long as the program runs.
  /// - Complexity: O(*n*); *n* bytes.
  package static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let secret = secret
    var hash = secret ^ UInt64(truncatingIfNeeded: text.count)
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ secret)
      hash = product.high ^ product.low &+ 0x2545_F491_4F6C_DD1D
    }
    guard let start = unsafe UnsafeRawPointer(text.baseAddress) else { return hash }
    var place = 0
    while place + 8 <= text.count {
      mix(unsafe (start + place).loadUnaligned(as: UInt64.self))
      place += 8
    }
    mix(unsafe word(text, from: place))
    return hash ^ hash >> 32
  }

  /// The bytes from a place on, eight at the most, as one number.
  package static func word(_ text: UnsafeBufferPointer<UInt8>, from place: Int) -> UInt64 {
    let count = text.count - place
    guard count > 0, let start = unsafe UnsafeRawPointer(text.baseAddress).map({ unsafe $0 + place }) else {
      return 0
    }
    if count >= 8 { return unsafe start.loadUnaligned(as: UInt64.self) }
    if count >= 4 {
      let first = unsafe UInt64(start.loadUnaligned(as: UInt32.self))
      let last = unsafe UInt64((start + (count - 4)).loadUnaligned(as: UInt32.self))
      return first | last << ((count - 4) * 8)
    }
    var word: UInt64 = 0
    for offset in 0..<count { word = unsafe word | UInt64(text[place + offset]) << (offset * 8) }
    return word
  }

  /// A number for the bytes of a text.
  package static func of(_ text: String) -> UInt64 {
    if let hash = unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe of($0) }) { return hash }
    return unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe of($0) }
  }
}
