/// Why a file is not taken: what was found where, what was expected, how to mend it.
struct Rejection: Error, Sendable {
  let check: String
  let message: Text
  let place: Place
  let found: String?
  let expected: String?
  let remedy: Text
  /// What is refused of the same file besides, so that all of it is named in one run.
  private(set) var others: [Rejection] = []

  /// More than a person reads.
  static let most = 500

  /// The first of several with the others behind it; nil where there is none.
  static func all(_ list: [Rejection]) -> Rejection? {
    guard var first = list.first else { return nil }
    first.others = Array(list.dropFirst()) + first.others
    return first
  }

  init(_ check: String, _ message: Text, place: Place, found: String? = nil, expected: String? = nil, remedy: Text) {
    self.check = check
    self.message = message
    self.place = place
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  /// Itself and the others, as findings.
  var findings: [Finding] { [finding] + others.flatMap(\.findings) }

  /// As a finding of severity `error`.
  var finding: Finding {
    Finding(
      .error, check, message, place: place, expected: expected, actual: found,
      details: ["the file is left out whole"], remedy: remedy)
  }
}
