/// One way of writing the zoo's statements down.
struct ZooStyle: CustomStringConvertible {
  enum Layout: CaseIterable {
    case plain, keyed, noted, coded, sectioned, footed, compared, twoRows, unitRow, unitColumn, oneFile, transposed, transposedByEntity,
      entityColumn
    case headerBody, bilingual, ragged, indented, yearsUnderDay, unitInLabels, dearCorner
  }
  enum Numbers: CaseIterable {
    case plain, grouped, european, spaced, swiss, fullWidth
  }
  enum Minus: CaseIterable {
    case brackets, wideBrackets, hyphen, trailing, unicode, credit
  }
  enum Dates: CaseIterable {
    case iso, words, american, slashes, monthFirst, points, compact, chinese, chineseNumerals, stretches, codes
  }
  enum Unit: CaseIterable {
    case thousands, tenThousands, millions, units
  }
  enum Bytes: CaseIterable {
    case utf8, utf8Marked, utf16Little, utf16Big, codePage
  }
  enum Ending: String, CaseIterable {
    case lf = "\n"
    case crlf = "\r\n"
    case cr = "\r"
  }
  enum Costs: CaseIterable {
    case negative, positive
  }

  var language = ZooStatement.Language.english
  var layout = Layout.plain
  var numbers = Numbers.grouped
  var minus = Minus.brackets
  var dates = Dates.words
  var unit = Unit.thousands
  var bytes = Bytes.utf8
  var ending = Ending.lf
  var costs = Costs.negative
  var delimiter: Character = ","
  var quotesAll = false

  var description: String {
    "\(language) \(layout) \(numbers) \(minus) \(dates) \(unit) \(bytes) \(ending) costs \(costs) ‘\(delimiter)’\(quotesAll ? " quoted" : "")"
  }

  /// Every dimension varied alone in each language, and then many of them together.
  static var all: [ZooStyle] {
    var styles: [ZooStyle] = []
    for language in ZooStatement.Language.allCases {
      let usual = ZooStyle(language: language)
      func vary<Value>(_ path: WritableKeyPath<ZooStyle, Value>, _ values: some Sequence<Value>) {
        for value in values {
          var style = usual
          style[keyPath: path] = value
          styles.append(style)
        }
      }
      vary(\.layout, Layout.allCases)
      vary(\.numbers, Numbers.allCases)
      vary(\.minus, Minus.allCases)
      vary(\.dates, Dates.allCases)
      vary(\.unit, Unit.allCases)
      vary(\.bytes, Bytes.allCases)
      vary(\.ending, Ending.allCases)
      vary(\.costs, Costs.allCases)
      vary(\.delimiter, [",", ";", "\t", "|"])
      vary(\.quotesAll, [true])
    }
    var state: UInt64 = 20_120_930
    func pick<Value>(_ values: [Value]) -> Value {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return values[Int((state >> 33) % UInt64(values.count))]
    }
    for _ in 0..<200 {
      styles.append(
        ZooStyle(
          language: pick(ZooStatement.Language.allCases), layout: pick(Layout.allCases), numbers: pick(Numbers.allCases),
          minus: pick(Minus.allCases), dates: pick(Dates.allCases), unit: pick(Unit.allCases), bytes: pick(Bytes.allCases),
          ending: pick(Ending.allCases), costs: pick(Costs.allCases), delimiter: pick([",", ";", "\t", "|"]),
          quotesAll: pick([false, true])))
    }
    return styles
  }
}
