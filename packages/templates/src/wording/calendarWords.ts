/*
 * English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish, Norwegian, Finnish and Czech, from
 * Unicode CLDR: the languages that boards are most often written in. Kept here and not asked of the browser, because a text
 * must mean the same on every screen.
 */

/** Names of months, long and short, in lower case. */
export const monthNames = words(`
  january february march april may june july august september october november december januar februar
  märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre
  novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
  diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro
  março maio junho julho setembro outubro novembro dezembro januari februari maart mei augustus
  styczeń stycznia luty lutego marzec marca kwiecień kwietnia maj maja czerwiec czerwca lipiec lipca
  sierpień sierpnia wrzesień września październik października listopad listopada grudzień grudnia
  augusti marts desember tammikuu tammikuuta helmikuu helmikuuta maaliskuu maaliskuuta huhtikuu
  huhtikuuta toukokuu toukokuuta kesäkuu kesäkuuta heinäkuu heinäkuuta elokuu elokuuta syyskuu
  syyskuuta lokakuu lokakuuta marraskuu marraskuuta joulukuu joulukuuta leden ledna únor února březen
  března duben dubna květen května červen června červenec července srpen srpna září říjen října
  listopadu prosinec prosince jan feb mar apr jun jul aug sep oct nov dec mär sept okt dez janv févr
  avr juil déc ene abr ago dic gen mag giu lug set ott fev out mrt sty lut kwi cze lip sie wrz paź lis
  gru des tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu led úno bře dub kvě čvn
  čvc srp zář říj pro
`);

/** Names of weekdays in lower case. */
export const weekdayNames = words(`
  monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag
  samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves
  viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira
  terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag donderdag vrijdag
  zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota niedziela måndag tisdag onsdag
  torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai tiistai keskiviikko torstai
  perjantai lauantai sunnuntai pondělí úterý středa čtvrtek pátek neděle
`);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}
