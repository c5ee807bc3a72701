import Foundation
import Statements

/// The pages of `docs/checks` and `docs/treatments`, one for each id, from its doc comment and its case in the gallery.
struct RulePages {
  private let comments: [RuleComment]

  init() throws {
    comments = try RuleComment.all()
  }

  static let folders: [String: [Explanation.Kind]] = ["docs/checks": [.reading, .check], "docs/treatments": [.treatment]]

  /// The files of a folder, by name.
  func files(_ folder: String) throws -> [String: String] {
    let kinds = Self.folders[folder] ?? []
    let shown = comments.filter { kinds.contains($0.kind) }
    var files = ["README.md": index(folder, kinds, shown)]
    for comment in shown { files[comment.id + ".md"] = try page(comment) }
    return files
  }

  private static let mark = "<!-- Made by `make accept` from the doc comments and the gallery: changes made by hand are lost. -->\n"

  // MARK: Index

  private func index(_ folder: String, _ kinds: [Explanation.Kind], _ shown: [RuleComment]) -> String {
    let isChecks = folder == "docs/checks"
    var text = isChecks ? "# Checks\n\n" : "# Treatments\n\n"
    text +=
      isChecks
      ? "What is found, in the words of `tieout explain`: the claim that must hold, its formula and paragraph, a case that breaks it with\n"
        + "the finding as a terminal shows it, and a case that just does not. How well they find errors is measured in [CHECKS](../CHECKS.md).\n"
      : "How each kind of change of ownership is accounted for, in the words of `tieout explain`, each with a case and what it gives.\n"
    for kind in kinds {
      if kinds.count > 1 { text += "\n## " + (kind == .reading ? "While files are read" : "In the figures") + "\n" }
      text += "\n| id | claim |\n|---|---|\n"
      for comment in shown where comment.kind == kind {
        text += "| [\(comment.id)](\(comment.id).md) | \(Self.escaped(comment.claim).replacing("|", with: "\\|")) |\n"
      }
    }
    return text + "\n" + Self.mark
  }

  // MARK: A page

  private func page(_ comment: RuleComment) throws -> String {
    let gallery = GalleryCase(id: comment.id)
    var text = "# \(comment.id)\n\n\(Self.escaped(comment.claim))\n"
    for paragraph in comment.meaning { text += "\n\(Self.escaped(paragraph))\n" }
    let parts = Explanation.partNames.filter { comment.parts[$0] != nil }
    if !parts.isEmpty { text += "\n" }
    for name in parts { text += "- **\(name)**: \(Self.escaped(comment.parts[name] ?? ""))\n" }
    if let words = gallery.words { text += "\n## The cases\n\n\(words)\n" }
    if comment.kind == .treatment {
      text += try inputs("A case", gallery, .fits)
      if try !gallery.files(.fits).isEmpty { text += "\nIt gives:\n\n" + Self.fenced(try gallery.treatment()) }
    } else {
      text += try inputs("A case that breaks it", gallery, .breaks)
      if try !gallery.files(.breaks).isEmpty { text += "\nIt is found:\n\n" + Self.fenced(try gallery.findings(.breaks)) }
      text += try inputs("A case that just does not", gallery, .holds)
    }
    return text + "\n[All of them](README.md)\n\n" + Self.mark
  }

  private func inputs(_ title: String, _ gallery: GalleryCase, _ side: GalleryCase.Side) throws -> String {
    let files = try gallery.files(side)
    guard !files.isEmpty else { return "" }
    var text = "\n## \(title)\n"
    for file in files { text += "\n`\(file.name)`\n\n" + Self.fenced(String(decoding: file.bytes, as: UTF8.self)) }
    return text
  }

  private static func fenced(_ text: String) -> String {
    var body = text
    while body.hasSuffix("\n\n") { body.removeLast() }
    return "```text\n" + body + (body.hasSuffix("\n") ? "" : "\n") + "```\n"
  }

  /// Words as Markdown shows them: what stands between backticks stays, the rest does nothing.
  private static func escaped(_ words: String) -> String {
    var result = ""
    var isCode = false
    for character in words {
      if character == "`" { isCode.toggle() }
      if !isCode, "*_[]<>".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
