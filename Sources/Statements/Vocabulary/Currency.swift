/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Comparable, Sendable {
  /// Three capital letters.
  public let code: String

  /// The currency of `code`, or nil where that is not three Latin letters.
  public init?(code: String) {
    let letters = Array(code.utf8)
    guard letters.count == 3, letters.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }) else { return nil }
    self.code = String(decoding: letters.map { $0 & 0xDF }, as: UTF8.self)
  }

  private init(known code: String) {
    self.code = code
  }

  /// Renminbi.
  public static let renminbi = Currency(known: "CNY")
  /// United States dollar.
  public static let unitedStatesDollar = Currency(known: "USD")
  /// Hong Kong dollar.
  public static let hongKongDollar = Currency(known: "HKD")

  /// As a table's heading has it: `RMB`, `US$`, `HK$`, else the code.
  public var symbol: String {
    switch code {
    case "CNY": "RMB"
    case "USD": "US$"
    case "HKD": "HK$"
    default: code
    }
  }

  /// By code.
  public static func < (left: Currency, right: Currency) -> Bool { left.code < right.code }
}

/// What one of a table's figures counts: a power of ten of a currency's unit, `RMB'000`.
public struct MoneyUnit: Hashable, Sendable {
  /// The currency, where it is said.
  public var currency: Currency?
  /// The power of ten: 3 for thousands, 4 for 万元, 6 for millions.
  public var exponent: Int

  /// `exponent` zeros of `currency`.
  public init(currency: Currency?, exponent: Int) {
    self.currency = currency
    self.exponent = exponent
  }

  /// As a heading has it: `RMB'000`, `HK$ million`, `RMB 10,000`.
  public var heading: String {
    let symbol = currency?.symbol ?? "units"
    return switch exponent {
    case 0: symbol
    case 3: symbol + "'000"
    case 6: symbol + " million"
    case 9: symbol + " billion"
    default: symbol + " 1" + String(repeating: "0", count: max(exponent, 0) % 3) + String(repeating: ",000", count: max(exponent, 0) / 3)
    }
  }
}
