/**
 * Words that name a place or its people, so that "Ukraine" is not taken for a person. The countries are the English
 * short names of ISO 3166 as CLDR gives them, word by word, without those that are given names as well (Chad, Jordan,
 * Georgia …); the rest are continents, and the cities and seats of power that news uses as a subject.
 */
import { wordList } from './word-list.ts';

export const PLACES = wordList(`
  afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
  barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burkina burma burundi
  cambodia cameroon canada chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti ecuador egypt
  salvador eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana greece guatemala guinea
  guyana haiti honduras hungary iceland india indonesia iran iraq ireland italy jamaica japan kazakhstan kenya kiribati
  korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar
  malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco
  mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria macedonia norway oman pakistan palau
  palestine panama papua paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal serbia
  seychelles singapore slovakia slovenia somalia africa sudan spain suriname sweden switzerland syria taiwan tajikistan
  tanzania thailand timor togo tonga trinidad tunisia türkiye turkey turkmenistan tuvalu uganda ukraine uruguay
  uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe britain england scotland wales holland america europe asia
  zealand lanka arabia states kingdom emirates republic union islands
  u.s us usa u.k uk eu e.u uae ussr un u.n   washington london moscow paris berlin brussels beijing kyiv kiev kremlin tehran tokyo delhi jerusalem ankara warsaw
  madrid rome vienna geneva seoul pyongyang baghdad kabul cairo westminster california texas florida ohio michigan
  angeles francisco diego d.c virginia carolina dakota pennsylvania massachusetts illinois york jersey hampshire mexico oregon nevada utah
`);

/** Words that end or begin the name of a body of people: it may speak, but "he" never means it. */
export const GROUPS = wordList(`
  ministry department agency office bureau commission committee council court parliament congress senate government
  administration authority authorities police army navy force forces guard union party association federation society
  institute institution university college school academy center centre foundation fund bank company corporation corp
  inc ltd llc group organization organisation network service services news times post journal herald tribune guardian
  press agency club team league church hospital museum board cabinet assembly campaign coalition movement alliance
  project program programme initiative magazine newspaper channel radio television tv airline airlines airport
  interpol nasa nato bbc cnn nbc abc cbs fox reuters tass afp ap who unicef fbi cia nsa cdc fda irs fifa uefa
  country nation media brotherhood fellowship order family couple firm charity regime palace crew band
  officials prosecutors investigators scientists researchers sources witnesses protesters lawyers critics experts
  residents taliban isis
`);

/** Countries that are given names as well: alone they are taken for the country. */
export const NAMESAKE_PLACES = wordList('israel jordan chad georgia');

/** Words that end the name of a place or of a body of people, and surnames too ("Capitol Hill", "Emma Hill"). */
export const NAMESAKE_NOUNS = wordList(
  `county city river street avenue road park square mountain lake sea ocean bay valley hill house hall station west east
   north south post press guard church court order bank school center centre board club star sun mirror union`,
);
