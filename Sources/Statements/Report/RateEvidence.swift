/// How a rate came about and where it stands, for a page.
struct RateEvidence {
  private let rate: Rate
  private let accounts: GroupAccounts

  init(_ rate: Rate, _ accounts: GroupAccounts) {
    self.rate = rate
    self.accounts = accounts
  }

  /// The rate to eight decimals, `≈` before it where it has more.
  var figure: String { (isRounded ? "≈ " : "") + number(rate.rate) }

  private var isRounded: Bool { Ratio(coefficient: rate.rate.rounded(places: 8) ?? 0, exponent: -8) != rate.rate }

  /// What it is: `closing`, `average`, or `of the day` for one of any use.
  var use: String { rate.kind?.rawValue ?? "of the day" }

  /// `as read`, or the rates that it was turned round or crossed from.
  var origin: String {
    let legs = rate.legs.map { "1 \($0.base.code) = \(number($0.rate)) \($0.quote.code)" }
    return switch legs.count {
    case 0: "as read"
    case 1: "turned round: \(legs[0])"
    default: "crossed through \(third): \(legs.joined(separator: "; "))"
    }
  }

  /// The third currency of a cross.
  private var third: String {
    guard let leg = rate.legs.first else { return "" }
    return (leg.base == rate.base ? leg.quote : leg.base).code
  }

  /// Where it was read, with what its file says of it.
  var source: String {
    let places = rate.legs.isEmpty ? [rate.place] : rate.legs.map(\.place)
    let notes = Set(([rate] + rate.legs).map(\.note).filter { !$0.isEmpty }).sorted().map { " (" + Markdown.escaped($0) + ")" }
    return places.map { Markdown.escaped(accounts.shortAddress(of: $0)) }.joined(separator: ", ") + notes.joined()
  }

  private func number(_ ratio: Ratio) -> String { Figures.grouped(ratio.shortestText(mostPlaces: 8)) }
}
