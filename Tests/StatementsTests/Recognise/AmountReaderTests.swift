import Testing

@testable import Statements

@Suite struct AmountReaderTests {
  /// A reading in one line: `-15525e-1 ( CNY %`, `open 1234e0 | 1234e-3`, `refused doubleSign@1`.
  private static func text(_ reading: AmountReading) -> String {
    switch reading {
    case .empty: "empty"
    case .notAvailable: "n/a"
    case .tooManyDigits: "too many digits"
    case .number(let number): text(number)
    case .open(let thousands, let decimal): "open \(text(thousands)) | \(text(decimal))"
    case .notANumber(let refusal): "refused \(refusal.reason)@\(refusal.byteOffset)"
    }
  }

  private static func text(_ number: AmountReading.Number) -> String {
    var words = ["\(number.coefficient)e\(number.exponent)"]
    if number.isNilMark { words.append("nil") }
    if number.isBracketed { words.append("()") }
    if number.hasMinus { words.append("-") }
    if number.isCredit { words.append("CR") }
    if number.isDebit { words.append("DR") }
    if let currency = number.currency { words.append(currency.code) }
    if number.isPercent { words.append("%") }
    return words.joined(separator: " ")
  }

  /// Expects of each row `spelling → reading` that it is read so.
  private func expect(_ table: String, decimalMark: DecimalMark? = nil, _ location: SourceLocation = #_sourceLocation) {
    for row in SpellingTable.rows(table) { expect(row[0], row[1], decimalMark: decimalMark, location) }
  }

  private func expect(
    _ spelling: String, _ expected: String, decimalMark: DecimalMark? = nil, _ location: SourceLocation = #_sourceLocation
  ) {
    let reading = AmountReaderTests.text(AmountReader.read(spelling, decimalMark: decimalMark))
    #expect(reading == expected, "\(spelling.debugDescription)", sourceLocation: location)
  }

  @Test func readsTheSpellingsOfTheContract() {
    expect(
      """
      (456.6) → -4566e-1 () ; 14,433.9 → 144339e-1 ; 95.30 → 9530e-2 ; 95.3 → 953e-1 ; (1,552.5) → -15525e-1 () ;
      （1,552.5） → -15525e-1 () ; -1552.5 → -15525e-1 - ; 1552.5- → -15525e-1 - ; −1,552.5 → -15525e-1 - ; –1,552.5 → -15525e-1 - ;
      1,552.5 CR → -15525e-1 CR ; 1,552.5 Dr → 15525e-1 DR ; 1,552.5 Cr. → -15525e-1 CR ; 1,552.5CR → -15525e-1 CR ; 1.552,5 → 15525e-1 ;
      1 552,5 → 15525e-1 ; 1\u{A0}552,5 → 15525e-1 ; 1\u{202F}552,5 → 15525e-1 ; 1\u{2009}552,5 → 15525e-1 ; 15,00,000 → 1500000e0 ;
      1,23,45,678.90 → 1234567890e-2 ; 1'552.5 → 15525e-1 ; 1’552.50 → 155250e-2 ; $1,552.5 → 15525e-1 ; US$1,552.5 → 15525e-1 USD ;
      HK$ 1,552.5 → 15525e-1 HKD ; ¥1,552.5 → 15525e-1 ; ￥1,552.5 → 15525e-1 ; €1.552,5 → 15525e-1 EUR ; 1.552,5 € → 15525e-1 EUR ;
      £1,552.5 → 15525e-1 GBP ; RMB1,552.5 → 15525e-1 CNY ; RMB 1,552.5 → 15525e-1 CNY ; CNY 1,552.5 → 15525e-1 CNY ;
      1,552.5 CNY → 15525e-1 CNY ; 1,552.5元 → 15525e-1 ; 人民币1,552.5元 → 15525e-1 CNY ; $(1,552.5) → -15525e-1 () ;
      ($1,552.5) → -15525e-1 () ; -$1,552.5 → -15525e-1 - ; $-1,552.5 → -15525e-1 - ; (1,552.5) USD → -15525e-1 () USD ;
      １，５５２．５ → 15525e-1 ; （１，５５２．５） → -15525e-1 () ; －１５５２．５ → -15525e-1 - ; (12.5)% → -125e-1 () % ; 12.5% → 125e-1 % ;
      (12.5%) → -125e-1 () % ; -12.5 % → -125e-1 - % ; １２．５％ → 125e-1 % ; 1.2E+06 → 12e5 ; 1.20E+06 → 120e4 ; -1.2e-3 → -12e-4 - ;
      1E5 → 1e5 ; 1.234E+06 → 1234e3 ; 0 → 0e0 ; -0 → 0e0 - ; (0) → 0e0 () ; 007 → 7e0 ; +12 → 12e0 ; .5 → 5e-1 ; -.5 → -5e-1 - ;
      1234. → 1234e0 ; 1,234,567 → 1234567e0 ; 1.234.567 → 1234567e0 ; 1 234 567 → 1234567e0 ; 1250000.00 → 125000000e-2 ;
      773242895555.83 → 77324289555583e-2 ; 747063000000.0 → 7470630000000e-1 ; $17,305,307,303.00 → 1730530730300e-2 ;
      -22.48% → -2248e-2 - % ; 323,888,000,000 → 323888000000e0 ; 1.1684 → 11684e-4
      """)
  }

