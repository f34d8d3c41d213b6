/// The words of dates in the languages that are read, without accents and capitals, as ``FoldedText`` leaves them.
///
/// A row is a kind of word with its words by language; `any` goes with every language. Words of several parts have spaces in
/// place of dots and hyphens. A word may be of several kinds: which one is meant shows from the language of the others.
enum WordTable {
  /// The names of the twelve months in order, each name with its other forms after it.
  ///
  /// A beginning of three letters or more that no other month of the language shares stands for the month as well.
  static let months: [(language: String, names: String)] = [
    (
      "en",
      "january,february,march,april,may,june,july,august,september sept viiber,october viiiber,november ixber,december xber"
    ),
    (
      "fr",
      "janvier janv,fevrier fevr fev,mars,avril avr,mai,juin,juillet juil,aout,septembre sept viibre,octobre viiibre,novembre ixbre,decembre xbre"
    ),
    (
      "de",
      "januar janner jan jenner,februar feber hornung,marz maerz mrz,april,mai,juni juno,juli julei,august,september sept,oktober,november,dezember"
    ),
    (
      "ru",
      "январь января,февраль февраля,март марта,апрель апреля,май мая мае,июнь июня,июль июля,август августа,сентябрь сентября,октябрь октября,ноябрь ноября,декабрь декабря"
    ),
    (
      "it",
      "gennaio genn,febbraio febbr,marzo,aprile,maggio magg,giugno,luglio,agosto,settembre sett viibre,ottobre viiibre,novembre ixbre,dicembre xbre"
    ),
    (
      "es",
      "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre setiembre sept,octubre,noviembre,diciembre"
    ),
    (
      "pt",
      "janeiro,fevereiro,marco,abril,maio,junho,julho,agosto,setembro set,outubro,novembro,dezembro"
    ),
    (
      "pl",
      "styczen stycznia,luty lutego,marzec marca,kwiecien kwietnia,maj maja,czerwiec czerwca,lipiec lipca,sierpien sierpnia,wrzesien wrzesnia,pazdziernik pazdziernika,listopad listopada,grudzien grudnia"
    ),
    (
      "nl",
      "januari,februari,maart mrt,april,mei,juni,juli,augustus,september sept,oktober,november,december"
    ),
    (
      "la",
      "ianuarius ianuarii ianuarias ianuariis ianuario januarius januarii januarias januariis,februarius februarii februarias februariis februario,martius martii martias martiis martio mart,aprilis apriles aprilibus aprili apr,maius maii maias maiis maio mai,iunius iunii iunias iuniis iunio junius junii junias juniis iun,iulius iulii iulias iuliis iulio julius julii julias juliis iul quintilis,augustus augusti augustas augustis augusto aug sextilis,september viibris viiber viibre viibri septembris septembres septembribus septembri,october viiibris viiiber viiibre viiibri octobris octobres octobribus octobri,november ixbris ixber ixbre ixbri novembris novembres novembribus novembri,december xbris xber xbre xbri decembris decembres decembribus decembri"
    ),
    (
      "sv",
      "januari,februari,mars,april,maj,juni,juli,augusti,september sept,oktober,november,december"
    ),
  ]

  /// The days of the week from Monday, each with its other forms.
  static let weekdays: [(language: String, names: String)] = [
    (
      "en",
      "monday mon,tuesday tue tues,wednesday wed,thursday thu thur thurs,friday fri,saturday sat,sunday sun"
    ),
    ("fr", "lundi lun,mardi,mercredi mer,jeudi jeu,vendredi ven,samedi sam,dimanche dim"),
    (
      "de",
      "montag mo,dienstag di,mittwoch mi,donnerstag do,freitag fr,samstag sonnabend sa,sonntag so"
    ),
    (
      "ru",
      "понедельник пн,вторник вт,среда среду ср,четверг чт,пятница пятницу пт,суббота субботу сб,воскресенье воскресение вс"
    ),
    ("it", "lunedi lun,martedi,mercoledi mer,giovedi gio,venerdi ven,sabato sab,domenica dom"),
    ("es", "lunes lun,martes,miercoles mie,jueves jue,viernes vie,sabado sab,domingo dom"),
    (
      "pt",
      "segunda feira|segunda,terca feira|terca,quarta feira|quarta,quinta feira|quinta,sexta feira|sexta,sabado,domingo"
    ),
    (
      "pl",
      "poniedzialek,wtorek,sroda srode,czwartek,piatek,sobota sobote,niedziela niedziele"
    ),
    ("nl", "maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag,zondag"),
    (
      "la",
      "feria secunda|dies lunae|die lunae,feria tertia|dies martis|die martis,feria quarta|dies mercurii|die mercurii,feria quinta|dies iovis|die iovis,feria sexta|dies veneris|die veneris,dies saturni|sabbatum|die sabbati,dies solis|dies dominica|die dominica"
    ),
    ("sv", "mandag,tisdag,onsdag,torsdag,fredag,lordag,sondag"),
  ]

