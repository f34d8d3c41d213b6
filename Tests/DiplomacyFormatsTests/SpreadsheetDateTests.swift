import Foundation
import Testing

@testable import DiplomacyFormats

@Suite struct SpreadsheetDateTests {
  /// A cell in the style of a format, read.
  private func read(_ value: String, _ code: String, properties: String = "") throws -> (
    text: String, remarks: [String]
  ) {
    var book = TinyExcel(
      "<row><c t=\"str\"><v>h</v></c><c t=\"str\"><v>k</v></c></row><row><c s=\"1\"><v>\(value)</v></c><c><v>1</v></c></row>"
    )
    book.formats = "<numFmt numFmtId=\"170\" formatCode=\"\(code)\"/>"
    book.styles = [0, 170]
    book.properties = properties
    let sheet = try ReadSheet(book.data)
    return (sheet.rows[1][0], sheet.remarks)
  }

  /// Numbers of days as Excel documents them: 1 is 1 January 1900, 61 is 1 March 1900, 15079 is 13 April 1941.
  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("15079", "1941-04-13"),
    ("2958465", "9999-12-31"),
    ("15079.4375", "1941-04-13T10:30:00"), ("15079.999999999", "1941-04-14"), ("60", ""), ("0", ""),
    ("3000000", ""),
    ("-4577", "1887-06-19"),
  ])
  func daysOfExcel(value: String, date: String) throws {
    #expect(try read(value, "yyyy\\-mm\\-dd").text == date)
  }

  @Test func daysThatExcelHasAndNoCalendarAreTold() throws {
    #expect(
      try read("60", "d/m/yy").remarks.first?.contains(
        "A2 is 29 February 1900, a day that Excel has and no calendar") == true)
    #expect(
      try read("0", "d/m/yy").remarks.first?.contains("A2 is shown as a date, but the number 0 is none")
        == true)
    #expect(
      try read("40", "d/m/yy").remarks.first?.contains(
        "before March 1900, which Excel counts otherwise than LibreOffice; read as Excel has it: 1900-02-09")
        == true)
    #expect(
      try read("-1", "d/m/yy").remarks.first?.contains(
        "before 1900, which Excel does not show; read as LibreOffice has it: 1899-12-29") == true)
  }

  @Test func theSystemOf1904CountsFromThere() throws {
    #expect(try read("0", "d/m/yy", properties: "date1904=\"1\"").text == "1904-01-01")
    #expect(try read("13617", "d/m/yy", properties: "date1904=\"true\"").text == "1941-04-13")
  }

  /// A date that is shown without its day, and kept on the first, is a month.
  @Test(arguments: [
    ("15067", "mmm\\-yy", "1941-04"), ("15079", "mmm\\-yy", "1941-04-13"), ("14977", "yyyy", "1941"),
    ("14977", "[$-409]mmmm yyyy;@", "1941-01"),
    ("14977", "dd.mm.yyyy", "1941-01-01"), ("15067", "yyyy", "1941-04-01"),
  ])
  func aDateIsAsCoarseAsItIsShown(value: String, code: String, date: String) throws {
    let (text, remarks) = try read(value, code)
    #expect(text == date)
    #expect(remarks.contains { $0.contains("shown without the day or the month") } == (text.count < 10))
  }

  @Test func aYearThatIsNotShownIsTold() throws {
    let (text, remarks) = try read("46116", "d\\-mmm")
    #expect(text == "2026-04-04")
    #expect(
      remarks.first?.contains(
        "shown without its year, which may be the one in which it was typed: 2026-04-04") == true)
  }

  @Test(arguments: [
    ("General", NumberFormat.number), ("0.00", .number), ("#,##0;[Red]-#,##0", .number),
    ("0.00E+00", .number), ("@", .number),
    ("\"Day\" 0", .number), ("[h]:mm:ss", .number), ("000", .padded(3)), ("[Blue]d/m/yyyy", .date(.day)),
    ("mm:ss.0", .time),
    ("h:mm AM/PM", .time), ("yyyy\"年\"m\"月\"", .date(.month)), ("dddd", .date(.day)),
    ("yyyy-mm-dd hh:mm:ss.000", .date(.day)), ("e", .date(.year)),
    ("m/d", .date(.dayOfYear)), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date(.day)),
    ("_(* #,##0_)", .number), ("mm", .date(.month)), ("hh:mm", .time),
  ])
  func formatsSayWhatIsADate(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test func timesAreReadAndDatesBefore1900StayTexts() throws {
    #expect(try read("0.4375", "h:mm").text == "10:30:00")
    let sheet = try ReadSheet(
      TinyExcel(
        "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>18 June 1887</v></c></row><row><c t=\"d\"><v>1941-04-13T00:00:00</v></c><c t=\"d\"><v>1941-04-13T10:30:00.5Z</v></c></row>"
      ).data)
    #expect(sheet.rows == [["a", "18 June 1887"], ["1941-04-13", "1941-04-13T10:30:00"]])
  }

  @Test func datesOfOpenDocumentAreAsTheyAreShown() throws {
    let styles = """
      <number:date-style style:name="N1"><number:month/><number:text>.</number:text><number:year/></number:date-style>
      <number:date-style style:name="N2"><number:year/></number:date-style>
      <style:style style:name="c1" style:data-style-name="N1"/><style:style style:name="c2" style:data-style-name="N2"/>
      """
    let data = tinyOpenDocument(
      """
      <t:table t:name="T"><t:table-column t:default-cell-style-name="c2"/><t:table-column t:number-columns-repeated="5"/><t:table-row>
      <t:table-cell office:value-type="date" office:date-value="1941-01-01"/><t:table-cell t:style-name="c1" office:value-type="date" office:date-value="1941-04-01"/>
      <t:table-cell office:value-type="date" office:date-value="1887-06-18"/><t:table-cell office:value-type="date" office:date-value="1941-04-13T10:30:00"/>
      </t:table-row></t:table>
      """, styles: styles)
    let sheet = try ReadSheet(data)
    #expect(sheet.rows == [["1941", "1941-04", "1887-06-18", "1941-04-13T10:30:00"]])
    #expect(
      sheet.remarks.count == 1
        && sheet.remarks[0].contains("2 cells, A1 first, are dates shown without the day or the month"))
  }
}
