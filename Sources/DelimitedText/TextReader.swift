/// Reads a decoded text as a table: chooses delimiter and quote, and parses. Errors carry the offset in the text.
struct TextReader {
  let text: UnsafeBufferPointer<UInt8>
  let decoded: DecodedText
  let given: Dialect?

  /// How the quotes of a text are to be read.
  private struct Quoting {
    /// The quote of the dialect; nil where every quote is an ordinary character.
    var quote: UInt8?
    /// Whether the quotes that wrap fields must be told from the others before libcsv reads them.
    var needsMarking = false
    var evidence: [String]
  }

  /// Reads the text.
  ///
  /// - Throws: `ReadError`, with the offset in the text.
  func read() throws(ReadError) -> Table {
    guard text.count <= Limits.tableByteCount else {
      throw .unplaced(
        .fileTooLong, found: "a text of \(text.count) bytes", expected: "at most \(Limits.tableByteCount) bytes",
        remedy: "part the file in two")
    }
    let separator = given == nil ? SeparatorLine(text) : nil
    let body = UnsafeBufferPointer(rebasing: text[(separator?.byteCount ?? 0)...])
    let choice = try choose(body, separator)
    let quoting = quoting(choice.shape, body)
    var dialect = Dialect(
      encoding: decoded.encoding, hasByteOrderMark: decoded.hasByteOrderMark, delimiter: choice.delimiter, quote: quoting.quote,
      evidence: decoded.evidence + [choice.evidence] + quoting.evidence)
    let (storage, lineEnding) = try parse(body, separator, choice.delimiter, quoting)
    dialect.lineEnding = lineEnding
    dialect.endsWithNewline = text.last == 0x0A || text.last == 0x0D
    return Table(dialect: dialect, storage: storage)
  }

  static func quoteEvidence(name: String, isWrapping: Bool, wrappedCount: Int) -> String {
    isWrapping
      ? wrappedCount == 1
        ? "the quote is the \(name) quote: 1 field is wrapped in it"
        : "the quote is the \(name) quote: \(wrappedCount) fields are wrapped in it"
      : "the quote is the \(name) quote: no field is wrapped in quotes"
  }

  private func choose(_ body: UnsafeBufferPointer<UInt8>, _ separator: SeparatorLine?) throws(ReadError) -> DelimiterChoice.Choice {
    let choice = DelimiterChoice(text: body)
    if let given {
      let shape = Shape(text: body, delimiter: given.delimiter, quote: given.quote ?? DelimiterChoice.doubleQuote)
      return DelimiterChoice.Choice(
        delimiter: given.delimiter, shape: shape, evidence: "the delimiter is the \(DelimiterChoice.name(given.delimiter)): it was given")
    }
    if let separator {
      return DelimiterChoice.Choice(
        delimiter: separator.delimiter, shape: choice.shape(separator.delimiter),
        evidence: "the delimiter is the \(DelimiterChoice.name(separator.delimiter)): the line `sep=` at the top says so")
    }
    return try choice.choose()
  }

  private func quoting(_ shape: Shape, _ body: UnsafeBufferPointer<UInt8>) -> Quoting {
    if let given, given.quote == nil { return Quoting(quote: nil, evidence: ["quotes are ordinary characters: it was given"]) }
    let name = shape.quote == DelimiterChoice.singleQuote ? "single" : "double"
    let isWrapping = shape.wrappedCount + shape.malformedCount + shape.unclosedCount > 0
    var quoting = Quoting(
      quote: shape.quote,
      evidence: [
        TextReader.quoteEvidence(name: name, isWrapping: isWrapping, wrappedCount: shape.wrappedCount)
      ])
    if shape.blanksAroundCount > 0 {
      quoting.needsMarking = true
      quoting.evidence.append("blanks around the quotes of \(shape.blanksAroundCount) fields are not part of the text")
    }
    guard shape.literalCount > 0, shape.literalQuotesAreSafe else { return quoting }
    let line = shape.firstLiteral.map { countLineEnds(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: body[..<$0]))) + 1 } ?? 1
    if isWrapping {
      quoting.needsMarking = true
      quoting.evidence.append(
        "a \(name) quote inside a field that is not wrapped is an ordinary character, first in line \(line): \(shape.literalCount) fields have one"
      )
    } else {
      quoting.quote = nil
      quoting.evidence = [
        shape.literalCount == 1
          ? "quotes are ordinary characters: no field is wrapped in them, and 1 has one inside, first in line \(line)"
          : "quotes are ordinary characters: no field is wrapped in them, and \(shape.literalCount) have one inside, first in line \(line)"
      ]
    }
    return quoting
  }
}

