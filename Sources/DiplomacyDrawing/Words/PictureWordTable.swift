extension PictureWords {
  /// The keys of words that pictures use; those of roles, acts and kinds are their own.
  enum Key: String, CaseIterable, Sendable {
    case state, organization, person, agreement, territory, event
    case acceded, withdrew, secret, uncertain, imagined, partly, possibly, inForce, inForceCertain,
      inForcePossible
    case disclosed, actorRow, agreementColumn
    case party, journey, otherwise, hostility, tie, land, consequence, otherLink, partyOfMany, attendance,
      location
    case betweenAgreements, directedFrom, office
    case date, period, reading, allReadings, knownTo, only, without, sources, license, drawnWith,
      leftOut, page
    case agreementsOfMany, members, mostCentral, others, entities, nothing
    case name, kind, role, start, end, certainty, modality, signed, agreements, actors, parties, year
    case onlyIn, onlyActorsNamed, boundByThese, undated, memberships, events, acts, member, barInForce
    case betweenTwo, hub, several, numberedParty
    case journeyStep, journeyBounds, journeyStay, journeyRibbon, through, route
    case incidenceChart, timeline, tiesDiagram, fullDiagram
    // Charts of measures, reach, compliance and dates: ChartWordTable.swift.
    case measure, network, normalized, weighted, certainOnly, possibleToo, contactsAtSignature
    case measuredOn, numberOfDates, overTime, rankOverTime, rank, tied, rankAmongActors, rankAmongAll
    case band, bandMeaning, nothingMoves, drawnNetworks, seed, lineBreak, highestDrawn, smallest, largest
    case reachMatrix, reachRows, fromWhom, toWhom, reachCertain, reachPossible,
      journeysNeverGoBack,
      notBefore
    case notAfter, withoutContact, possibleArrival, certainArrival, steps, strictly, reachTop
    case promises, bindsCertain, bindsPossible, somewhere, withoutDeed, untouched, deadline, cannotBothBeKept
    case obligation, debtor, creditors, verdict, deed, readingsJudged
    case ranksByReading, rankScale, rankBand, rankBandMeaning, fewestRanked, readingsLeftOut
    case precisionChart, qualified, total, territories, links, countedDates, precision, count
  }
}

/// The words, a line each: the key, then English, French, German, Russian and Japanese.
let allPictureWords: [String] = [
  pictureWords, modalityWords, roleWords, actWords, kindWords, chartWords, measureWords, obligationWords,
]

