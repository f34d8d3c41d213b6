import Foundation

/// A file of `Graphs/`.
public func graphFile(_ name: String) -> String { projectFolder.appending(path: "Graphs/\(name).yaml").path }

/// Two pacts, five actors, two readings.
///
/// The first pact has no end; when the second one began in May 1925 and when it ended depends on the reading.
public let twoPacts = """
  entente: 1
  title: Two pacts
  sources: { book: A book }
  readings:
    strict: { title: By the text, default: true }
    loose: By the letter
  actors:
    alpha: Alpha
    beta: { name: { en: Beta, ja: 大日本帝国 } }
    gamma: { name: "Gamma, the \\"third\\"", exists: 1920-01-01/1930-12-31 }
    delta: Delta
    envoy: { kind: person, name: Envoy, represents: { actor: alpha, when: 1921/1925 } }
  territories:
    land: Land
  agreements:
    first: { name: First pact, signed: 1921-03-03, parties: [{ actor: alpha, source: book p. 1 }, beta], guarantees: land }
    second:
      name: Second pact
      parties: [beta, gamma]
      in-force:
        - { when: 1925-05/1930-12-31, reading: strict }
        - { when: 1925-05/1928-12-31, reading: loose }
  events:
    talks: { kind: meeting, name: Talks, when: 1924-07-01, participants: [alpha, beta] }

  """

/// A graph file with five mistakes, in the lines 3, 5, 6 and 8 (two).
public let fiveMistakes = """
  entente: 1
  title: Mistakes
  colour: red
  actors:
    alpha: { name: Alpha, kid: state }
    beta: { name: Beta, exists: 1941-13/.. }
  agreements:
    pact: { name: Pact, parties: [alpha, betta], signed: 1941-02-30 }

  """

/// A secret pact of a and b; c learns of it in 1933; it is disclosed in 1940. A person represents d from 1935 on.
public let secretPact = """
  entente: 1
  title: A secret
  sources: { book: A book, letter: { title: A letter, quoted-in: book p. 9 }, diary: A diary }
  readings: { strict: { title: Strict, default: true }, loose: Loose }
  actors:
    a: { name: A, source: diary }
    b: B
    c: C
    d: D
    e: E
    heir: { name: Heir of E, successor-of: { actor: e, source: diary } }
    clerk: { kind: person, name: Clerk, represents: { actor: d, office: Minister, when: 1935/1938 } }
    general: { kind: person, name: General, represents: { actor: e, when: 1930/1939 } }
  agreements:
    hidden:
      name: Hidden pact
      signed: 1931-03-03
      parties: [{ actor: a, source: diary }, { actor: b, source: diary }]
      known-to: [{ actor: c, since: 1933-02-01, source: letter }, { actor: clerk, since: 1934-01-01 }, general]
      unknown-to: [{ actor: e, until: 1936-01-01 }]
      disclosed: { when: 1940-06-01, source: book }
      source: [diary, letter]
    open:
      name: Open pact
      signed: { when: 1920-01-01, source: letter }
      parties: [{ actor: a, source: book }, { actor: c, source: letter }, { actor: heir, source: book }]
    dream: { name: Dream, modality: planned, holder: c, signed: 1930-01-01, parties: [b, { actor: d, modality: planned, holder: c }] }
  events:
    talks: { kind: meeting, name: Talks, when: 1932-05-05, participants: [b, d], source: book }
  """

/// A speaks with B on one day of 1900 and B with C for fifty years; D hears from B on the last day.
public let longCorridor = """
  entente: 1
  title: Corridor
  actors: { a: A, b: B, c: C, d: D }
  events:
    first: { name: First, kind: meeting, when: "1900-01-01T12:00:00Z", participants: [a, b] }
    last: { name: Last, kind: meeting, when: "1949-12-31T12:00:00Z", participants: [b, d] }
  statements:
    - { subject: b, role: link, object: c, when: 1900/1949 }
  """
