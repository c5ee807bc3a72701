import CTables
import DelimitedText

/// The tables of `CTables` as rows of cells.
enum EmbeddedTable {
  /// The rows below the heading, blank ones left out.
  static func rows(_ table: tieout_table) -> [[String]] {
    let bytes = Array(UnsafeBufferPointer(start: table.bytes, count: table.length))
    do {
      let read = try DelimitedReader.read(bytes)
      return (1..<max(read.recordCount, 1)).map { index in
        let record = read[index]
        return (0..<record.fieldCount).map { record.text($0) }
      }.filter { !$0.isEmpty }
    } catch {
      preconditionFailure("a table that is part of this program cannot be read: \(error)")
    }
  }
}
