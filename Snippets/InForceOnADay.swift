// Which agreements were in force on the day that Germany invaded Poland?
import EntenteKit

let graph = try GraphFile.read(contentsOf: "Graphs/interwar-pacts.yaml")
for (agreement, answer) in graph.agreements(inForceOn: try HistoricalDate("1939-09-01")).prefix(5) {
  print(agreement.label(in: "en"), answer == .yes ? "certainly" : "possibly")
}
