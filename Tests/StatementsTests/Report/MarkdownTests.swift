import Testing

@testable import Statements

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("Kingsoft Cloud 金山雲 (1,552.5)", "Kingsoft Cloud 金山雲 (1,552.5)"), ("a | b", "a \\| b"), ("[a](b)", "\\[a\\](b)"),
    ("![x](y.png)", "!\\[x\\](y.png)"), ("<b onclick='x'>", "&lt;b onclick='x'&gt;"), ("<!-- x -->", "&lt;!-- x --&gt;"),
    ("AT&T &lt;", "AT&amp;T &amp;lt;"), ("`rm -rf`", "\\`rm -rf\\`"), ("*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"),
    ("# not a heading", "\\# not a heading"), ("C:\\temp", "C:\\\\temp"), ("https://x.example/y", "https:<!-- -->//x.example/y"),
    ("www.x.example", "www.<!-- -->x.example"), ("WWW.x", "WWW.<!-- -->x"), ("a@b.example", "a@<!-- -->b.example"),
    ("$x^2$", "\\$x\\^2\\$"),
    ("two\nlines\r\nand\ttabs", "two lines  and tabs"), ("\u{202E}drowssap", "\\\\u{202E}drowssap"), ("a\u{200B}b", "a\\\\u{200B}b"),
    ("\u{1B}[31mred", "\\\\u{1B}\\[31mred"), ("\u{2066}x\u{2069}", "\\\\u{2066}x\\\\u{2069}"), ("\u{FEFF}x", "\\\\u{FEFF}x"), ("", ""),
  ])
  func wordsFromAFileStayText(words: String, escaped: String) {
    #expect(Markdown.escaped(words) == escaped)
  }

  @Test func noCellBreaksOutOfItsTable() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "|", "\\", "\n", "\r", "`", "[", "]", "(", ")", "<", ">", "!", "&", "*", "_", "a", "金", " ", "\u{202E}", "--", ":-:", "http://",
    ]
    var broken: [String] = []
    for _ in 0..<3_000 {
      let cell = (0..<Int.random(in: 0...12, using: &generator)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
        .joined()
      var page = Markdown()
      page.table(["a", "b"], alignedRight: [false, true], rows: [[.words(cell), "1"]])
      let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false)
      let row = String(lines[2])
      let withoutComments = row.replacing("<!-- -->", with: "")
      if lines.count != 4 || !lines[3].isEmpty || Self.unescapedPipes(row) != 3 || withoutComments.contains("<") || row.contains("://")
        || row.contains("\u{202E}")
      {
        broken.append(cell)
      }
    }
    #expect(broken.isEmpty, "\(broken.prefix(3))")
    #expect(Self.unescapedPipes("| a | b \\| c \\\\| d |") == 4, "the count of this test counts")
  }

  private static func unescapedPipes(_ line: String) -> Int {
    var count = 0
    var isEscaped = false
    for byte in line.utf8 {
      if byte == UInt8(ascii: "|"), !isEscaped { count += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }

  @Test func aTableLinesUpForTheEyeInEveryScript() {
    var page = Markdown()
    page.heading(1, "Title")
    page.table(["", "RMB'000"], alignedRight: [false, true], rows: [["資產淨值", "95.3"], ["Net", "(456.6)"]])
    #expect(
      page.text == """
        # Title

        |          | RMB'000 |
        |----------|--------:|
        | 資產淨值 |    95.3 |
        | Net      | (456.6) |

        """)
  }

  @Test func aFenceIsLongerThanAnyInIt() {
    var page = Markdown()
    page.verbatim(["plain", "```` inside", "``"])
    #expect(page.text == "`````text\nplain\n```` inside\n``\n`````\n")
    var plain = Markdown()
    plain.verbatim(["x"])
    #expect(plain.text == "```text\nx\n```\n")
  }

  @Test func everyPageEndsWithTheMarkOfTheProgram() {
    var page = Markdown()
    page.paragraph("words")
    #expect(page.bytes == Array("words\n\n\(ReportFile.mark)\n".utf8))
  }

  @Test(arguments: [
    ("abc", 3), ("", 0), ("資產", 4), ("ＡＢ", 4), ("e\u{301}", 1), ("a\u{200B}b", 2), ("（1）", 5), ("한글", 4), ("→", 1), ("😀", 2),
  ])
  func widthIsCountedInColumnsOfATerminal(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }
}
