/// The names by which currencies are called in headings and beside amounts.
enum UnitCurrencies {
  /// By ISO code, in capitals.
  static let byCode: [String: Currency] = {
    let codes = """
      CNY USD HKD EUR GBP JPY TWD SGD MOP KRW AUD NZD CAD CHF INR MYR THB IDR PHP VND BRL MXN ARS CLP COP PEN RUB ZAR SEK NOK DKK \
      ISK PLN CZK HUF RON BGN TRY AED SAR QAR KWD BHD OMR JOD ILS EGP NGN KES GHS MAD PKR BDT LKR NPR MMK KHR LAK MNT KZT UZS UAH GEL \
      AZN BND
      """
    return Dictionary(
      uniqueKeysWithValues: codes.split(separator: " ").compactMap { code in
        Currency(code: String(code)).map { (String(code), $0) }
      })
  }()

  /// By any name in lower case, ASCII width and simplified characters; ISO codes in lower case too.
  static let byName: [String: Currency] = {
    let names: [(String, String)] = [
      ("CNY", "rmb cnh renminbi yuan rmb¥ cn¥ 人民币 人民币元"), ("USD", "us$ usd$ u.s.$ 美元 美金"), ("HKD", "hk$ hkd$ 港元 港币 港币元 港纸"),
      ("EUR", "€ euro euros 欧元"), ("GBP", "£ stg sterling 英镑"), ("JPY", "yen jp¥ 日元 日圆 日币 円"), ("TWD", "nt$ ntd ntd$ twd$ 新台币 台币 新台币元"),
      ("SGD", "s$ sg$ sgd$ 新加坡元 新元 坡币"), ("MOP", "mop$ 澳门元 澳门币"), ("KRW", "₩ won 韩元 韩圆"), ("AUD", "a$ au$ aud$ 澳元"), ("NZD", "nz$"),
      ("CAD", "c$ ca$ cad$ 加元"), ("CHF", "sfr 瑞士法郎 瑞郎"), ("INR", "₹ 卢比"), ("BRL", "r$"), ("MYR", "rm 马币 令吉"), ("THB", "฿ baht 泰铢"),
      ("RUB", "₽ 卢布"), ("VND", "₫ 越南盾"), ("PHP", "₱"), ("ILS", "₪"),
    ]
    var result: [String: Currency] = [:]
    for (code, currency) in byCode { result[code.lowercased()] = currency }
    for (code, words) in names {
      for word in words.split(separator: " ") { result[String(word)] = byCode[code] }
    }
    return result
  }()

  /// The currency of a symbol; the yen sign is the yuan's too and names neither.
  static func currency(ofSymbol scalar: UInt32) -> Currency? {
    Unicode.Scalar(scalar).flatMap { byName[String($0)] }
  }

  /// Codes and names that people write in small letters; the others are words of other meanings too (`all`, `try`, `cop`).
  static let usualInLowerCase: Set<String> = [
    "rmb", "cny", "usd", "hkd", "eur", "gbp", "jpy", "sgd", "twd", "aud", "renminbi", "yuan", "euro", "euros", "sterling", "yen",
  ]

  /// Two or three words: `us dollars`, with the last one as `dollar` or `dollars`.
  static let byPhrase: [String: Currency?] = {
    let phrases: [(String, String)] = [
      ("USD", "us dollar|u.s. dollar|united states dollar|american dollar"), ("HKD", "hong kong dollar|hk dollar|h.k. dollar"),
      ("SGD", "singapore dollar"), ("TWD", "new taiwan dollar|nt dollar|taiwan dollar"), ("AUD", "australian dollar"),
      ("NZD", "new zealand dollar"), ("CAD", "canadian dollar"), ("GBP", "pounds sterling|pound sterling|british pound"),
      ("JPY", "japanese yen"), ("CNY", "chinese yuan|chinese renminbi"), ("INR", "indian rupee"), ("CHF", "swiss franc"),
      ("KRW", "korean won"),
      ("MYR", "malaysian ringgit"), ("MOP", "macau pataca|macao pataca"),
    ]
    var result: [String: Currency?] = [:]
    for (code, list) in phrases {
      for phrase in list.split(separator: "|") {
        result[String(phrase)] = byCode[code]
        result[String(phrase) + "s"] = byCode[code]
      }
    }
    for word in ["dollar", "dollars", "pound", "pounds"] { result[word] = .some(nil) }
    return result
  }()
}
