import Glibc

/// Writes the zoo's statements in a style, as the files that a person would send.
struct ZooWriter {
  let style: ZooStyle

  /// The files, by name.
  var files: [(name: String, bytes: [UInt8])] {
    let position = table(ZooStatement.position, isResult: false)
    let result = table(ZooStatement.result, isResult: true)
    if style.layout == .oneFile { return [("accounts.csv", encoded(records(position + [[]] + result)))] }
    return [("position.csv", encoded(records(position))), ("result.csv", encoded(records(result)))]
  }

  // MARK: Tables

  private func table(_ lines: [ZooStatement.Line], isResult: Bool) -> [[String]] {
    let heads = [0, 1].map { heading($0, isResult: isResult) }
    let rows = lines.map { line in [line.label(style.language)] + line.values.map { number($0, isCost: line.isCost) } }
    let unit = unitWords
    let free = [[ZooStatement.entity], [title(isResult)], [unit]]
    switch style.layout {
    case .plain: return free + [[""] + heads] + rows
    case .keyed: return [["entity", ZooStatement.entity], ["unit", unit], ["basis", "consolidated"], ["item"] + heads] + rows
    case .noted: return free + [["", "Note"] + heads] + rows.enumerated().map { [$1[0], $0 % 3 == 0 ? "\($0 + 2)" : ""] + $1[1...] }
    case .coded: return free + [["Code", "Item"] + heads] + rows.enumerated().map { ["\(1000 + $0)"] + $1 }
    case .sectioned:
      return free + [[""] + heads, [], [style.language == .english ? "Summary" : "摘要"]] + rows + [[]]
    case .footed: return free + [[""] + heads] + rows + [[], ["* unaudited"], ["The notes form part of these accounts"]]
    case .compared:
      return free + [["", heads[0], heads[1], style.language == .english ? "% Change" : "变动%"]] + rows.map { $0 + ["12.5%"] }
    case .twoRows:
      let (upper, lower) = split(isResult)
      return free + [[""] + upper, [""] + lower] + rows
    case .unitRow: return [[ZooStatement.entity], [title(isResult)], [""] + heads, ["", unit, unit]] + rows
    case .unitColumn: return [[ZooStatement.entity], [title(isResult)], ["Item", "Unit"] + heads] + rows.map { [$0[0], unit] + $0[1...] }
    case .oneFile: return free + [[""] + heads] + rows
    case .transposed: return free + transposed(heads, rows, owner: nil)
    case .transposedByEntity: return [["unit", unit], ["basis", "consolidated"]] + transposed(heads, rows, owner: "Company")
    case .entityColumn:
      return [["unit", unit], ["basis", "consolidated"], ["Company", "Item"] + heads] + rows.map { [ZooStatement.entity] + $0 }
    case .headerBody:
      return [["Header"], ["公司", ZooStatement.entity], ["单位", unit], ["basis", "consolidated"], ["报告日期"] + heads, ["Body"]] + rows
    case .bilingual:
      return free + [["", heading(0, isResult: isResult), heading(1, isResult: isResult)], ["", unit, unit]] + rows
    case .ragged: return free + [[""] + heads + ["", ""], ["", "", ""]] + rows.map { $0 + ["", "", ""] }
    case .indented: return free + [[""] + heads] + rows.map { ["    " + $0[0]] + $0[1...] }
    case .yearsUnderDay: return free + [[""] + heads] + rows
    case .unitInLabels: return [[ZooStatement.entity], [title(isResult)], [""] + heads] + rows.map { ["\($0[0]) (\(unit))"] + $0[1...] }
    case .dearCorner: return [[ZooStatement.entity], [title(isResult)], [unit] + heads] + rows
    }
  }

  private func transposed(_ heads: [String], _ rows: [[String]], owner: String?) -> [[String]] {
    let first = owner.map { ["Period", $0] } ?? ["Period"]
    return [first + rows.map { $0[0] }]
      + heads.indices.map { index in
        [heads[index]] + (owner == nil ? [] : [ZooStatement.entity]) + rows.map { $0[index + 1] }
      }
  }

  private func title(_ isResult: Bool) -> String {
    switch style.language {
    case .english: isResult ? "Consolidated statement of profit or loss" : "Consolidated statement of financial position"
    case .simplified: isResult ? "合并利润表" : "合并资产负债表"
    case .traditional: isResult ? "綜合損益表" : "綜合財務狀況表"
    }
  }

  // MARK: Headings

  /// The heading of a column: the last day, or the stretch where dates are written as such.
  private func heading(_ column: Int, isResult: Bool) -> String {
    let isNine = column == 0
    switch style.dates {
    case .iso: return isNine ? "2012-09-30" : "2011-12-31"
    case .words:
      switch style.language {
      case .english: return isNine ? "30 September 2012" : "31 December 2011"
      case .simplified, .traditional: return isNine ? "2012年9月30日" : "2011年12月31日"
      }
    case .american: return isNine ? "Sep. 30, 2012" : "Dec. 31, 2011"
    case .slashes: return isNine ? "30/09/2012" : "31/12/2011"
    case .monthFirst: return isNine ? "09/30/2012" : "12/31/2011"
    case .points: return isNine ? "30.09.2012" : "31.12.2011"
    case .compact: return isNine ? "20120930" : "20111231"
    case .chinese: return isNine ? "2012年9月30日" : "2011年12月31日"
    case .chineseNumerals: return isNine ? "二零一二年九月三十日" : "二零一一年十二月三十一日"
    case .stretches: return stretch(isNine, isResult)
    case .codes: return isResult ? (isNine ? "9M 2012" : "FY2011") : (isNine ? "Sep 2012" : "Dec 2011")
    }
  }

