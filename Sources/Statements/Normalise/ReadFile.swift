import DelimitedText

/// A file as it is read by itself, without regard to the others of its group.
struct ReadFile: Sendable {
  private(set) var source: Source
  let content: Content

  /// What is in it.
  enum Content: Sendable {
    case table(Table, Recognition)
    case long(LongLedger)
    case rejected(Rejection)
  }

  init(_ delivery: Delivery, fileIndex: Int, catalogue: LineItemCatalogue, _ effort: Effort) {
    source = Source(delivery, needsDigest: effort.needsDigests)
    if let ledger = LongLedger(delivery, fileIndex: fileIndex, effort) {
      content = .long(ledger)
      return
    }
    do throws(Rejection) {
      let table = try ReadFile.table(delivery, fileIndex: fileIndex)
      source.table = table
      content = .table(table, try Recogniser.recognise(table, fileIndex: fileIndex, catalogue: catalogue))
    } catch {
      content = .rejected(error)
    }
  }

  /// The refusal of a file whose bytes could not be had.
  static func unreadable(_ problem: String, fileIndex: Int) -> Rejection {
    Rejection(
      "unreadable", "the file cannot be read: \(code: problem)", place: Place(fileIndex: fileIndex), found: problem,
      expected: "an ordinary file that may be read", remedy: "put the file itself there, readable for the user who runs the reports")
  }

  /// The cells of a file.
  static func table(_ delivery: Delivery, fileIndex: Int) throws(Rejection) -> Table {
    if let problem = delivery.problem { throw ReadFile.unreadable(problem, fileIndex: fileIndex) }
    let bytes = delivery.stream.map { $0.bytes(0..<$0.byteCount) ?? [] } ?? delivery.bytes
    if delivery.isUnchanged?() == false { throw ReadFile.unreadable(Delivery.hasChanged, fileIndex: fileIndex) }
    do throws(ReadError) {
      return try DelimitedReader.read(bytes)
    } catch {
      throw Rejection(
        "unreadable", "the file cannot be read: found ‘\(code: error.found)’, expected \(code: error.expected)",
        place: Place(fileIndex: fileIndex, lineNumber: error.lineNumber, columnNumber: error.columnNumber),
        found: error.excerpt.isEmpty ? error.found : error.excerpt, expected: error.expected, remedy: "\(code: error.remedy)")
    }
  }
}
