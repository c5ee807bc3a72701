import DelimitedText
import Statements

/// The first place where a report differs from what it should be: for a table the row and the column, else the line and the word.
struct ReportDifference {
  /// From 1.
  let lineNumber: Int
  /// What was found, what was expected, and where in the line.
  let details: [String]

  init(_ path: String, found: [UInt8], expected: [UInt8]) {
    if path.hasSuffix(".csv"), let record = ReportDifference.record(found, expected) {
      (lineNumber, details) = record
      return
    }
    let (left, right) = (ReportDifference.lines(found), ReportDifference.lines(expected))
    let count = max(left.count, right.count)
    let number =
      (0..<count).first { $0 >= left.count || $0 >= right.count || left[$0] != right[$0] } ?? 0
    lineNumber = number + 1
    if number < left.count, number < right.count {
      let cells = ReportDifference.cell(left, right, number)
      details = cells ?? ReportDifference.words(String(left[number]), String(right[number]))
    } else {
      details = [
        "found:    \(number < left.count ? Glossary.visible(String(left[number])) : "the end of the file")",
        "expected: \(number < right.count ? Glossary.visible(String(right[number])) : "the end of the file")",
      ]
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func both(_ found: String, _ expected: String) -> [String] {
    ["found:    \(found.isEmpty ? "nothing" : found)", "expected: \(expected.isEmpty ? "nothing" : expected)"]
  }

  // MARK: Lines of words

  /// The first word that differs, with the whole lines.
  private static func words(_ found: String, _ expected: String) -> [String] {
    let (left, right) = (found.split(separator: " "), expected.split(separator: " "))
    var lines: [String] = []
    if let index = zip(left, right).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset {
      lines.append("‘\(Glossary.visible(String(left[index])))’ where ‘\(Glossary.visible(String(right[index])))’ should stand")
    }
    return lines + both(Glossary.visible(found), Glossary.visible(expected))
  }

  // MARK: Tables of pages

  /// The first cell that differs of two lines of a table: its row's label and its column's heading.
  private static func cell(_ found: [Substring], _ expected: [Substring], _ number: Int) -> [String]? {
    guard let left = cells(found[number]), let right = cells(expected[number]), left.count == right.count,
      let column = left.indices.first(where: { left[$0] != right[$0] })
    else { return nil }
    let heading = heading(of: expected, above: number).flatMap { $0.indices.contains(column) ? $0[column] : nil } ?? ""
    let label = right.first { $0.contains { $0.isLetter } } ?? ""
    let place = ["row ‘\(label)’", heading.isEmpty ? "column \(column + 1)" : "column ‘\(heading)’"].joined(separator: ", ")
    return [place] + both(left[column], right[column])
  }

  /// The headings of the table that a line stands in: the line above the rule of dashes.
  private static func heading(of lines: [Substring], above number: Int) -> [String]? {
    var index = number
    while index > 0, lines[index].hasPrefix("|") {
      if let rule = cells(lines[index]), rule.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" || $0 == ":" } }) {
        return cells(lines[index - 1])
      }
      index -= 1
    }
    return nil
  }

  /// The cells of a line of a table, trimmed; nil for a line that is none.
  private static func cells(_ line: Substring) -> [String]? {
    guard line.hasPrefix("|"), line.hasSuffix("|"), line.count > 1 else { return nil }
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        while cell.last == " " { cell.removeLast() }
        cells.append(Glossary.visible(String(cell.drop { $0 == " " })))
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells
  }

  // MARK: Data

  /// The first field that differs of two CSV files: its column, and what its record is of.
  private static func record(_ found: [UInt8], _ expected: [UInt8]) -> (lineNumber: Int, details: [String])? {
    guard let left = try? DelimitedReader.read(found), let right = try? DelimitedReader.read(expected) else { return nil }
    guard right.recordCount > 0 else { return nil }
    for index in 0..<min(left.recordCount, right.recordCount) {
      let (have, want) = (left[index], right[index])
      let count = max(have.fieldCount, want.fieldCount)
      guard let field = (0..<count).first(where: { $0 >= have.fieldCount || $0 >= want.fieldCount || have.text($0) != want.text($0) })
      else { continue }
      let heading = index == 0 ? "" : right[0].text(field)
      let label = (0..<min(want.fieldCount, 6)).map { want.text($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
      return (
        have.lineNumber,
        ["row ‘\(Glossary.visible(label))’, column ‘\(heading.isEmpty ? String(field + 1) : heading)’"]
          + both(Glossary.visible(have.text(field)), Glossary.visible(want.text(field)))
      )
    }
    return nil
  }
}
