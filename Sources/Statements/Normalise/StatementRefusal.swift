import DelimitedText

/// Why a statement that was recognised gives no figure.
enum StatementRefusal {
  /// Says what stands below the dates and periods of a statement that has no figure.
  static func withoutFigures(_ layout: StatementLayout, _ table: Table, fileIndex: Int) -> Rejection {
    let block = layout.blocks[0]
    var words: (text: String, place: Place)?
    for line in block.lines.indices where words == nil {
      for series in block.series.indices where words == nil {
        let (record, field) = block.cell(line, series)
        let text = Cell.trimmed(table[record], field)
        let place = Place(fileIndex: fileIndex, lineNumber: table[record].lineNumber, columnNumber: field + 1)
        if !text.isEmpty { words = (text, place) }
      }
    }
    let heading = block.series.first
    let headingPlace = heading?.place ?? Place(fileIndex: fileIndex, lineNumber: block.headerLineNumber)
    if let words {
      return Rejection(
        "unrecognised",
        "no figure stands under \(quoted: heading?.heading ?? "") or beside it, and the first cell there is \(quoted: words.text)",
        place: words.place, found: words.text, expected: "figures below the headings", remedy: "write the figures into the cells")
    }
    return Rejection(
      "unrecognised",
      block.lines.isEmpty
        ? "the headings from \(quoted: heading?.heading ?? "") on have no line below them"
        : "the \(block.lines.count) lines below \(quoted: heading?.heading ?? "") name items, and their cells under the dates and periods are empty",
      place: headingPlace, found: block.lines.isEmpty ? "no line" : "empty cells", expected: "figures below the headings",
      remedy: "fill the table in")
  }
}
