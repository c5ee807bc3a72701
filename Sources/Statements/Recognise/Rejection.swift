/// Why a file is not taken: what was found where, what was expected, how to mend it.
struct Rejection: Error, Sendable {
  let check: String
  let message: Text
  let place: Place
  let found: String?
  let expected: String?
  let remedy: Text

  init(_ check: String, _ message: Text, place: Place, found: String? = nil, expected: String? = nil, remedy: Text) {
    self.check = check
    self.message = message
    self.place = place
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  /// As a finding of severity `error`.
  var finding: Finding {
    Finding(
      .error, check, message, place: place, expected: expected, actual: found,
      details: ["the file is left out whole"], remedy: remedy)
  }
}
