import Foundation
import Statements

/// The sets that mutations are put into.
enum Sets {
  /// The zoo's clean set in the spellings whose figures are plain digits, with the money from owners that it leaves out.
  static var zoo: [StatementSet] {
    let layouts: [ZooStyle.Layout] = [.plain, .keyed, .noted, .coded, .sectioned, .compared, .unitRow, .oneFile, .bilingual]
    return ZooStatement.Language.allCases.flatMap { language in
      layouts.compactMap { layout in
        let style = ZooStyle(language: language, layout: layout)
        var sheets = ZooWriter(style: style).files.compactMap { Sheet(name: $0.name, bytes: $0.bytes) }
        guard !sheets.isEmpty else { return nil }
        sheets.append(
          Sheet(
            name: "movements.csv",
            rows: [
              [ZooStatement.entity], ["unit", "RMB'000"], ["basis", "consolidated"], ["", "Nine months ended 30 September 2012"],
              ["Capital contributions", "32,572.4"],
            ]))
        return StatementSet(origin: .zoo, name: "zoo \(language) \(layout)", sheets: sheets)
      }
    }
  }

  /// Sets whose figures are random and hold together.
  static func random(_ count: Int, seed: UInt64) -> [StatementSet] {
    var sets = RandomSets(seed: seed)
    return (0..<count).map { sets.set($0) }
  }

  /// Published statements in a folder: a position and the results of the same name are one set. Empty where there is no such folder.
  static func corpus(_ folder: String) -> [StatementSet] {
    let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".csv") }.sorted()
    let groups = Dictionary(grouping: paths) { path in
      path.replacingOccurrences(of: "-balance-sheet.csv", with: "").replacingOccurrences(of: "-income-statement.csv", with: "")
    }
    return groups.keys.sorted().compactMap { name in
      let sheets = (groups[name] ?? []).compactMap { path -> Sheet? in
        guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { return nil }
        return Sheet(name: path.replacingOccurrences(of: "/", with: "-"), bytes: Array(data))
      }
      return sheets.isEmpty ? nil : StatementSet(origin: .corpus, name: name, sheets: sheets)
    }
  }
}
