extension TableLayout26 {
  /// Alliance Treaty Obligations and Provisions 5.1.
  static let atop = [
    TableLayout26(
      "ATOP by member",
      """
      tables:
        file: atop5_1m.csv
        missing: ["0", "."]
        memberships:
          actor: member
          agreement: atopid
          from: { year: yrent, month: moent, day: dayent }
          until: { year: yrexit, month: moexit, day: dayexit }
      """,
      [
        "atop5_1m.csv": """
        atopidphase,atopid,member,yrent,moent,dayent,ineffect,yrexit,moexit,dayexit,defense
        10051,1005,200,1815,1,3,0,1815,2,8,1
        10051,1005,220,1815,1,3,0,1815,2,8,1
        30051,3005,2,1951,9,1,1,0,0,0,1
        """
      ],
      says: [
        "actor-2 party agreement-3005 1951-09-01/..", "actor-200 party agreement-1005 1815-01-03/1815-02-08",
        "actor-220 party agreement-1005 1815-01-03/1815-02-08",
      ]),
    TableLayout26(
      "ATOP by alliance, members in columns",
      """
      tables:
        file: atop5_1a.csv
        missing: ["0", "."]
        agreements:
          id: atopid
          kind: { value: pact }
          from: { year: begyr, month: begmo, day: begday }
          until: { year: endyr, month: endmo, day: endday }
          parties: mem*
      """,
      [
        "atop5_1a.csv": """
        atopid,begyr,begmo,begday,endyr,endmo,endday,defense,mem1,mem2,mem3,mem4
        1010,1815,11,20,1823,2,0,1,200,255,300,365
        3075,1949,4,4,0,0,0,1,2,20,.,.
        """
      ],
      says: [
        "actor-2 party agreement-3075 -", "actor-20 party agreement-3075 -",
        "actor-200 party agreement-1010 -",
        "actor-255 party agreement-1010 -", "actor-300 party agreement-1010 -",
        "actor-365 party agreement-1010 -",
        "agreement-1010 in-force 1815-11-20/1823-02", "agreement-3075 in-force 1949-04-04/..",
      ]),
    TableLayout26(
      "ATOP by dyad-year, each pair a treaty of two",
      """
      tables:
        file: atop5_1dy.csv
        where: { defense: 1 }
        agreements:
          id: { template: "defence-{mem1}-{mem2}" }
          kind: { value: pact }
          parties: [mem1, mem2]
          years: year
      """,
      [
        "atop5_1dy.csv": """
        year,dyad,mem1,mem2,number,atopally,defense
        1949,2020,2,20,1,1,1
        1950,2020,2,20,1,1,1
        1949,2040,2,40,1,1,0
        """
      ],
      says: [
        "actor-2 party defence-2-20 -", "actor-20 party defence-2-20 -", "defence-2-20 in-force 1949/1950",
      ]),
    TableLayout26(
      "ATOP by state-year",
      """
      tables:
        file: atop5_1sy.csv
        where: { atopally: 1 }
        actors: { id: state, years: year, attributes: [number] }
      """,
      [
        "atop5_1sy.csv": """
        year,state,number,atopally,defense
        1815,200,4,1,1
        1816,200,3,1,1
        1816,2,0,0,0
        """
      ],
      says: ["actor-200 exists 1815/1816"]),
  ]

