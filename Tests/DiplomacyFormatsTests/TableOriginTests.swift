import Diplomacy
import Foundation
import Testing

@testable import DiplomacyFormats

/// Tables as other programs write them, after their manuals.
@Suite struct TableOriginTests {
  @Test(arguments: [
    // Plain tables of edges.
    ("source,target\na,b\n", ["a -- b"]),
    ("\u{FEFF}Target;Source;Weight\r\nb;a;2\r\n\r\n", ["a -- b 2.0"]),
    ("from\tto\tvalue\na\tb\tNA\n", ["a -- b"]),
    ("source,target\n\"a, \"\"b\"\"\",\"c\nd\"\n", ["a, \"b\" -- c\nd"]),
    ("source, target\n\"a\", \"b, c\"\n", ["a -- b, c"]),
    ("# by hand\nsource target\n  a   b \n", ["a -- b"]),
    ("source,target\ra,b\rc,d", ["a -- b", "c -- d"]),
    ("source,target,\na,b,\n", ["a -- b"]), ("source,target\na,b,\nb,c,\n", ["a -- b", "b -- c"]),
    // Gephi.
    (
      "Source,Target,Type,Id,Label,timeset,Weight\na,b,Directed,0,,,1.0\nb,c,Undirected,1,ally,\"<[1941.0, 1945.0]>\",2.5\n",
      ["a -> b 1.0", "b -- c ally 2.5 [1941/1945]"]
    ),
    ("Source;Target;Time Interval\nA;B;<[1,2]>\n", ["A -- B [0001/0002]"]),
    (
      "Source;Target;Interval\nA;B;\"<[1941-04-13, 1945-08-09); [1950, 1951]>\"\n",
      ["A -- B [1941-04-13/1945-08-08]", "A -- B [1950/1951]"]
    ),
    ("a;b\nb;c;d\n", ["a -- b", "b -- c", "b -- d"]),
    (
      "A,B\nB,A\nC,C\nD,E\nA,D\nD,B,E\nF,G,A,B\n",
      ["A -- B", "B -- A", "C -- C", "D -- E", "A -- D", "D -- B", "D -- E", "F -- G", "F -- A", "F -- B"]
    ),
    // igraph's and R's data frames.
    ("\"from\",\"to\",\"weight\"\n\"a\",\"b\",1\n\"b\",\"c\",2.5\n", ["a -- b 1.0", "b -- c 2.5"]),
    ("\"\",\"from\",\"to\"\n\"1\",\"a\",\"b\"\n\"2\",\"b\",\"c\"\n", ["a -- b", "b -- c"]),
    ("\"from\" \"to\" \"weight\"\n\"1\" \"a\" \"b\" 3\n\"2\" \"b\" \"c\" NA\n", ["a -- b 3.0", "b -- c"]),
    ("V1 V2\n1 2\n2 3\n", ["1 -- 2", "2 -- 3"]),
    // NetworkX.
    ("a b {'weight': 3, 'colour': 'red'}\nb c {}\n", ["a -- b 3.0 colour='red'", "b -- c"]),
    (
      "a,b,{\"weight\": 0.5, 'is': True}\nb,c,{'note': 'it\\'s', 'list': [1, 2]}\n",
      ["a -- b 0.5 is='true'", "b -- c list='[1, 2]' note='it's'"]
    ),
    ("0 1 3\n1 2 4\n", ["0 -- 1 3.0", "1 -- 2 4.0"]),
    ("#script.py\n# GMT Thu Apr 13 1941\n#\na b c\nb d\nc\nd\n", ["a -- b", "a -- c", "b -- d"]),
    ("0 1 2\n1 2\n2\n", ["0 -- 1", "0 -- 2", "1 -- 2"]),
    (",source,target,weight\n0,a,b,1\n1,b,c,2\n", ["a -- b 1.0", "b -- c 2.0"]),
    // KONECT, SNAP and SocioPatterns.
    (
      "% asym positive\n% 2 3 3\n1 2 1 1318230000\n2 3 4 1318230001\n",
      ["1 -> 2 1.0 [2011-10-10T07:00:00Z]", "2 -> 3 4.0 [2011-10-10T07:00:01Z]"]
    ),
    ("% sym unweighted\n1\t2\n2\t3\n", ["1 -- 2", "2 -- 3"]),
    ("% bip unweighted\n1 1\n1 2\n", ["u1 -- v1", "u1 -- v2"]),
    ("# Nodes: 3 Edges: 2\n# FromNodeId\tToNodeId\n0\t1\n1\t2\n", ["0 -- 1", "1 -- 2"]),
    ("FromNodeId\tToNodeId\n0\t1\n", ["0 -- 1"]),
    ("9 8 1217567877\n1 2 1217573801\n", ["9 -- 8 [2008-08-01T05:17:57Z]", "1 -- 2 [2008-08-01T06:56:41Z]"]),
    (
      "20 1148 1644\n20 1148 1613\n40 656 682\n60 1632 1671\n",
      ["1148 -- 1644 [0020]", "1148 -- 1613 [0020]", "656 -- 682 [0040]", "1632 -- 1671 [0060]"]
    ),
    (
      "31220\t1558\t1567\t3B\t3B\n31220\t1560\t1570\t3B\t3B\n31240\t1567\t1574\t3B\t2A\n",
      [
        "1558 -- 1567 [Y31220] column 4='3B' column 5='3B'",
        "1560 -- 1570 [Y31220] column 4='3B' column 5='3B'",
        "1567 -- 1574 [Y31240] column 4='3B' column 5='2A'",
      ]
    ),
    // networkDynamic.
    (
      "onset,terminus,tail,head,onset.censored,terminus.censored,duration,edge.id\n0,1,1,2,FALSE,FALSE,1,1\n2,5,2,3,FALSE,TRUE,3,2\n",
      ["1 -- 2 [0000/0000] duration=1", "2 -- 3 [0002/..] duration=3"]
    ),
    (
      "onset,terminus,tail,head\n1941,1945,a,b\n-Inf,1945-08-09,a,c\n1941,Inf,b,c\n",
      ["a -- b [1941/1944]", "a -- c [../1945-08-08]", "b -- c [1941/..]"]
    ),
    // Excel, German and French.
    ("sep=;\r\nsource;target;weight\r\na;b;1,5\r\nb;c;2\r\n", ["a -- b 1.5", "b -- c 2.0"]),
    (
      "Von;Nach;Gewicht;Beginn;Ende\nWien;Paris;0,25;13.4.1941;9.8.1945\n",
      ["Wien -- Paris 0.25 [1941-04-13/1945-08-09]"]
    ),
    ("Source;Target;Début;Fin\na;b;13/04/1941;\n", ["a -- b [1941-04-13/..]"]),
    // Neo4j.
    (":START_ID,since:int,:END_ID,:TYPE\n1,1941,2,ALLIED_WITH\n", ["1 -- 2 ALLIED_WITH [1941]"]),
    (":START_ID(Person),:END_ID(Person),:TYPE,weight:double\n1,2,KNOWS,0.5\n", ["1 -- 2 KNOWS 0.5"]),
    // Letters: csv2cmi, nodegoat, lists by hand.
    (
      "sender,senderID,addressee,senderDate,senderPlace\nGoethe,118540238,Schiller,1794-08-23,Jena\n",
      ["Goethe -> Schiller [1794-08-23] senderID=118540238 senderPlace='Jena'"]
    ),
    (
      "Absender;Empfänger;Datum;Ort\nHumboldt; Gauß;13.4.1829;Berlin\n",
      ["Humboldt -> Gauß [13.4.1829] Ort='Berlin'"]
    ),
    (
      "expéditeur,destinataire,date,source\nVoltaire,Diderot,1760-05,D8912\n",
      ["Voltaire -> Diderot [1760-05] source='D8912'"]
    ),
    (
      "sender,recipient,date\nA; B,C; D,1760\n",
      ["A -> C [1760]", "A -> D [1760]", "B -> C [1760]", "B -> D [1760]"]
    ),
    ("Object ID;Sender;Recipient;Date Sent\n101;a;b;1760-05-01\n", ["a -> b [1760-05-01] Object ID=101"]),
    // Dyads of Correlates of War, and treaties.
    ("ccode1,ccode2,year\n2,20,1941\n", ["2 -- 20 [1941]"]),
    ("state1,state2,from,to\na,b,1941,1945\n", ["a -- b [1941/1945]"]),
  ])
  func tablesAreReadAsTheirProgramsMeanThem(text: String, expected: [String]) throws {
    #expect(try SampleTable(text).edges == expected)
  }

