import Diplomacy
import Foundation

/// Texts that come many times in a file, each kept once and known by a number, in the order in which they came first, without
/// making a text of every place where it stands. Two are the same where their bytes are: composed and decomposed letters differ.
struct ByteNames {
  /// What stands at a place of the table: the number of a text, or -1, with its length and its first bytes, which are all of
  /// most ids.
  private struct Slot {
    var first: UInt64 = 0
    var length: UInt32 = 0
    var number: Int32 = -1
  }

  /// The texts, by their numbers.
  private(set) var texts: [String] = []
  private var bytes: [UInt8] = []
  /// Where each text ends among the bytes.
  private var ends: [Int] = []
  /// At the place that a text's hash gives, or at the next free one; as many as a power of two.
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// How many there are.
  var count: Int { texts.count }

  /// The number of a text, which is taken in if it is new.
  /// - Complexity: O(*n*); *n* its bytes.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let first = unsafe ByteHash.word(text, from: 0)
    var slot = unsafe place(text)
    while slots[slot].number >= 0 {
      if slots[slot].first == first, slots[slot].length == UInt32(truncatingIfNeeded: text.count) {
        let number = Int(slots[slot].number)
        if text.count <= 8 { return number }
        if unsafe isText(number, text) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Slot(first: first, length: UInt32(truncatingIfNeeded: text.count), number: Int32(count))
    unsafe bytes.append(contentsOf: text)
    ends.append(bytes.count)
    texts.append(unsafe String(decoding: text, as: UTF8.self))
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The number of a text that stands in some bytes.
  mutating func number(of text: Range<Int>, in source: [UInt8]) -> Int {
    unsafe source.withUnsafeBufferPointer { unsafe number(of: UnsafeBufferPointer(rebasing: $0[text])) }
  }

  /// The number of a text.
  mutating func number(of text: String) -> Int {
    var text = text
    return unsafe text.withUTF8 { unsafe number(of: $0) }
  }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count, let other = unsafe text.baseAddress else { return false }
    return unsafe bytes.withUnsafeBufferPointer { all in
      unsafe all.baseAddress.map { unsafe memcmp($0 + range.lowerBound, other, range.count) == 0 } ?? false
    }
  }

  private func place(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe Int(truncatingIfNeeded: ByteHash.of(text)) & (slots.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for known in old where known.number >= 0 {
      var slot = unsafe bytes.withUnsafeBufferPointer {
        unsafe place(UnsafeBufferPointer(rebasing: $0[range(Int(known.number))]))
      }
      while slots[slot].number >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = known
    }
  }
}
