internal import CZip
import Foundation

/// A zipped file in memory, read through libzip.
///
/// Nothing is written. A member is unpacked piece by piece, and no further than the archive says it is long, nor than
/// ``InputLimits/networkBytes``.
@safe final class ZipArchive {
  /// Why it is not read.
  struct Fault: Error {
    let message: String
  }

  private let bytes: UnsafeMutableRawBufferPointer
  private let archive: OpaquePointer

  /// Opens an archive.
  /// - Throws: ``Fault`` for bytes that are none, or are damaged.
  init(_ data: Data) throws(Fault) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(data.count, 1), alignment: 8)
    unsafe copy.copyBytes(from: data)
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(copy.baseAddress, zip_uint64_t(data.count), 0, &error)
    else {
      unsafe copy.deallocate()
      throw Fault(message: "there is too little memory to open the file.")
    }
    guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      unsafe copy.deallocate()
      throw Fault(
        message: "the zipped file is damaged, or was not sent whole: it has no list of what it holds.")
    }
    unsafe archive = opened
    unsafe bytes = copy
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe bytes.deallocate()
  }

  /// Whether it has a member; small and capital letters are alike, as to the programs that write these files.
  func has(_ member: String) -> Bool { place(of: member) != nil }

  private func place(of member: String) -> zip_uint64_t? {
    let place = unsafe zip_name_locate(archive, member, zip_flags_t(ZIP_FL_NOCASE))
    return place < 0 ? nil : zip_uint64_t(place)
  }

  /// A member as a file that is unpacked as it is read; nil where there is none of that name.
  /// - Throws: ``Fault`` where it says that it is too long, or cannot be unpacked.
  func pieces(of member: String) throws(Fault) -> FilePieces? {
    guard let place = place(of: member) else { return nil }
    var status = unsafe zip_stat_t()
    unsafe zip_stat_init(&status)
    guard unsafe zip_stat_index(archive, place, 0, &status) == 0 else { throw damage(member) }
    if unsafe status.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      unsafe status.encryption_method != ZIP_EM_NONE
    {
      throw Fault(message: Workbook.isLocked)
    }
    let size = unsafe status.size
    guard size <= InputLimits.networkBytes else {
      throw Fault(
        message:
          "its part '\(member)' says that it is \(InputLimits.grouped(Int(clamping: size / zip_uint64_t(InputLimits.megabyte)))) MB long "
          + "when unpacked; expected \(InputLimits.networkBytes / InputLimits.megabyte) MB at most. Divide the table, or save the sheet as CSV."
      )
    }
    guard let file = unsafe zip_fopen_index(archive, place, 0) else { throw damage(member) }
    let opened = unsafe Opened(file)
    let damage = damage(member)
    var left = Int(size)
    // The archive is held as long as its member is read.
    return FilePieces { [self] in
      let piece = try opened.next(at: self)
      guard let piece, piece.count <= left else { throw damage }
      left -= piece.count
      return piece
    }
  }

  private func damage(_ member: String) -> Fault {
    Fault(
      message: "its part '\(member)' is damaged, and cannot be unpacked. Perhaps the file was not sent whole."
    )
  }

  /// A member that is being unpacked.
  @safe private final class Opened {
    private let file: OpaquePointer
    init(_ file: OpaquePointer) { unsafe self.file = file }
    deinit { unsafe zip_fclose(file) }

    /// The next bytes, none at the end; nil where something is wrong.
    func next(at archive: ZipArchive) throws -> Data? {
      var piece = Data(count: 1 << 17)
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
      }
      return count < 0 ? nil : piece.prefix(Int(count))
    }
  }
}