  private func stretch(_ isNine: Bool, _ isResult: Bool) -> String {
    switch (style.language, isResult, isNine) {
    case (.english, false, true): "As at 30 September 2012"
    case (.english, false, false): "As at 31 December 2011"
    case (.english, true, true): "For the nine months ended 30 September 2012"
    case (.english, true, false): "For the year ended 31 December 2011"
    case (.simplified, false, true): "于2012年9月30日"
    case (.simplified, false, false): "于2011年12月31日"
    case (.simplified, true, true): "截至2012年9月30日止九个月"
    case (.simplified, true, false): "截至2011年12月31日止年度"
    case (.traditional, false, true): "於二零一二年九月三十日"
    case (.traditional, false, false): "於二零一一年十二月三十一日"
    case (.traditional, true, true): "截至二零一二年九月三十日止九個月"
    case (.traditional, true, false): "截至二零一一年十二月三十一日止年度"
    }
  }

  /// The heading in two rows.
  private func split(_ isResult: Bool) -> (upper: [String], lower: [String]) {
    if isResult { return (["Nine months ended 30 September", "Year ended 31 December"], ["2012", "2011"]) }
    return (["30 September", "31 December"], ["2012", "2011"])
  }

  // MARK: Numbers

  private var unitWords: String {
    switch (style.unit, style.language) {
    case (.thousands, .english): "RMB'000"
    case (.thousands, .simplified): "人民币千元"
    case (.thousands, .traditional): "人民幣千元"
    case (.tenThousands, .english), (.tenThousands, .simplified): "人民币万元"
    case (.tenThousands, .traditional): "人民幣萬元"
    case (.millions, .english): "RMB million"
    case (.millions, .simplified): "人民币百万元"
    case (.millions, .traditional): "人民幣百萬元"
    case (.units, .english): "RMB"
    case (.units, .simplified): "人民币元"
    case (.units, .traditional): "人民幣元"
    }
  }

  /// Tenths of thousands as the style prints them.
  private func number(_ value: Int, isCost: Bool) -> String {
    let printed = isCost && style.costs == .positive ? -value : value
    let places: Int
    switch style.unit {
    case .thousands: places = 1
    case .tenThousands: places = 2
    case .millions: places = 4
    case .units: places = 0
    }
    let magnitude = style.unit == .units ? abs(printed) * 100 : abs(printed)
    var digits = String(magnitude)
    while digits.count <= places { digits = "0" + digits }
    var whole = String(digits.dropLast(places))
    let part = String(digits.suffix(places))
    let (group, mark): (String, String)
    switch style.numbers {
    case .plain: (group, mark) = ("", ".")
    case .grouped, .fullWidth: (group, mark) = (",", ".")
    case .european: (group, mark) = (".", ",")
    case .spaced: (group, mark) = (" ", ",")
    case .swiss: (group, mark) = ("'", ".")
    }
    var grouped = ""
    while whole.count > 3, !group.isEmpty {
      grouped = group + whole.suffix(3) + grouped
      whole = String(whole.dropLast(3))
    }
    var text = whole + grouped + (part.isEmpty ? "" : mark + part)
    if style.numbers == .fullWidth { text = String(String.UnicodeScalarView(text.unicodeScalars.map(wide))) }
    if printed == 0 { return style.minus == .brackets ? "-" : text }
    guard printed < 0 else { return text }
    switch style.minus {
    case .brackets: return "(\(text))"
    case .wideBrackets: return "（\(text)）"
    case .hyphen: return "-\(text)"
    case .trailing: return "\(text)-"
    case .unicode: return "\u{2212}\(text)"
    case .credit: return "\(text) CR"
    }
  }

  private func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x30...0x39).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
  }

  // MARK: Bytes

  private func records(_ table: [[String]]) -> String {
    table.map { row in
      row.map { field in
        let mustQuote = field.contains(style.delimiter) || field.contains("\"") || (style.quotesAll && !field.isEmpty)
        return mustQuote ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
      }.joined(separator: String(style.delimiter)) + style.ending.rawValue
    }.joined()
  }

  private func encoded(_ text: String) -> [UInt8] {
    switch style.bytes {
    case .utf8: return Array(text.utf8)
    case .utf8Marked: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16Little: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16Big: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .codePage:
      switch style.language {
      case .english: return converted(text, to: "WINDOWS-1252") ?? Array(text.utf8)
      case .simplified: return converted(text, to: "GB18030") ?? Array(text.utf8)
      case .traditional: return converted(text, to: "BIG5") ?? Array(text.utf8)
      }
    }
  }

  /// The text in a code page; nil where it has a character that the page lacks.
  private func converted(_ text: String, to page: String) -> [UInt8]? {
    guard let descriptor = iconv_open(page, "UTF-8"), Int(bitPattern: descriptor) != -1 else { return nil }
    defer { iconv_close(descriptor) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var inputLeft = input.count
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
    var outputLeft = output.count
    let capacity = output.count
    let failed = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(descriptor, &from, &inputLeft, &to, &outputLeft) == -1
      }
    }
    return failed ? nil : output[..<(capacity - outputLeft)].map { UInt8(bitPattern: $0) }
  }
}
