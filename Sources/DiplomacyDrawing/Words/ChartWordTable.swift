/// The words of charts of measures, reach, compliance and dates, in the form of ``allPictureWords``.
let chartWords = """
  measure          | Measure | Mesure | Maß | Показатель | 指標
  network          | Network | Réseau | Netz | Сеть | ネットワーク
  normalized       | normalised | valeurs normalisées | normiert | нормировано | 正規化
  weighted         | weighted | pondéré | gewichtet | с весами | 重みつき
  certainOnly      | only what is certainly there | seulement ce qui est certain | nur was sicher gilt | только несомненное | 確実なもののみ
  possibleToo      | what is at least possibly there | tout ce qui est au moins possible | was mindestens möglich ist | всё, что хотя бы возможно | 可能性のあるものを含む
  contactsAtSignature | who takes part in an agreement meets at its signature | les participants d’un accord se rencontrent à sa signature | Teilnehmer eines Abkommens treffen sich bei der Unterzeichnung | участники соглашения встречаются при его подписании | 協定の参加者は署名時に接触する
  measuredOn       | Measured on | Mesuré aux dates | Gemessen an den Tagen | Измерено на даты | 測定時点
  numberOfDates    | number of dates | nombre de dates | Zahl der Stichtage | число дат | 時点の数
  overTime         | over time | au fil du temps | im Lauf der Zeit | во времени | 推移
  rankOverTime     | rank over time | rang au fil du temps | Rang im Lauf der Zeit | место во времени | 順位の推移
  rank             | rank | rang | Rang | место | 順位
  tied             | equal ranks | rangs égaux | gleicher Rang | равные места | 同順位
  rankAmongActors  | The number is the rank among all actors | Le chiffre donne le rang parmi tous les acteurs | Die Zahl ist der Rang unter allen Akteuren | Число — место среди всех участников | 数字は全主体での順位
  rankAmongAll     | The number is the rank among all that were measured | Le chiffre donne le rang parmi tout ce qui a été mesuré | Die Zahl ist der Rang unter allem Gemessenen | Число — место среди всего измеренного | 数字は測定した全体での順位
  band             | as far as uncertain dates let the value move | ce que des dates incertaines laissent ouvert | so weit unsichere Daten den Wert verschieben | насколько неточные даты сдвигают значение | 不確かな日付による値の幅
  bandMeaning      | Bands reach from the smallest to the largest value of the certain network, the possible one and networks with drawn dates | Les bandes vont de la plus petite à la plus grande valeur du réseau certain, du réseau possible et de réseaux à dates tirées au sort | Die Bänder reichen vom kleinsten bis zum größten Wert des sicheren Netzes, des möglichen und von Netzen mit ausgelosten Daten | Полосы — от наименьшего до наибольшего значения в несомненной сети, в возможной и в сетях со случайно выбранными датами | 帯は、確実なネットワーク、可能なネットワーク、日付を無作為に選んだネットワークにおける最小値から最大値まで
  nothingMoves     | No uncertain date moves a value that is drawn | Aucune date incertaine ne déplace une valeur représentée | Kein unsicheres Datum verschiebt einen gezeichneten Wert | Неточные даты не меняют показанных значений | 不確かな日付による値の変動はない
  drawnNetworks    | networks with drawn dates | réseaux à dates tirées au sort | Netze mit ausgelosten Daten | сетей со случайными датами | 日付を無作為に選んだネットワークの数
  seed             | seed | graine | Startwert | начальное число | シード
  lineBreak        | A line is interrupted where its actor is not there or has no value | Une ligne s’interrompt là où l’acteur est absent ou sans valeur | Eine Linie setzt aus, wo ihr Akteur fehlt oder keinen Wert hat | Линия прерывается там, где участника нет или значение не определено | 主体が存在しない、または値がない時点で線は途切れる
  highestDrawn     | The highest are drawn; left out | Seuls les plus élevés sont représentés ; omis | Gezeichnet sind die höchsten; weggelassen | Показаны наибольшие; опущено | 値の高いもののみ。省略数
  smallest         | smallest | minimum | kleinster | наименьшее | 最小
  largest          | largest | maximum | größter | наибольшее | 最大
  reachMatrix      | who could reach whom, and by when | qui pouvait atteindre qui, et à quelle date | wer wen erreichen konnte, und bis wann | кто кого мог достичь и когда | 誰が誰にいつまでに到達できたか
  reachRows        | Rows: from; columns: to | Lignes : de ; colonnes : vers | Zeilen: von; Spalten: nach | Строки — откуда, столбцы — куда | 行は出発点、列は到達先
  fromWhom         | from | de | von | от | 出発
  toWhom           | to | vers | nach | к | 到達
  reachCertain     | certain: arrival at the latest | certain : arrivée au plus tard | sicher: Ankunft spätestens | несомненно: прибытие не позднее | 確実：遅くとも到達する時
  reachPossible    | only possible: arrival at the earliest | seulement possible : arrivée au plus tôt | nur möglich: Ankunft frühestens | лишь возможно: прибытие не ранее | 可能性のみ：早くて到達する時
  journeysNeverGoBack | Journeys lead through agreements, events and ties and never back in time | Les parcours passent par des accords, des événements et des liens, sans jamais remonter le temps | Wege führen durch Abkommen, Ereignisse und Bindungen und nie in der Zeit zurück | Пути ведут через соглашения, события и связи и никогда не возвращаются во времени | 経路は協定・出来事・関係を通り、時間を遡らない
  notBefore        | Departure not before | Départ pas avant | Aufbruch nicht vor | Отправление не ранее | 出発はこれ以後
  notAfter         | Arrival not after | Arrivée pas après | Ankunft nicht nach | Прибытие не позднее | 到達はこれ以前
  withoutContact   | Without any journey, not drawn | Sans aucun parcours, non représentés | Ohne jeden Weg, nicht gezeichnet | Без единого пути, не показаны | 経路がなく図に含まないもの
  possibleArrival  | possible arrival | arrivée possible | mögliche Ankunft | возможное прибытие | 可能な到達
  certainArrival   | certain arrival | arrivée certaine | sichere Ankunft | несомненное прибытие | 確実な到達
  steps            | steps | étapes | Schritte | шаги | 段階数
  strictly         | each step is later than the one before | chaque étape est postérieure à la précédente | jeder Schritt ist später als der vorige | каждый шаг позже предыдущего | 各段階は前の段階より後
  reachTop         | Those that reach most are drawn; left out | Seuls ceux qui atteignent le plus d’acteurs sont représentés ; omis | Gezeichnet sind, die am meisten erreichen; weggelassen | Показаны достигающие наибольшего числа; опущено | 到達数の多いもののみ。省略数
  promises         | promises and deeds | promesses et actes | Versprechen und Taten | обещания и дела | 約束と行為
  bindsCertain     | certainly bound | obligeait certainement | band sicher | несомненно обязывало | 確実に拘束
  bindsPossible    | possibly bound | obligeait peut-être | band möglicherweise | возможно обязывало | 拘束の可能性
  somewhere        | date uncertain, somewhere along the line | date incertaine, quelque part sur le trait | Datum unsicher, irgendwo auf der Linie | дата неточна: где-то на черте | 日付は線上のどこか
  withoutDeed      | Left of the bars: the verdict where no deed touched it while it bound | À gauche des barres : le verdict là où aucun acte n’y a touché tant qu’elle obligeait | Links der Balken: das Urteil, wo keine Tat sie berührt hat, solange sie band | Слева от полос — вывод там, где за время действия не было дела | 帯の左は拘束期間中に行為のない場合の判定
  untouched        | Obligations that no deed touched, not drawn | Obligations qu’aucun acte n’a touchées, non représentées | Pflichten, die keine Tat berührt hat, nicht gezeichnet | Обязательства, которых не коснулось ни одно дело, не показаны | 行為の関わらない義務（図に含まない）
  deadline         | deadline | échéance | Frist | срок | 期限
  cannotBothBeKept | Pairs of obligations that could not both be kept, not drawn | Paires d’obligations inconciliables, non représentées | Paare unvereinbarer Pflichten, nicht gezeichnet | Пары несовместимых обязательств, не показаны | 両立しない義務の組（図に含まない）
  obligation       | obligation | obligation | Pflicht | обязательство | 義務
  debtor           | owed by | due par | schuldet | обязанный | 義務者
  creditors        | owed to | due à | gegenüber | перед кем | 相手
  verdict          | verdict | verdict | Urteil | вывод | 判定
  deed             | deed | acte | Tat | дело | 行為
  readingsJudged   | Judged under the readings | Jugé selon les lectures | Beurteilt nach den Lesarten | Оценено по прочтениям | 判定に用いた解釈
  ranksByReading   | ranks under each reading | rangs selon chaque lecture | Ränge nach jeder Lesart | места по каждому прочтению | 各解釈での順位
  rankScale        | From top to bottom: the rank; who shares a rank stands side by side | De haut en bas : le rang ; les ex æquo sont côte à côte | Von oben nach unten: der Rang; wer ihn teilt, steht nebeneinander | Сверху вниз — место; равные стоят рядом | 上から下へ順位。同順位は横に並ぶ
  rankBand         | as far as uncertain dates let the rank move | ce que des dates incertaines laissent ouvert | so weit unsichere Daten den Rang verschieben | насколько неточные даты сдвигают место | 不確かな日付による順位の幅
  rankBandMeaning  | Bands reach from the highest to the lowest rank in the certain network, the possible one and networks with drawn dates | Les bandes vont du rang le plus haut au plus bas dans le réseau certain, le réseau possible et des réseaux à dates tirées au sort | Die Bänder reichen vom höchsten bis zum niedrigsten Rang im sicheren Netz, im möglichen und in Netzen mit ausgelosten Daten | Полосы — от высшего до низшего места в несомненной сети, в возможной и в сетях со случайно выбранными датами | 帯は、確実なネットワーク、可能なネットワーク、日付を無作為に選んだネットワークにおける最高位から最低位まで
  fewestRanked     | Those that rank highest on average are drawn; left out | Seuls les mieux classés en moyenne sont représentés ; omis | Gezeichnet sind die im Mittel höchsten; weggelassen | Показаны высшие в среднем; опущено | 平均順位の高いもののみ。省略数
  readingsLeftOut  | Readings that are not drawn | Lectures non représentées | Nicht gezeichnete Lesarten | Прочтения, которые не показаны | 図に含まない解釈の数
  precisionChart   | how closely the dates are known | la précision des dates | wie genau die Daten bekannt sind | насколько точно известны даты | 日付の精度
  qualified        | marked as uncertain or approximate | marquées comme incertaines ou approximatives | als unsicher oder ungefähr bezeichnet | помечены как неточные или приблизительные | 不確か・概略と注記
  total            | all | total | alle | всего | 計
  territories      | territories | territoires | Gebiete | территории | 領域
  links            | links | liens | Verbindungen | связи | 関係
  countedDates     | Counted: when actors and territories existed, when events happened, the acts and times in force of agreements, and the dates of links | Sont comptées : l’existence des acteurs et territoires, les événements, les actes et périodes de validité des accords, les dates des liens | Gezählt: Bestehen von Akteuren und Gebieten, Ereignisse, Akte und Geltungszeiten von Abkommen, Daten von Verbindungen | Учтены: существование участников и территорий, события, акты и сроки действия соглашений, даты связей | 主体と領域の存続、出来事、協定の行為と有効期間、関係の日付を数えた
  precision        | precision | précision | Genauigkeit | точность | 精度
  count            | number | nombre | Zahl | число | 数
  outcome.kept     | kept | respecté | eingehalten | соблюдено | 履行
  outcome.breached | breached | violé | gebrochen | нарушено | 違反
  outcome.lapsed   | did not bind then | n’obligeait pas alors | band damals nicht | тогда не обязывало | 当時は拘束なし
  outcome.not-called-upon | not called upon | pas en cause | nicht in Anspruch genommen | не наступил случай | 発動せず
  outcome.pending  | still binding | oblige encore | bindet noch | ещё обязывает | 拘束が続く
  outcome.undecided | undecided | indécis | unentschieden | не решено | 未決
  network.incidence  | actors and agreements | acteurs et accords | Akteure und Abkommen | участники и соглашения | 主体と協定
  network.projection | actors with common agreements | acteurs aux accords communs | Akteure mit gemeinsamen Abkommen | участники с общими соглашениями | 協定を共にする主体
  network.links      | all entities and their links | toutes les entités et leurs liens | alle Einträge und ihre Verbindungen | все объекты и их связи | すべての項目と関係
  network.ties       | direct ties between actors | liens directs entre acteurs | direkte Beziehungen zwischen Akteuren | прямые связи между участниками | 主体間の直接の関係
  network.contacts   | contacts in time | contacts dans le temps | Kontakte in der Zeit | контакты во времени | 時間の中の接触
  precision.second     | to the second | à la seconde | auf die Sekunde | до секунды | 秒まで
  precision.minute     | to the minute | à la minute | auf die Minute | до минуты | 分まで
  precision.day        | to the day | au jour | auf den Tag | до дня | 日まで
  precision.month      | to the month | au mois | auf den Monat | до месяца | 月まで
  precision.season     | to the season or quarter | à la saison ou au trimestre | auf Jahreszeit oder Quartal | до времени года или квартала | 季節・四半期まで
  precision.year       | to the year | à l’année | auf das Jahr | до года | 年まで
  precision.decade     | to the decade | à la décennie | auf das Jahrzehnt | до десятилетия | 十年単位
  precision.century    | to the century | au siècle | auf das Jahrhundert | до века | 世紀まで
  precision.millennium | to the millennium or less | au millénaire ou moins | auf das Jahrtausend oder gröber | до тысячелетия или грубее | 千年単位・それ以上
  precision.interval   | interval | intervalle | Zeitraum | промежуток | 期間
  precision.open       | interval without an end | intervalle sans fin ou sans début | Zeitraum ohne Ende oder Anfang | промежуток без конца или начала | 端のない期間
  precision.oneOf      | one of several dates | une date parmi plusieurs | eines von mehreren Daten | одна из нескольких дат | 複数の日付のいずれか
  precision.allOf      | several dates together | plusieurs dates réunies | mehrere Daten zusammen | несколько дат вместе | 複数の日付すべて
  precision.none       | no date | sans date | ohne Datum | без даты | 日付なし
  """

