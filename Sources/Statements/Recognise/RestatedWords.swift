/// The words by which a line above a table says that all figures of the table are restated.
enum RestatedWords {
  /// Whether words are only that: `Restated`, `(restated)`, `As restated`, `經重列`.
  static func isAll(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = Cell.trim(String(text.filter { !brackets.contains($0) }))
    return HeadingWords.isRestated(words) || ["已重列", "已重述"].contains(words)
  }

  /// Whether a title, or a line with a name, a date or a framework, ends so: `Balance sheet (restated)`, `綜合財務狀況表（經重列）`,
  /// `Quay Limited - Balance sheet - as restated`.
  ///
  /// A sentence that tells of a restatement says nothing of the figures below: `Comparative figures have been restated`.
  static func endsTitle(_ text: String) -> Bool {
    guard text.utf8.count <= 400, let (head, last) = parted(text), isTitle(head) else { return false }
    var tail = last
    while let and = tail.start(of: " and ") { tail.replaceSubrange(and..<tail.index(and, offsetBy: 5), with: ",") }
    let parts = tail.split { ",，、/;；&".contains($0) }.map(String.init)
    return parts.contains(where: isAll) && parts.allSatisfy { isAll($0) || BasisWords.isAudited(in: $0) != nil }
  }

  private static let brackets: Set<Character> = ["(", ")", "（", "）", "[", "]", "*"]

  /// A line without its last bracket, or without what stands behind its last dash or comma.
  private static func parted(_ text: String) -> (head: String, tail: String)? {
    if text.hasSuffix(")") || text.hasSuffix("）") {
      guard let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }) else { return nil }
      return (Cell.trim(String(text[..<open])), String(text[text.index(after: open)...].dropLast()))
    }
    guard let end = text.lastIndex(where: { "-–—,，:：|".contains($0) }) else { return nil }
    return (Cell.trim(String(text[..<end])), Cell.trim(String(text[text.index(after: end)...])))
  }

  /// Words of sentences that tell of a restatement, or of other figures than those below.
  private static let told: Set = ["comparative", "comparatives", "prior", "previous", "previously", "last", "been", "was", "were"]
  private static let toldInChinese = ["比较", "比較", "上年", "去年", "上期"]

  private static func isTitle(_ head: String) -> Bool {
    let words = Folding.name(head)
    if !told.isDisjoint(with: words.split(separator: " ").map(String.init)) { return false }
    if toldInChinese.contains(where: words.containsPhrase) { return false }
    return BasisWords.isTitle(head) || UnitReader.whole(head) != nil || Preamble.isCompanyName(head) || PeriodPhrase.find(in: head) != nil
      || BasisWords.basis(in: head) != nil || BasisWords.gaap(in: head) != nil || BasisWords.isAudited(in: head) != nil
  }
}
