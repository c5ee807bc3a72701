/// The one clean set of statements of the zoo: a position at two dates and a result of two periods, in tenths of thousands of renminbi.
///
/// It has what goes wrong most easily: a deficit, a tax credit, a share of a loss, periods of two lengths, a nil.
enum ZooStatement {
  enum Language: CaseIterable {
    case english, simplified, traditional
  }

  struct Line {
    let id: String
    /// In English, simplified and traditional Chinese.
    let labels: [String]
    /// Tenths of thousands; the latest first. Signs as an accountant prints them: costs negative.
    let values: [Int]
    var isCost = false

    func label(_ language: Language) -> String {
      switch language {
      case .english: labels[0]
      case .simplified: labels[1]
      case .traditional: labels[2]
      }
    }
  }

  static let entity = "Pier"

  static let position: [Line] = [
    Line(id: "non-current-assets", labels: ["Total non-current assets", "非流动资产合计", "非流動資產總值"], values: [214_005, 10_504]),
    Line(id: "current-assets", labels: ["Total current assets", "流动资产合计", "流動資產總值"], values: [1_050_000, 6_001]),
    Line(id: "total-assets", labels: ["Total assets", "资产总计", "資產總值"], values: [1_264_005, 16_505]),
    Line(id: "current-liabilities", labels: ["Total current liabilities", "流动负债合计", "流動負債總額"], values: [1_119_666, 21_071]),
    Line(id: "non-current-liabilities", labels: ["Total non-current liabilities", "非流动负债合计", "非流動負債總額"], values: [0, 0]),
    Line(id: "total-liabilities", labels: ["Total liabilities", "负债合计", "負債總額"], values: [1_119_666, 21_071]),
    Line(
      id: "equity-attributable-to-owners",
      labels: ["Equity attributable to owners of the parent", "归属于母公司所有者权益合计", "本公司擁有人應佔權益"], values: [144_939, -3_566]),
    Line(id: "non-controlling-interests", labels: ["Non-controlling interests", "少数股东权益", "非控股權益"], values: [-600, -1_000]),
    Line(id: "net-assets", labels: ["Total equity", "所有者权益合计", "權益總額"], values: [144_339, -4_566]),
  ]

  static let result: [Line] = [
    Line(id: "revenue", labels: ["Revenue", "营业收入", "收益"], values: [2_050_000, 1_234_560]),
    Line(id: "cost-of-sales", labels: ["Cost of sales", "营业成本", "銷售成本"], values: [-1_950_000, -1_000_060], isCost: true),
    Line(id: "gross-profit", labels: ["Gross profit", "毛利", "毛利"], values: [100_000, 234_500]),
    Line(id: "administrative-expenses", labels: ["Administrative expenses", "管理费用", "行政開支"], values: [-288_824, -249_775], isCost: true),
    Line(id: "profit-before-tax", labels: ["Profit/(loss) before tax", "利润总额", "除稅前溢利／（虧損）"], values: [-188_824, -15_275]),
    Line(id: "income-tax", labels: ["Income tax", "所得税费用", "所得稅"], values: [12_005, -250], isCost: true),
    Line(id: "profit-after-tax", labels: ["Profit/(loss) for the period", "净利润", "期內溢利／（虧損）"], values: [-176_819, -15_525]),
    Line(
      id: "profit-attributable-to-owners",
      labels: ["Profit attributable to owners of the parent", "归属于母公司所有者的净利润", "本公司擁有人應佔溢利"], values: [-176_319, -15_525]),
    Line(
      id: "profit-attributable-to-nci", labels: ["Profit attributable to non-controlling interests", "少数股东损益", "非控股權益應佔溢利"],
      values: [-500, 0]),
  ]

  /// What every spelling of it says.
  static var facts: [String] {
    let dates = ["2012-09-30", "2011-12-31"]
    let starts = ["2012-01-01", "2011-01-01"]
    return
      (position.flatMap { line in dates.indices.map { "\(line.id) \(dates[$0]) \(line.values[$0] * 100)" } }
      + result.flatMap { line in dates.indices.map { "\(line.id) \(starts[$0])/\(dates[$0]) \(line.values[$0] * 100)" } }).sorted()
  }
}