/// The names of measures.
let measureWords = """
  measure.degree             | degree | degré | Grad | степень | 次数
  measure.in-degree          | in-degree | degré entrant | Eingangsgrad | входящая степень | 入次数
  measure.out-degree         | out-degree | degré sortant | Ausgangsgrad | исходящая степень | 出次数
  measure.strength           | strength | force | Stärke | сила связей | 強度
  measure.in-strength        | in-strength | force entrante | Eingangsstärke | сила входящих связей | 入強度
  measure.out-strength       | out-strength | force sortante | Ausgangsstärke | сила исходящих связей | 出強度
  measure.closeness          | closeness | proximité | Nähe | близость | 近接中心性
  measure.harmonic           | harmonic closeness | proximité harmonique | harmonische Nähe | гармоническая близость | 調和中心性
  measure.betweenness        | betweenness | intermédiarité | Zwischenzentralität (Betweenness) | посредничество | 媒介中心性
  measure.eigenvector        | eigenvector centrality | centralité de vecteur propre | Eigenvektorzentralität | собственная центральность | 固有ベクトル中心性
  measure.katz               | Katz centrality | centralité de Katz | Katz-Zentralität | центральность Каца | カッツ中心性
  measure.pagerank           | PageRank | PageRank | PageRank | PageRank | ページランク
  measure.hub                | hub score | score de pivot | Hub-Wert | показатель узла-посредника | ハブ値
  measure.authority          | authority score | score d’autorité | Autoritätswert | показатель авторитетности | オーソリティ値
  measure.core               | core number | indice de cœur | Kernzahl | номер ядра | コア数
  measure.constraint         | constraint (Burt) | contrainte (Burt) | Beschränkung (Burt) | ограниченность (Бёрт) | 制約度（バート）
  measure.effective-size     | effective size (Burt) | taille effective (Burt) | effektive Größe (Burt) | эффективный размер (Бёрт) | 有効サイズ（バート）
  measure.articulation       | articulation point | point d’articulation | Artikulationspunkt | точка сочленения | 関節点
  measure.component          | component | composante | Komponente | компонента связности | 連結成分
  measure.strong-component   | strong component | composante fortement connexe | starke Komponente | компонента сильной связности | 強連結成分
  measure.community          | community | communauté | Gemeinschaft | сообщество | コミュニティ
  measure.out-reach          | actors reached | acteurs atteints | erreichte Akteure | достигнутые участники | 到達できる主体の数
  measure.in-reach           | reached by actors | atteint par des acteurs | von Akteuren erreicht | достижимость для участников | 到達される主体の数
  measure.temporal-closeness | temporal closeness | proximité temporelle | zeitliche Nähe | временная близость | 時間的近接性
  measure.temporal-betweenness | temporal betweenness | intermédiarité temporelle | zeitliche Zwischenzentralität | временное посредничество | 時間的媒介性
  measure.temporal-katz      | temporal Katz centrality | centralité de Katz temporelle | zeitliche Katz-Zentralität | временная центральность Каца | 時間的カッツ中心性
  measure.temporal-walk      | walks passing through | marches passant par l’acteur | durchlaufende Wege | проходящие маршруты | 通過する歩道
  measure.temporal-pagerank  | temporal PageRank | PageRank temporel | zeitlicher PageRank | временной PageRank | 時間的ページランク
  """

