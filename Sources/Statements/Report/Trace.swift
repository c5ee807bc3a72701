import DelimitedText

/// A figure of the reports with the way back to the cells that it rests on: what was written, what was made of it, what was reported.
public struct Trace: Sendable {
  /// One step of the way.
  struct Step: Sendable {
    /// How far it is indented: a step that explains another stands one deeper.
    let depth: Int
    /// What is read, or done.
    let words: Text
    /// Where it stands; nil for a calculation.
    let place: Place?
  }

  /// Which figure, and how much it is.
  let heading: Text
  /// From the cells to the figure.
  private(set) var steps: [Step] = []

  init(_ heading: Text) {
    self.heading = heading
  }

  /// Adds a step at the end.
  mutating func add(_ words: Text, at place: Place? = nil, depth: Int = 1) {
    steps.append(Step(depth: depth, words: words, place: place))
  }

  /// As a terminal shows it: the heading, then the steps.
  ///
  /// - Parameter prefix: what stands before a file's path.
  func lines(_ accounts: GroupAccounts, prefix: String) -> [String] {
    let printer = TextPrinter(.plain)
    return [printer.string(heading)]
      + steps.map { step in
        let address = step.place.map { prefix + Printable.visible(accounts.address(of: $0)) + ": " } ?? ""
        return String(repeating: "  ", count: step.depth) + address + printer.string(step.words)
      }
  }
}

extension GroupAccounts {
  /// The text of a cell, or of a whole line, as written; nil where there is none.
  func written(at place: Place) -> String? {
    guard place.lineNumber > 0, sources.indices.contains(Int(place.fileIndex)),
      let record = sources[Int(place.fileIndex)].table?.record(onLine: Int(place.lineNumber))
    else { return nil }
    if place.columnNumber > 0 { return Cell.trimmed(record, Int(place.columnNumber) - 1) }
    return (0..<record.fieldCount).map { Cell.trimmed(record, $0) }.joined(separator: ", ")
  }
}
