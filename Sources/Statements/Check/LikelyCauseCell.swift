/// A change of one figure, of the kinds that people and programs make, that gives it the value that a sum needs.
enum CellChange {
  /// How much a change of that kind says: many figures are one digit off, few are off by their own double.
  enum Strength: Int, Comparable {
    case digit, repetition, exchange, figure

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  /// The other sign.
  case sign
  /// 10^`exponent` times as much.
  case factor(exponent: Int)
  /// The figure of another column.
  case column(of: Period)
  /// The figure of another column, repeated here.
  case repetition(of: Period)
  /// Two neighbouring digits exchanged.
  case exchange(Amount)
  /// A digit left out, or one too many.
  case length(Amount)
  /// One digit.
  case digit(Amount?)

  var strength: Strength {
    switch self {
    case .sign, .factor, .column: .figure
    case .exchange, .length: .exchange
    case .repetition: .repetition
    case .digit: .digit
    }
  }

  /// The most telling change of a figure that mends a sum; nil where none does.
  init?(_ cell: SumCheck.Cell, in sum: SumCheck, _ accounts: GroupAccounts) {
    let fact = cell.fact
    let needed = fact.value + sum.change(of: cell)
    let tolerance = sum.tolerance
    guard fact.value.sign != 0 else { return nil }
    if (-fact.value - needed).magnitude <= tolerance {
      self = .sign
    } else if let exponent = CellChange.factor(from: fact, to: needed, tolerance) {
      self = .factor(exponent: exponent)
    } else if let period = CellChange.column(fact, needed, tolerance, accounts) {
      self = .column(of: period)
    } else if let slip = CellChange.slip(fact, needed, sum) {
      self = slip
    } else if let period = CellChange.repetition(fact, tolerance, accounts) {
      self = .repetition(of: period)
    } else if let digit = CellChange.digit(fact, needed, sum) {
      self = digit
    } else {
      return nil
    }
  }

  /// Two digits exchanged, one left out or one too many: where exactly one such change gives what is needed.
  private static func slip(_ fact: Fact, _ needed: Amount, _ sum: SumCheck) -> CellChange? {
    guard needed.sign == fact.value.sign, let digits = PrintedDigits(fact) else { return nil }
    let low = needed.magnitude - sum.tolerance
    let high = needed.magnitude + sum.tolerance
    let isNegative = fact.value.sign < 0
    let exchanged = digits.exchanged(between: low, and: high)
    if let amount = exchanged.first, exchanged.count == 1 { return .exchange(isNegative ? -amount : amount) }
    // Where rounding leaves a digit of room, any figure would do.
    guard needed.magnitude.atoms >= 200 * sum.tolerance.atoms else { return nil }
    let lengths = digits.ofOtherLength(between: low, and: high)
    return lengths.first.flatMap { lengths.count == 1 ? .length(isNegative ? -$0 : $0) : nil }
  }

  /// One other digit; a difference of a unit or two is rounding gone wrong rather than a digit.
  private static func digit(_ fact: Fact, _ needed: Amount, _ sum: SumCheck) -> CellChange? {
    guard needed.sign == fact.value.sign, sum.difference.magnitude.atoms >= 4 * sum.tolerance.atoms,
      let digits = PrintedDigits(fact)
    else { return nil }
    let changed = digits.changed(between: needed.magnitude - sum.tolerance, and: needed.magnitude + sum.tolerance)
    guard let amount = changed.first else { return nil }
    return .digit(changed.count == 1 ? (fact.value.sign < 0 ? -amount : amount) : nil)
  }

  /// The change as words of a sentence.
  func words(_ fact: Fact, _ display: Display) -> Text {
    switch self {
    case .sign: "the sign of \(line: fact); with the other one the sum holds"
    case .factor(let exponent):
      exponent > 0
        ? "\(line: fact) is \(number: Ratio(coefficient: 1, exponent: exponent)) times too small"
        : "\(line: fact) is \(number: Ratio(coefficient: 1, exponent: -exponent)) times too large"
    case .column(let period): "\(line: fact) stands in another column; the figure under \(period) is the one that the sum needs"
    case .repetition(let period): "\(line: fact) repeats the figure under \(period)"
    case .length(let amount): "a digit of \(line: fact) is missing or one too many; with \(Money(amount, display)) the sum holds"
    case .exchange(let amount): "two digits of \(line: fact) are exchanged; with \(Money(amount, display)) the sum holds"
    case .digit(let amount):
      amount.map { "one digit of \(line: fact); with \(Money($0, display)) the sum holds" } ?? "one digit of \(line: fact)"
    }
  }