/// The kinds of obligation.
let obligationWords = """
  obligation.refrain-from-attack | not to attack | ne pas attaquer | nicht angreifen | не нападать | 攻撃しない
  obligation.remain-neutral      | to remain neutral | rester neutre | neutral bleiben | сохранять нейтралитет | 中立を守る
  obligation.respect-territory   | to respect territory | respecter le territoire | Gebiet achten | уважать территорию | 領土を尊重する
  obligation.enter-war           | to enter the war | entrer en guerre | in den Krieg eintreten | вступить в войну | 参戦する
  obligation.recognise           | to recognise | reconnaître | anerkennen | признать | 承認する
  obligation.withdraw-troops     | to withdraw troops | retirer ses troupes | Truppen abziehen | вывести войска | 撤兵する
  obligation.consult             | to consult | se consulter | sich beraten | консультироваться | 協議する
  obligation.assist              | to assist | prêter assistance | Beistand leisten | оказать помощь | 援助する
  obligation.cede-territory      | to cede territory | céder un territoire | Gebiet abtreten | уступить территорию | 領土を割譲する
  obligation.limit-arms          | to limit arms | limiter les armements | Rüstung beschränken | ограничить вооружения | 軍備を制限する
  obligation.keep-secret         | to keep secret | garder le secret | geheim halten | хранить тайну | 秘密を守る
  obligation.sanction            | to impose sanctions | imposer des sanctions | Sanktionen verhängen | ввести санкции | 制裁を行う
  obligation.no-separate-peace   | no separate peace | pas de paix séparée | kein Sonderfrieden | не заключать сепаратного мира | 単独講和をしない
  obligation.renounce-weapons    | to renounce weapons | renoncer à des armes | auf Waffen verzichten | отказаться от оружия | 兵器を放棄する
  obligation.refrain-from-assistance | not to assist | ne pas prêter assistance | keinen Beistand leisten | не оказывать помощи | 援助しない
  obligation.grant-bases         | to grant bases | accorder des bases | Stützpunkte gewähren | предоставить базы | 基地を供与する
  obligation.refrain-from-agreement | no contrary agreements | pas d’accord contraire | keine widrigen Abkommen | не заключать противоречащих соглашений | 相反する協定を結ばない
  obligation.guarantee           | to guarantee | garantir | garantieren | гарантировать | 保障する
  obligation.pay-reparations     | to pay reparations | payer des réparations | Reparationen zahlen | выплачивать репарации | 賠償を支払う
  obligation.keep-independence   | to keep independence | garder son indépendance | Unabhängigkeit wahren | сохранять независимость | 独立を保つ
  obligation.pay-occupation      | to pay for occupation | payer l’occupation | Besatzung bezahlen | оплачивать оккупацию | 占領費を支払う
  obligation.deliver             | to deliver | livrer | ausliefern | передать | 引き渡す
  obligation.amnesty             | to grant amnesty | accorder l’amnistie | Amnestie gewähren | предоставить амнистию | 恩赦を与える
  """
