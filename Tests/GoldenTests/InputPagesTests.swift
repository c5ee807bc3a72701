import Foundation
import Testing

@testable import Statements

/// The lists of headings and of line items that `docs` gives are those that the program reads by.
@Suite struct InputPagesTests {
  private static let mark = "<!-- Made by `make accept` from the program's own tables: changes made by hand are lost. -->\n"

  @Test func theHeadingsOfColumnsAreAsGenerated() throws { try compare("docs/COLUMNS.md", Self.columns()) }

  @Test func theLineItemsAreAsGenerated() throws { try compare("docs/LINE-ITEMS.md", Self.lineItems()) }

  private func compare(_ path: String, _ text: String) throws {
    let file = GoldenCase.repository.appendingPathComponent(path)
    if GoldenTests.accepts { try Data(text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(path) is stale: run `make accept`")
  }

  private static func columns() -> String {
    var text = """
      # Headings of columns

      Every name under which a column of a register is read. Case, spaces, hyphens, underscores, singular and plural do not matter
      (`Account_Name`, `AccountName` and `account names` are one), nor do simplified and traditional characters where both stand here. Forms and their
      columns: [INPUTS](INPUTS.md).

      | column | in the forms | also read as |
      |---|---|---|

      """
    for column in Column.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
      let forms = RegisterForm.allCases.filter { $0.known.contains(column) }.map(\.rawValue)
      let others = ColumnHeadings.synonyms(column).map { "`\($0)`" }
      text += "| `\(column.rawValue)` | \(forms.joined(separator: ", ")) | \(others.joined(separator: " ")) |\n"
    }
    return text + "\n" + mark
  }

  private static func lineItems() -> String {
    let catalogue = LineItemCatalogue.shipped()
    var text = """
      # Line items

      What a line of a statement can be: its id, as `facts.csv` and the accounts file have it, its captions, how its figures are stored (costs, tax
      charges, losses and dividends negative), the sums that it is, and its concept in the IFRS taxonomy. The labels under which each is read stand in
      [Labels.csv](../Sources/CTables/Labels.csv); `tieout explain LABEL` says which item a label names.

      """
    for (statement, title) in titles {
      let items = catalogue.all.filter { $0.statement == statement }
      guard !items.isEmpty else { continue }
      text += "\n## \(title)\n\n| id | caption | | | stored | sum of | concept |\n|---|---|---|---|---|---|---|\n"
      for item in items {
        let sums = item.sums.map { sum in
          sum.enumerated().map { ($1.isAdded ? ($0 == 0 ? "" : "+ ") : "− ") + "`\($1.item)`" }.joined(separator: " ")
        }
        let cells = [
          "`\(item.id)`", item.english, item.simplifiedChinese, item.traditionalChinese,
          item.sign == .negative ? "negative" : "as printed", sums.joined(separator: "; or "), item.xbrl,
        ]
        text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
      }
    }
    return text + "\n" + mark
  }

  private static let titles: [(LineItem.Statement, String)] = [
    (.position, "Financial position"), (.income, "Profit or loss"), (.comprehensive, "Other comprehensive income"),
    (.changes, "Changes in equity"), (.cashFlow, "Cash flows"), (.perShare, "Per share"),
  ]
}