  @Test func knowsNilFromNothing() {
    expect(
      """
      - → 0e0 nil ; – → 0e0 nil ; — → 0e0 nil ; -- → 0e0 nil ; － → 0e0 nil ; $ - → 0e0 nil ; US$ - → 0e0 nil USD ; (-) → 0e0 nil () ;
      nil → 0e0 nil ; Nil → 0e0 nil ; 無 → 0e0 nil ; 无 → 0e0 nil ; n/a → n/a ; na → n/a ; N.A. → n/a ; #N/A → n/a ; nm → n/a ; n.m. → n/a ;
      NaN → n/a ; 不适用 → n/a
      """)
    for space in ["", "  ", "\t", "\u{A0}", "\u{3000}"] { expect(space, "empty") }
    expect(" - ", "0e0 nil")
    expect(" 12 ", "12e0")
    expect("  total", "refused noDigits@2")
  }

  @Test func leavesOneSeparatorOpenUntilTheColumnSettlesIt() {
    expect(
      """
      1,234 → open 1234e0 | 1234e-3 ; 1.234 → open 1234e0 | 1234e-3 ; (12,345) → open -12345e0 () | -12345e-3 () ;
      123.456 → open 123456e0 | 123456e-3 ; $1,234 → open 1234e0 | 1234e-3 ; 12.345% → open 12345e0 % | 12345e-3 % ; 1,23 → 123e-2 ;
      1,2345 → 12345e-4 ; 0,123 → 123e-3 ; 0.123 → 123e-3 ; 1234,5 → 12345e-1 ; 1234,567 → 1234567e-3 ; 1,234.5 → 12345e-1 ;
      1,234.567 → 1234567e-3 ; 1 234 → 1234e0 ; 1'234 → 1234e0 ; 00,123 → 123e-3
      """)
    expect(
      """
      1,234 → 1234e0 ; 1.234 → 1234e-3 ; 1,234.5 → 12345e-1 ; 1,23 → refused otherDecimalMark@1 ; 1.234,5 → refused otherDecimalMark@5 ;
      1.234.567 → refused otherDecimalMark@5 ; 1234 → 1234e0 ; 1 234 → 1234e0
      """, decimalMark: .point)
    expect(
      """
      1,234 → 1234e-3 ; 1.234 → 1234e0 ; 1.234,5 → 12345e-1 ; 1.23 → refused otherDecimalMark@1 ; 1,234,567 → refused otherDecimalMark@5 ;
      -1.234 → -1234e0 -
      """, decimalMark: .comma)
  }