private let pictureWords = """
  state            | state | État | Staat | государство | 国家
  organization     | organisation, bloc | organisation, bloc | Organisation, Block | организация, блок | 組織・陣営
  person           | person | personne | Person | лицо | 人物
  agreement        | agreement | accord | Abkommen | соглашение | 協定
  territory        | territory | territoire | Gebiet | территория | 領域
  event            | event | événement | Ereignis | событие | 出来事
  party            | party | partie | Partei | сторона | 当事国
  acceded          | acceded later | adhésion ultérieure | später beigetreten | присоединилось позднее | 後に加入
  withdrew         | withdrew | s’est retiré | ausgetreten | вышло | 脱退
  secret           | secret | secret | geheim | секретно | 秘密
  disclosed        | secret until disclosed | secret jusqu’à sa révélation | geheim bis zur Bekanntgabe | секретно до разглашения | 公表まで秘密
  uncertain        | assertion uncertain | affirmation incertaine | Aussage unsicher | сведения недостоверны | 記述が不確か
  imagined         | planned, believed or hypothetical | prévu, supposé ou hypothétique | geplant, vermutet oder gedacht | план, предположение или гипотеза | 計画・推測・仮定
  partly           | in part: there for part of the time shown | en partie : présent une partie de la période | zum Teil: nur zeitweise vorhanden | частично: лишь часть показанного времени | 一部：期間の一部のみ
  possibly         | only possibly there on the date | seulement possible à cette date | am Stichtag nur möglich | на эту дату лишь возможно | その日には可能性のみ
  inForce          | in force | en vigueur | in Kraft | в силе | 有効
  inForceCertain   | certainly in force | certainement en vigueur | sicher in Kraft | несомненно в силе | 確実に有効
  inForcePossible  | possibly in force | peut-être en vigueur | möglicherweise in Kraft | возможно в силе | 有効の可能性
  actorRow         | a row for each actor | une ligne par acteur | eine Zeile je Akteur | строка — участник | 行は主体
  agreementColumn  | a column for each agreement, in order of its date | une colonne par accord, dans l’ordre des dates | eine Spalte je Abkommen, nach dem Datum | столбец — соглашение, по дате | 列は協定（日付順）
  journey          | the journey, with its moments | le parcours, avec ses dates | der Weg mit seinen Zeitpunkten | путь и его моменты | 経路とその時点
  route            | Journey | Parcours | Weg | Путь | 経路
  journeyStep      | step; the arrow follows the role | étape ; la flèche suit le rôle | Schritt; der Pfeil folgt der Rolle | шаг; стрелка — по роли | 一歩（矢印は役割の向き）
  journeyBounds    | when the step may have been | quand l’étape a pu avoir lieu | wann der Schritt gewesen sein kann | когда мог быть сделан шаг | その一歩があり得た時期
  journeyStay      | until the next step | jusqu’à l’étape suivante | bis zum nächsten Schritt | до следующего шага | 次の一歩まで
  journeyRibbon    | a journey along time | un parcours dans le temps | ein Weg durch die Zeit | путь во времени | 時間に沿った経路
  through          | through | par | durch | через | 経由
  otherwise        | takes part otherwise | participe autrement | wirkt sonst mit | участвует иначе | その他の関与
  hostility        | against | contre | gegen | против | 敵対
  tie              | acts for, belongs to | agit pour, appartient à | handelt für, gehört zu | действует за, входит в | 代表・所属
  land             | about land | concerne un territoire | betrifft ein Gebiet | о территории | 領域について
  consequence      | leads to | mène à | führt zu | ведёт к | 結果
  otherLink        | other links | autres liens | andere Verbindungen | другие связи | その他の関係
  partyOfMany      | party of a treaty of ten or more | partie à un traité de dix ou plus | Partei eines Vertrags von zehn oder mehr | сторона договора десяти и более | 十以上の当事国の条約
  attendance       | acts or is present | agit ou est présent | handelt oder ist dabei | действует или присутствует | 行為・臨席
  location         | where | où | wo | где | 場所
  betweenAgreements | between agreements | entre accords | zwischen Abkommen | между соглашениями | 協定間
  directedFrom     | from who acts, through the event, to whom it is done | de qui agit, par l’événement, à qui le subit | vom Handelnden durch das Ereignis zum Betroffenen | от действующего через событие к тому, против кого | 行為者から出来事を経て対象へ
  office           | office held | fonction exercée | Amt | должность | 官職
  date             | Date | Date | Stand | На дату | 時点
  period           | Period | Période | Zeitraum | Период | 期間
  reading          | Reading | Lecture | Lesart | Прочтение | 解釈
  allReadings      | all readings together | toutes les lectures réunies | alle Lesarten zusammen | все прочтения вместе | すべての解釈
  knownTo          | As known to | Tel que connu de | Nach Kenntnis von | Как известно для | 知り得た者
  only             | Only | Seulement | Nur | Только | 限定
  without          | Without | Sans | Ohne | Без | 除外
  sources          | Sources | Sources | Quellen | Источники | 典拠
  license          | Licence of the data | Licence des données | Lizenz der Daten | Лицензия данных | データの利用許諾
  drawnWith        | Drawn with Entente. | Dessiné avec Entente. | Gezeichnet mit Entente. | Построено в Entente. | Ententeで作図。
  leftOut          | Not drawn | Non représentés | Nicht gezeichnet | Не показаны | 図に含まないもの
  page             | Page | Page | Seite | Страница | 頁
  agreementsOfMany | Agreements of more than seven | Accords de plus de sept membres | Abkommen von mehr als sieben | Соглашения более семи участников | 八以上の参加者の協定
  members          | members | membres | Mitglieder | участников | 参加者
  mostCentral      | The most central are drawn; left out | Les plus centraux sont représentés ; omis | Gezeichnet sind die zentralsten; weggelassen | Показаны самые центральные; опущено | 中心的なもののみ。省略数
  others           | others | autres | weitere | другие | その他
  entities         | entities | entités | Einträge | объекты | 項目
  nothing          | nothing to draw | rien à représenter | nichts zu zeichnen | нечего показать | 該当なし
  events           | events | événements | Ereignisse | события | 出来事
  acts             | acts | actes | Akte | акты | 行為
  member           | member | membre | Mitglied | участник | 参加者
  boundByThese     | Bound by these alone, not drawn | Liés par ceux-ci seuls, non représentés | Allein durch diese gebunden, nicht gezeichnet | Связаны только ими, не показаны | これらのみの参加者（図示せず）
  onlyIn           | only in | seulement dans | nur in | только | のみ
  onlyActorsNamed  | Small pictures name the actors alone; lines are agreements of two, squares those of three to seven. | Les petites images ne nomment que les acteurs ; les lignes sont des accords à deux, les carrés ceux de trois à sept membres. | Die kleinen Bilder nennen nur die Akteure; Linien sind Abkommen zweier, Quadrate solche von drei bis sieben. | На малых рисунках названы лишь участники; линии — соглашения двух, квадраты — трёх–семи сторон. | 小図は主体のみを記す。線は二者間の協定、四角は三から七者の協定。
  undated          | undated | sans date | undatiert | без даты | 日付なし
  memberships      | memberships | participations | Mitgliedschaften | участия | 参加
  barInForce       | agreements in force: the darker, the more | accords en vigueur : plus il y en a, plus c’est foncé | Abkommen in Kraft: je dunkler, desto mehr | действующие соглашения: чем темнее, тем больше | 有効な協定（濃いほど多い）
  name             | name | nom | Name | название | 名称
  kind             | kind | type | Art | вид | 種別
  role             | role | rôle | Rolle | роль | 役割
  start            | start | début | Beginn | начало | 開始
  end              | end | fin | Ende | конец | 終了
  certainty        | certainty | certitude | Gewissheit | достоверность | 確実性
  modality         | sense | sens | Sinn | смысл | 様相
  signed           | signed | signé | unterzeichnet | подписано | 署名
  agreements       | agreements | accords | Abkommen | соглашения | 協定
  actors           | actors | acteurs | Akteure | участники | 主体
  parties          | parties | parties | Parteien | стороны | 当事国
  year             | year | année | Jahr | год | 年
  betweenTwo       | agreement of two, between its parties | accord à deux, entre ses parties | Abkommen zweier, zwischen den Parteien | соглашение двух сторон | 二者間の協定
  hub              | agreement of three to seven | accord de trois à sept membres | Abkommen von drei bis sieben | соглашение трёх–семи участников | 三から七者の協定
  numberedParty    | party, with the number of its agreement | partie, avec le numéro de son accord | Partei, mit der Nummer ihres Abkommens | сторона, с номером соглашения | 当事国（数字は協定の番号）
  several          | several agreements of one pair | plusieurs accords d’une paire | mehrere Abkommen eines Paares | несколько соглашений пары | 同じ二者の複数の協定
  incidenceChart   | who is party to what, and when | qui est partie à quoi, et quand | wer woran beteiligt ist, und wann | кто в чём участвует и когда | 誰がいつ何の当事者か
  timeline         | what was in force when | ce qui était en vigueur, et quand | was wann in Kraft war | что и когда было в силе | 何がいつ有効だったか
  tiesDiagram      | who is bound to whom | qui est lié à qui | wer an wen gebunden ist | кто с кем связан | 誰が誰と結ばれていたか
  fullDiagram      | everything together | l’ensemble | alles zusammen | всё вместе | 全体
  """