  /// Kinds of words, as ``Lexeme`` names them.
  static let words: [(kind: String, words: String)] = [
    (
      "about",
      "any:c,ca,circa,circiter,approx,cca en:about,around,approximately,roughly fr:vers,env,environ,approximativement,autour de de:um,etwa,zirka,ungefahr,gegen ru:около,ок,примерно,приблизительно,ориентировочно it:verso,intorno al,intorno a,attorno al es:hacia,aproximadamente,alrededor de,en torno a,aprox pt:cerca de,por volta de,aproximadamente,aprox pl:okolo,ok nl:omstreeks,rond,ongeveer,omtrent sv:omkring,cirka,ungefar,runt,kring"
    ),
    (
      "maybe",
      "en:possibly,probably,perhaps,presumably,maybe fr:probablement,peut etre,sans doute,probabl de:vielleicht,wohl,wahrscheinlich,vermutlich,moglicherweise ru:возможно,вероятно,предположительно it:forse,probabilmente es:quiza,quizas,probablemente,tal vez pt:talvez,provavelmente pl:prawdopodobnie,moze,byc moze nl:misschien,waarschijnlijk,vermoedelijk la:fortasse,ut videtur sv:kanske,troligen,sannolikt"
    ),
    (
      "early",
      "en:early,beginning,start fr:debut,commencement de:anfang,fruhe,fruher,beginn,fruhes ru:начало,начале,в начале it:inizio,inizi,primi,principio,agli inizi,all inizio es:principios,comienzos,inicios,a principios,a comienzos,principio pt:inicio,inicios,principio,principios,comeco,no inicio pl:poczatek,poczatku,na poczatku nl:begin,vroeg,vroege la:ineunte,initio sv:borjan,tidigt,tidiga"
    ),
    (
      "mid",
      "en:mid,middle fr:mi,milieu,au milieu de:mitte ru:середина,середине,в середине it:meta,a meta es:mediados,a mediados,mitad pt:meados,em meados pl:polowa,polowie,w polowie,srodek nl:midden,half,medio la:medio sv:mitten,medio"
    ),
    (
      "late",
      "en:late,end,close fr:fin,a la fin de:ende,spate,spater,spates ru:конец,конце,в конце it:fine,fini,tardo,a fine,alla fine es:fines,finales,a fines,a finales,fin pt:fim,fins,final,finais,no fim,em fins pl:koniec,koncu,pod koniec,schylek nl:eind,einde,laat,late la:exeunte,fine sv:slutet,sent,sena"
    ),
    (
      "half",
      "en:half,h fr:moitie,semestre de:halfte,halbjahr ru:половина,половине,полугодие it:meta,semestre es:mitad,semestre pt:metade,semestre pl:polowa,polowie,polrocze nl:helft,halfjaar sv:halften,halva,halvaret"
    ),
    (
      "quarter",
      "en:quarter,q fr:trimestre de:quartal,viertel ru:квартал,четверть it:trimestre es:trimestre,cuarto pt:trimestre pl:kwartal,cwierc nl:kwartaal,kwart sv:kvartal,kvartalet,fjardedelen"
    ),
    (
      "third",
      "en:third fr:tiers de:drittel ru:треть it:terzo es:tercio pt:terco pl:tercja nl:derde sv:tredjedelen"
    ),
    (
      "first",
      "en:first fr:premier,premiere,1ere de:erste,ersten,erstes,erster ru:первая,первой,первый,первое it:primo,prima es:primer,primero,primera pt:primeiro,primeira pl:pierwsza,pierwszej,pierwszy nl:eerste sv:forsta"
    ),
    (
      "second",
      "en:second fr:second,seconde,deuxieme de:zweite,zweiten,zweites,zweiter ru:вторая,второй,второе it:secondo,seconda es:segundo,segunda pt:segundo,segunda pl:druga,drugiej,drugi nl:tweede sv:andra"
    ),
    (
      "thirdWord",
      "en:third fr:troisieme de:dritte,dritten,drittes ru:третья,третьей,третий it:terzo,terza es:tercer,tercero,tercera pt:terceiro,terceira pl:trzecia,trzeciej,trzeci nl:derde sv:tredje"
    ),
    (
      "last",
      "en:last fr:dernier,derniere de:letzte,letzten,letztes ru:последняя,последней,последний it:ultimo,ultima es:ultimo,ultima pt:ultimo,ultima pl:ostatnia,ostatniej,ostatni nl:laatste sv:sista"
    ),
    (
      "century",
      "en:century,cent,c,centuries fr:siecle,s,siecles,sc de:jahrhundert,jahrhunderts,jh,jhd,jhdt,jhs,jahrhunderten ru:век,века,веке,в,вв,столетие,столетия it:secolo,sec,secoli es:siglo,s,siglos pt:seculo,sec,s,seculos pl:wiek,wieku,w nl:eeuw,eeuwse la:saeculum,saeculo,saeculi,saec,s sv:arhundradet,seklet,sekel"
    ),
    (
      "decade",
      "en:decade fr:annees,decennie de:er jahre,er,ern,jahre ru:е годы,е гг,х годов,х гг,х,е it:anni es:anos,decada pt:anos,decada pl:lata,latach nl:jaren la:anni sv:talet"
    ),
    (
      "before",
      "any:ante en:before,prior to,earlier than fr:avant,avant le,anterieur a,avant le mois de de:vor,vor dem ru:до,перед,ранее it:prima del,prima di,avanti il,ante il,prima dell es:antes de,antes del pt:antes de,antes do pl:przed nl:voor,voor de sv:fore,innan"
    ),
    (
      "after",
      "any:post en:after,later than fr:apres,apres le,posterieur a de:nach,nach dem ru:после,позднее,позже it:dopo,dopo il,posteriore al es:despues de,despues del pt:depois de,apos,depois do pl:po nl:na sv:efter"
    ),
    (
      "upTo",
      "en:by,not after,no later than,not later than,on or before,at the latest,or earlier fr:au plus tard,au plus tard le,au plus tard en de:spatestens,nicht nach,bis spatestens,spatestens am ru:не позднее,не позже it:non oltre,non oltre il,entro,entro il,al piu tardi es:a mas tardar,no despues de pt:o mais tardar,ate o mais tardar pl:najpozniej,nie pozniej niz nl:uiterlijk,niet na,niet later dan la:non post sv:senast"
    ),
    (
      "onward",
      "en:not before,no earlier than,not earlier than,on or after,at the earliest,or later fr:au plus tot,au plus tot le,pas avant,pas avant le de:fruhestens,nicht vor,fruhestens am ru:не ранее,не раньше it:non prima del,non prima di,al piu presto es:no antes de,no antes del,como muy pronto pt:nao antes de pl:najwczesniej,nie wczesniej niz nl:niet voor,niet eerder dan,op zijn vroegst la:non ante sv:tidigast"
    ),
    (
      "until",
      "en:until,till,up to fr:jusqu au,jusqu en,jusqu a,jusqu de:bis,bis zum,bis zu ru:вплоть до,по it:fino al,fino a,sino al es:hasta,hasta el pt:ate,ate o pl:do,az do nl:tot,tot en met la:usque ad sv:till,till och med,fram till"
    ),
    (
      "since",
      "en:since,from fr:depuis,depuis le,a partir de,a partir du,des de:seit,ab,seit dem ru:с,со,начиная с it:dal,da,a partire dal,sin dal es:desde,desde el,a partir de pt:desde,a partir de pl:od,poczawszy od nl:sinds,vanaf la:ab sv:sedan,fran,fran och med"
    ),
    (
      "between",
      "en:between,betw,bet fr:entre,entre le de:zwischen,zwischen dem ru:между it:tra,tra il,fra,fra il es:entre,entre el pt:entre,entre o pl:miedzy,pomiedzy nl:tussen la:inter sv:mellan"
    ),
    (
      "and",
      "en:and fr:et,et le de:und,und dem ru:и it:e,e il,ed es:y,y el,e pt:e,e o pl:i,a nl:en la:et sv:och"
    ),
    (
      "or",
      "en:or fr:ou,ou le de:oder,bzw ru:или,либо it:o,oppure,o il es:o,u pt:ou pl:lub,albo,czy nl:of la:vel,aut,sive sv:eller"
    ),
    (
      "to",
      "en:to,until,till,through,thru fr:au,a,jusqu au,jusqu en,jusqu a de:bis,bis zum ru:по,до it:al,a,fino al,ad es:al,a,hasta,hasta el pt:a,ao,ate pl:do nl:tot,tot en met,t m la:ad,usque ad sv:till"
    ),
    (
      "from",
      "en:from fr:du,de,depuis le de:von,vom ru:с,со,от it:dal,da es:del,de,desde,desde el pt:de,do,desde pl:od nl:van,vanaf la:ab,a sv:fran"
    ),
    (
      "noise",
      "any:anno,a en:of,the,in,on,day,this,dated,year,month,days,part,years fr:le,l,la,de,d,du,en,des,jour,an,annee,mois,les,dans de:den,der,des,am,im,vom,jahr,jahre,jahres,dem,tag,in,die,das ru:г,год,года,году,гг,годов,годы,месяц,месяца,числа,лета,дня it:il,l,del,di,dell,d,anno,addi,li,giorno,mese,dello,della,degli,nel,lo,le,gli es:el,de,del,ano,dia,la,los,en,mes,las pt:o,de,do,ano,dia,da,em,mes,dos,as pl:r,roku,rok,w,dnia,dn,roczek,z nl:de,van,den,het,der,jaar,dag,in la:die,mensis,mense,domini,salutis,in,d,ad diem sv:den,ar,av,dag,i,pa,aret"
    ),
    (
      "bce",
      "any:bc,bce,b c,b c e,a chr n,a c n en:before christ fr:av j c,avant j c,avant jesus christ,avant notre ere,av n e de:v chr,vor chr,vor christus,v u z,v chr g,vor christi geburt ru:до н э,до нашей эры,до р х,до рождества христова it:a c,a cr,avanti cristo,a e v es:a c,antes de cristo,a de c,a e c pt:a c,antes de cristo,a e c pl:p n e,przed nasza era,pne,przed chrystusem nl:v chr,voor christus,v c,vc la:a chr,ante christum,ante christum natum sv:f kr,fore kristus,fvt,f v t"
    ),
    (
      "ce",
      "any:ad,ce,a d,c e fr:ap j c,apres j c,apres jesus christ,de notre ere de:n chr,nach christus,n u z,nach christi geburt ru:н э,нашей эры,по р х,от р х it:d c,dopo cristo es:d c,despues de cristo,d de c pt:d c,depois de cristo pl:n e,naszej ery,po chrystusie nl:n chr,na christus la:p chr n,post christum natum sv:e kr,efter kristus,e v t"
    ),
    (
      "oldStyle",
      "any:o s,os,old style,oldstyle,julian,julian calendar,o st fr:vieux style,v s,ancien style,a s,v st,calendrier julien,julien de:alten stils,a st,alter stil,alten styls,julianisch ru:ст ст,ст стиля,старого стиля,старый стиль,по старому стилю,с с it:stile antico,v s,stile vecchio,vecchio stile,giuliano es:estilo antiguo,e a,juliano pt:estilo antigo,juliano pl:starego stylu,st st,s s nl:oude stijl,o s,juliaans la:stylo veteri,st v,styli veteris,stilo vetere,s v sv:gamla stilen,g s,gammal stil,g st"
    ),
    (
      "newStyle",
      "any:n s,ns,new style,newstyle,gregorian,n st,gregorian calendar fr:nouveau style,n st,calendrier gregorien,gregorien de:neuen stils,neuer stil,neuen styls,gregorianisch ru:н ст,нового стиля,новый стиль,по новому стилю,н с it:stile nuovo,nuovo stile,gregoriano es:estilo nuevo,nuevo estilo,gregoriano pt:estilo novo,gregoriano pl:nowego stylu,n st nl:nieuwe stijl,gregoriaans la:stylo novo,st n,styli novi,stilo novo sv:nya stilen,ny stil,n st"
    ),
    ("swedishStyle", "any:swedish style,swedish calendar,swedish,svenska stilen,svensk stil"),
    (
      "noDate",
      "any:n d,nd,s d,s a,sd,no date,undated,date unknown,unknown date fr:sans date,non date,date inconnue de:o d,ohne datum,undatiert,o j,ohne jahr,datum unbekannt ru:б д,без даты,б г,без года,дата неизвестна it:senza data,data sconosciuta es:sin fecha,s f,sin fechar,fecha desconocida pt:sem data,data desconhecida pl:b d,bez daty,b r nl:z d,zonder datum,z j,ongedateerd la:sine dato,sine anno,sine die sv:u a,utan ar,odaterad,odaterat,utan datum"
    ),
    (
      "present",
      "en:present,now,today,ongoing,open,date,the present fr:present,aujourd hui,nos jours,ce jour de:heute,gegenwart ru:настоящее время,сегодня,наст время,н в it:oggi,presente es:hoy,presente,la fecha,actualidad pt:hoje,presente pl:dzis,dzisiaj,obecnie nl:heden,nu,vandaag sv:nu,idag,i dag"
    ),
    (
      "unknown", "en:unknown de:unbekannt fr:inconnu,inconnue ru:неизвестно it:ignoto es:desconocido sv:okand"
    ),
    (
      "spring",
      "en:spring fr:printemps de:fruhling,fruhjahr,fruhlings ru:весна,весной,весны it:primavera es:primavera pt:primavera pl:wiosna,wiosny,wiosne nl:voorjaar,lente la:ver,vere,veris sv:varen,var"
    ),
    (
      "summer",
      "en:summer fr:ete de:sommer,sommers ru:лето,летом it:estate es:verano pt:verao pl:lato,latem nl:zomer la:aestas,aestate sv:sommaren,sommar"
    ),
    (
      "autumn",
      "en:autumn,fall fr:automne de:herbst,herbstes ru:осень,осенью,осени it:autunno es:otono pt:outono pl:jesien,jesienia,jesieni nl:najaar,herfst la:autumnus,autumno sv:hosten,host"
    ),
    (
      "winter",
      "en:winter fr:hiver de:winter ru:зима,зимой,зимы it:inverno es:invierno pt:inverno pl:zima,zimy,zime nl:winter la:hiems,hieme sv:vintern,vinter"
    ),
    ("kalends", "la:kalendis,kal,kalendas,kalendae,kl,kall,calendis,calendas,cal,k"),
    ("nones", "la:nonis,non,nonas,nonae,n"),
    ("ides", "la:idibus,id,idus,eid"),
    ("pridie", "la:pridie,prid,pr"),
    ("anteDiem", "la:a d,ante diem"),
    (
      "complementary",
      "any:complementaire,complementaires,complementary,jour complementaire,jours complementaires,sansculottide,sans culottide,sans culottides,compl"
    ),
    ("republicanYear", "fr:an,l an,de l an en:year de:jahr it:anno"),
    ("hijri", "any:ah,a h,hijri,hijra,hegira,anno hegirae,h,heg de:hidschra fr:hegire,de l hegire ru:хиджры"),
    ("hebrewYear", "any:a m,am,anno mundi,hebrew calendar"),
  ]

