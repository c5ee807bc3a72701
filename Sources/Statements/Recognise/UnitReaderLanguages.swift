/// The words of units in the languages of Europe beside English, as their statements have them: `en milliers d'euros`, `Angaben in TEUR`.
///
/// Spelled as they are looked up: in lower case and without accents. A word that means something else in English stands only in a phrase.
extension UnitToken {
  /// By one word.
  static let foreignWords: [String: Kind] = {
    var result: [String: Kind] = [:]
    func add(_ kind: Kind, _ list: String) {
      for word in list.split(whereSeparator: { " \n".contains($0) }) { result[String(word)] = kind }
    }
    add(
      .scale(3, isWeak: false),
      """
      millier milliers tausend tausende tausenden migliaia milhar milhares duizend duizenden duizendtallen tusen tusental tusind tuhat
      tuhansina tuhannet tys tysiac tysiace tysiecy tysiacach tisic tisice tisicich tkr tsek
      """)
    add(
      .scale(6, isWeak: false),
      """
      millionen millones millon milioni milione milhoes milhao miljoen miljoenen miljon miljoner millioner mkr mnkr miljoonaa
      miljoonina milj miliony milionow milionach millio milioane milyon
      """)
    add(
      .scale(9, isWeak: false),
      "milliard milliards milliarden milliarde mrd miliardi miliardo miljard miljarden miljarder milliarder mld mldr miliardy miljardia"
    )
    add(.currency(UnitCurrencies.byCode["PLN"]), "zlotych zloty")
    add(.currency(UnitCurrencies.byCode["CZK"]), "korun")
    add(.currency(UnitCurrencies.byCode["BRL"]), "reais")
    add(.currency(UnitCurrencies.byCode["EUR"]), "euroa euroina eura")
    add(.currency(UnitCurrencies.byCode["CHF"]), "franken")
    // Kronor are Swedish, Danish, Norwegian or Icelandic, francs and pesos those of many countries.
    add(.currency(nil), "kronor kroner kronur francs pesos")
    add(.in, "en em")
    add(.of, "de di van")
    add(
      .unitWord,
      """
      unite unites devise monnaie einheit wahrung waehrung unidad unidades moneda divisa unita valuta unidade moeda eenheid enhet enhed
      jednostka jednotka waluta valuutta yksikko penznem moneta
      """)
    add(
      .statedWord,
      """
      montants montant exprimes exprimees exprime presentes chiffres sommes donnees angaben betrage betraege werte zahlen importes
      cifras expresado expresados expresadas datos importi valori espressi dati valores expressos montantes quantias bedragen cijfers
      belopp belob kwoty udaje luvut adatok
      """)
    return result
  }()

  /// Words that are a scale only before a currency: `tys. zł`, `Mia. Fr.`; alone they are names and English words.
  static let shyScales: [String: Int] = ["tis": 3, "tys": 3, "ezer": 3, "mia": 9, "mill": 6]

  /// Words that are a currency only after a scale or `in`.
  static let shyCurrencies: [String: Currency?] = [
    "kr": nil, "zl": UnitCurrencies.byCode["PLN"], "kc": UnitCurrencies.byCode["CZK"], "ft": UnitCurrencies.byCode["HUF"],
    "lei": UnitCurrencies.byCode["RON"], "tl": UnitCurrencies.byCode["TRY"], "fr": UnitCurrencies.byCode["CHF"],
  ]

