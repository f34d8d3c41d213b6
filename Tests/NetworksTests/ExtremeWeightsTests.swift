import Networks
import TestSupport
import Testing

/// Weights near the largest and the least numbers there are: scores are those of the same weights in a middle size.
@Suite struct ExtremeWeightsTests {
  /// Powers of two change no digit of a weight.
  private static let exponents = [-1070, -1022, -900, -450, -200, 0, 160, 450, 900, 1016]

  private func scaled(_ one: SmallWeightedNetwork, _ exponent: Int) -> Network {
    SmallWeightedNetwork(
      one.plain, one.weights.map { Double(sign: .plus, exponent: exponent, significand: 8 * $0) }
    )
    .network
  }

  private func expectTheSame(
    _ measure: String, _ exponents: [Int] = exponents, _ scores: (Network) throws -> [Double]
  ) throws {
    var generator = SeededNumbers(seed: 16)
    for _ in 0..<Thoroughness.cases(60, thorough: 600) {
      let one = SmallWeightedNetwork.random(using: &generator)
      let expected = try? scores(scaled(one, 0))
      for exponent in exponents {
        let found = try? scores(scaled(one, exponent))
        let isSame =
          found?.count == expected?.count
          && zip(found ?? [], expected ?? []).allSatisfy {
            $0.isNaN && $1.isNaN || abs($0 - $1) <= 1e-9 * max(1, abs($1))
          }
        guard isSame else {
          Issue.record("\(measure) at 2^\(exponent): \(found ?? []), expected \(expected ?? []): \(one)")
          return
        }
      }
    }
  }

  @Test func measuresOfPathsDependOnProportionsAlone() throws {
    try expectTheSame("betweenness") { $0.betweenness(length: .weights) }
    try expectTheSame("edge betweenness") { $0.edgeBetweenness(length: .weights).map(\.score) }
  }

  @Test func closenessIsInProportionToTheReciprocalOfLengths() throws {
    var generator = SeededNumbers(seed: 17)
    for _ in 0..<Thoroughness.cases(60, thorough: 600) {
      let one = SmallWeightedNetwork.random(using: &generator)
      for exponent in [-900, -600, 600, 900] {
        for measure in [{ $0.closeness(length: .weights) }, { $0.harmonicCloseness(length: .weights) }]
          as [(Network) -> [Double]]
        {
          let expected = measure(scaled(one, 0)).map {
            Double(sign: .plus, exponent: -exponent, significand: $0)
          }
          let found = measure(scaled(one, exponent))
          #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-12 * $1 }, "2^\(exponent): \(one)")
        }
      }
    }
  }

  /// On the way from one end to the other lie more than a `Double` holds.
  @Test func aPathMayBeLongerThanAnyNumber() {
    let network = SmallWeightedNetwork(.path(5), [1.7e308, 1.7e308, 1.7e308, 1.7e308]).network
    #expect(network.betweenness(length: .weights) == [0, 3, 4, 3, 0])
    let closeness = network.closeness(length: .weights)
    #expect(closeness.map { ($0 * 1.7e308 * 1000).rounded() } == [400, 571, 667, 571, 400])
  }

  @Test func spectralMeasuresDependOnProportionsAlone() throws {
    try expectTheSame("eigenvector") { try $0.eigenvectorCentrality() }
    try expectTheSame("PageRank") { try $0.pageRank() }
    try expectTheSame("hubs") { try $0.hubsAndAuthorities().hubs }
    try expectTheSame("authorities") { try $0.hubsAndAuthorities().authorities }
  }

  @Test func katzDependsOnTheShareOfTheLargestAlphaAlone() throws {
    var generator = SeededNumbers(seed: 18)
    for _ in 0..<Thoroughness.cases(60, thorough: 600) {
      let one = SmallWeightedNetwork.random(using: &generator)
      // Without a cycle the share is alpha itself.
      guard (try? one.network.eigenvectorCentrality()) != nil else { continue }
      let expected = try scaled(one, 0).katzCentrality()
      for exponent in Self.exponents {
        #expect(agree(try scaled(one, exponent).katzCentrality(), expected), "2^\(exponent): \(one)")
      }
    }
  }