private let modalityWords = """
  modality.actual       | actual | avéré | tatsächlich | действительное | 事実
  modality.planned      | planned | prévu | geplant | запланированное | 計画
  modality.promised     | promised | promis | versprochen | обещанное | 約束
  modality.believed     | believed | supposé | vermutet | предполагаемое | 推測
  modality.hypothetical | hypothetical | hypothétique | gedacht | гипотетическое | 仮定
  """

private let roleWords = """
  role.party          | party | partie | Partei | сторона | 当事国
  role.signatory      | signatory | signataire | Unterzeichner | подписавший | 署名者
  role.negotiator     | negotiator | négociateur | Unterhändler | участник переговоров | 交渉者
  role.guarantor      | guarantor | garant | Garant | гарант | 保障者
  role.depositary     | depositary | dépositaire | Verwahrer | депозитарий | 寄託者
  role.beneficiary    | beneficiary | bénéficiaire | Begünstigter | выгодоприобретатель | 受益者
  role.agent          | acts | agit | handelt | действует | 行為者
  role.participant    | takes part | participe | nimmt teil | участвует | 参加者
  role.recipient      | is addressed | destinataire | Empfänger | адресат | 受け手
  role.target         | against | contre | gegen | против | 対象
  role.guarantees     | guarantees | garantit | garantiert | гарантирует | 保障する
  role.cedes          | cedes | cède | tritt ab | уступает | 割譲する
  role.recognises     | recognises | reconnaît | erkennt an | признаёт | 承認する
  role.applies-to     | is applied in | s’applique à | gilt in | применяется в | 適用地域
  role.excludes       | is not applied in | ne s’applique pas à | gilt nicht in | не применяется в | 適用除外
  role.demarcates     | demarcates | délimite | grenzt ab | разграничивает | 画定する
  role.concerns       | concerns | concerne | betrifft | касается | 関係する
  role.supplements    | supplements | complète | ergänzt | дополняет | 補足する
  role.amends         | amends | modifie | ändert | изменяет | 改正する
  role.supersedes     | supersedes | remplace | ersetzt | заменяет | 代替する
  role.conflicts-with | conflicts with | contredit | widerspricht | противоречит | 矛盾する
  role.controls       | controls | contrôle | beherrscht | контролирует | 支配する
  role.claims         | claims | revendique | beansprucht | претендует на | 要求する
  role.occupies       | occupies | occupe | besetzt | оккупирует | 占領する
  role.borders        | borders | borde | grenzt an | граничит с | 隣接する
  role.member-of      | member of | membre de | Mitglied von | входит в | 所属
  role.represents     | represents | représente | vertritt | представляет | 代表する
  role.commands       | commands | commande | befehligt | командует | 指揮する
  role.successor-of   | successor of | succède à | Nachfolger von | преемник | 継承国
  role.hostile-to     | hostile to | hostile à | feindlich gegen | враждебно к | 敵対する
  role.place          | place | lieu | Ort | место | 場所
  role.about          | about | au sujet de | über | о | について
  role.leads-to       | leads to | mène à | führt zu | ведёт к | 結果
  role.part-of        | part of | partie de | Teil von | часть | 一部
  role.same-as        | same as | identique à | dasselbe wie | то же, что | 同一
  """

