/// The words before a colon, or in the first of two cells, by which the lines above a table say its unit or its currency.
enum PreambleKeys {
  static let units = keys(
    """
    unit;units;scale;amounts in;figures in;单位;單位;金额单位;金額單位;単位;unité;unités;einheit;einheiten;angaben;angaben in;unidad;unidades;
    unità;unità di misura;unidade;eenheid;enhet;enhed;jednostka;jednotka;montants en;importes en;importi in;valores em;bedragen in;
    rounding;rounded to;presentation unit;reporting unit
    """)

  static let currencies = keys(
    """
    currency;ccy;curr;currency code;reporting currency;presentation currency;functional currency;local currency;货币;貨幣;货币单位;貨幣單位;
    币种;幣種;币别;幣別;本位币;本位幣;记账本位币;通貨;währung;hauswährung;devise;monnaie;moneda;divisa;valuta;moeda;waluta;měna;mena;valuutta;
    pénznem;para birimi;monedă;valuutat
    """)

  private static func keys(_ words: String) -> Set<String> {
    Set(words.split { $0 == ";" || $0 == "\n" }.map { Folding.label(String($0)) }.filter { !$0.isEmpty })
  }
}
