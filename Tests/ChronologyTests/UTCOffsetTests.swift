import Chronology
import Testing

@Suite struct UTCOffsetTests {
  @Test(arguments: [
    ("Z", 0, "Z"), ("+09:00", 32_400, "+09:00"), ("-0330", -12_600, "-03:30"), ("+09", 32_400, "+09:00"),
    ("-00:00", 0, "Z"), ("+00:19:32", 1172, "+00:19:32"), ("-155600", -57_360, "-15:56"),
    ("+23:59", 86_340, "+23:59"),
  ])
  func offsetIsReadAndPrinted(text: String, seconds: Int, printed: String) {
    #expect(UTCOffset(text)?.seconds == seconds, "\(text)")
    #expect(UTCOffset(text)?.description == printed, "\(text)")
  }

  @Test(arguments: [
    "", "z", "+", "+9", "+9:00", "+24:00", "+09:60", "+09:0", "+09:00:", "+09:00x", "09:00", "+0900:00",
    "＋09",
  ])
  func otherTextIsNoOffset(text: String) {
    #expect(UTCOffset(text) == nil, "\(text)")
  }

  @Test func everyPrintedOffsetIsReadBack() {
    for seconds in stride(from: -86_399, through: 86_399, by: 37) {
      let offset = UTCOffset(seconds: seconds)
      #expect(UTCOffset(offset.description) == offset, "\(seconds)")
    }
  }
}
