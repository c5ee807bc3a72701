import Statements
import Testing

/// What bad input gets: a finding at its place with a remedy, for each thing that is wrong, and the other file of the group is reported.
@Suite struct BadInputTests {
  /// A malformed file and what is found in it, `check line:column`, of severity `error`.
  struct Bad: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var found: [String]

    init(_ name: String, _ text: String, _ found: String...) { self.init(name, Array(text.utf8), found) }

    init(_ name: String, _ bytes: [UInt8], _ found: [String]) {
      self.name = name
      self.bytes = bytes
      self.found = found
    }

    var testDescription: String { name }
  }

  private static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Not text, or text that cannot be cut into records.
  static let unreadable: [Bad] = [
    Bad("a file of zero bytes", [], ["unreadable 1:1"]),
    Bad("a byte order mark and nothing else", [0xEF, 0xBB, 0xBF], ["unreadable 1:1"]),
    Bad("blanks and line ends", "\n \n,,\n", "unrecognised 0:0"),
    Bad("a workbook", [0x50, 0x4B, 0x03, 0x04] + utf8("xl/worksheets"), ["unreadable 1:1"]),
    Bad("an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], ["unreadable 1:1"]),
    Bad("a PDF", utf8("%PDF-1.7\n%\u{E2}\n"), ["unreadable 1:1"]),
    Bad("a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], ["unreadable 1:1"]),
    Bad("a web page", "<!DOCTYPE html>\n<html><body>Item,2025</body></html>\n", "unreadable 1:1"),
    Bad("a zipped file", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0], ["unreadable 1:1"]),
    Bad("a NUL in a cell", utf8("Item,2025\nCash,") + [0] + utf8("5\n"), ["unreadable 2:2"]),
    Bad("a tail of zeros", utf8("Item,2025\nCash,5\n") + [UInt8](repeating: 0, count: 512), ["unreadable 3:1"]),
    Bad("a control byte", "Item,2025\nCash,\u{1}5\n", "unreadable 2:2"),
    Bad("a quote that does not close", "Item,2025\n\"Cash,5\nBank,6\n", "unreadable 2:1"),
    Bad("a quote that does not close in the last cell", "entity,holder,shares\nPier,Harbour,\"5\n", "unreadable 2:3"),
    Bad("text after a closed quote", "Item,2025\n\"Cash\" at bank,5\n\"x\",\"y\"\n", "unreadable 2:1"),
    Bad("a byte that is no character", utf8("\u{FEFF}Item,2025\nC") + [0xFF, 0xFE] + utf8("sh,5\n"), ["unreadable 2:1"]),
    Bad("half of a character", utf8("\u{FEFF}Item,2025\n资") + [0xE8, 0xB5], ["unreadable 2:1"]),
    Bad("half of a UTF-16 pair", [0xFF, 0xFE, 0x41, 0x00, 0x2C, 0x00, 0x42], ["unreadable 1:2"]),
    Bad(
      "a field of more than a mebibyte", utf8("Item,2025\nCash,\"") + [UInt8](repeating: 0x61, count: (1 << 20) + 1) + utf8("\"\n"),
      ["unreadable 2:2"]),
    Bad("more fields than a record may have", String(repeating: ",", count: 5_000) + "\nItem,2025\nCash,5\n", "unreadable 1:4097"),
  ]

  /// Files whose form cannot be told.
  static let unrecognised: [Bad] = [
    Bad("words", "Dear all,\nplease find attached the accounts\n", "unrecognised 1:0"),
    Bad("figures without a date", "Item,this year,last year\nCash,5,4\n", "unrecognised 1:0"),
    Bad("a register without its header", "Pier,Harbour,5\nPier,Founders,6\n", "unrecognised 1:0"),
    Bad("a delimiter that is none of ours", "Item^2025\nCash^5\n", "unrecognised 1:0"),
    Bad("a header without rows", "entity,date,item,amount\n", "unrecognised 1:0"),
    Bad("a trial balance without amounts", "date,account,debit,credit\n2025-12-31,Cash,,\n", "unrecognised 1:0"),
  ]

  /// Registers and long files with cells that are not what their columns hold: every one is named.
  static let cells: [Bad] = [
    Bad("a record that is too long", "entity,holder,shares\nPier,Harbour,5,6\n", "unreadable 2:4"),
    Bad("a record that is cut short", "entity,holder,shares\nPier,Harb", "unreadable 2:0"),
    Bad("two ragged records", "entity,holder,shares\nPier,Harbour\nPier,Founders,5,x\n", "unreadable 2:0", "unreadable 3:4"),
    Bad("a header twice in a file", "entity,holder,shares\nPier,A,5\nentity,holder,shares\nPier,B,5\n", "unreadable 3:0"),
    Bad("a heading twice", "entity,holder,shares,Shares\nPier,Harbour,5,6\n", "unreadable 1:4"),
    Bad("31 February in a register", "date,entity,holder,shares\n2025-02-31,Pier,Harbour,5\n", "unreadable 2:1"),
    Bad("31 February in a long file", "entity,date,item,amount\nPier,31 February 2025,Cash,5\n", "unreadable 2:2"),
    Bad("a year that is none", "date,entity,holder,shares\n99999-01-01,Pier,Harbour,5\n", "unreadable 2:1"),
    Bad("no date", "date,entity,holder,shares\nsoon,Pier,Harbour,5\n", "unreadable 2:1"),
    Bad("a date column with two readings", "date,entity,holder,shares\n01/02/2025,Pier,A,5\n03/04/2025,Pier,B,5\n", "unreadable 2:1"),
    Bad("a date column read in both ways", "date,entity,holder,shares\n13/02/2025,Pier,A,5\n02/13/2025,Pier,B,5\n", "unreadable 3:1"),
    Bad("periods with two readings", "entity,period,item,amount\nPier,01/02/2025,Cash,5\n", "unreadable 2:2"),
    Bad("a period without its year", "entity,period,item,amount\nPier,Year ended 31 December,Cash,5\n", "unreadable 2:2"),
    Bad("a stretch that ends before it begins", "entity,start,end,item,amount\nPier,2025-12-31,2025-01-01,Revenue,5\n", "unreadable 2:5"),
    Bad("an amount that is no number", "entity,date,item,amount\nPier,2025-12-31,Cash,five\n", "unreadable 2:4"),
    Bad("an amount with a letter in it", "entity,date,item,amount\nPier,2025-12-31,Cash,1O0\n", "unreadable 2:4"),
    Bad("an exponent", "entity,date,item,amount\nPier,2025-12-31,Cash,1e400\n", "unreadable 2:4"),
    Bad("a spreadsheet's error", "entity,date,item,amount\nPier,2025-12-31,Cash,#REF!\n", "unreadable 2:4"),
    Bad("a column too narrow", "entity,date,item,amount\nPier,2025-12-31,Cash,######\n", "unreadable 2:4"),
    Bad(
      "more digits than can be held", "entity,date,item,amount\nPier,2025-12-31,Cash,\(String(repeating: "9", count: 40))\n",
      "unreadable 2:4"),
    Bad(
      "more money than there is", "entity,date,item,amount\nPier,2025-12-31,Cash,\(String(repeating: "9", count: 25))\n", "unreadable 2:4"),
    Bad("finer than can be held", "entity,date,item,amount\nPier,2025-12-31,Cash,0.0000000000001\n", "unreadable 2:4"),
    Bad(
      "a decimal point and a decimal comma", "entity,date,item,amount\nPier,2025-12-31,Cash,\"1,5\"\nPier,2025-12-31,Bank,1.5\n",
      "unreadable 3:4"),
    Bad("thousands or decimals", "entity,date,item,amount\nPier,2025-12-31,Cash,\"1,234\"\nPier,2025-12-31,Bank,1.234\n", "unreadable 3:4"),
    Bad("an amount without its item", "entity,date,item,amount\nPier,2025-12-31,,5\n", "unreadable 2:0"),
    Bad("an amount without its entity", "entity,date,item,amount\n,2025-12-31,Cash,5\n", "unreadable 2:1"),
    Bad("an amount without its date", "entity,date,item,amount\nPier,,Cash,5\n", "unreadable 2:2"),
    Bad("a unit that is none", "entity,date,item,amount,unit\nPier,2025-12-31,Cash,5,furlongs\n", "unreadable 2:5"),
    Bad("a currency that is none", "entity,date,item,amount,currency\nPier,2025-12-31,Cash,5,doubloons\n", "unreadable 2:5"),
    Bad("a side that is none", "date,account,amount,dr/cr\n2025-12-31,Cash,5,left\n", "unreadable 2:4"),
    Bad(
      "a trial balance with words for an amount", "date,account,debit,credit\n2025-12-31,Cash,5,\n2025-12-31,Capital,,lots\n",
      "unreadable 3:4"),
    Bad("a negative holding", "entity,holder,shares\nPier,Harbour,-5\n", "unreadable 2:3"),
    Bad("nothing held", "entity,holder,shares\nPier,Harbour,\n", "unreadable 2:0"),
    Bad("more than all", "entity,holder,percent\nPier,Harbour,101%\n", "unreadable 2:3"),
    Bad("percentages and fractions", "entity,holder,percent\nPier,Harbour,80%\nPier,Founders,0.2\n", "unreadable 3:3"),
    Bad("no holder", "entity,holder,shares\nPier,,5\n", "unreadable 2:2"),
    Bad(
      "an event of no kind", "date,entity,kind,shares\n2025-01-01,Pier,gift,5\n,Pier,issue,5\n2025-01-01,Pier,,5\n", "unreadable 2:3",
      "unreadable 3:1", "unreadable 4:3"),
    Bad(
      "an event with three bad cells", "date,entity,kind,shares,price,currency\n2025-02-30,Pier,issue,many,x,5\n", "unreadable 2:1",
      "unreadable 2:4", "unreadable 2:5", "unreadable 2:6"),
    Bad("a role that is none", "entity,role\nPier,boss\n", "unreadable 2:2"),
    Bad("a year end that is none", "entity,year end\nPier,31 February\n", "unreadable 2:2"),
    Bad("a policy that is none", "entity,nci policy\nPier,D\n", "unreadable 2:2"),
    Bad("a rate of nil", "date,base,quote,rate\n2025-12-31,USD,CNY,0\n", "unreadable 2:4"),
    Bad("a rate that can be read in two ways", "date,base,quote,rate\n2025-12-31,USD,CNY,\"7,123\"\n", "unreadable 2:4"),
    Bad("a rate table with a column of its base", "Date,USD,EUR\n2025-12-31,1.17,1\n", "unreadable 1:3"),
    Bad("a rate table with words", "Date,USD,CNY\n2025-12-31,1.17,low\n", "unreadable 2:3"),
    Bad("an account of two items", "account,item\n4000,revenue\n4000,goodwill\n", "unreadable 3:1"),
    Bad("ranges that overlap", "account,item\n4000-4999,revenue\n4900-5100,goodwill\n", "unreadable 3:1"),
    Bad("an account with a star", "account,item\n4*,revenue\n", "unreadable 2:1"),
    Bad(
      "balances or postings",
      "date,account,debit,credit\n2025-01-31,Cash at bank,100,\n2025-01-31,Revenue,,100\n2025-02-28,Cash at bank,5,\n2025-02-28,Revenue,,5\n",
      "unreadable 4:3"),
    Bad("a measure that is none", "measure,issuer\nheadcount,5\n", "unreadable 2:1"),
    Bad("an acceptance without a reason", "check,reason\nbalance,\n", "unreadable 2:2"),
    Bad("a setting that cannot be", "setting,value\npresentation currency,doubloons\n", "unreadable 2:2"),
    Bad("a heading of 31 February", "Item,31 February 2025\nCash,5\n", "unreadable 1:2"),
    Bad("headings with two readings", "Item,01/02/2025,03/04/2025\nCash,5,6\n", "unreadable 1:2"),
    Bad("a statement with words for a figure", "Item,31 December 2025\nCash,5x\nBank,6\n", "unreadable 2:2"),
  ]

  static let all = unreadable + unrecognised + cells

  @Test(arguments: all)
  func eachFileGetsItsFindingAndTheOtherFileIsReported(bad: Bad) {
    let good = "Harbour\nHK$'000,31 December 2025\nNet assets,5\n"
    let group = group([("bad.csv", bad.bytes), ("good.csv", Array(good.utf8))])
    let found = group.findings.filter { $0.severity == .error && $0.place?.fileIndex == 0 }
    #expect(
      found.map { "\($0.check) \($0.place?.lineNumber ?? -1):\($0.place?.columnNumber ?? -1)" } == bad.found,
      "\(found.flatMap { group.lines(of: $0, inputs: "") })")
    for finding in found {
      #expect(finding.remedy != nil, "what to do")
      #expect(finding.expected != nil || finding.actual != nil, "what was expected, or what was found")
    }
    #expect(group.accounts.sources[0].form == nil, "the file is left out whole")
    #expect(group.factLines == ["Harbour net-assets 2025-12-31 5000 HKD"])
  }

  @Test func thereAreFilesOfEveryKind() {
    #expect(Self.all.count >= 60 && Set(Self.all.map(\.name)).count == Self.all.count)
  }
}
