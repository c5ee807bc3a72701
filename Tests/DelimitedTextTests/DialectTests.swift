import DelimitedText
import Testing

@Suite struct DialectTests {
  /// A text, its delimiter, its quote, and the number of fields of most records.
  static let samples: [(name: String, text: String, delimiter: Character, quote: Character?)] = [
    ("commas", "a,b,c\n1,2,3\n", ",", "\""),
    ("decimal commas in every cell", "Umsatz;12,5;13,5\nKosten;1,5;2,5\n", ";", "\""),
    ("thousands commas", "Revenue;1,234.56;2,345.67\nCost;100;1,000\n", ";", "\""),
    ("German thousands", "Item;2012;2011\nUmsatz;1.234,5;2.000,0\n", ";", "\""),
    ("quoted amounts", "Item,2012\n\"Trade; other\",\"1,234.56\"\nCash,\"2,345\"\n", ",", "\""),
    ("tabs and prose", "Cash, bank and hand\t1,234\t5\nTrade, other\t5\t6\n", "\t", "\""),
    ("pipes", "Item|2012|2011\nCash|1,234|5\nDebt|(5)|6\n", "|", "\""),
    (
      "a preamble of prose over few rows",
      """
      Kingsoft Cloud, Inc., a company of the Cayman Islands, and its subsidiaries
      Consolidated balance sheets, unaudited, in thousands
      Prepared by Finance, Beijing
      As at 30 September 2012, 31 December 2011, 31 December 2010
      Amounts in RMB, unless otherwise stated

      Item;2012;2011
      Revenue;100;200
      Net assets;5;6
      """, ";", "\""
    ),
    (
      "a preamble with semicolons over commas", "Company: A; B; C\nUnit; RMB'000\n\nItem,2012,2011\nCash,5,6\nDebt,(5),7\nTotal,0,13\n",
      ",",
      "\""
    ),
    ("ragged short rows", "Item,2012,2011,2010\nAssets\nCash,5\nDebt,5,6\nTotal,1,2,3\nNote; see 5\n", ",", "\""),
    ("one semicolon in a column of names", "Name\nAlpha\nBeta; Gamma\nDelta\nEpsilon\n", ",", "\""),
    ("one column", "a\nb\nc\n", ",", "\""),
    ("one cell", "Abc def", ",", "\""),
    ("lists in the last column", "entity,aliases,share\nA,X;Y;Z,5\nB,P;Q;R,6\n", ",", "\""),
    ("single quotes", "'Item','2012'\n'Cash, bank','1,234'\n'Owner''s equity','5'\n", ",", "'"),
    ("single quotes where needed", "Item;'Cash; bank';5\nDebt;x;6\n", ";", "'"),
    ("apostrophes", "Item,2012\n'Other',5\nOwner's equity,6\n'tis,7\n", ",", "\""),
    ("a text mark", "Item,2012\nCash,'5\nDebt,'6\n", ",", "\""),
    ("inches", "Item,2012\n5\" disk,5\n3.5\" disk,6\n", ",", nil),
    ("a word in quotes inside", "Item,2012\nthe \"Group\",5\n", ",", nil),
    ("inches beside quoted amounts", "Item,2012\nMonitor 24\" wide,\"1,234.5\"\nDisk,\"2,000\"\n", ",", "\""),
    ("Excel's separator line", "sep=|\nItem|2012\nCash; bank|5\n", "|", "\""),
    ("empty cells", ";;;\n;;5,5;\n;x;;\n", ";", "\""),
    ("dates and times", "date;time;rate\n2012-09-30;10:00;1,25\n2012-10-01;11:00;1,26\n", ";", "\""),
  ]

  @Test(arguments: samples.indices) func delimiterAndQuoteAreFound(index: Int) throws {
    let sample = Self.samples[index]
    for lineEnd in ["\n", "\r\n", "\r"] {
      let text = sample.text.replacing("\n", with: lineEnd)
      let dialect = try DelimitedReader.read(Array(text.utf8)).dialect
      #expect(Character(Unicode.Scalar(dialect.delimiter)) == sample.delimiter, "\(sample.name): \(dialect.evidence)")
      #expect(dialect.quote.map { Character(Unicode.Scalar($0)) } == sample.quote, "\(sample.name): \(dialect.evidence)")
    }
  }

  @Test(arguments: samples.indices) func theOrderOfTheRecordsDoesNotMatter(index: Int) throws {
    let sample = Self.samples[index]
    guard !sample.text.hasPrefix("sep=") else { return }
    var random = SeededGenerator(seed: UInt64(index))
    var lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<20 {
      lines.shuffle(using: &random)
      let dialect = try DelimitedReader.read(Array(lines.joined(separator: "\n").utf8)).dialect
      #expect(Character(Unicode.Scalar(dialect.delimiter)) == sample.delimiter, "\(sample.name): \(lines) \(dialect.evidence)")
      #expect(dialect.quote.map { Character(Unicode.Scalar($0)) } == sample.quote, "\(sample.name): \(dialect.evidence)")
    }
  }

