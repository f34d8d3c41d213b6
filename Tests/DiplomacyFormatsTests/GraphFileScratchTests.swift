import Foundation
import Testing
import Diplomacy
@testable import DiplomacyFormats
@Test func scratch() throws {
  let text = try String(contentsOfFile: "/work/main/Graphs/neutrality-pact.yaml", encoding: .utf8)
  let c = ContinuousClock()
  print("read", c.measure { do { _ = try GraphFile.read(text, named: "n") } catch { print(error) } })
  print("doc", c.measure { _ = YAMLDocument(text) })
  func show(_ s: String) { do { let g = try GraphFile.read(s, named: "f"); print("OK", g.entities.count) } catch { print(String(error.description.prefix(600))) } }
  let b = "entente: 1\ntitle: T\n"
  show(String(repeating: "[", count: 100_000))
  show(String(repeating: "- ", count: 100_000))
  show(b + "actors: { a: { name: { en: A, en: B } } }\n")
  show(b + "actors: { a: { name: A, identifiers: { x: A, x: B } } }\n")
  show((b + "actors:\n  a: A\n  a: B\n  a: C\n").replacingOccurrences(of: "\n", with: "\r\n"))
  show(b + "summary: Япония \u{1}\n")
  show((b + "summary: Япония\nlicense: \u{1}\n").replacingOccurrences(of: "\n", with: "\r\n"))
  show(b + "summary: \u{0}\n")
  show(b + "actors: { a: A, b: B }\nstatements:\n - { subject: [a, b], role: x, object: b }\n")
  show(b + "actors: { a: { id: z, name: A } }\n")
  show(b + "actors: { a: A }\nagreements: { p: { name: P, signed: 1945, ended: 1939 } }\n")
  print("10MB", c.measure { show(b + "summary: " + String(repeating: "x", count: 10_000_000) + "\n") })
  print("10MB", c.measure { show(b + String(repeating: "x", count: 10_000_000) + "\n") })
  var laughs = b + "a: &a0 [x,x]\n"
  for i in 1...30 { laughs += "k\(i): &a\(i) [*a\(i-1), *a\(i-1)]\n" }
  print("laughs", c.measure { show(laughs) })
  print("two"); show(b + "---\nentente: 1\n"); show(b + "\tactors: {}\n"); show(b + "actors: { a: *x }\n"); show("[1]"); show("# c\n"); show(""); show("~"); show(b + "? [a]\n: b\n"); show(b+"actors: {a: A, \"a\": B, 'a': C}\n")
  show(b + "actors:\n  x: A\n  \"x\": B\n  'x': C\n  x : D\n")
  show(b + "actors: { a: { name: A,\n name: B }, b: { name: B, name: C} }\n")
  show(b + "actors: { a: A }\nagreements:\n  p: { name: P, parties: [b, p, {actor: a, event: p}, {}, {territory: a}] }\n")
  show(b + "actors: { a: A, b: !!binary B, c: |\n  text\n}\n")
}
