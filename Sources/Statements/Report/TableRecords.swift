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

extension GroupAccounts {
  /// Finds again the records of long files that findings name, so that they can be shown.
  mutating func findRecords(of findings: [Finding]) {
    for index in sources.indices {
      guard let long = sources[index].long else { continue }
      let lines = findings.compactMap { finding -> Int? in
        guard let place = finding.place, Int(place.fileIndex) == index, place.lineNumber > 0 else { return nil }
        return Int(place.lineNumber)
      }
      sources[index].table = long.records(onLines: lines)
    }
  }
}