  static let endings: [(text: String, ending: LineEnding, ends: Bool)] = [
    ("a,b\n1,2\n", .lf, true), ("a,b\r\n1,2\r\n", .crlf, true), ("a,b\r1,2", .cr, false), ("a,b\r\n1,2\n", .mixed, true),
    ("a,b", .none, false), ("\"a\r\nb\",c\nd,e\n", .lf, true), ("\"a\n\",c", .none, false),
  ]

  @Test(arguments: endings.indices) func lineEndingsAreFound(index: Int) throws {
    let example = Self.endings[index]
    let dialect = try DelimitedReader.read(Array(example.text.utf8)).dialect
    #expect(dialect.lineEnding == example.ending)
    #expect(dialect.endsWithNewline == example.ends)
  }

  @Test func literalQuotesAreKeptAndSaid() throws {
    let table = try DelimitedReader.read(Array("Item,2012\nMonitor 24\" wide,\"1,234 \"\"x\"\"\"\n".utf8))
    #expect(rows(table) == [Row(1, "Item", "2012"), Row(2, "Monitor 24\" wide", "1,234 \"x\"")])
    #expect(table.dialect.evidence.contains { $0.contains("ordinary character, first in line 2") })
  }

  @Test func blanksAroundQuotesAreTrimmedAndIndentsAreNot() throws {
    let table = try DelimitedReader.read(Array("a, \"b, c\" ,d\n  e,f,  g \n".utf8))
    #expect(rows(table) == [Row(1, "a", "b, c", "d"), Row(2, "  e", "f", "  g ")])
    #expect(table.dialect.evidence.contains { $0.contains("blanks around the quotes") })
  }

  @Test func theSeparatorLineIsNoRecordButHasItsLine() throws {
    let table = try DelimitedReader.read(Array("sep=;\r\na;b\r\n1;2\r\n".utf8))
    #expect(rows(table) == [Row(2, "a", "b"), Row(3, "1", "2")])
  }

  @Test func aTieIsAsked() throws {
    let error = try #require(refusal("a;b,c\nd;e,f\n"))
    #expect(error.kind == .ambiguousDelimiter)
    #expect(error.found.contains("comma") && error.found.contains("semicolon"))
  }

  static let refused: [(text: String, kind: ReadError.Kind, line: Int, column: Int, byte: Int)] = [
    ("a,b\n\"x\"y,2\n", .strayQuote, 2, 1, 7),
    ("a;b\n1;\"x\n2;3\n", .unclosedQuote, 2, 2, 6),
    ("a,b\nsee \"x, y\",2\n1,2\n", .strayQuote, 2, 1, 8),
    ("sep=;\na;b\n\"x\"y;2\n", .strayQuote, 3, 1, 13),
    ("a,b\n\"\"\"\n", .unclosedQuote, 2, 1, 4),
  ]

  @Test(arguments: refused.indices) func brokenQuotesAreRefusedAtTheirPlace(index: Int) throws {
    let example = Self.refused[index]
    let error = try #require(refusal(example.text))
    #expect(error.kind == example.kind)
    #expect(error.lineNumber == example.line && error.columnNumber == example.column, "\(error)")
    #expect(error.byteOffset == example.byte, "\(error)")
    #expect(!error.excerpt.isEmpty)
  }

  @Test func aGivenDialectIsTaken() throws {
    let bytes = Array("a;b,c\n\"d\";e,f\n".utf8)
    let semicolons = try DelimitedReader.read(bytes, dialect: Dialect(delimiter: UInt8(ascii: ";")))
    #expect(rows(semicolons) == [Row(1, "a", "b,c"), Row(2, "d", "e,f")])
    let plain = try DelimitedReader.read(bytes, dialect: Dialect(delimiter: UInt8(ascii: ","), quote: nil))
    #expect(rows(plain) == [Row(1, "a;b", "c"), Row(2, "\"d\";e", "f")])
  }

  @Test func whiteSpaceIsEmptyAndBlank() throws {
    let table = try DelimitedReader.read(Array("a, \u{A0}\u{3000},\n,,\n\n \u{200B},x,y\n".utf8))
    #expect(table[0].isEmpty(1) && table[0].isEmpty(2) && table[0].isEmpty(9) && !table[0].isEmpty(0))
    #expect(!table[0].isBlank && table[1].isBlank && table[2].isBlank && !table[3].isBlank)
    #expect(table[2].fieldCount == 0 && table[3].isEmpty(0))
    #expect(table[0].text(7) == "" && table[0].text(-1) == "")
  }
}
