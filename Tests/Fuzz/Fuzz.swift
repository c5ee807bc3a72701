import Statements

/// What libFuzzer calls: the whole way from bytes to reports, in memory.
///
/// A record separator parts the files of a group, so that one input can be several. Built only by `make fuzz`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let files = input.split(separator: 0x1E, omittingEmptySubsequences: false)
  let deliveries = files.enumerated().map { Delivery(path: "group/\($0.offset).csv", bytes: Array($0.element), digest: "") }
  let outcome = Pipeline.run(["group": deliveries])
  // What is not looked at would be left out by the optimiser, and its traps with it.
  for file in outcome.files { kept &+= file.bytes.count }
  for group in outcome.groups {
    for finding in group.findings { kept &+= group.lines(of: finding, inputs: "Inputs/").count }
  }
  return 0
}

/// Keeps the results alive.
nonisolated(unsafe) public var kept = 0
