/// A picture as it grows: boxes, lines and words at whole units, as SVG that needs no script, no font and nothing from elsewhere.
///
/// Colours for a light page are attributes of the shapes, which also a reader has that drops styles; a style has those for a dark page. The
/// ground is part of the picture, so that it can be read on any page. All coordinates are whole numbers, so that the bytes are the same everywhere.
struct Drawing {
  /// What a shape is painted as; each has its colour on a light page and on a dark one.
  enum Paint: String, CaseIterable {
    case ground, ink, faint, rule, gain, loss, total, open, group, outside, edge

    var light: String {
      switch self {
      case .ground: "#ffffff"
      case .ink: "#1b1f24"
      case .faint: "#57606a"
      case .rule: "#d8dee4"
      case .gain: "#2f7d4f"
      case .loss: "#b3432b"
      case .total: "#2f5f9e"
      case .open: "#b7791f"
      case .group: "#dbe8f8"
      case .outside: "#f3efe6"
      case .edge: "#6e7781"
      }
    }

    var dark: String {
      switch self {
      case .ground: "#0d1117"
      case .ink: "#e6edf3"
      case .faint: "#9aa4af"
      case .rule: "#30363d"
      case .gain: "#56b37f"
      case .loss: "#ea7a60"
      case .total: "#6ea3e6"
      case .open: "#e0a840"
      case .group: "#16304f"
      case .outside: "#332d1f"
      case .edge: "#8b949e"
      }
    }
  }

  /// Where words stand by their point.
  enum Anchor: String {
    case start, middle, end
  }

  private let width: Int
  private let height: Int
  private var shapes = ""
  private let title: String
  private let description: String

  /// - Parameters:
  ///   - title: what the picture is, in plain words.
  ///   - description: what it shows, with every figure in it.
  init(width: Int, height: Int, title: String, description: String) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
  }

  /// Makes characters safe for XML: what has a meaning there is escaped, what would act or cannot stand there is made visible.
  static func escaped(_ words: String) -> String {
    var result = ""
    for scalar in Printable.visible(words).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A filled box; with a border where it is one of a diagram.
  mutating func box(x: Int, y: Int, width: Int, height: Int, _ paint: Paint, border: Paint? = nil, rounded: Int = 0, dashed: Bool = false) {
    shapes += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
    if rounded > 0 { shapes += " rx=\"\(rounded)\"" }
    shapes += painted(fill: paint, stroke: border)
    if dashed { shapes += " stroke-dasharray=\"5 4\"" }
    shapes += "/>\n"
  }

  /// A line through points.
  mutating func line(_ points: [(x: Int, y: Int)], _ paint: Paint, weight: Int = 1, dashed: Bool = false, arrow: Bool = false) {
    let pairs = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    shapes += "<polyline points=\"\(pairs)\"\(painted(fill: nil, stroke: paint)) stroke-width=\"\(weight)\""
    if dashed { shapes += " stroke-dasharray=\"6 4\"" }
    shapes += "/>\n"
    if arrow, let end = points.last {
      shapes += "<polygon points=\"\(end.x - 4),\(end.y - 8) \(end.x + 4),\(end.y - 8) \(end.x),\(end.y)\""
      shapes += painted(fill: paint, stroke: nil) + "/>\n"
    }
  }

  /// A dot at a point.
  mutating func dot(x: Int, y: Int, _ paint: Paint) {
    shapes += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"3\"\(painted(fill: paint, stroke: nil))/>\n"
  }

  /// Words on one line, their base at `y`.
  ///
  /// - Parameter whole: the full words where these are shortened; a reader who points at them sees those.
  mutating func text(
    _ words: String, x: Int, y: Int, size: Int, _ paint: Paint = .ink, anchor: Anchor = .start, bold: Bool = false, whole: String? = nil
  ) {
    shapes += "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\"\(painted(fill: paint, stroke: nil))"
    if anchor != .start { shapes += " text-anchor=\"\(anchor.rawValue)\"" }
    if bold { shapes += " font-weight=\"bold\"" }
    shapes += ">"
    if let whole { shapes += "<title>\(Drawing.escaped(whole))</title>" }
    shapes += "\(Drawing.escaped(words))</text>\n"
  }

  private func painted(fill: Paint?, stroke: Paint?) -> String {
    let classes = [fill.map { $0.rawValue }, stroke.map { "\($0.rawValue)-line" }].compactMap { $0 }.joined(separator: " ")
    var attributes = " class=\"\(classes)\" fill=\"\(fill?.light ?? "none")\""
    if let stroke { attributes += " stroke=\"\(stroke.light)\"" }
    return attributes
  }

  /// The whole picture; its last line is the one by which the program knows it as its own.
  var bytes: [UInt8] {
    let dark = Paint.allCases.map { ".\($0.rawValue){fill:\($0.dark)}.\($0.rawValue)-line{stroke:\($0.dark)}" }.joined()
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" \
      aria-labelledby="title desc" font-family="system-ui,-apple-system,'Segoe UI','Noto Sans','Noto Sans CJK SC',sans-serif">
      <title id="title">\(Drawing.escaped(title))</title>
      <desc id="desc">\(Drawing.escaped(description))</desc>
      <style>@media (prefers-color-scheme:dark){\(dark)}</style>
      <rect width="\(width)" height="\(height)"\(painted(fill: .ground, stroke: nil))/>
      \(shapes)</svg>
      \(ReportFile.mark)

      """
    return Array(text.utf8)
  }
}