private let actWords = """
  act.signature        | signature | signature | Unterzeichnung | подписание | 署名
  act.ratification     | ratification | ratification | Ratifikation | ратификация | 批准
  act.entry-into-force | entry into force | entrée en vigueur | Inkrafttreten | вступление в силу | 発効
  act.accession        | accession | adhésion | Beitritt | присоединение | 加入
  act.withdrawal       | withdrawal | retrait | Austritt | выход | 脱退
  act.denunciation     | denunciation | dénonciation | Kündigung | денонсация | 廃棄通告
  act.amendment        | amendment | amendement | Änderung | изменение | 改正
  act.extension        | extension | prorogation | Verlängerung | продление | 延長
  act.renewal          | renewal | renouvellement | Erneuerung | возобновление | 更新
  act.suspension       | suspension | suspension | Aussetzung | приостановление | 停止
  act.resumption       | resumption | reprise | Wiederinkraftsetzung | возобновление действия | 再開
  act.termination      | termination | extinction | Beendigung | прекращение | 終了
  act.expiry           | expiry | expiration | Ablauf | истечение срока | 満了
  act.breach           | breach | violation | Bruch | нарушение | 違反
  act.registration     | registration | enregistrement | Registrierung | регистрация | 登録
  act.deposit          | deposit | dépôt | Hinterlegung | сдача на хранение | 寄託
  act.provisional-application | provisional application | application provisoire | vorläufige Anwendung | временное применение | 暫定適用
  act.succession       | succession | succession | Rechtsnachfolge | правопреемство | 承継
  act.nullity          | nullity | nullité | Nichtigkeit | недействительность | 無効
  """