  @Test func refusesWithAReasonAndAPlace() {
    expect(
      """
      12,34,5 → refused misplacedSeparator@5 ; 1.2.3 → refused misplacedSeparator@3 ; 1,234,56 → refused misplacedSeparator@5 ;
      1234,567,890 → refused misplacedSeparator@8 ; 1,,234 → refused misplacedSeparator@1 ; 1,234, → refused misplacedSeparator@5 ;
      1,234. → refused misplacedSeparator@5 ; , → refused noDigits@0 ; 1.234,567.8 → refused misplacedSeparator@9 ;
      0,123,456 → refused misplacedSeparator@5 ; 12 34 → refused misplacedSeparator@2 ; 1  552 → refused unexpectedCharacter@3 ;
      1,234 567 → refused misplacedSeparator@5 ; 1'23 → refused misplacedSeparator@1 ; 12,345,67,890 → refused misplacedSeparator@9 ;
      -(5) → refused doubleSign@1 ; (-5) → refused doubleSign@1 ; --5 → refused doubleSign@1 ; -5- → refused doubleSign@2 ;
      (5)- → refused doubleSign@3 ; -5 CR → refused doubleSign@3 ; (5) CR → refused doubleSign@4 ; +-5 → refused doubleSign@1 ;
      5+ → refused unexpectedCharacter@1 ; (5 → refused unpairedBracket@0 ; 5) → refused unpairedBracket@1 ;
      ()5 → refused unpairedBracket@1 ; 5 (6) → refused unpairedBracket@2 ; US$5 HKD → refused twoCurrencies@5 ;
      %5 → refused unexpectedCharacter@0 ; 5%% → refused unexpectedCharacter@2 ; k5 → refused scaleInCell@0 ;
      5 m bn → refused scaleInCell@4 ; #REF! → refused spreadsheetError@0 ;
      #VALUE! → refused spreadsheetError@0 ; #DIV/0! → refused spreadsheetError@0 ; #NAME? → refused spreadsheetError@0 ;
      ######## → refused spreadsheetError@0 ; #5 → refused unexpectedCharacter@0 ; Upgrade → refused noDigits@0 ;
      Note 5 → refused unexpectedCharacter@0 ; 2012-09-30 → refused unexpectedCharacter@5 ; 5x → refused unexpectedCharacter@1 ;
      0x1p3 → refused unexpectedCharacter@1 ; 1e400x → refused unexpectedCharacter@5 ; 12abc → refused unexpectedCharacter@2 ;
      5* → refused unexpectedCharacter@1 ; =1+2 → refused unexpectedCharacter@0 ; '5 → refused unexpectedCharacter@0 ;
      1/2 → refused unexpectedCharacter@1 ; 12:30 → refused unexpectedCharacter@2 ; 5 5%5 → refused unexpectedCharacter@4 ;
      ----- → refused noDigits@0 ; - - → refused noDigits@0 ; … → refused noDigits@0 ; infinity → refused noDigits@0
      """)
  }

  @Test func takesAScaleAfterTheDigits() {
    expect(
      """
      1.2M → 12e5 ; 1.2 M → 12e5 ; 5 million → 5e6 ; 15万 → 15e4 ; 15亿元 → 15e8 ; 3k → 3e3 ; US$ 1.5bn → 15e8 USD ; ($0.5m) → -5e5 () ;
      1.234m → 1234e3 ; 3,500万 → open 3500e4 | 3500e1 ; 2.5 crore → 25e6 ; -3万 → -3e4 -
      """)
  }

  @Test func holdsThirtyDigitsExactlyAndNoMore() {
    let thirty = String(repeating: "9", count: 30)
    expect(thirty, thirty + "e0")
    expect("0." + thirty, thirty + "e-30")
    expect("000" + thirty, thirty + "e0")
    expect("-" + thirty, "-" + thirty + "e0 -")
    for text in [thirty + "0", thirty + "9", String(repeating: "0", count: 70), "1" + String(repeating: ",000", count: 12)] {
      expect(text, "too many digits")
    }
    expect("1E400 → too many digits ; 1E-400 → too many digits ; 1E60 → 1e60 ; 0E9999 → 0e60")
  }

