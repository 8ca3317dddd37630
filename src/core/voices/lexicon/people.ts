/**
 * Words that stand before a name or in place of one. Titles follow the courtesy and rank lists of the AP and Guardian
 * style guides; the nouns are the agent and kin nouns met most often as subjects in news and fiction; the given names
 * are the commonest of the twentieth century in English-speaking countries (national birth registers).
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
   admiral adm commander cmdr marshal inspector superintendent det detective constable officer sheriff agent
   commissioner councillor councilman councilwoman alderman mp mep msp td assemblyman assemblywoman delegate archbishop
   bishop cardinal rabbi imam sheikh ayatollah chairman chairwoman chair chairperson director executive ceo
   cfo cto coo founder co-founder editor editor-in-chief spokesman spokeswoman spokesperson leader head coach manager
   analyst expert scientist researcher economist lawyer solicitor barrister prosecutor historian author
   writer journalist reporter correspondent actor actress singer artist student farmer parson squire esquire baron
   baroness duke duchess earl count countess viscount emperor empress former ex late acting interim senior assistant
   associate comrade democrat republican`,
);

/** Nouns for what somebody does or is: "a former soldier", "associate professor at …", "study co-author X". */
export const ROLE_NOUNS = wordList(
  `analyst expert scientist researcher economist lawyer attorney prosecutor professor historian author co-author writer
   journalist reporter correspondent actor actress singer artist student farmer soldier officer official
   politician activist leader head director manager chairman chairwoman president minister secretary spokesman
   spokeswoman spokesperson member founder co-founder co-developer chief editor engineer developer designer teacher
   doctor nurse physician ecologist biologist physicist chemist psychologist sociologist astronomer astrophysicist
   political mayor governor senator representative commissioner coach player captain resident owner witness victim
   daughter son father mother wife husband widow brother sister lawyer judge fellow lecturer associate assistant deputy
   vice senior former co-chair chair organizer organiser volunteer contributor maintainer curator critic photographer
   musician philosopher retired filmmaker broadcaster commentator host presenter candidate nominee contender
   performer dancer comedian novelist poet playwright sculptor painter chef entrepreneur banker broker consultant
   advocate campaigner lobbyist strategist pollster planner architect surgeon pharmacist virologist chemist pilot
   investigator inspector negotiator envoy diplomat aide adviser advisor pundit columnist blogger biographer translator
   parson clergyman waggoner footman maid butler innkeeper landlord sergeant corporal`,
);

/** Nouns and titles for men, and for women. */
export const MALE_NOUNS = wordList(
  `mr sir lord king prince pope monsieur don señor herr uncle father brother man gentleman boy lad fellow son husband
   grandfather nephew policeman footman landlord squire duke baron earl count master waggoner congressman chairman
   spokesman clergyman parson vicar priest guy dad papa widower actor emperor youth monk abbot groom waiter`,
);
export const FEMALE_NOUNS = wordList(
  `mrs ms miss dame lady queen princess madame madam mme mademoiselle mlle doña señora frau aunt mother sister woman
   girl lass daughter wife grandmother niece landlady duchess baroness countess maid congresswoman chairwoman
   spokeswoman mum mom mamma mama widow actress hostess nurse governess empress nun waitress housekeeper`,
);

/** Given names of men, and of women. */
export const MALE_NAMES = wordList(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
   steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas
   eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis
   jerry tyler aaron jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger
   noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel
   logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley tom jim bill bob mike
   dave dan steve ben sam fred harry charlie ed ted tim tony ray ken don ron greg jeff matt nick hugh simon martin ian
   neil graham colin stuart duncan angus ivan vladimir sergei dmitry boris mikhail alexei pierre jean jacques françois
   hans karl heinz giovanni marco luca carlos luis miguel pedro pablo javier diego ahmed mohammed mohamed muhammad ali
   hassan omar ibrahim basil oliver edgar oscar felix hugo leo max theodore francis walter clarence ernest herbert
   alfred sidney percy cecil gilbert horace silas ezra elijah moses abraham isaac caleb amos jonas tobias gideon`,
);
export const FEMALE_NAMES = wordList(
  `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
   kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy
   kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet
   catherine maria heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith
   andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances
   jean alice judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany
   doris kayla alexis lori marie jane lucy kate katie annie anne ellen helen nina rosa rose clara ada edith florence
   agnes harriet henrietta isabel jo kitty lydia mabel maud millie nell nora polly sally sophie susanna tess winifred
   fiona claire louise gillian hillary nadia olga natasha svetlana tatiana irina marina elena ursula greta ingrid
   fatima aisha leila maya priya lena eva eve vera irene iris ivy daisy lily violet hazel beatrice cora esther`,
);

/** Nouns for a single human being that are in none of the lists above. */
export const PERSON_NOUNS = wordList(
  `person child baby kid infant teenager adult stranger friend companion neighbour neighbor colleague
   partner parent cousin relative guest visitor servant prisoner passenger driver pilot rider traveller traveler
   painter sailor saloon-keeper prospector tutor pupil clerk merchant banker trader dealer shopkeeper baker butcher
   publisher reader listener speaker suspect defendant plaintiff survivor protester demonstrator voter citizen
   worker employee employer boss chief scholar specialist consultant adviser advisor aide assistant expert patient
   creature fellow invalid beggar dwarf giant ghost spirit angel devil witch wizard elder veteran recruit warrior knight
   doorkeeper gatekeeper keeper guard watchman attendant bystander onlooker spectator informant source crowd audience
   panel jury counterpart opponent rival heir youngster pensioner teen motorist cyclist hiker tourist migrant refugee`,
);

/** Small words inside a name. */
export const NAME_PARTICLES = wordList(
  'de da di du del della der den van von la le el al bin ibn ben dos das y ter ten zu zur af e',
);

/** Letters behind a name that belong to no name: honours, degrees, offices. */
export const POSTNOMINALS = wordList('qc kc mp mep msp phd md obe mbe cbe jp esq jr sr');

/** Words of roles that are no nouns: alone they describe nobody. */
export const ROLE_ADJECTIVES = wordList(
  'former senior political retired associate assistant deputy vice acting interim late ex',
);

/** Short forms of titles, spelled out. */
export const SPELLED_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dr: 'doctor', prof: 'professor', sen: 'senator', rep: 'representative', gov: 'governor', pres: 'president',
    gen: 'general', col: 'colonel', maj: 'major', capt: 'captain', lt: 'lieutenant', sgt: 'sergeant', rev: 'reverend',
    det: 'detective', adm: 'admiral', cpl: 'corporal',
  }),
); // prettier-ignore
