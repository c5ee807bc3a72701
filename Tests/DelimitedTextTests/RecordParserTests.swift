import DelimitedText
import Testing

@Suite struct RecordParserTests {
  /// What libcsv makes of odd input in strict mode, and the line that each record begins in.
  static let accepted: [(text: String, rows: [Row])] = [
    ("a,b\n1,2", [Row(1, "a", "b"), Row(2, "1", "2")]),
    ("a,b\r\n1,2\r\n", [Row(1, "a", "b"), Row(2, "1", "2")]),
    ("a\rb\rc", [Row(1, "a"), Row(2, "b"), Row(3, "c")]),
    ("a\n\nb\r\n\r\nc\r\rd", [Row(1, "a"), Row(2), Row(3, "b"), Row(4), Row(5, "c"), Row(6), Row(7, "d")]),
    ("a\n\rb", [Row(1, "a"), Row(2), Row(3, "b")]),
    (",\n", [Row(1, "", "")]),
    ("a,b,\n", [Row(1, "a", "b", "")]),
    ("a,", [Row(1, "a", "")]),
    ("  a b \t, c", [Row(1, "  a b \t", " c")]),
    ("   \nx", [Row(1, "   "), Row(2, "x")]),
    ("\"\",,x", [Row(1, "", "", "x")]),
    ("\"a\nb\r\nc\rd\",e\nf", [Row(1, "a\nb\r\nc\rd", "e"), Row(5, "f")]),
    ("\"a\"\"b\"", [Row(1, "a\"b")]),
    ("\n\n\"x\n\"\ny", [Row(1), Row(2), Row(3, "x\n"), Row(5, "y")]),
    ("\"a\r\"\nb", [Row(1, "a\r"), Row(3, "b")]),
    ("", []),
    ("\n", [Row(1)]),
    ("\r\n", [Row(1)]),
  ]

  @Test(arguments: [1, 2, 3, 1_000]) func recordsHaveTheirPlacesHoweverTheBytesAreCut(chunk: Int) {
    for example in Self.accepted {
      let result = parse(Array(example.text.utf8), chunk: chunk)
      #expect(result.error == nil, "\(example.text.debugDescription)")
      #expect(result.rows == example.rows, "\(example.text.debugDescription)")
    }
  }

  /// Text, the kind of error, and its line, field and byte.
  static let refused: [(text: String, kind: ReadError.Kind, line: Int, column: Int, byte: Int)] = [
    ("a\"b", .strayQuote, 1, 1, 1),
    ("x\n1,2,a\"b", .strayQuote, 2, 3, 7),
    ("\"a\"b,c\nd,e\n", .strayQuote, 1, 1, 3),
    ("\"a\\\"b\"", .strayQuote, 1, 1, 4),
    ("a,\"b\nc\" d", .strayQuote, 2, 2, 7),
    ("x,\"abc\nd,e\n", .unclosedQuote, 1, 2, 11),
    ("\"", .unclosedQuote, 1, 1, 1),
    ("a\n\"b\n\",\"c\n", .unclosedQuote, 3, 2, 10),
    ("\"a\"\"", .unclosedQuote, 1, 1, 4),
    ("a,\u{FEFF}\"b\"", .strayQuote, 1, 2, 5),
    ("a, \"b\"", .strayQuote, 1, 2, 3),
  ]

  @Test(arguments: [1, 2, 1_000]) func errorsHaveTheirPlacesHoweverTheBytesAreCut(chunk: Int) throws {
    for example in Self.refused {
      let error = parse(Array(example.text.utf8), chunk: chunk).error
      #expect(error?.kind == example.kind, "\(example.text.debugDescription)")
      #expect(error?.lineNumber == example.line, "\(example.text.debugDescription)")
      #expect(error?.columnNumber == example.column, "\(example.text.debugDescription)")
      #expect(error?.byteOffset == example.byte, "\(example.text.debugDescription)")
    }
  }

  @Test func recordsBeforeAnErrorAreHandedOverAndTheHalfOneIsNot() {
    let result = parse(Array("a,b\nc,d\ne,f\"\n".utf8), chunk: 1_000)
    #expect(result.rows == [Row(1, "a", "b"), Row(2, "c", "d")])
    #expect(result.error?.kind == .strayQuote)
  }

  @Test func anErrorIsNotForgotten() throws {
    let parser = try RecordParser()
    var errors: [ReadError] = []
    for text in ["a\"b", "c\n"] {
      do throws(ReadError) {
        try parser.feed(Array(text.utf8)) { _ in }
      } catch {
        errors.append(error)
      }
    }
    do throws(ReadError) {
      try parser.finish { _ in }
    } catch {
      errors.append(error)
    }
    #expect(errors.count == 3)
    #expect(errors.allSatisfy { $0 == errors.first })
  }

  @Test func aParserLeftInTheMiddleOfAQuoteDoesNotTouchTheNext() {
    #expect(parse(Array("\"a".utf8), chunk: 1).error?.kind == .unclosedQuote)
    #expect(parse(Array("b\n".utf8), chunk: 1).rows == [Row(1, "b")])
  }

  @Test func aQuoteThatNeverClosesIsStoppedAtTheFieldLimit() {
    let bytes = Array("a,\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)
    let error = parse(bytes, chunk: 1 << 18).error
    #expect(error?.kind == .fieldTooLong)
    #expect(error?.byteOffset == 3 + Limits.fieldByteCount)
  }

  @Test func aFieldOfTheLimitIsRead() {
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: Limits.fieldByteCount)
    let result = parse(bytes, chunk: 1 << 18)
    #expect(result.error == nil)
    #expect(result.rows.first?.fields.first?.utf8.count == Limits.fieldByteCount)
  }

  @Test func recordsHaveLimits() {
    let wide = [UInt8](repeating: UInt8(ascii: ","), count: Limits.fieldCount - 1)
    #expect(parse(wide, chunk: 1_000).rows.first?.fields.count == Limits.fieldCount)
    #expect(parse(wide + [UInt8(ascii: ",")], chunk: 1).error?.kind == .tooManyFields)
    let field = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 19) + [UInt8(ascii: ",")]
    let long = (0..<17).flatMap { _ in field }
    #expect(parse(long, chunk: 1 << 18).error?.kind == .recordTooLong)
  }

  @Test func limitsAreNamedAtTheirByteByTheReader() {
    let line = Array("a,b\n".utf8)
    let wide = line + [UInt8](repeating: UInt8(ascii: ","), count: 5_000)
    let error = refusal(wide)
    #expect(error?.kind == .tooManyFields)
    #expect(error?.lineNumber == 2)
    #expect(error?.byteOffset == 4 + Limits.fieldCount)
  }

  @Test func withoutAQuoteEveryQuoteIsText() {
    #expect(parse(Array("\"a,b\"c\n".utf8), chunk: 1, quote: nil).rows == [Row(1, "\"a", "b\"c")])
    #expect(parse([0x61, 0x01, 0x62], chunk: 1, quote: nil).error?.kind == .controlByte)
  }

  @Test func delimitersAndQuotesThatCannotServeAreRefused() {
    for (delimiter, quote) in [(0x0A, 0x22), (0x22, 0x22), (0x2C, 0x0D), (0xE9, 0x22), (0x01, 0x22)] as [(UInt8, UInt8)] {
      #expect(parse([], chunk: 1, delimiter: delimiter, quote: quote).error?.kind == .unusableDialect)
    }
  }
}
