extension UnitToken {
  /// By spelling in lower case, ASCII width and simplified characters.
  static let words: [String: Kind] = {
    var result: [String: Kind] = [
      "元": .currency(nil), "in": .in, "of": .of, "per": .per, "每": .per, "ten": .multiplier(1), "hundred": .multiplier(2),
      "cent": .scale(-2, isWeak: true),
      "cents": .scale(-2, isWeak: true), "分": .scale(-2, isWeak: true), "仙": .scale(-2, isWeak: true),
    ]
    func add(_ kind: Kind, _ list: String) { for word in list.split(separator: " ") { result[String(word)] = kind } }
    add(.scale(3, isWeak: false), "thousand thousands 千 仟 tsd")
    add(.scale(6, isWeak: false), "million millions mio mln mn 百万")
    add(.scale(9, isWeak: false), "billion billions bn bln 十亿")
    add(.scale(12, isWeak: false), "trillion trillions 万亿")
    add(.scale(4, isWeak: false), "万")
    add(.scale(8, isWeak: false), "亿")
    add(.scale(5, isWeak: false), "lakh lakhs lac lacs 十万")
    add(.scale(7, isWeak: false), "crore crores 千万")
    add(.scale(7, isWeak: true), "cr crs")
    add(.currency(nil), "rs")
    add(.scale(3, isWeak: true), "k")
    add(.scale(6, isWeak: true), "m mm mil mill")
    add(.scale(9, isWeak: true), "b")
    add(.unitWord, "unit units currency ccy 单位 货币单位 币种 货币 币别 金额单位")
    add(.statedWord, "expressed presented stated denominated amounts amount figures values reported shown rounded currencies 以 按 为 均为 均以")
    add(.exceptWord, "except unless excluding save otherwise other 除")
    add(.counted, "share shares stock stocks option options warrant warrants people employees number 股 股份 股数 人 份")
    return result
  }()
}
