import DelimitedText

extension Table {
  /// The record that begins on a line, found by halving; nil where none does.
  func record(onLine lineNumber: Int) -> Record? {
    var low = 0
    var high = recordCount
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lineNumber < lineNumber { low = middle + 1 } else { high = middle }
    }
    guard low < recordCount, self[low].lineNumber == lineNumber else { return nil }
    return self[low]
  }
}
