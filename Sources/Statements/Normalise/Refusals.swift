/// Why cells of one file are refused, all of them in one run: the file is still left out whole.
struct Refusals: Sendable {
  private(set) var list: [Rejection] = []
  private var leftOut = 0

  /// More than a person reads; how many more there are is said.
  static let most = Rejection.most

  var isEmpty: Bool { list.isEmpty }

  mutating func add(_ rejection: Rejection) {
    if list.count < Refusals.most { list.append(rejection) } else { leftOut += 1 + rejection.others.count }
  }

  /// Counts further cells that are refused and not named.
  mutating func leaveOut(_ count: Int) { leftOut += max(count, 0) }

  /// Ends the reading of a file of which a cell was refused: all but the last become findings, the last is thrown.
  func end(_ findings: inout [Finding]) throws(Rejection) {
    guard let last = list.last else { return }
    findings += list.dropLast().flatMap(\.findings)
    guard leftOut > 0 else { throw last }
    findings += last.findings
    throw Rejection(
      "unreadable", "\(leftOut) more cells of the file are refused", place: Place(fileIndex: Int(last.place.fileIndex)),
      remedy: "correct the cells named so far, and read the file again")
  }
}