  @Test func theColumnSettlesItsDecimalMarkWithProof() {
    func finding(_ cells: [String]) -> DecimalMarkFinding {
      AmountReader.decimalMark(ofColumn: cells.map { AmountReader.read($0) })
    }
    #expect(finding(["1,234", "-", "2,345.6"]) == .settled(.point, proof: 2))
    #expect(finding(["1,234", "1,234,567"]) == .settled(.point, proof: 1))
    #expect(finding(["1.234", "12,5", "3,5"]) == .settled(.comma, proof: 1))
    #expect(finding(["1.234.567"]) == .settled(.comma, proof: 0))
    #expect(finding(["1,234", "5", "n/a", ""]) == .open)
    #expect(finding(["1 234", "1'234"]) == .open)
    #expect(finding([]) == .open)
    #expect(finding(["1,5", "1,234", "1.5"]) == .contradiction(pointProof: 2, commaProof: 0))
  }

  /// Numbers written in each style read back exactly, or are open with the right value among the two: never off by a power of ten.
  @Test func noAmountIsMisreadByAPowerOfTen() {
    var random = SeededNumbers(state: 3888)
    for round in 0..<60_000 {
      let digitCount = 1 + Int(random.next() % 14)
      let decimals = Int(random.next() % 5)
      var whole = String(1 + random.next() % 9)
      for _ in 1..<digitCount { whole += String(random.next() % 10) }
      if random.next() % 10 == 0 { whole = "0" }
      var part = ""
      for _ in 0..<decimals { part += String(random.next() % 10) }
      guard let magnitude = Int128(whole + part) else { continue }
      let styles: [(String, DecimalMark)] = [
        (",", .point), (".", .comma), ("\u{A0}", .comma), ("'", .point), ("", .point), ("", .comma), ("，", .point),
      ]
      let (grouping, mark) = styles[round % styles.count]
      var text = AmountReaderTests.grouped(whole, by: grouping, isIndian: random.next() % 4 == 0)
      if decimals > 0 { text += (mark == .point ? "." : ",") + part }
      let isNegative = random.next() % 2 == 0
      if isNegative {
        let spellings = ["(\(text))", "-\(text)", "\(text)-", "−\(text)", "$(\(text))", "(HK$\(text))", "\(text) CR"]
        text = spellings[Int(random.next() % UInt64(spellings.count))]
      }
      let expected = isNegative ? -magnitude : magnitude
      func isRight(_ number: AmountReading.Number) -> Bool { number.coefficient == expected && number.exponent == -decimals }
      switch AmountReader.read(text) {
      case .number(let number): #expect(isRight(number), "\(text)")
      case .open(let first, let second): #expect(isRight(first) || isRight(second), "\(text)")
      case .empty, .notAvailable, .notANumber, .tooManyDigits: Issue.record("\(text) was not read")
      }
      if case .number(let number) = AmountReader.read(text, decimalMark: mark) {
        #expect(isRight(number), "\(text)")
      } else {
        Issue.record("\(text) was not read with its mark")
      }
    }
  }

  private static func grouped(_ digits: String, by separator: String, isIndian: Bool) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      let left = digits.count - index
      let isBreak = isIndian ? left == 3 || (left > 3 && left % 2 == 1) : left % 3 == 0
      if index > 0, isBreak { result += separator }
      result.append(digit)
    }
    return result
  }

  @Test func noBytesTrap() {
    var random = SeededNumbers(state: 91_000_000)
    let likely = Array("0123456789.,'() -+%$€¥元CRDEe万#nail".utf8) + [0xEF, 0xBC, 0x90, 0xE2, 0x88, 0x92, 0xC2, 0xA0, 0xFF, 0xF0]
    for round in 0..<100_000 {
      let bytes = (0..<(random.next() % 40)).map { _ in
        round % 2 == 0 ? UInt8(truncatingIfNeeded: random.next()) : likely[Int(random.next() % UInt64(likely.count))]
      }
      let reading = bytes.withUnsafeBufferPointer { AmountReader.read($0) }
      if case .notANumber(let refusal) = reading { #expect(refusal.byteOffset >= 0 && refusal.byteOffset < max(bytes.count, 1)) }
      if case .number(let number) = reading { #expect(abs(number.exponent) <= 120) }
    }
    #expect(AmountReaderTests.text(AmountReader.read(String(repeating: "9", count: 1_000_000))) == "too many digits")
  }
}
