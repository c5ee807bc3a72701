import DelimitedText
import Testing

@Suite struct WriterTests {
  static let records: [(fields: [String], text: String)] = [
    (["a", "b"], "a,b\n"),
    (["1,234", "x\"y", "l1\nl2", "cr\r"], "\"1,234\",\"x\"\"y\",\"l1\nl2\",\"cr\r\"\n"),
    ([""], "\"\"\n"),
    (["", ""], ",\n"),
    ([], "\n"),
    (["  indent", "a b;c|d\te", "'x'"], "  indent,a b;c|d\te,'x'\n"),
    (["资产总计", "(5)"], "资产总计,(5)\n"),
  ]

  @Test(arguments: records.indices) func quotesStandOnlyWhereTheyAreNeeded(index: Int) {
    var writer = DelimitedWriter()
    for field in Self.records[index].fields { writer.field(field) }
    writer.endRecord()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == Self.records[index].text)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var writer = DelimitedWriter()
    for record in Self.records {
      for field in record.fields { writer.field(field) }
      writer.endRecord()
    }
    let table = try DelimitedReader.read(writer.bytes, dialect: Dialect())
    #expect(rows(table).map(\.fields) == Self.records.map(\.fields))
  }
}
