import Foundation
import FoundationXML
import Testing

@testable import Statements

/// A picture as a parser of XML reads it.
final class ReadPicture: NSObject, XMLParserDelegate {
  struct Box {
    let x, y, width, height: Int
    let isDashed: Bool
    let classes: String
  }

  struct Words {
    let x, y, size: Int
    let anchor: String
    let isBold: Bool
    var words: String

    /// From its left to its right, by the widest font.
    var span: ClosedRange<Int> {
      let width = GlyphWidth.of(words, size: size, bold: isBold)
      return switch anchor {
      case "middle": (x - width / 2)...(x - width / 2 + width)
      case "end": (x - width)...x
      default: x...(x + width)
      }
    }
  }

  private(set) var width = 0
  private(set) var height = 0
  private(set) var title = ""
  private(set) var said = ""
  private(set) var boxes: [Box] = []
  private(set) var words: [Words] = []
  private(set) var lines: [(points: [(x: Int, y: Int)], isDashed: Bool)] = []
  private(set) var names: Set<String> = []
  private(set) var attributes: [String: String] = [:]
  private var open: [String] = []

  /// Fails where the bytes are no XML.
  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    func whole(_ key: String) -> Int { attributes[key].flatMap { Int($0) } ?? 0 }
    names.insert(name)
    open.append(name)
    let classes = attributes["class"] ?? ""
    switch name {
    case "svg":
      (width, height) = (whole("width"), whole("height"))
      self.attributes = attributes
    case "rect":
      boxes.append(
        Box(
          x: whole("x"), y: whole("y"), width: whole("width"), height: whole("height"), isDashed: attributes["stroke-dasharray"] != nil,
          classes: classes))
    case "text":
      words.append(
        Words(
          x: whole("x"), y: whole("y"), size: whole("font-size"), anchor: attributes["text-anchor"] ?? "start",
          isBold: attributes["font-weight"] == "bold", words: ""))
    case "polyline":
      let points = (attributes["points"] ?? "").split(separator: " ").compactMap { pair -> (x: Int, y: Int)? in
        let parts = pair.split(separator: ",").compactMap { Int($0) }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }
      lines.append((points, attributes["stroke-dasharray"] != nil))
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    switch open.last {
    case "title" where open.count == 2: title += string
    case "desc": said += string
    case "text": words[words.count - 1].words += string
    default: break
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) { open.removeLast() }

  /// The boxes of a diagram: those with a border.
  var entityBoxes: [Box] { boxes.filter { $0.classes.contains("-line") && $0.height > 20 } }

  /// What stands outside the picture or its box, in words; none where all is in its place.
  var misplaced: [String] {
    var found: [String] = []
    for text in words where text.span.lowerBound < 0 || text.span.upperBound > width || text.y - text.size < 0 || text.y > height {
      found.append("outside the picture: \(text.words)")
    }
    for text in words where text.anchor == "middle" {
      guard let box = entityBoxes.first(where: { $0.x < text.x && text.x < $0.x + $0.width && $0.y < text.y && text.y < $0.y + $0.height })
      else { continue }
      if text.span.lowerBound < box.x || text.span.upperBound > box.x + box.width || text.y - text.size < box.y {
        found.append("outside its box: \(text.words)")
      }
    }
    for (index, box) in entityBoxes.enumerated() {
      for other in entityBoxes[(index + 1)...]
      where box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height {
        found.append("boxes over each other at \(box.x),\(box.y)")
      }
    }
    let free = words.filter { text in !text.words.isEmpty }
    for (index, text) in free.enumerated() {
      for other in free[(index + 1)...] where text.y == other.y && text.span.overlaps(other.span) {
        found.append("words over each other: \(text.words) / \(other.words)")
      }
    }
    return found
  }
}

extension Pipeline.Outcome {
  /// The pictures of the one group of a test, by their names.
  func pictures() throws -> [String: ReadPicture] {
    var pictures: [String: ReadPicture] = [:]
    for file in files where file.path.hasSuffix(".svg") {
      pictures[String(file.path.split(separator: "/").last ?? "")] = try ReadPicture(file.bytes)
    }
    return pictures
  }

  /// A page as text.
  func page(_ name: String) -> String {
    files.first { $0.path == CSVGroup.name + "/" + name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}
