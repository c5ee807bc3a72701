import Testing

@testable import Statements

@Suite struct AllTreatmentsTests {
  /// Every kind of event in every state that a file can give it.
  private static let events: [EquityEvent] = EquityEvent.Kind.allCases.flatMap { kind in
    EquityEvent.Status.allCases.flatMap { status in
      [true, false, nil].map { control in
        EquityEvent(
          name: "event", date: .day(2025, 1, 1), status: status, entity: EntityID(index: 0), kind: kind, costs: .zero, tax: .zero,
          controlAfter: control, note: "", place: Place(fileIndex: 0), columns: [:])
      }
    }
  }

  /// The events that more than one rule takes for its own.
  private static func contested(_ rules: [any TreatmentRule.Type]) -> Set<EquityEvent.Kind> {
    Set(events.filter { event in rules.count { $0.fits(event) } > 1 }.map(\.kind))
  }

  @Test func noTwoTreatmentsFitOneEvent() {
    #expect(Self.contested(AllTreatments.list).isEmpty)
    #expect(Self.contested(AllTreatments.list + [SecondIssue.self]) == [.issue], "a rule planted beside its like is found")
  }

  /// A lapse that is said to keep control among them: what contradicts itself has a treatment that says so.
  @Test func oneTreatmentFitsEveryEvent() {
    for event in Self.events { #expect(AllTreatments.list.count { $0.fits(event) } == 1, "\(event.kind), \(event.controlAfter as Bool?)") }
    var files = IssueGroup()
    files.events = "event,date,entity,kind,consideration,currency,control after\nEnd,2025-01-01,Sub,lapse,0,CNY,yes\n"
    let transaction = files.run().transaction
    #expect(transaction.treatment == .notDeterminable && transaction.reason != nil)
  }

  @Test func noTwoTreatmentsHaveOneName() {
    #expect(Set(AllTreatments.list.map { $0.id }).count == AllTreatments.list.count)
  }

  /// What no rule fits is not passed over: it says that it is not treated.
  @Test func everyEventBecomesATransaction() {
    for kind in EquityEvent.Kind.allCases {
      var files = IssueGroup()
      files.events = files.events.replacing("issue", with: kind.rawValue)
      let group = files.run()
      #expect(group.accounts.transactions.count == 1)
      let transaction = group.transaction
      #expect(transaction.event.kind == kind)
      #expect(transaction.treatment != .notDeterminable || (transaction.reason != nil && transaction.remedy != nil), "\(kind)")
    }
  }

  private enum SecondIssue: TreatmentRule {
    static let id = "second-issue"
    static func fits(_ event: EquityEvent) -> Bool { event.kind == .issue }
    static func treat(_ event: EquityEvent, in accounts: GroupAccounts, after earlier: [EquityTransaction]) -> EquityTransaction {
      EquityTransaction(event, accounts)
    }
  }
}
