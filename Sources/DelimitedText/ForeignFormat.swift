/// Files of other kinds that are saved or sent under the name of a CSV.
enum ForeignFormat {
  private static let signatures: [(start: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook or another ZIP archive"),
    ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an Excel 97 workbook or another OLE document"),
    (Array("%PDF-".utf8), "a PDF"),
    (Array("{\\rtf".utf8), "a rich text document"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0x1F, 0x8B, 0x08], "a gzip archive"),
    ([0x42, 0x5A, 0x68], "a bzip2 archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
    (Array("Rar!".utf8) + [0x1A, 0x07], "a RAR archive"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("PAR1".utf8), "a Parquet file"),
  ]

  private static let markup: [(start: String, name: String)] = [
    ("<!doctype html", "a web page"), ("<html", "a web page"), ("<table", "a web page"), ("<?xml", "an XML document"),
  ]

  /// The error for a file that is of another kind, or nil.
  static func recognise(_ bytes: [UInt8]) -> ReadError? {
    if let match = signatures.first(where: { bytes.starts(with: $0.start) }) { return error(match.name) }
    let start = bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }.prefix(16).map { byte in
      (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    if let match = markup.first(where: { start.starts(with: $0.start.utf8) }) { return error(match.name) }
    return nil
  }

  private static func error(_ name: String) -> ReadError {
    .unplaced(
      .notText, found: name, expected: "a text of records and fields",
      remedy: "open it in the program it comes from and save it as CSV UTF-8")
  }
}