  /// A walker leaves a node by its edges in proportion, however light they are beside those of other nodes: on a path of four whose edges
  /// weigh 1, x and x², the walker at the second node goes on with the chance x/(1 + x), and so on.
  @Test(arguments: [1, 1e6, 1e12, 1e24, 1e60, 1e120]) func ranksAreRightBesideMuchHeavierEdges(weight: Double)
    throws
  {
    let network = SmallWeightedNetwork(
      SmallNetwork(5, SmallNetwork.path(4).edges), [1, weight, weight * weight]
    ).network
    let found = try network.pageRank()
    let chances = [
      [0, 1, 0, 0], [1 / (1 + weight), 0, weight / (1 + weight), 0],
      [0, 1 / (1 + weight), 0, weight / (1 + weight)], [0, 0, 1, 0],
    ]
    var ranks = [Double](repeating: 0.2, count: 5)
    for _ in 0..<2000 {
      // Who is stuck at the fifth node starts again.
      let start = (0.15 + 0.85 * ranks[4]) / 5
      ranks =
        (0..<4).map { node in start + 0.85 * (0..<4).reduce(0) { $0 + ranks[$1] * chances[$1][node] } } + [
          start
        ]
    }
    #expect(zip(found, ranks).allSatisfy { abs($0 - $1) <= 1e-11 }, "\(found), expected \(ranks)")
  }

  @Test func holesAndCommunitiesDependOnProportionsAlone() throws {
    try expectTheSame("constraint") { $0.constraint() }
    try expectTheSame("effective size") { $0.effectiveSize() }
    try expectTheSame("communities") { network in
      let found = network.communities()
      return [found.quality] + found.communityOfNode.map(Double.init)
    }
  }

  @Test func pottsQualityIsInTheUnitOfWeights() {
    let network = SmallWeightedNetwork(.complete(3), [1.5e308, 1e308, 1e308]).network
    #expect(network.quality(ofCommunities: [0, 0, 1], as: .constantPotts(resolution: 1e307)) == 1.4e308)
    let least = SmallWeightedNetwork(.complete(3), [Double](repeating: .leastNonzeroMagnitude, count: 3))
      .network
    #expect(least.communities(maximizing: .constantPotts(resolution: 1)).count == 3)
  }

  /// Beside a weight of 10^308 one of 10^-308 would be taken for 0.
  @Test func weightsTooFarApartAreRefused() {
    let network = SmallWeightedNetwork(.complete(3), [1e308, 1e-308, 1]).network
    #expect(!network.hasComparableWeights)
    #expect(network.weightRange == 1e-308...1e308)
    let expected = { MeasureError.weightsTooFarApart(measure: $0, least: 1e-308, largest: 1e308) }
    #expect(throws: expected("PageRank")) { try network.pageRank() }
    #expect(throws: expected("HITS")) { try network.hubsAndAuthorities() }
    #expect(throws: expected("Katz centrality")) { try network.katzCentrality() }
    #expect(throws: expected("Eigenvector centrality")) { try network.eigenvectorCentrality() }
    #expect(SmallWeightedNetwork(.complete(3), [1e135, 1e-135, 0]).network.hasComparableWeights)
    #expect(SmallWeightedNetwork(.complete(3), [0, 0, 0]).network.hasComparableWeights)
  }

  @Test func katzWithMoreWalksThanNumbersIsRefused() {
    let network = SmallWeightedNetwork(SmallNetwork(3, [(0, 1), (1, 2)], .directed), [1e200, 1e200]).network
    #expect(throws: MeasureError.tooManyWalks(measure: "Katz centrality")) {
      try network.katzCentrality(attenuation: .alpha(1))
    }
  }
}