private let kindWords = """
  kind.state             | state | État | Staat | государство | 国家
  kind.person            | person | personne | Person | лицо | 人物
  kind.organization      | organisation | organisation | Organisation | организация | 組織
  kind.bloc              | bloc | bloc | Block | блок | 陣営
  kind.treaty            | treaty | traité | Vertrag | договор | 条約
  kind.pact              | pact | pacte | Pakt | пакт | 協約
  kind.declaration       | declaration | déclaration | Erklärung | декларация | 宣言
  kind.protocol          | protocol | protocole | Protokoll | протокол | 議定書
  kind.armistice         | armistice | armistice | Waffenstillstand | перемирие | 休戦
  kind.exchange-of-notes | exchange of notes | échange de notes | Notenwechsel | обмен нотами | 交換公文
  kind.understanding     | understanding | entente | Verständigung | договорённость | 了解
  kind.convention        | convention | convention | Konvention | конвенция | 協約
  kind.covenant          | covenant | pacte | Satzung | устав | 規約
  kind.region            | region | région | Region | область | 地域
  kind.polity            | polity | entité politique | Gemeinwesen | политическое образование | 政体
  kind.sea               | sea | mer | Meer | море | 海
  kind.river             | river | fleuve | Fluss | река | 川
  kind.city              | city | ville | Stadt | город | 都市
  kind.border            | border | frontière | Grenze | граница | 国境
  kind.island            | island | île | Insel | остров | 島
  kind.event             | event | événement | Ereignis | событие | 出来事
  kind.attack            | attack | attaque | Angriff | нападение | 攻撃
  kind.invasion          | invasion | invasion | Einmarsch | вторжение | 侵攻
  kind.battle            | battle | bataille | Schlacht | битва | 戦闘
  kind.declaration-of-war | declaration of war | déclaration de guerre | Kriegserklärung | объявление войны | 宣戦布告
  kind.surrender         | surrender | capitulation | Kapitulation | капитуляция | 降伏
  kind.conference        | conference | conférence | Konferenz | конференция | 会議
  kind.note              | note | note | Note | нота | 通牒
  kind.statement         | statement | déclaration | Stellungnahme | заявление | 声明
  kind.meeting           | meeting | rencontre | Treffen | встреча | 会談
  kind.appointment       | appointment | nomination | Ernennung | назначение | 任命
  kind.troop-movement    | troop movement | mouvement de troupes | Truppenbewegung | передвижение войск | 部隊移動
  kind.decision          | decision | décision | Entscheidung | решение | 決定
  kind.briefing          | briefing | instruction | Unterrichtung | инструктаж | 説明
  kind.war               | war | guerre | Krieg | война | 戦争
  kind.annexation        | annexation | annexion | Annexion | аннексия | 併合
  kind.occupation        | occupation | occupation | Besetzung | оккупация | 占領
  kind.transfer-of-territory | transfer of territory | transfert de territoire | Gebietsübertragung | передача территории | 領土移転
  """
