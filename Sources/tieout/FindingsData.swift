import DelimitedText
import Statements

/// The findings of all groups as data, in the columns of `findings.csv`.
enum FindingsData {
  static func csv(_ outcome: Pipeline.Outcome) -> [UInt8] {
    var writer = DelimitedWriter()
    for record in [Pipeline.findingColumns] + records(outcome) {
      for field in record { writer.field(FormulaGuard.guarded(field)) }
      writer.endRecord()
    }
    return writer.bytes
  }

  static func json(_ outcome: Pipeline.Outcome) -> [UInt8] {
    let objects = records(outcome).map { record in
      let members = zip(Pipeline.findingColumns, record).map { "\(JSON.string($0)): \(JSON.string($1))" }
      return "  {" + members.joined(separator: ", ") + "}"
    }
    return Array(("[\n" + objects.joined(separator: ",\n") + "\n]\n").utf8)
  }

  private static func records(_ outcome: Pipeline.Outcome) -> [[String]] {
    outcome.groups.flatMap { group in group.findings.map(group.record) }
  }
}

/// The one thing of JSON that is needed: a string. Numbers go out as strings too, so that no reader turns them into binary floats.
enum JSON {
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
