/// The currencies whose rates the European Central Bank publishes or has published, and a few that other tables of its kind have.
enum PublishedCurrencies {
  static let codes: Set<String> = Set(
    """
    USD JPY BGN CYP CZK DKK EEK GBP HUF LTL LVL MTL PLN ROL RON SEK SIT SKK CHF ISK NOK HRK RUB TRL TRY AUD BRL CAD CNY HKD IDR ILS INR KRW
    MXN MYR NZD PHP SGD THB ZAR EUR TWD VND AED SAR MOP CNH ARS CLP COP EGP KZT PKR QAR KWD NGN PEN UAH BDT LKR
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
