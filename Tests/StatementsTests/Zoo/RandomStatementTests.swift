import DelimitedText
import Foundation
import Testing

@testable import Statements

/// No file traps, whatever stands in its cells; a file that is taken gives every fact a cell of its own.
@Suite struct RandomStatementTests {
  static let words = [
    "", "", "-", "n/a", "2012", "2011", "30.09.2012", "2012-12-31", "31/12/2011", "Year ended 31 December", "Q1", "FY2012", "TTM",
    "RMB'000", "万元", "期末余额",
    "年初余额", "Note", "Company", "entity", "Alpha Ltd", "Total assets", "Revenue", "Cost of sales", "Gross profit", "Net loss", "Income tax",
    "Profit after tax",
    "Profit before tax", "Total", "合计", "1,234", "1.234", "(5)", "-5", "12.5%", "99999999999999999999999999999999999999", "1e9", "20120930",
    "1799", "2299-12-31",
    "1800-01-01", "Change", "Budget", "Group", "Attributable to:", "Non-controlling interests", "\u{FEFF}", "(", "（", "Less: ", "其中：", "1.",
    "一、", "as at", "31 February 2012",
    "170141183460469231731687303715884105727", "0.0000000000000000001", "date", "periods", "quarters", "Header", "Body", "restated", "USD",
    "%",
  ]

  @Test func noStatementTraps() {
    let rounds = ProcessInfo.processInfo.environment["TIEOUT_ROUNDS"].flatMap(Int.init) ?? 1_500
    let catalogue = LineItemCatalogue.shipped()
    var state: UInt64 = 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let styles = ZooStyle.all.filter { $0.bytes == .utf8 && $0.ending == .lf }
    for _ in 0..<rounds {
      var rows: [[String]]
      let style = styles[random(styles.count)]
      let delimiter = style.delimiter
      if random(3) == 0 {
        rows = (0..<(1 + random(9))).map { _ in (0..<(1 + random(5))).map { _ in Self.words[random(Self.words.count)] } }
      } else {
        let text = String(decoding: ZooWriter(style: style).files[0].bytes, as: UTF8.self)
        rows = text.split(separator: "\n", omittingEmptySubsequences: false).map {
          $0.split(separator: delimiter, omittingEmptySubsequences: false).map(String.init)
        }
        for _ in 0..<(1 + random(4)) {
          let row = random(rows.count)
          switch random(4) {
          case 0: rows.remove(at: row)
          case 1: rows.insert(rows[random(rows.count)], at: row)
          default: if !rows[row].isEmpty { rows[row][random(rows[row].count)] = Self.words[random(Self.words.count)] }
          }
          if rows.isEmpty { rows = [[""]] }
        }
      }
      let text = rows.map { $0.joined(separator: String(delimiter)) }.joined(separator: "\n")
      let intake = Intake([Delivery(path: "random.csv", bytes: Array(text.utf8), digest: "")], catalogue: catalogue)
      let places = intake.facts.compactMap(\.provenance.place)
      #expect(Set(places).count == intake.facts.count, "\(text)")
    }
  }
}
