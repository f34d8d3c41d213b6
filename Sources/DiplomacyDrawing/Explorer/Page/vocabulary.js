// The words of graphs: kinds, roles, acts, obligations, senses. In English, French, German, Russian and Japanese; other words
// are shown as their authors wrote them.

const table = `
actor|actor|acteur|Akteur|участник|主体
agreement|agreement|accord|Abkommen|соглашение|協定
territory|territory|territoire|Gebiet|территория|地域
event|event|événement|Ereignis|событие|出来事
state|state|État|Staat|государство|国家
person|person|personne|Person|лицо|人物
organization|organization|organisation|Organisation|организация|機関
bloc|bloc|bloc|Block|блок|ブロック
treaty|treaty|traité|Vertrag|договор|条約
pact|pact|pacte|Pakt|пакт|条約（パクト）
declaration|declaration|déclaration|Erklärung|декларация|宣言
protocol|protocol|protocole|Protokoll|протокол|議定書
armistice|armistice|armistice|Waffenstillstand|перемирие|休戦協定
exchange-of-notes|exchange of notes|échange de notes|Notenwechsel|обмен нотами|交換公文
understanding|understanding|entente|Verständigung|договорённость|了解
convention|convention|convention|Konvention|конвенция|協約
covenant|covenant|pacte fondateur|Satzung|устав|規約
region|region|région|Region|регион|地方
polity|polity|entité politique|Gemeinwesen|политическое образование|政体
sea|sea|mer|Meer|море|海
river|river|fleuve|Fluss|река|河川
city|city|ville|Stadt|город|都市
border|border|frontière|Grenze|граница|国境
island|island|île|Insel|остров|島
attack|attack|attaque|Angriff|нападение|攻撃
invasion|invasion|invasion|Einmarsch|вторжение|侵攻
battle|battle|bataille|Schlacht|сражение|戦闘
declaration-of-war|declaration of war|déclaration de guerre|Kriegserklärung|объявление войны|宣戦布告
surrender|surrender|capitulation|Kapitulation|капитуляция|降伏
conference|conference|conférence|Konferenz|конференция|会議
note|note|note|Note|нота|通牒
statement|statement|déclaration|Äußerung|заявление|声明
meeting|meeting|rencontre|Treffen|встреча|会談
appointment|appointment|nomination|Ernennung|назначение|任命
troop-movement|troop movement|mouvement de troupes|Truppenbewegung|перемещение войск|軍の移動
decision|decision|décision|Entscheidung|решение|決定
briefing|briefing|instruction|Unterrichtung|инструктаж|説明
war|war|guerre|Krieg|война|戦争
annexation|annexation|annexion|Annexion|аннексия|併合
occupation|occupation|occupation|Besetzung|оккупация|占領
transfer-of-territory|transfer of territory|transfert de territoire|Gebietsübertragung|передача территории|領土の移転
party|party|partie|Partei|сторона|締約国
signatory|signatory|signataire|Unterzeichner|подписавший|署名者
negotiator|negotiator|négociateur|Unterhändler|участник переговоров|交渉者
guarantor|guarantor|garant|Garant|гарант|保証国
depositary|depositary|dépositaire|Verwahrer|депозитарий|寄託者
beneficiary|beneficiary|bénéficiaire|Begünstigter|выгодоприобретатель|受益者
agent|agent|auteur|Handelnder|действующее лицо|行為者
participant|participant|participant|Teilnehmer|участник|参加者
recipient|recipient|destinataire|Empfänger|адресат|受け手
target|target|cible|Ziel|объект действия|対象
guarantees|guarantees|garantit|garantiert|гарантирует|保証する
cedes|cedes|cède|tritt ab|уступает|割譲する
recognises|recognises|reconnaît|erkennt an|признаёт|承認する
applies-to|is applied in|s’applique à|gilt in|применяется в|適用地域
excludes|is not applied in|ne s’applique pas à|gilt nicht in|не применяется в|適用除外
demarcates|demarcates|délimite|grenzt ab|размежёвывает|画定する
concerns|concerns|concerne|betrifft|касается|対象とする
supplements|supplements|complète|ergänzt|дополняет|補足する
amends|amends|modifie|ändert|изменяет|改正する
supersedes|supersedes|remplace|löst ab|заменяет|取って代わる
conflicts-with|conflicts with|contredit|widerspricht|противоречит|矛盾する
controls|controls|contrôle|beherrscht|контролирует|支配する
claims|claims|revendique|beansprucht|претендует на|領有を主張する
occupies|occupies|occupe|besetzt|оккупирует|占領する
borders|borders|est limitrophe de|grenzt an|граничит с|接する
member-of|member of|membre de|Mitglied von|член|加盟する
represents|represents|représente|vertritt|представляет|代表する
commands|commands|commande|befehligt|командует|指揮する
successor-of|successor of|successeur de|Nachfolger von|преемник|後継である
hostile-to|hostile to|hostile à|feindlich gegen|враждебен к|敵対する
place|place|lieu|Ort|место|場所
about|about|au sujet de|über|о|関する
leads-to|leads to|mène à|führt zu|ведёт к|引き起こす
part-of|part of|partie de|Teil von|часть|一部である
same-as|same as|identique à|dasselbe wie|то же, что|同一である
link|link|lien|Verbindung|связь|つながり
link-to|link to|lien vers|Verbindung zu|связь с|つながり（向き）
signature|signature|signature|Unterzeichnung|подписание|署名
ratification|ratification|ratification|Ratifikation|ратификация|批准
entry-into-force|entry into force|entrée en vigueur|Inkrafttreten|вступление в силу|発効
accession|accession|adhésion|Beitritt|присоединение|加入
withdrawal|withdrawal|retrait|Austritt|выход|脱退
denunciation|denunciation|dénonciation|Kündigung|денонсация|廃棄
amendment|amendment|amendement|Änderung|поправка|改正
extension|extension|prolongation|Verlängerung|продление|延長
renewal|renewal|reconduction|Erneuerung|возобновление|更新
suspension|suspension|suspension|Aussetzung|приостановление|停止
resumption|resumption|remise en vigueur|Wiederinkraftsetzung|возобновление действия|再開
termination|termination|extinction|Beendigung|прекращение|終了
expiry|expiry|expiration|Ablauf|истечение|満了
breach|breach|violation|Bruch|нарушение|違反
registration|registration|enregistrement|Registrierung|регистрация|登録
deposit|deposit|dépôt|Hinterlegung|сдача на хранение|寄託
provisional-application|provisional application|application provisoire|vorläufige Anwendung|временное применение|暫定適用
succession|succession|succession|Rechtsnachfolge|правопреемство|承継
nullity|nullity|nullité|Nichtigkeit|недействительность|無効
required|required|exigée|erforderlich|обязательна|必要
not-required|not required|non exigée|nicht erforderlich|не обязательна|不要
refrain-from-attack|to refrain from attack|s’abstenir d’attaquer|nicht anzugreifen|воздерживаться от нападения|攻撃しない義務
remain-neutral|to remain neutral|rester neutre|neutral zu bleiben|оставаться нейтральным|中立を守る義務
respect-territory|to respect the territory|respecter le territoire|das Gebiet zu achten|уважать территорию|領土を尊重する義務
enter-war|to enter the war|entrer en guerre|in den Krieg einzutreten|вступить в войну|参戦する義務
recognise|to recognise|reconnaître|anzuerkennen|признать|承認する義務
withdraw-troops|to withdraw troops|retirer les troupes|Truppen abzuziehen|вывести войска|撤兵する義務
consult|to consult|se consulter|sich zu beraten|консультироваться|協議する義務
assist|to assist|porter assistance|beizustehen|оказать помощь|援助する義務
cede-territory|to cede territory|céder un territoire|Gebiet abzutreten|уступить территорию|領土を割譲する義務
limit-arms|to limit arms|limiter les armements|die Rüstung zu beschränken|ограничить вооружения|軍備を制限する義務
keep-secret|to keep it secret|garder le secret|es geheim zu halten|хранить тайну|秘密を守る義務
actual|actual|réel|tatsächlich|действительно|事実
planned|planned|prévu|geplant|запланировано|計画
promised|promised|promis|versprochen|обещано|約束
believed|believed|supposé|geglaubt|предполагалось|信念
hypothetical|hypothetical|hypothétique|hypothetisch|гипотетически|仮説
high|high|haute|hoch|высокая|高い
medium|medium|moyenne|mittel|средняя|中程度
low|low|faible|gering|низкая|低い
occupied|occupied|occupé|besetzt|оккупировано|占領下
exile|in exile|en exil|im Exil|в изгнании|亡命中
independent|independent|indépendant|unabhängig|независимо|独立
keeps|keeps|respecte|hält|соблюдает|履行
breaches|breaches|viole|bricht|нарушает|違反
end-of-term|with the end of the term|à la fin du terme|mit dem Ende der Laufzeit|с концом срока|期間の満了時
after-notice|after the period of notice|après le préavis|nach der Kündigungsfrist|по истечении срока предупреждения|予告期間の後
at-once|at once|immédiatement|sofort|немедленно|即時
none|never|jamais|nie|никогда|なし
membership|the membership of the party|la participation de la partie|die Mitgliedschaft der Partei|участие стороны|その締約国の参加
breach ends|ends it|y met fin|beendet es|прекращает его|終了させる
breach continues|leaves it in force|le laisse en vigueur|lässt es in Kraft|оставляет его в силе|効力を保つ`;

export const vocabulary = Object.fromEntries(table.trim().split("\n").map((line) => {
  const [key, ...words] = line.split("|");
  return [key, words];
}));