extension TextReader {
  private func parse(
    _ body: UnsafeBufferPointer<UInt8>, _ separator: SeparatorLine?, _ delimiter: UInt8, _ quoting: Quoting
  ) throws(ReadError) -> (TableStorage, LineEnding) {
    guard let quote = quoting.quote, quoting.needsMarking else {
      return try parse(body, separator, delimiter, quoting.quote, original: nil)
    }
    let marked = QuoteMarking.mark(body, delimiter: delimiter, quote: quote)
    return try marked.withUnsafeBufferPointer { (buffer) throws(ReadError) -> (TableStorage, LineEnding) in
      try parse(buffer, separator, delimiter, nil, original: quote)
    }
  }

  /// Parses, and places an error again in the text as it was.
  private func parse(
    _ body: UnsafeBufferPointer<UInt8>, _ separator: SeparatorLine?, _ delimiter: UInt8, _ quote: UInt8?, original: UInt8?
  ) throws(ReadError) -> (TableStorage, LineEnding) {
    let skipped = separator?.byteCount ?? 0
    let firstLine = separator == nil ? 1 : 2
    let parser = try RecordParser(
      delimiter: delimiter, quote: quote, isMarked: original != nil, firstLine: firstLine, firstOffset: skipped)
    var builder = TableBuilder()
    do throws(ReadError) {
      try builder.read(UnsafeRawBufferPointer(body), parser)
    } catch {
      var error = error
      if error.kind == .recordTooLong || error.kind == .tooManyFields {
        let again = try RecordParser(
          delimiter: delimiter, quote: quote, isMarked: original != nil, firstLine: firstLine, firstOffset: skipped)
        error = exactly(error, UnsafeRawBufferPointer(body), again, skipped)
      }
      throw placed(error, delimiter, original ?? quote)
    }
    if let original { builder.restoreQuotes(original) }
    return (builder.storage(), parser.lineEnding)
  }

  private func placed(_ error: ReadError, _ delimiter: UInt8, _ quote: UInt8?) -> ReadError {
    var error = error
    if error.kind == .unclosedQuote, let quote { error.byteOffset = openingQuote(delimiter, quote) ?? error.byteOffset }
    error.excerpt = PlaceFinder(text: Array(text)).excerpt(around: error.byteOffset)
    return error
  }

  /// The same error at its exact byte: the parser knows only the chunk, so the chunk is read again by the byte.
  private func exactly(_ error: ReadError, _ body: UnsafeRawBufferPointer, _ parser: RecordParser, _ skipped: Int) -> ReadError {
    let chunk = TableBuilder.chunkByteCount
    let last = max(error.byteOffset - skipped, 0) / chunk * chunk
    do throws(ReadError) {
      var start = 0
      while start < body.count {
        let end = min(start < last ? start + chunk : start + 1, body.count)
        try parser.parse(UnsafeRawBufferPointer(rebasing: body[start..<end]))
        parser.discardRecords()
        start = end
      }
    } catch {
      return error
    }
    return error
  }

  /// Where the quote stands that never closes.
  private func openingQuote(_ delimiter: UInt8, _ quote: UInt8) -> Int? {
    var walker = FieldWalker(text: text, delimiter: delimiter, quote: quote)
    while let field = walker.next() {
      if field.form == .unclosed { return field.open }
    }
    return nil
  }
}
