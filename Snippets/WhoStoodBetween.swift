// Who stood between the others in the web of agreements, as of a date?
import EntenteKit

let graph = try GraphFile.read(contentsOf: "Graphs/interwar-pacts.yaml")
let view = GraphView(graph, ViewOptions(at: try HistoricalDate("1939-08-31")))
let centrality = try Centrality(of: IncidenceNetwork(view), [.betweenness])
for row in centrality.rows.filter({ $0.entity.category == .actor }).prefix(3) {
  print(row.entity.label(in: "en"), row.scores[0].rounded())
}
