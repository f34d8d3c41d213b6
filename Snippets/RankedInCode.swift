// Who ranks highest in a graph that is built in code?
import EntenteKit

var builder = GraphBuilder(title: "Locarno")
let (france, germany, poland) = (
  builder.add(.state, "France"), builder.add(.state, "Germany"), builder.add(.state, "Poland")
)
let pact = builder.add(.pact, "Rhine Pact", inForce: try HistoricalDate("1926-09-14/1936-03-07"))
let guarantee = builder.add(.treaty, "Treaty of guarantee", inForce: try HistoricalDate("1926-09-14/1939"))
for power in [france, germany] { builder.say(power, .party, pact) }
for power in [france, poland] { builder.say(power, .party, guarantee) }

let view = GraphView(builder.graph(), ViewOptions(at: try HistoricalDate("1930-01-01")))
let scores = try Centrality(of: IncidenceNetwork(view), [.pagerank]).scores(.pagerank)
for power in [france, germany, poland] { print(power, ((scores[power] ?? 0) * 1000).rounded() / 1000) }
