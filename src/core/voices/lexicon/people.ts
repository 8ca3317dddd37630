/**
 * Words that stand before a name or in place of one. Titles follow the courtesy and rank lists of the AP and Guardian
 * style guides; the nouns are the agent and kin nouns met most often as subjects of reporting verbs in news and fiction.
 */
import { wordList } from './word-list.ts';

/** Forms of address that stay with a surname: "Mrs. Hall" and "Mr. Hall" are two people. */
export const COURTESY_TITLES = wordList(
  `mr mrs ms miss mx sir dame lord lady king queen prince princess pope saint st madame madam mme monsieur
   mademoiselle mlle don doña señor señora herr frau master aunt uncle father mother sister brother`,
);

/** Ranks and offices that are dropped before a name, and kept as the role. */
export const TITLES = wordList(
  `dr doctor prof professor rev reverend fr sen senator rep representative congressman congresswoman gov governor pres
   president vice deputy minister premier chancellor secretary ambassador envoy speaker mayor judge justice chief
   attorney general gen col colonel major maj captain capt cpt lieutenant lt sergeant sgt cpl corporal pvt private
   admiral adm commander cmdr marshal inspector superintendent det detective constable officer sheriff marshal agent
   commissioner councillor councilman councilwoman alderman mp mep msp td assemblyman assemblywoman delegate archbishop
   bishop cardinal rabbi imam sheikh ayatollah chairman chairwoman chair chairperson chairwoman director executive ceo
   cfo cto coo founder co-founder editor editor-in-chief spokesman spokeswoman spokesperson leader head coach manager
   analyst expert scientist researcher economist lawyer solicitor barrister prosecutor professor historian author
   writer journalist reporter correspondent actor actress singer artist student farmer parson squire esquire baron
   baroness duke duchess earl count countess viscount emperor empress foreign prime interior defence defense
   former ex then late acting interim senior junior assistant associate national regional parson captain comrade
   democrat republican labour conservative democratic liberal tory independent state white house`,
);

/** First words of a role after a name: "a former soldier", "associate professor at …". */
export const ROLE_NOUNS = wordList(
  `analyst expert scientist researcher economist lawyer attorney prosecutor professor historian author writer
   journalist reporter correspondent actor actress singer artist student farmer soldier officer official officer
   politician activist leader head director manager chairman chairwoman president minister secretary spokesman
   spokeswoman spokesperson member founder co-founder chief editor engineer developer designer teacher doctor nurse
   physician ecologist biologist physicist chemist psychologist sociologist political mayor governor senator
   representative commissioner coach player captain resident owner witness victim daughter son father mother wife
   husband brother sister lawyer judge fellow lecturer associate assistant deputy vice senior former co-chair chair
   organizer organiser volunteer contributor maintainer curator critic photographer musician philosopher retired`,
);