  /// The months of other calendars that are read, in order, each with its other spellings.
  static let republicanMonths =
    "vendemiaire vend,brumaire brum,frimaire frim,nivose niv,pluviose pluv,ventose vent,germinal germ,floreal flor,prairial prair,messidor mess,thermidor therm fervidor,fructidor fruct"
  static let republicanFestivals =
    "vertu,genie,travail,opinion,recompenses recompense,revolution"
  /// From Nisan; Adar is the twelfth month, or the thirteenth of years that have two.
  static let hebrewMonths =
    "nisan nissan,iyar iyyar ijjar,sivan siwan,tammuz tamuz tammus,av ab,elul ellul,tishri tishrei tischri tisri,cheshvan heshvan marcheshvan marheshvan cheschwan,kislev kislew,tevet teveth tebet tebeth,shevat shvat schewat shebat,adar"
  /// From Muharram.
  static let islamicMonths =
    "muharram moharram muharrem,safar safer,rabi al awwal|rabi i|rabi ul awwal|rabia i|rebi i|rabi al awal|rebiulevvel,rabi al thani|rabi ii|rabi ath thani|rabi al akhir|rebi ii|rabi ul akhir|rebiulahir|rabi al akhar,jumada al awwal|jumada i|jumada al ula|djumada i|gumada i|cemaziyelevvel|jumada al awal,jumada al thani|jumada ii|jumada al akhira|jumada ath thania|djumada ii|gumada ii|cemaziyelahir|jumada al akhirah,rajab recep redjeb receb,shaban|sha ban|shaaban|chaban|saban|schaban,ramadan ramazan,shawwal shawal sevval schawwal,dhu al qadah|dhu l qada|dhul qadah|dhu al qa dah|dhu l qa da|dhu al qada|zilkade|zulqada|dhulqada|dhu l qa dah|zilqad,dhu al hijjah|dhu l hijja|dhul hijjah|dhu al hijja|zilhicce|zulhijja|dhulhijja|dhu l hijjah|zilhajj"

