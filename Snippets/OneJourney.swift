// By when could word have come from Matsuoka to Stalin, and through whom?
import EntenteKit

let graph = try GraphFile.read(contentsOf: "Graphs/neutrality-pact.yaml")
let search = JourneySearch(ContactNetwork(GraphView(graph)))
let answer = try search.journeys(from: "matsuoka", to: "stalin", JourneyOptions())
if let journey = answer?.possible.first {
  for step in journey.steps {
    print(step.moment.day, step.from, "to", step.to, "through", step.through ?? "a tie")
  }
}