  /// By several words; a phrase of a scale over another is both of them.
  static let foreignPhrases: [String: Kind] = {
    var result: [String: Kind] = [:]
    func add(_ kind: Kind, _ list: String) { for phrase in list.split(separator: "|") { result[String(phrase)] = kind } }
    add(
      .scale(9, isWeak: false),
      "miles de millones|en miles de millones|mil millones|milliers de millions|mil milhoes|thousand million|thousand millions|tusen millioner"
    )
    add(
      .scale(3, isWeak: false),
      "miles de|en miles|en miles de|i tkr|in tusen|i tusen|i tusental|i tusind|mii lei|bin tl|bin turk lirasi|mil reais|mil euros|mil pesos"
    )
    add(.scale(6, isWeak: false), "i mkr|i mnkr|i millioner|i miljoner|i mill|i mill.")
    add(
      .currency(UnitCurrencies.byCode["USD"]),
      "us dollars|us dollar|dollar us|dollars us|dollars americains|dolares estadounidenses|dolares americanos")
    add(.currency(UnitCurrencies.byCode["CHF"]), "francs suisses|schweizer franken|franchi svizzeri")
    add(.currency(UnitCurrencies.byCode["SEK"]), "svenska kronor")
    add(.currency(UnitCurrencies.byCode["DKK"]), "danske kroner")
    add(.currency(UnitCurrencies.byCode["NOK"]), "norske kroner")
    add(.currency(UnitCurrencies.byCode["GBP"]), "livres sterling|libras esterlinas|sterline britanniche|pfund sterling")
    return result
  }()
}

extension UnitReader {
  /// Words of units in scripts of which nothing else is read: Korean, Russian, Greek, Thai, Arabic, Hebrew.
  private static let otherScripts = [
    "단위", "천원", "백만원", "억원", "тыс", "млн", "млрд", "руб", "хил.", "лв", "χιλ", "εκατ", "หน่วย", "พันบาท", "ล้านบาท", "ألف", "الف", "مليون",
    "ملايين",
    "ריאל", "אלפי", "מיליוני",
  ]

  /// Whether a currency is written as a sign or as a code in capitals rather than as a word.
  private static func isCode(_ text: FoldedText, _ token: UnitToken) -> Bool {
    let word = text.excerpt(token.range)
    return word.utf8.count <= 4 && !word.utf8.contains { (0x61...0x7A).contains($0) }
  }

  /// Whether a text plainly speaks of a unit or a currency, though nothing of it can be read as one: a scale in words, a currency's
  /// name or sign, or a word such as `unit`, in a text that is no amount.
  ///
  /// - Parameter isHeading: whether it stands over a column of figures, where a scale alone speaks of one: `Tsd. Taler`.
  static func speaksOfUnit(_ text: String, isHeading: Bool = false) -> Bool {
    guard text.utf8.count <= 120, let folded = FoldedText(text) else { return false }
    if case .number = AmountReader.read(text) { return false }
    if otherScripts.contains(where: text.lowercased().containsPhrase) { return true }
    let tokens = UnitToken.tokens(of: folded)
    var (scales, currencies, announces) = (0, 0, false)
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .scale(_, isWeak: false): scales += 1
      case .currency(let currency):
        // Letters that stand for a currency in capitals stand for much else.
        let word = folded.excerpt(token.range)
        let isCode = word.utf8.count == 3 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        if isCode, !UnitCurrencies.usualInLowerCase.contains(word.lowercased()) { continue }
        if currency == nil, word == "元" || word == "Pound" || word == "Dollar" { continue }
        currencies += 1
      case .unitWord where index == 0: announces = true
      case .scale, .multiplier, .in, .of, .unitWord, .statedWord, .exceptWord, .per, .open, .close, .separator, .dash, .number, .other,
        .counted:
        continue
      }
    }
    let isStated = tokens.contains { $0.kind == .statedWord } || tokens.first?.kind == .in || tokens.first?.kind == .open
    if isHeading, scales > 0 { return true }
    // `USD gazillions`.
    if currencies == 1, tokens.count == 2, case .currency? = tokens.first?.kind, tokens[1].kind == .other {
      return isCode(folded, tokens[0])
    }
    let isAnnounced = announces && tokens.count > 1 && (tokens[1].kind == .separator || scales + currencies > 0)
    return isAnnounced || (scales > 0 && currencies > 0) || (isStated && scales + currencies > 0)
  }
}