  /// Words that only calendars have which are not read, and the name of each.
  static let otherCalendars: [(calendar: String, words: String)] = [
    (
      "Coptic",
      "thout,paopi,hathor,koiak,tobi,meshir,paremhat,paremoude,pashons,paoni,epip,mesori,pi kogi enavot,anno martyrum,coptic,coptic calendar"
    ),
    (
      "Ethiopian",
      "meskerem,tikimt,hidar,tahsas,tir,yekatit,megabit,miazia,ginbot,sene,hamle,nehasse,pagumen,ethiopian,ethiopian calendar"
    ),
    (
      "Persian",
      "farvardin,ordibehesht,khordad,tir,mordad,shahrivar,mehr,aban,azar,dey,bahman,esfand,solar hijri,a p,persian,jalali"
    ),
    ("Byzantine", "annus mundi byzantinus,byzantine,indiction,indictione,индикта,от сотворения мира"),
    ("Ottoman financial", "rumi,mali,ruz i hizir,tesrin i evvel,tesrin i sani,kanun i evvel,kanun i sani"),
    ("Buddhist", "buddhist,buddhist era,b e"),
    (
      "Indian",
      "chaitra,vaisakha,jyeshtha,ashadha,shravana,bhadrapada,ashvin,kartika,margashirsha,pausha,magha,phalguna,saka,vikram samvat,vikram,samvat,shaka"
    ),
    (
      "Chinese",
      "chinese,chinese calendar,lunar calendar,lunar,qianlong,guangxu,daoguang,xianfeng,tongzhi,xuantong,kangxi,jiaqing,yongzheng"
    ),
    ("Republic of China", "minguo"),
    ("Maya", "baktun,katun,tun,uinal,kin"),
    ("Bahá’í", "badi,bahai,bahai calendar"),
    ("Soviet eternal", "soviet calendar"),
    ("Armenian", "armenian,armenian era"),
  ]

  /// What may stand right after a number to make it an ordinal.
  static let ordinalEndings: Set<String> = [
    "st", "nd", "rd", "th", "er", "re", "ere", "e", "eme", "de", "ste", "o", "a", "го", "е", "я", "ого", "й",
    "м", "х", "ter",
    "ten", "te", "sta", "dra", "dje",
  ]
}