  /// The sets of the package manytreaties, PA-X, UCDP and others.
  static let others = [
    TableLayout26(
      "manytreaties, agreements and parties",
      """
      tables:
        - file: agreements.csv
          dates: messydates
          missing: 9999-12-31
          agreements: { id: treatyID, name: Title, signed: Signature, in-force: Force, ended: End }
        - file: parties.csv
          dates: messydates
          missing: 9999-12-31
          actors: { id: stateID }
          memberships: { actor: stateID, agreement: treatyID, signed: StateSignature, from: StateForce, until: StateEnd }
      """,
      [
        "agreements.csv": """
        "treatyID","Title","Begin","End","Signature","Force"
        "ESP-GBR_1351A","Treaty Between England And Castile","1351-08-01","1371-07-31","1351-08-01","1351-08-01..1351-08-31"
        """,
        "parties.csv": """
        "stateID","treatyID","StateSignature","StateForce","StateEnd"
        "ESP","ESP-GBR_1351A","1351-08-01","1351-08?","1371-07-31"
        "GBR","ESP-GBR_1351A","1351-08-XX",,"9999-12-31"
        """,
      ],
      says: [
        "ESP party ESP-GBR_1351A 1351-08?/1371-07-31",
        "ESP-GBR_1351A entry-into-force [1351-08-01..1351-08-31]",
        "ESP-GBR_1351A signature 1351-08-01", "ESP-GBR_1351A signature 1351-08-01 by ESP",
        "ESP-GBR_1351A signature 1351-08-XX by GBR", "ESP-GBR_1351A termination 1371-07-31",
        "GBR party ESP-GBR_1351A -",
      ]),
    TableLayout26(
      "manytreaties, references between treaties",
      """
      tables:
        file: references.csv
        links:
          subject: { agreement: treatyID1 }
          role: { column: RefType, values: { Amends: amends, Cites: supplements } }
          object: { agreement: treatyID2 }
      """,
      [
        "references.csv": """
        treatyID1,treatyID2,RefType
        FAO93_1993A,UNCLOS_1982A,Cites
        MARPOL_1978P,MARPOL_1973A,Amends
        """
      ],
      says: [
        "FAO93_1993A supplements UNCLOS_1982A -", "MARPOL_1978P amends MARPOL_1973A -",
      ]),
    TableLayout26(
      "PA-X, peace agreements with their parties in one cell",
      """
      tables:
        file: pax_all_agreements_data.csv
        dates: dmy
        actors: { id: { column: Con, separator: "/" } }
        agreements:
          id: AgtId
          name: Agt
          kind: { value: peace-agreement }
          signed: Dat
          parties: { column: Con, separator: "/" }
          attributes: { stage: Stage }
      """,
      [
        "pax_all_agreements_data.csv": """
        Con,Contp,PP,PPName,Reg,AgtId,Ver,Agt,Dat,Status,Stage
        Croatia/Serbia,Inter-state,2,Bosnia peace process,Europe,1234,1,"Agreement, on normalization",23/08/1996,Multiparty,SubComp
        """
      ],
      says: [
        "Croatia party agreement-1234 -", "Serbia party agreement-1234 -",
        "agreement-1234 signature 1996-08-23",
      ]),
    TableLayout26(
      "UCDP/PRIO conflict-years",
      """
      tables:
        file: ucdp-prio-acd-231.csv
        events: { id: conflict_id, name: location, kind: { value: war }, years: year }
        memberships:
          - { actor: side_a, event: conflict_id, role: { value: side-a }, years: year }
          - { actor: { column: side_a_2nd, separator: ", " }, event: conflict_id, role: { value: side-a }, years: year }
          - { actor: side_b, event: conflict_id, role: { value: side-b }, years: year }
      """,
      [
        "ucdp-prio-acd-231.csv": """
        conflict_id,location,side_a,side_a_2nd,side_b,year,intensity_level
        420,Iraq,Government of Iraq,,IS,2013,1
        420,Iraq,Government of Iraq,"Government of Iran, Government of Canada",IS,2014,2
        """
      ],
      says: [
        "Government-of-Canada side-a event-420 2014/2014", "Government-of-Iran side-a event-420 2014/2014",
        "Government-of-Iraq side-a event-420 2013/2014", "IS side-b event-420 2013/2014",
        "event-420 exists 2013/2014",
      ]),
    TableLayout26(
      "UCDP peace agreements",
      """
      tables:
        file: ucdp-peace-agreements-221.csv
        agreements: { id: paid, name: pa_name, signed: pa_date, signatories: { column: pa_sign, separator: "," } }
      """,
      [
        "ucdp-peace-agreements-221.csv": """
        paid,pa_name,pa_date,pa_sign,year
        1,The Arusha Accords,1993-08-04,"Government of Rwanda, FPR",1993
        """
      ],
      says: [
        "FPR signatory agreement-1 -", "Government-of-Rwanda signatory agreement-1 -",
        "agreement-1 signature 1993-08-04",
      ]),
    TableLayout26(
      "World Treaty Index",
      """
      tables:
        file: wti.csv
        dates: mdy
        missing: NULL
        agreements:
          id: { template: "wti-{treaty_num}" }
          name: title
          signed: signdate
          in-force: inforcedate
          parties: party*
      """,
      [
        "wti.csv": """
        treaty_num;title;party1;party2;signdate;inforcedate
        100001;Trade;USA;MEX;4/13/1941;8/1/1941
        100002;Air transport;FRA;NULL;12/31/1950;NULL
        """
      ],
      says: [
        "FRA party wti-100002 -", "MEX party wti-100001 -", "USA party wti-100001 -",
        "wti-100001 entry-into-force 1941-08-01", "wti-100001 signature 1941-04-13",
        "wti-100002 signature 1950-12-31",
      ]),
    TableLayout26(
      "DESTA, dyads of trade agreements",
      """
      tables:
        file: desta_list_of_treaties_dyads.csv
        missing: NA
        actors: { id: [country1, country2], identifiers: { iso3166-1-numeric: [iso1, iso2] } }
        agreements: { id: base_treaty, name: name, kind: { value: trade-agreement }, signed: year, in-force: entryforceyear }
        memberships: { actor: [country1, country2], agreement: base_treaty }
      """,
      [
        "desta_list_of_treaties_dyads.csv": """
        country1,country2,iso1,iso2,number,base_treaty,name,entry_type,year,entryforceyear
        Chile,Peru,152,604,1,88,ACE 38,base_treaty,1998,1998
        Chile,Mexico,152,484,2,91,ACE 41,base_treaty,1998,NA
        """
      ],
      says: [
        "Chile party agreement-88 -", "Chile party agreement-91 -", "Mexico party agreement-91 -",
        "Peru party agreement-88 -", "agreement-88 entry-into-force 1998", "agreement-88 signature 1998",
        "agreement-91 signature 1998",
      ]),
    TableLayout26(
      "WTO, regional trade agreements with signatories in one cell",
      """
      tables:
        file: rta.csv
        agreements:
          id: RTA ID
          name: RTA Name
          in-force: Date of Entry into Force
          parties: { column: Current signatories, separator: ";" }
      """,
      [
        "rta.csv": """
        RTA ID,RTA Name,Date of Entry into Force,Current signatories
        152,EFTA,03-May-1960,Iceland; Norway; Switzerland
        """
      ],
      says: [
        "Iceland party agreement-152 -", "Norway party agreement-152 -", "Switzerland party agreement-152 -",
        "agreement-152 entry-into-force 1960-05-03",
      ]),
    TableLayout26(
      "International Environmental Agreements, members",
      """
      tables:
        file: ieadb_members.csv
        dates: mdy
        memberships: { actor: country, agreement: mitch_id, signed: tsig, ratified: trat, from: teif, withdrew: tterm }
      """,
      [
        "ieadb_members.csv": """
        mitch_id,country,tsig,trat,teif,tterm
        1991,Norway,3/22/1985,9/23/1986,9/22/1988,
        """
      ],
      says: [
        "Norway party agreement-1991 1988-09-22/..", "agreement-1991 ratification 1986-09-23 by Norway",
        "agreement-1991 signature 1985-03-22 by Norway",
      ]),
    TableLayout26(
      "Defense Cooperation Agreements",
      """
      tables:
        file: DCAD-v1.0-main.csv
        agreements:
          id: dcadID
          kind: { value: defence-cooperation-agreement }
          signed: [signDate, signYear]
          in-force: forceDate
          parties: [gwNumber1, gwNumber2]
      """,
      [
        "DCAD-v1.0-main.csv": """
        dcadID,gwNumber1,gwNumber2,signDate,signYear,forceDate
        DCA7,220,710,1997-05-15,1997,
        DCA8,220,750,,2006,2009-07-08
        """
      ],
      says: [
        "DCA7 signature 1997-05-15", "DCA8 entry-into-force 2009-07-08", "DCA8 signature 2006",
        "actor-220 party DCA7 -", "actor-220 party DCA8 -", "actor-710 party DCA7 -",
        "actor-750 party DCA8 -",
      ]),
    TableLayout26(
      "Gleditsch and Ward, independent states",
      """
      tables:
        file: ksgmdw.txt
        delimiter: tab
        dates: dmy
        actors: { id: idabb, name: statename, identifiers: { gw: idnum }, from: start, until: end }
      """,
      [
        "ksgmdw.txt":
          "idnum\tidabb\tstatename\tstart\tend\n2\tUSA\tUnited States of America\t01:01:1816\t31:12:2017\n245\tBAV\tBavaria\t01:01:1816\t17:01:1871\n"
      ],
      says: ["BAV exists 1816-01-01/1871-01-17", "USA exists 1816-01-01/2017-12-31"]),
    TableLayout26(
      "ICOW colonial history",
      """
      tables:
        file: coldata110.csv
        dates: ymd
        missing: "-9"
        actors: { id: [State, ColRuler] }
        links: { subject: State, role: { value: independent-of }, object: ColRuler, when: IndDate, where: { ColRuler: { not: "-9" } } }
      """,
      [
        "coldata110.csv": """
        State,Name,ColRuler,IndFrom,IndDate,IndType
        20,Canada,200,200,186707,2
        2,United States,200,200,178309,2
        200,United Kingdom,-9,-9,-9,1
        """
      ],
      says: [
        "actor-2 independent-of actor-200 1783-09", "actor-20 independent-of actor-200 1867-07",
      ]),
    TableLayout26(
      "UN Treaty Collection, one action a row",
      """
      tables:
        file: actions.tsv
        dates: dmy
        acts:
          agreement: Treaty
          act: { column: Action, values: { Signature: signature, Accession(a): accession, Ratification: ratification } }
          by: Participant
          when: Date
      """,
      [
        "actions.tsv":
          "Treaty\tParticipant\tAction\tDate\nIV-1\tNorway\tSignature\t11.12.1948\nIV-1\tNorway\tRatification\t22.07.1949\nIV-1\tPeru\tAccession(a)\t24.02.1960\n"
      ],
      says: [
        "IV-1 accession 1960-02-24 by Peru", "IV-1 ratification 1949-07-22 by Norway",
        "IV-1 signature 1948-12-11 by Norway",
      ]),
    TableLayout26(
      "COW intergovernmental organisations, members by year",
      """
      tables:
        file: igo_members.csv
        memberships: { actor: ccode, agreement: ioname, years: year, where: { membership: 1 } }
      """,
      [
        "igo_members.csv": """
        ioname,ccode,year,membership
        CCNR,220,1815,1
        CCNR,220,1816,1
        CCNR,2,1816,0
        """
      ],
      says: ["actor-220 party CCNR 1815/1816"]),
  ]
}