  /// What each column is where no header says it.
  @Test(arguments: [
    ("1,2\n2,3\n", ["1 -- 2", "2 -- 3"], "source and target"),
    ("1 2 0.5\n2 3 1\n", ["1 -- 2 0.5", "2 -- 3 1.0"], "source, target and weight"),
    ("1 2 1941\n2 3 1942\n", ["1 -- 2 [1941]", "2 -- 3 [1942]"], "source, target and time"),
    ("a,b,1941-04-13\nb,c,\n", ["a -- b [1941-04-13]", "b -- c"], "source, target and start"),
    (
      "1 2 1900 1905\n2 3 1901 NA\n", ["1 -- 2 [1900/1905]", "2 -- 3 [1901/..]"],
      "source, target, start and end"
    ),
    (
      "1 2 3 1941-04-13\n2 3 4 1941-05\n", ["1 -- 2 3.0 [1941-04-13]", "2 -- 3 4.0 [1941-05]"],
      "source, target, weight and time"
    ),
    (
      "1 2 1 1318230000\n2 3 1 1318230001\n",
      ["1 -- 2 1.0 [2011-10-10T07:00:00Z]", "2 -- 3 1.0 [2011-10-10T07:00:01Z]"],
      "source, target, weight and time"
    ),
    (
      "a b 1318230000123\na c 1318230000124\n",
      ["a -- b [2011-10-10T07:00:00Z]", "a -- c [2011-10-10T07:00:00Z]"], "source, target and time"
    ),
  ])
  func contentTellsTheColumns(text: String, expected: [String], words: String) throws {
    let found = try SampleTable(text)
    #expect(found.edges == expected)
    #expect(
      found.messages.first
        == "the first line is no header with 'source' and 'target'; it is read as an edge, the columns as \(words)."
    )
  }

  // MARK: Matrices

  @Test(arguments: [
    (";A;B;C\nA;0;1;0\nB;1;0;1\nC;0;1;0\n", ["A -- B", "B -- C"], "undirected"),
    (",a,b\na,0,2\nb,0,0\n", ["a -> b 2.0"], "leads from"),
    ("a b c\na 0 1 1\nb 1 0 0\nc 1 0 0\n", ["a -- b", "a -- c"], "undirected"),
    (
      ",treaty 1,treaty 2\nJapan,1,1\nUSSR,1,0\n",
      ["Japan -- treaty 1", "Japan -- treaty 2", "USSR -- treaty 1"], "two"
    ),
    (",b,a\na,1,0\nb,0,3\n", ["a -> b 1.0", "b -> a 3.0"], "leads from"),
    ("0 1 0 0 0\n1 0 0 0 0\n0 0 0 1 0\n0 0 1 0 0\n0 0 0 0 0\n", ["1 -- 2", "3 -- 4"], "undirected"),
    (",a,b\na,.,NA\nb,,0.5\n", ["b -- b 0.5"], "undirected"),
  ])
  func matricesAreNetworks(text: String, expected: [String], words: String) throws {
    let found = try SampleTable(text)
    #expect(Set(found.edges) == Set(expected), "\(found.messages)")
    #expect(
      found.messages.count == 1 && found.messages[0].hasPrefix("the table is read as a matrix of"),
      "\(found.messages)")
    #expect(words == "two" || found.messages[0].contains(words), "\(found.messages)")
  }

  @Test func aMatrixOfNodesWithoutEdgesKeepsThem() throws {
    let found = try SampleTable(";A;B\nA;0;0\nB;0;0\n")
    #expect(found.nodes == ["A node", "B node"] && found.edges.isEmpty)
  }

  @Test func aCellThatIsNoNumberIsLeftOut() throws {
    let found = try SampleTable(",a,b\na,0,-2\nb,1,0\n")
    #expect(found.edges == ["b -> a"])
    #expect(
      found.warnings.first?.description
        == "t.csv:2:5: warning: found the cell '-2'; expected a number from 0 on. It is left out.")
  }
}
