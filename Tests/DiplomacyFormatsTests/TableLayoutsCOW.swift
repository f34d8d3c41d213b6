extension TableLayout26 {
  /// Correlates of War: alliances (4.1), state system (2016), contiguity (3.2), diplomatic exchange (2006), territorial
  /// change (6).
  static let cow = [
    TableLayout26(
      "COW alliances by member",
      """
      tables:
        file: alliance_v4.1_by_member.csv
        actors: { id: ccode, name: state_name, identifiers: { cow: ccode } }
        agreements:
          id: version4id
          kind: { column: ss_type, values: { "Type I: Defense Pact": pact, "Type II: Neutrality": treaty } }
          from: { year: all_st_year, month: all_st_month, day: all_st_day }
          until: { year: all_end_year, month: all_end_month, day: all_end_day }
        memberships:
          actor: ccode
          agreement: version4id
          from: { year: mem_st_year, month: mem_st_month, day: mem_st_day }
          until: { year: mem_end_year, month: mem_end_month, day: mem_end_day }
      """,
      [
        "alliance_v4.1_by_member.csv": """
        version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year
        12,255,Germany,7,10,1879,3,11,1918,"Type I: Defense Pact",7,10,1879,3,11,1918
        12,300,Austria-Hungary,7,10,1879,3,11,1918,"Type I: Defense Pact",7,10,1879,,11,1918
        """
      ],
      says: [
        "actor-255 party agreement-12 1879-10-07/1918-11-03",
        "actor-300 party agreement-12 1879-10-07/1918-11",
        "agreement-12 in-force 1879-10-07/1918-11-03",
      ]),
    TableLayout26(
      "COW alliances by dyad",
      """
      tables:
        file: alliance_v4.1_by_dyad.csv
        actors: { id: [ccode1, ccode2], name: [state_name1, state_name2] }
        memberships:
          actor: [ccode1, ccode2]
          agreement: version4id
          from: { year: dyad_st_year, month: dyad_st_month, day: dyad_st_day }
          until: { year: dyad_end_year, month: dyad_end_month, day: dyad_end_day }
      """,
      [
        "alliance_v4.1_by_dyad.csv": """
        version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense
        23,255,Germany,300,Austria-Hungary,20,5,1882,23,5,1915,0,0,1
        23,255,Germany,325,Italy,20,5,1882,23,5,1915,0,0,1
        23,300,Austria-Hungary,360,Romania,30,10,1883,4,8,1916,0,0,1
        """
      ],
      // Austria is there from its first pair to its last.
      says: [
        "actor-255 party agreement-23 1882-05-20/1915-05-23",
        "actor-300 party agreement-23 1882-05-20/1916-08-04",
        "actor-325 party agreement-23 1882-05-20/1915-05-23",
        "actor-360 party agreement-23 1883-10-30/1916-08-04",
      ]),
    TableLayout26(
      "COW alliances by dyad-year",
      """
      tables:
        file: alliance_v4.1_by_dyad_yearly.csv
        where: { defense: 1 }
        memberships: { actor: [ccode1, ccode2], agreement: version4id, years: year }
      """,
      [
        "alliance_v4.1_by_dyad_yearly.csv": """
        version4id,ccode1,state_name1,ccode2,state_name2,year,defense,neutrality
        1,200,United Kingdom,235,Portugal,1816,1,0
        1,200,United Kingdom,235,Portugal,1817,1,0
        1,200,United Kingdom,235,Portugal,1819,1,0
        2,200,United Kingdom,380,Sweden,1816,0,1
        """
      ],
      says: [
        "actor-200 party agreement-1 1816/1817", "actor-200 party agreement-1 1819/1819",
        "actor-235 party agreement-1 1816/1817", "actor-235 party agreement-1 1819/1819",
      ]),
    TableLayout26(
      "COW alliances by directed dyad-year, each pair a treaty of two",
      """
      tables:
        file: alliance_v4.1_by_directed_yearly.csv
        links:
          - { subject: ccode1, role: { value: allied-with }, object: ccode2, years: year, symmetric: true }
      """,
      [
        "alliance_v4.1_by_directed_yearly.csv": """
        version4id,ccode1,ccode2,year,defense
        3,200,300,1816,1
        3,300,200,1816,1
        3,200,300,1817,1
        3,300,200,1817,1
        """
      ],
      says: ["actor-200 allied-with actor-300 1816/1817"]),
    TableLayout26(
      "COW alliances by member-year",
      """
      tables:
        file: alliance_v4.1_by_member_yearly.csv
        memberships: { actor: ccode, agreement: version4id, years: year }
      """,
      [
        "alliance_v4.1_by_member_yearly.csv": """
        version4id,ccode,state_name,year
        9,2,United States of America,1947
        9,2,United States of America,1948
        9,20,Canada,1948
        """
      ],
      says: ["actor-2 party agreement-9 1947/1948", "actor-20 party agreement-9 1948/1948"]),
    TableLayout26(
      "COW state system",
      """
      tables:
        file: states2016.csv
        actors:
          id: stateabb
          name: statenme
          identifiers: { cow: ccode, cow-abbreviation: stateabb }
          from: { year: styear, month: stmonth, day: stday }
          until: { year: endyear, month: endmonth, day: endday }
      """,
      [
        "states2016.csv": """
        stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
        HAI,41,Haiti,1859,1,1,1915,7,28,2016
        HAI,41,Haiti,1934,8,15,2016,12,31,2016
        CUB,40,Cuba,1902,5,20,1906,9,25,2016
        """
      ],
      says: [
        "CUB exists 1902-05-20/1906-09-25", "HAI exists 1859-01-01/1915-07-28, 1934-08-15/2016-12-31",
      ]),
    TableLayout26(
      "COW state-years",
      """
      tables:
        file: system2016.csv
        actors: { id: stateabb, years: year, identifiers: { cow: ccode } }
      """,
      [
        "system2016.csv": """
        stateabb,ccode,year,version
        USA,2,1816,2016
        USA,2,1817,2016
        TEX,3,1836,2016
        USA,2,1818,2016
        """
      ],
      says: ["TEX exists 1836/1836", "USA exists 1816/1818"]),
    TableLayout26(
      "COW contiguity",
      """
      tables:
        file: contdir.csv
        dates: ymd
        links:
          subject: statelno
          role: { value: borders }
          object: statehno
          from: begin
          until: end
          where: { conttype: 1 }
      """,
      [
        "contdir.csv": """
        statelno,statelab,statehno,statehab,conttype,begin,end,notes,version
        2,USA,20,CAN,1,192001,201612,,3.2
        2,USA,31,BHM,4,197307,201612,,3.2
        """
      ],
      says: ["actor-2 borders actor-20 1920-01/2016-12"]),
    TableLayout26(
      "COW diplomatic exchange",
      """
      tables:
        file: Diplomatic_Exchange_2006v1.csv
        actors: { id: [ccode1, ccode2] }
        links:
          - subject: ccode1
            role: { column: DR_at_2, values: { 1: charge-at, 2: minister-at, 3: ambassador-at, 9: represented-at } }
            object: ccode2
            years: { column: year, step: 5 }
            where: { DR_at_2: { not: 0 } }
      """,
      [
        "Diplomatic_Exchange_2006v1.csv": """
        ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version
        2,20,1950,3,3,1,2006.1
        2,20,1955,3,3,1,2006.1
        2,40,1960,3,3,1,2006.1
        2,40,1965,0,0,0,2006.1
        """
      ],
      says: ["actor-2 ambassador-at actor-20 1950/1959", "actor-2 ambassador-at actor-40 1960/1964"]),
    TableLayout26(
      "COW territorial change",
      """
      tables:
        file: tc2018.csv
        missing: ["-9", "."]
        territories: { id: entity, identifiers: { cow: entity } }
        events:
          id: number
          kind: { value: transfer-of-territory }
          when: { year: year, month: month }
          agents: gainer
          targets: loser
          place: entity
          attributes: { area: area }
      """,
      [
        "tc2018.csv": """
        year,month,gainer,gaintype,procedur,entity,contgain,area,pop,portion,loser,losetype,number
        1871,5,255,1,1,2201,1,14522,1549738,1,220,1,211
        1816,-9,210,0,3,850,0,132000,-9,0,-9,-9,2
        """
      ],
      says: [
        "actor-210 agent event-2 -", "actor-220 target event-211 -", "actor-255 agent event-211 -",
        "event-2 exists 1816", "event-2 place territory-850 -", "event-211 exists 1871-05",
        "event-211 place territory-2201 -",
      ]),
  ]

  /// Correlates of War: wars (4.0), dyadic wars (4.01), militarised disputes (5.0).
  static let cowWars = [
    TableLayout26(
      "COW wars by participant",
      """
      tables:
        file: Inter-StateWarData_v4.0.csv
        missing: ["-8", "-9"]
        actors: { id: ccode, name: StateName }
        events: { id: WarNum, name: WarName, kind: { value: war } }
        memberships:
          actor: ccode
          event: WarNum
          role: { column: Side, values: { 1: side-one, 2: side-two } }
          from: { year: StartYear1, month: StartMonth1, day: StartDay1 }
          until: { year: EndYear1, month: EndMonth1, day: EndDay1 }
      """,
      [
        "Inter-StateWarData_v4.0.csv": """
        WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,StartMonth2
        1,Franco-Spanish War,1,230,Spain,2,4,7,1823,11,13,1823,-8
        1,Franco-Spanish War,1,220,France,1,4,7,1823,11,13,1823,-8
        139,World War II,1,365,Soviet Union,1,6,22,1941,-8,-8,-8,8
        """
      ],
      says: [
        "actor-220 side-one event-1 1823-04-07/1823-11-13",
        "actor-230 side-two event-1 1823-04-07/1823-11-13",
        "actor-365 side-one event-139 1941-06-22/..",
      ]),
    TableLayout26(
      "COW intra-state wars",
      """
      tables:
        file: INTRA-STATE.csv
        missing: ["-8", "-9"]
        actors: { id: [SideA, SideB], identifiers: { cow: [CcodeA, CcodeB] } }
        events:
          id: WarNum
          name: WarName
          kind: { value: war }
          from: { year: StartYear1, month: StartMonth1, day: StartDay1 }
          until: { year: EndYear1, month: EndMonth1, day: EndDay1 }
          agents: SideA
          targets: SideB
      """,
      [
        "INTRA-STATE.csv": """
        WarNum,WarName,WarType,CcodeA,SideA,CcodeB,SideB,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1
        500,First Caucasus,5,365,Russia,-8,Georgians,6,10,1818,-9,-9,1822
        """
      ],
      says: [
        "Georgians target event-500 -", "Russia agent event-500 -", "event-500 exists 1818-06-10/1822",
      ]),
    TableLayout26(
      "COW dyadic wars",
      """
      tables:
        file: directed_dyadic_war.csv
        links:
          subject: statea
          role: { value: hostile-to }
          object: stateb
          symmetric: true
          from: { year: warstrtyr, month: warstrtmnth, day: warstrtday }
          until: { year: warendyr, month: warendmnth, day: warenday }
      """,
      [
        "directed_dyadic_war.csv": """
        warnum,disno,dyindex,statea,stateb,warstrtmnth,warstrtday,warstrtyr,warendmnth,warenday,warendyr,year
        1,0,1,220,230,4,7,1823,11,13,1823,1823
        """
      ],
      says: ["actor-220 hostile-to actor-230 1823-04-07/1823-11-13"]),
    TableLayout26(
      "COW disputes by participant",
      """
      tables:
        file: MIDB_5.0.csv
        missing: "-9"
        actors: { id: stabb, identifiers: { cow: ccode } }
        memberships:
          actor: stabb
          event: dispnum
          role: { column: sidea, values: { 1: agent, 0: participant } }
          from: { year: styear, month: stmon, day: stday }
          until: { year: endyear, month: endmon, day: endday }
      """,
      [
        "MIDB_5.0.csv": """
        dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate
        2,USA,2,-9,5,1902,24,1,1903,1,1
        2,UKG,200,-9,5,1902,24,1,1903,0,1
        """
      ],
      says: ["UKG participant event-2 1902-05/1903-01-24", "USA agent event-2 1902-05/1903-01-24"]),
  ]
}
