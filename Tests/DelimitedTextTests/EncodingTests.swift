import DelimitedText
import Glibc
import Testing

/// Encodes by the C library, which knows nothing of our decoder.
func encode(_ text: String, _ name: String) -> [UInt8]? {
  guard let descriptor = iconv_open(name, "UTF-8"), Int(bitPattern: descriptor) != -1 else { return nil }
  defer { iconv_close(descriptor) }
  var input = Array(text.utf8).map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 4 + 16)
  let written = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      var fromLeft = source.count
      var toLeft = target.count
      let result = iconv(descriptor, &from, &fromLeft, &to, &toLeft)
      return result == Int(bitPattern: UInt.max) ? -1 : target.count - toLeft
    }
  }
  return written < 0 ? nil : output[..<written].map { UInt8(bitPattern: $0) }
}

@Suite struct EncodingTests {
  static let simplified = "项目,2012年9月30日\n流动资产：,\n货币资金,\"1,234.5\"\n归属于母公司所有者权益合计,5\n净利润,(6)\n"
  static let traditional = "項目,2012年9月30日\n現金及銀行結餘,\"1,234.5\"\n本公司擁有人應佔虧損,(5)\n資產淨值,6\n"
  static let japanese = "勘定科目,金額\n現金及び預金,\"1,234\"\n株式会社サンプル,5\n当期純利益,6\n"
  static let korean = "계정과목,금액\n현금및현금성자산,\"1,234\"\n당기순이익,5\n"
  static let french = "Libellé;2012\nTrésorerie et équivalents;1 234,5\nRésultat net – part du groupe;€ 5,0\n"

  static let samples: [(text: String, name: String, encoding: Encoding)] = [
    (simplified, "GB18030", .gb18030), (simplified, "GBK", .gb18030), (simplified, "GB2312", .gb18030),
    (traditional, "BIG5", .big5), (traditional, "GB18030", .gb18030), (traditional, "BIG5-HKSCS", .big5),
    (japanese, "CP932", .shiftJIS), (japanese, "SJIS", .shiftJIS),
    (korean, "EUC-KR", .eucKR), (korean, "CP949", .eucKR),
    (french, "CP1252", .windows1252),
    (simplified, "UTF-16LE", .utf16LittleEndian), (simplified, "UTF-16BE", .utf16BigEndian),
    (french, "UTF-16LE", .utf16LittleEndian), (korean, "UTF-16BE", .utf16BigEndian),
    (simplified, "UTF-8", .utf8), (traditional, "UTF-8", .utf8), (japanese, "UTF-8", .utf8), (korean, "UTF-8", .utf8),
    (french, "UTF-8", .utf8),
  ]

  @Test(arguments: samples.indices) func everyEncodingIsToldFromTheBytes(index: Int) throws {
    let sample = Self.samples[index]
    let bytes = try #require(encode(sample.text, sample.name))
    let table = try DelimitedReader.read(bytes)
    #expect(table.dialect.encoding == sample.encoding, "\(table.dialect.evidence)")
    #expect(rows(table) == rows(try DelimitedReader.read(Array(sample.text.utf8))))
    let given = try DelimitedReader.read(bytes, dialect: table.dialect)
    #expect(rows(given) == rows(table))
  }

