/// A picture of a report: its file, and what it shows in words for those who do not see it.
struct Picture {
  /// Its name below the folder of pictures.
  let name: String
  /// What it shows, every figure among it.
  let words: Text
  /// The file's bytes.
  let bytes: [UInt8]

  /// The folder of a group's pictures.
  static let folder = "pictures"
  /// So many figures are said in words; of more, the ends of the range.
  static let mostInWords = 40
}

extension GroupReport {
  /// Words of the reports' language without Markdown, for pictures and for what stands in place of them.
  var plain: TextPrinter { printer.to(.plain) }

  /// A money amount as words of a picture.
  func figure(_ amount: Amount, _ display: Display) -> String { plain.string("\(Money(amount, display))") }

  /// A picture's file below the reports' folder.
  func file(_ picture: Picture) -> ReportFile {
    ReportFile(path: "\(accounts.name)/\(Picture.folder)/\(picture.name)", bytes: picture.bytes)
  }

  /// Puts a picture on a page, with what it shows in words; `above` leads from the page's folder to the group's.
  func show(_ picture: Picture, on page: inout Markdown, above: String = "") {
    page.picture("\(above)\(Picture.folder)/\(picture.name)", inWords: plain.string(picture.words))
  }
}

/// An entity's pictures.
struct EntityPictures {
  let netAssets: Picture?
  let bridge: Picture?

  init(_ report: GroupReport, _ entity: EntityID) {
    netAssets = NetAssetsPicture(report, entity)?.picture
    bridge = BridgePicture(report, entity)?.picture
  }

  var all: [Picture] { [netAssets, bridge].compactMap { $0 } }
}

/// The pictures of one change of ownership.
struct StructurePictures {
  let before: Picture?
  let after: Picture?
  private let report: GroupReport

  init(_ report: GroupReport, _ transaction: EquityTransaction, number: Int) {
    self.report = report
    before = StructurePicture(report, transaction, number: number, .before)?.picture
    after = StructurePicture(report, transaction, number: number, .after)?.picture
  }

  var all: [Picture] { [before, after].compactMap { $0 } }

  /// Puts them on a page of the group's folder.
  func show(on page: inout Markdown) {
    for picture in all { report.show(picture, on: &page) }
  }
}