  /// The power of ten that makes the figure what is needed.
  private static func factor(from fact: Fact, to needed: Amount, _ tolerance: Amount) -> Int? {
    guard fact.value.sign == needed.sign else { return nil }
    let (small, large) = (min(fact.value.magnitude, needed.magnitude), max(fact.value.magnitude, needed.magnitude))
    let isUp = needed.magnitude > fact.value.magnitude
    // Rounding of the smaller figure counts as often as it is multiplied.
    let half = isUp ? fact.interval.tolerance : tolerance
    var power: Int128 = 1
    for exponent in 1...9 {
      power *= 10
      guard small.atoms < Amount.bound / power else { return nil }
      let scaled = Amount(atoms: small.atoms * power)
      let slack = Amount(atoms: half.atoms * power) + (isUp ? tolerance : .zero)
      // A slack as wide as the figure shows nothing.
      if (scaled - large).magnitude <= slack, 20 * slack.atoms <= large.atoms { return isUp ? exponent : -exponent }
    }
    return nil
  }

  /// The neighbouring period whose figure of the same line is the one needed.
  private static func column(_ fact: Fact, _ needed: Amount, _ tolerance: Amount, _ accounts: GroupAccounts) -> Period? {
    guard 20 * tolerance.atoms <= needed.magnitude.atoms else { return nil }
    return others(fact, accounts).first {
      $0.value != fact.value && ($0.value - needed).magnitude <= tolerance + $0.interval.tolerance
    }?.period
  }

  /// The other period of which the line has the very same figure.
  private static func repetition(_ fact: Fact, _ tolerance: Amount, _ accounts: GroupAccounts) -> Period? {
    guard fact.value.magnitude.atoms >= 100 * tolerance.atoms else { return nil }
    return others(fact, accounts).first { $0.value == fact.value }?.period
  }

  /// The same line's figures of the other columns of its file.
  private static func others(_ fact: Fact, _ accounts: GroupAccounts) -> [Fact] {
    accounts.index.series(fact.entity, fact.item).filter {
      $0.period != fact.period && $0.period.isInstant == fact.period.isInstant
        && $0.provenance.place?.fileIndex == fact.provenance.place?.fileIndex
    }
  }
}

/// The digits of a figure as printed, and what it becomes when one or two of them are others.
struct PrintedDigits {
  /// From the last to the first.
  private let digits: [Int128]
  /// What one is worth in the last place.
  private let step: Int128

  /// Nil where a figure has no digits of its own, or too many.
  init?(_ fact: Fact) {
    guard (0...30).contains(Amount.scale - fact.decimals) else { return nil }
    var step: Int128 = 1
    for _ in 0..<(Amount.scale - fact.decimals) { step *= 10 }
    var (rest, remainder) = fact.value.magnitude.atoms.quotientAndRemainder(dividingBy: step)
    guard remainder == 0, rest > 0, fact.value.magnitude.atoms < Amount.bound / 100 else { return nil }
    var digits: [Int128] = []
    while rest > 0 {
      digits.append(rest % 10)
      rest /= 10
    }
    (self.digits, self.step) = (digits, step)
  }

  private var value: Int128 { digits.reversed().reduce(0) { 10 * $0 + $1 } }

  /// The amounts in a range that two neighbouring digits exchanged give.
  func exchanged(between low: Amount, and high: Amount) -> [Amount] {
    var found: [Amount] = []
    var place = step
    for index in digits.indices.dropLast() {
      let change = (digits[index] - digits[index + 1]) * 9 * place
      let amount = Amount(atoms: value * step + change)
      if change != 0, low <= amount, amount <= high { found.append(amount) }
      place *= 10
    }
    return found
  }

  /// The amounts in a range that one digit more, or one less, gives.
  func ofOtherLength(between low: Amount, and high: Amount) -> [Amount] {
    var found: Set<Amount> = []
    var power: Int128 = 1
    for _ in digits.indices {
      let (head, tail) = value.quotientAndRemainder(dividingBy: power)
      found.insert(Amount(atoms: (head / 10 * power + tail) * step))
      for digit: Int128 in 0...9 { found.insert(Amount(atoms: ((10 * head + digit) * power + tail) * step)) }
      power *= 10
    }
    for digit: Int128 in 1...9 { found.insert(Amount(atoms: (digit * power + value) * step)) }
    return found.filter { low <= $0 && $0 <= high && $0.atoms != value * step }.sorted()
  }

  /// The amounts in a range that another digit in one place gives.
  func changed(between low: Amount, and high: Amount) -> [Amount] {
    var found: [Amount] = []
    var place = step
    for index in digits.indices {
      let isFirst = index == digits.count - 1 && digits.count > 1
      for digit: Int128 in (isFirst ? 1 : 0)...9 where digit != digits[index] {
        let amount = Amount(atoms: value * step + (digit - digits[index]) * place)
        if low <= amount, amount <= high { found.append(amount) }
      }
      place *= 10
    }
    return found
  }
}
