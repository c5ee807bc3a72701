import DelimitedText

/// What the title lines above a long file or a trial balance say: whose it is, of which date, in which unit.
struct RegisterTitles: Sendable {
  /// As for a statement.
  let preamble: Preamble
  /// The date or period, with every order in which its numbers can be taken.
  let readings: [PeriodReading]
  /// Where it stands.
  let periodPlace: Place?

  init(_ reader: RegisterReader) {
    var preamble = Preamble()
    var found: (readings: [PeriodReading], place: Place)?
    for index in 0..<reader.layout.firstHeaderRecord {
      let record = reader.table[index]
      for field in 0..<record.fieldCount where found == nil {
        let readings = PeriodReader.readings(of: record.text(field))
        let place = Place(fileIndex: reader.fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1)
        if !readings.isEmpty { found = (readings, place) }
      }
      preamble.read(record, fileIndex: reader.fileIndex)
    }
    // `甲公司序时账` names 甲公司.
    let titles = ["科目余额表", "科目餘額表", "试算平衡表", "試算平衡表", "序时账", "序時賬", "序時帳", "明细账", "明細賬", "总账", "總賬", "日记账", "日記賬", "余额表"]
    preamble.entityCandidates = preamble.entityCandidates.map { said in
      guard let title = titles.first(where: said.value.hasSuffix), said.value.count > title.count else { return said }
      return Said(value: Cell.trim(String(said.value.dropLast(title.count))), place: said.place, isWeak: said.isWeak)
    }
    preamble.entityCandidates.removeAll { said in
      let key = " " + Folding.label(said.value) + " "
      return ["trial balance", "ledger", "journal", "account", "试算", "試算", "科目余额", "科目餘額", "总账", "總帳", "序时", "序時", "明细账", "日记账"].contains {
        key.containsPhrase($0)
      }
    }
    self.preamble = preamble
    // `Trial balance as at 31 March 2024`; a bare day among other words may be that of printing.
    let phrase = preamble.period.flatMap { $0.value.isOpenOnLength || $0.value.isBareYear ? nil : $0 }
    readings = found?.readings ?? phrase.map { [$0.value] } ?? []
    periodPlace = found?.place ?? phrase?.place
  }
}

extension Intake {
  /// Whose a file without a column of entities is: its titles', else the group's only entity, else its name's. What was assumed is said.
  mutating func entity(of titles: RegisterTitles, fileIndex: Int) -> EntityID {
    if let named = titles.preamble.entity { return entity(named: named.value, role: .subsidiary, place: named.place) }
    if let known = knownOwner(titles.preamble) { return known }
    if let candidate = titles.preamble.entityCandidates.first(where: { !$0.isWeak }) ?? titles.preamble.titledNames.first {
      findings.append(
        Finding(
          .info, "period-assumed", "the line \(quoted: candidate.value) is taken for the entity's name", place: candidate.place,
          remedy: "write the name above the table on a line `entity,NAME`, or describe the entity in an `entities` file"))
      return entity(named: candidate.value, role: .subsidiary, place: candidate.place)
    }
    let group = entities.ids.filter { entities[$0].role != .outside }
    if group.count == 1 {
      takenForOnly[fileIndex] = group[0]
      return group[0]
    }
    let fileName = sources[fileIndex].path.split(separator: "/").last.map(String.init) ?? sources[fileIndex].path
    let name = fileName.split(separator: ".").dropLast().joined(separator: ".")
    let place = Place(fileIndex: fileIndex)
    findings.append(
      Finding(
        .info, "period-assumed", "the file does not say whose accounts these are, and its name stands for the entity", place: place,
        actual: name, remedy: "give it a column `entity`, or write the entity's name on a line above the table"))
    return entity(named: name.isEmpty ? fileName : name, role: .subsidiary, place: place)
  }
}
