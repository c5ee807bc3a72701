import DelimitedText
import Foundation
import Testing

@testable import Statements

/// `LabelKeys.tsv` is `Labels.csv`, folded and sorted; no key belongs to two items.
@Suite struct LabelKeysTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../Sources/CTables").standardizedFileURL

  private func labels() throws -> [(key: String, item: String, sense: String)] {
    let table = try DelimitedReader.read(Array(Data(contentsOf: Self.folder.appendingPathComponent("Labels.csv"))))
    let catalogue = LineItemCatalogue.shipped()
    return (1..<table.recordCount).map { index in
      let record = table[index]
      return (catalogue.key(record.text(2)), record.text(0), record.text(3))
    }
  }

  @Test func theKeysAreTheLabelsFoldedAndSorted() throws {
    var seen: [String: (item: String, sense: String)] = [:]
    var unique: [(key: String, item: String, sense: String)] = []
    for label in try labels() {
      if let other = seen[label.key] {
        #expect(other.item == label.item && other.sense == label.sense, "‘\(label.key)’ is both \(other) and \(label)")
        continue
      }
      seen[label.key] = (label.item, label.sense)
      unique.append(label)
    }
    let expected = LabelKeys.file(unique)
    let file = Self.folder.appendingPathComponent("LabelKeys.tsv")
    if ProcessInfo.processInfo.environment["TIEOUT_ACCEPT"] == "1" {
      try Data(expected.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == expected, "run `make accept`, then build again")
  }

  @Test func everyLabelFindsItsItem() throws {
    let catalogue = LineItemCatalogue.shipped()
    let table = try DelimitedReader.read(Array(Data(contentsOf: Self.folder.appendingPathComponent("Labels.csv"))))
    #expect(table.recordCount > 1_500)
    for index in 1..<table.recordCount {
      let record = table[index]
      let found = catalogue.find(label: record.text(2))
      #expect(found.map { catalogue[$0.item].id } == record.text(0), "\(record.text(2))")
    }
  }

  @Test func everyIdOfTheContractIsThere() {
    let catalogue = LineItemCatalogue.shipped()
    let ids = """
      total-assets current-assets non-current-assets total-liabilities current-liabilities non-current-liabilities net-assets
      equity-attributable-to-owners non-controlling-interests share-capital share-premium retained-earnings translation-reserve
      share-based-payment-reserve goodwill goodwill-attributable-to-owners goodwill-attributable-to-nci cash-and-cash-equivalents revenue
      cost-of-sales gross-profit profit-before-tax income-tax profit-after-tax profit-attributable-to-owners profit-attributable-to-nci
      other-comprehensive-income total-comprehensive-income capital-contributions dividends other-equity-movements
      """.split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(ids.count == 31)
    for id in ids { #expect(catalogue.find(id: id) != nil, "\(id)") }
  }
}