  @Test(arguments: samples.indices) func theRecordsMayComeInAnyOrder(index: Int) throws {
    let sample = Self.samples[index]
    let reversed = sample.text.split(separator: "\n").reversed().joined(separator: "\n")
    let dialect = try DelimitedReader.read(try #require(encode(sample.text, sample.name))).dialect
    let other = try DelimitedReader.read(try #require(encode(reversed, sample.name))).dialect
    #expect(other.encoding == dialect.encoding)
    #expect(other.delimiter == dialect.delimiter)
  }

  static let small: [(text: String, name: String, encoding: Encoding)] = [
    ("利润,1\n", "GBK", .gb18030), ("张,1\n", "GBK", .gb18030), ("名称,金额\n王磊,5\n李娜,6\n", "GBK", .gb18030),
    ("資產\t1\n", "BIG5", .big5), ("資產\t1\n", "GBK", .gb18030), ("備註,5\n", "BIG5", .big5), ("備註,5\n", "GBK", .gb18030),
    ("名稱,金額\n黃偉明,5\n陳嘉欣,6\n", "BIG5", .big5), ("名稱,金額\n黃偉明,5\n陳嘉欣,6\n", "GBK", .gb18030),
    ("純資産,1\n", "CP932", .shiftJIS), ("受取手形;2\n", "CP932", .shiftJIS), ("㈱テスト,6\n", "CP932", .shiftJIS),
    ("자산,1\n", "EUC-KR", .eucKR), ("삼성전자\t5\n", "EUC-KR", .eucKR),
    ("CRÉANCES;5\nÉTÉ;1\n", "CP1252", .windows1252), ("AÑO;2012\n", "CP1252", .windows1252), ("Cash,£5\n", "CP1252", .windows1252),
    ("Cash;€ 5,00\n", "CP1252", .windows1252), ("Owner’s equity,6\n", "CP1252", .windows1252), ("5 µm,1\n", "CP1252", .windows1252),
    ("Umsatzerlöse;12,5\nJahresüberschuß;1,1\n", "CP1252", .windows1252), ("X;1\u{A0}234,5\n", "CP1252", .windows1252),
  ]

  @Test(arguments: small.indices) func aWordOrTwoIsEnough(index: Int) throws {
    let sample = Self.small[index]
    let table = try DelimitedReader.read(try #require(encode(sample.text, sample.name)))
    #expect(table.dialect.encoding == sample.encoding, "\(sample.text) \(table.dialect.evidence)")
    #expect(rows(table) == rows(try DelimitedReader.read(Array(sample.text.utf8))))
  }

  @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE"]) func byteOrderMarksAreNoText(name: String) throws {
    let bytes = try #require(encode("\u{FEFF}\"资产\",5\n", name))
    let table = try DelimitedReader.read(bytes)
    #expect(table.dialect.hasByteOrderMark)
    #expect(table.dialect.encoding.rawValue == name)
    #expect(rows(table) == [Row(1, "资产", "5")])
  }

  @Test func marksInsideAreTakenOutAndSaid() throws {
    let table = try DelimitedReader.read(Array("\u{FEFF}\u{FEFF}a,\u{FEFF}b\n\u{FEFF}\"c\",d\n\"\u{FEFF}e\",f\u{FEFF}\n".utf8))
    #expect(rows(table) == [Row(1, "a", "b"), Row(2, "c", "d"), Row(3, "e", "f\u{FEFF}")])
    #expect(table.dialect.evidence.contains { $0.contains("byte order marks at the start of fields were taken out") })
  }

  @Test func theEndMarkOfOldSystemsIsNoText() throws {
    #expect(try fields("a,b\n1,2\n\u{1A}") == [["a", "b"], ["1", "2"]])
  }

  @Test func theLocaleDoesNotMatter() throws {
    let bytes = try #require(encode(Self.simplified, "GBK"))
    let before = try DelimitedReader.read(bytes)
    for name in ["C", "C.UTF-8", "POSIX"] {
      setlocale(LC_ALL, name)
      #expect(rows(try DelimitedReader.read(bytes)) == rows(before))
    }
  }

  /// Bytes, the kind of error, its line, field and byte.
  static let refused: [(bytes: [UInt8], kind: ReadError.Kind, line: Int, column: Int, byte: Int)] = [
    ([], .empty, 1, 1, 0),
    ([0xEF, 0xBB, 0xBF], .empty, 1, 1, 0),
    ([0xFF, 0xFE], .empty, 1, 1, 0),
    (Array("a,b\n1,2".utf8) + [0, 0, 0, 0], .nulByte, 2, 2, 7),
    (Array("a,b\n1,资产".utf8) + [0, 0, 0, 0], .nulByte, 2, 2, 12),
    (Array("a,b\n1,".utf8) + [0x1B] + Array("[31m\n".utf8), .controlByte, 2, 2, 6),
    (Array("名称,金额\n净资产,资产总计\n1,净利".utf8).dropLast(), .undecodable, 3, 2, 42),
    ([0xEF, 0xBB, 0xBF] + Array("a,b\n1,".utf8) + [0xFF], .undecodable, 2, 2, 9),
    ([0xFF, 0xFE, 0x61, 0x00, 0x0A], .undecodable, 1, 1, 4),
    ([0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00, 0x00, 0xD8, 0x62, 0x00], .undecodable, 1, 2, 6),
    (Array("Item,Amount\n".utf8) + [0xC2, 0xFB, 0xF0, 0xF3, 0xF7, 0xEA, 0xE0] + Array(",5\n".utf8), .undecodable, 2, 1, 12),
    (Array("PK\u{3}\u{4}x".utf8), .notText, 1, 1, 0),
    (Array("%PDF-1.7".utf8), .notText, 1, 1, 0),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .notText, 1, 1, 0),
    (Array("\n<HTML><table>".utf8), .notText, 1, 1, 0),
  ]

  @Test(arguments: refused.indices) func whatIsNoTextIsRefusedAtItsPlace(index: Int) throws {
    let example = Self.refused[index]
    let error = try #require(refusal(example.bytes))
    #expect(error.kind == example.kind, "\(error)")
    #expect(error.lineNumber == example.line, "\(error)")
    #expect(error.columnNumber == example.column, "\(error)")
    #expect(error.byteOffset == example.byte, "\(error)")
    #expect(!error.found.isEmpty && !error.expected.isEmpty && !error.remedy.isEmpty)
  }

  @Test func aDamagedByteInACodePageIsNamed() throws {
    var bytes = try #require(encode(Self.simplified + Self.simplified, "GBK"))
    let place = try #require(bytes.lastIndex(of: 0x0A)) - 8
    let line = bytes[..<place].count { $0 == 0x0A } + 1
    bytes[place] = 0xFF
    let error = try #require(refusal(bytes))
    #expect(error.kind == .undecodable)
    #expect(error.byteOffset >= place - 1 && error.byteOffset <= place)
    #expect(error.lineNumber == line)
    #expect(error.expected == "a character in GB18030")
    #expect(error.found.contains("0x"))
  }

  @Test func errorsOfTheParserArePlacedInTheFileAsItLies() throws {
    let text = "资产,金额\n净利润,\"5\n"
    for name in ["UTF-8", "GBK", "UTF-16LE"] {
      let bytes = try #require(encode(text, name))
      let before = try #require(encode("资产,金额\n净利润,", name))
      let error = try #require(refusal(bytes))
      #expect(error.kind == .unclosedQuote)
      #expect(error.byteOffset == before.count, "\(name)")
      #expect(error.lineNumber == 2 && error.columnNumber == 2)
      #expect(error.excerpt == "净利润,\"5")
    }
  }
}
