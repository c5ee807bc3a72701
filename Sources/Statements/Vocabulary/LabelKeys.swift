import CTables

/// The known labels, folded and sorted, searched where they lie in the binary: nothing is read at the start of a run.
///
/// Made from `Labels.csv` by `make accept`; a test fails when the two do not agree. Each line is key, item and sense, parted by tabs.
enum LabelKeys {
  /// The item and the sense of a folded label; nil where it is not known.
  static func find(_ key: String) -> (item: String, sense: String)? {
    let table = tieout_label_keys()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.length)
    let wanted = Array(key.utf8)
    var low = 0
    var high = bytes.count
    while low < high {
      // The line around the middle: its start is after the newline before, its end at the next.
      let middle = (low + high) / 2
      var start = middle
      while start > low, bytes[start - 1] != newline { start -= 1 }
      var end = middle
      while end < high, bytes[end] != newline { end += 1 }
      let fields = bytes[start..<end].split(separator: tab, omittingEmptySubsequences: false)
      guard fields.count == 3 else { return nil }
      if fields[0].elementsEqual(wanted) {
        return (String(decoding: fields[1], as: UTF8.self), String(decoding: fields[2], as: UTF8.self))
      }
      if fields[0].lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
    }
    return nil
  }

  /// How many labels name an item.
  static func count(of item: String) -> Int {
    let table = tieout_label_keys()
    let bytes = UnsafeBufferPointer(start: table.bytes, count: table.length)
    let wanted = Array(item.utf8)
    return bytes.split(separator: newline).count { line in
      let fields = line.split(separator: tab, omittingEmptySubsequences: false)
      return fields.count == 3 && fields[1].elementsEqual(wanted)
    }
  }

  /// The table as a file, from labels with their items and senses.
  static func file(_ labels: [(key: String, item: String, sense: String)]) -> String {
    var lines = labels.map { (key: Array($0.key.utf8), line: "\($0.key)\t\($0.item)\t\($0.sense)\n") }
    lines.sort { $0.key.lexicographicallyPrecedes($1.key) }
    return lines.map(\.line).joined()
  }

  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")
}
