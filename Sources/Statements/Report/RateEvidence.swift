/// How a rate came about and where it stands, for a page.
struct RateEvidence {
  private let rate: Rate
  private let accounts: GroupAccounts

  init(_ rate: Rate, _ accounts: GroupAccounts) {
    self.rate = rate
    self.accounts = accounts
  }

  /// The rate to eight decimals, `≈` before it where it has more.
  var figure: Text { isRounded ? "≈ \(number(rate.rate))" : number(rate.rate) }

  private var isRounded: Bool { Ratio(coefficient: rate.rate.rounded(places: 8) ?? 0, exponent: -8) != rate.rate }

  /// What it is: `closing`, `average`, or `of the day` for one of any use.
  var use: Text { rate.kind?.text ?? "of the day" }

  /// `as read`, or the rates that it was turned round or crossed from.
  var origin: Text {
    let legs = rate.legs.map { "1 \(printed: $0.base.code) = \(number($0.rate)) \(printed: $0.quote.code)" as Text }
    return switch legs.count {
    case 0: "as read"
    case 1: "turned round: \(legs[0])"
    default: "crossed through \(printed: third): \(legs.joined(.semicolon))"
    }
  }

  /// The third currency of a cross.
  private var third: String {
    guard let leg = rate.legs.first else { return "" }
    return (leg.base == rate.base ? leg.quote : leg.base).code
  }

  /// Where it was read, with what its file says of it.
  var source: Text {
    let places = rate.legs.isEmpty ? [rate.place] : rate.legs.map(\.place)
    let notes = Set(([rate] + rate.legs).map(\.note).filter { !$0.isEmpty }).sorted()
    let named = places.map { Text.words(accounts.shortAddress(of: $0)) }.joined(.comma)
    return notes.reduce(named) { "\($0) (\(words: $1))" }
  }

  private func number(_ ratio: Ratio) -> Text { .number(ratio, mostPlaces: 8) }
}
