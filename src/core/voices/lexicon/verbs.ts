/**
 * Verbs by their base forms. The verbs of speech are the union of the reporting verbs in Quirk et al., *A Comprehensive
 * Grammar of the English Language* (§14.28, §16.31), and in the AP and Guardian style guides; the others are the
 * commonest English verbs, so that a verb is told from a noun where no ending does it.
 */
import { wordList } from './word-list.ts';

/** Verbs that report words: what is marked beside one of them is what its subject said. */
const SPEECH = wordList(`
  say tell ask reply answer add state announce claim explain note remark comment declare insist continue conclude
  observe respond warn argue suggest confirm deny emphasize emphasise stress point tweet write post cry exclaim shout
  whisper murmur mutter mumble call yell scream shriek roar growl snap sigh sob gasp breathe laugh groan moan hiss
  stammer falter grunt snarl bark bellow drawl chuckle giggle sneer retort return rejoin interrupt interpose repeat
  demand inquire enquire wonder query question plead beg urge implore entreat exhort protest object admit acknowledge
  concede agree assure promise vow pledge boast joke quip recall remember report reveal disclose describe allege
  assert maintain contend affirm testify estimate predict speculate reiterate elaborate clarify specify pronounce
  proclaim utter speak ejaculate soliloquize soliloquise muse ponder reflect volunteer venture propose pursue resume
  persist proceed express criticize criticise praise condemn denounce accuse blame dismiss label characterize
  characterise brand liken thank congratulate apologize apologise inform advise instruct order command threaten
  complain lament bemoan highlight underline underscore outline signal indicate hope believe think echo correct opine
  aver counter concur recount relay cite refer hail stutter whimper wail jeer scoff grumble mock tease reassure
  comfort warn caution remind rumble hazard interject intone blurt gush croak rasp purr coo bawl howl squeal snort
  sniff mouth falter quoth confide reason reckon calculate guess suppose surmise broadcast sum summarize read quote chant preach narrate testify underline
`);

/** Verbs that give something a name: what is marked after one of them is the name, not somebody's words. */
const NAMING = wordList('name nickname title entitle dub term style christen rename known');

/** Further common verbs, so that they are not taken for nouns. */
const COMMON = wordList(`
  accept achieve act address admire adopt affect aim allow appeal appear apply appoint approach arrest arrive attack
  attempt attend avoid back base become begin bear beat belong bend bind bite blow bow break bring build burn buy carry catch
  cause celebrate change charge choose claim clear climb close collapse come compare compete complete concern confirm
  consider contain contribute control cost count cover create cross cut dance deal decide defeat defend deliver depend
  design destroy determine develop die dig direct disagree discover discuss draw dream dress drink drive drop earn eat
  elect emerge employ enable encourage end endorse engage enjoy ensure enter establish examine exist expand expect
  explode express extend face fail fall favor favour feature feed feel fight file fill find finish fire fit fix fly
  focus follow force forget form gain gather gaze get give go grab grant grin grow handle hang happen hate have head
  hear help hide hit hold host hurry identify ignore imagine improve include increase indicate influence intend
  introduce invest investigate invite involve issue join jump justify keep kick kill kiss knock know land last laugh
  launch lay lead lean learn leave let lie lift like link listen live look lose love make manage mark marry mean
  measure meet mention miss move need nod notice obtain occur offer open operate oppose organize own participate pass
  pause pay perform pick place plan play prefer prepare present press prevent profess prove provide publish pull push
  put raise reach read realize receive recognize recommend record reduce refuse reject release remain remove replace
  represent require resemble resign rest retire ride ring rise rub rule run save see seek seem sell send serve set
  settle shake shape share shine shoot show shrug shut sign sing sit sleep slip smile speak spend spread spring stand stare
  start steal step stick stop strike struggle study succeed suffer suggest support surround survive sweep swim swing
  take talk teach tear test throw touch train travel treat tremble try turn understand use visit vote wait wake walk
  want warn wash watch wear win wish withdraw work worry welcome nod grin frown glance
`);

/** Past forms that no ending tells, with their base. */
const IRREGULAR = new Map(
  `said say|told tell|wrote write|written write|spoke speak|spoken speak|thought think|began begin|begun begin|broke break
   |became become|bore bear|beat beat|bent bend|bit bite|blew blow|brought bring|built build|burnt burn|bought buy
   |caught catch|chose choose|chosen choose|came come|cut cut|dealt deal|dug dig|drew draw|drawn draw|drank drink
   |drove drive|driven drive|ate eat|eaten eat|fell fall|fallen fall|fed feed|felt feel|fought fight|found find|flew fly
   |forgot forget|got get|gave give|given give|went go|gone go|grew grow|grown grow|hung hang|heard hear|hid hide
   |hit hit|held hold|kept keep|knew know|known known|laid lay|led lead|leant lean|leapt leap|learnt learn|left leave
   |lay lie|lit light|lost lose|made make|meant mean|met meet|paid pay|put put|read read|rode ride|rang ring|rose rise
   |risen rise|ran run|saw see|seen see|sought seek|sold sell|sent send|set set|shook shake|shone shine|shot shoot
   |showed show|shown show|shut shut|sang sing|sat sit|slept sleep|slid slide|spent spend|sprang spring|stood stand
   |stole steal|stuck stick|struck strike|swept sweep|swam swim|swung swing|took take|taken take|taught teach|tore tear
   |threw throw|thrown throw|understood understand|woke wake|wore wear|worn wear|won win|withdrew withdraw|hurt hurt
   |quit quit|spat spit|swore swear|sworn swear|flung fling|crept creep|knelt kneel|wept weep|bade bid|wound wind`
    .split('|')
    .map((pair): [string, string] => {
      const [past = '', base = ''] = pair.trim().split(' ');
      return [past, base];
    }),
);

/** Forms of verbs of speech in other languages, as they stand beside quotations in print. */
const FOREIGN_SPEECH = wordList(`
  сказал сказала сказали говорит говорил говорила говорят заявил заявила заявили отметил отметила отметили ответил
  ответила ответили спросил спросила спросили добавил добавила подчеркнул подчеркнула пояснил пояснила объяснил
  объяснила сообщил сообщила сообщили рассказал рассказала считает уверен уверена признался призналась воскликнул
  воскликнула прошептал прошептала крикнул крикнула продолжил продолжила подтвердил подтвердила написал написала
  dit dis disait ajoute ajouta explique expliqua répond répondit demande demanda déclare déclara affirme affirma
  estime souligne assure raconte précise lance lança insiste poursuit conclut murmura cria reprit dirent
  dijo dice dijeron afirmó afirma añadió añade explicó explica respondió responde preguntó pregunta señaló señala
  aseguró asegura declaró declara contestó comentó indicó agregó exclamó gritó murmuró insistió
  sagte sagt sagten erklärte erklärt fragte fragt antwortete antwortet meinte meint betonte betont ergänzte
  déclaré expliqué ajouté affirmé répondu précisé indiqué assuré estimé confié dicho afirmado explicado gesagt
  rief flüsterte berichtete schrieb fügte kritisierte warnte
  disse detto rispose chiese aggiunse spiegò afferma respondeu perguntou afirmou acrescentou explicou
`);

/** True for a form of a verb of speech in one of the other languages. */
export function isForeignSpeech(word: string): boolean {
  return FOREIGN_SPEECH.has(word);
}

/** What a verb does to words marked beside it. */
export type VerbSense = 'speech' | 'naming' | 'other';

/** A form of a verb: with -s, past, with -ing, or bare, which nouns look like. */
export interface VerbForm {
  readonly base: string;
  readonly form: 'present' | 'past' | 'ing' | 'bare';
  readonly sense: VerbSense;
}

/** Reads a word in lower case as a form of a verb; null where it is none that these lists hold. */
export function verbForm(word: string): VerbForm | null {
  return FORMS.get(word) ?? null;
}

/** All forms of all verbs above, spelled out once. */
const FORMS: ReadonlyMap<string, VerbForm> = spellOut();

function spellOut(): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  const add = (word: string, base: string, form: VerbForm['form']): void => {
    if (!forms.has(word)) forms.set(word, { base, form, sense: senseOf(base) });
  };
  for (const [past, base] of IRREGULAR) add(past, base, 'past');
  for (const word of FOREIGN_SPEECH) forms.set(word, { base: word, form: 'past', sense: 'speech' });
  for (const base of [...SPEECH, ...COMMON, ...NAMING]) add(base, base, 'bare');
  for (const base of [...SPEECH, ...COMMON, ...NAMING]) {
    add(/(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : withEnding(base, 's'), base, 'present');
    for (const stem of stemsOf(base)) {
      add(withEnding(stem, 'ed'), base, 'past');
      add(`${stem}ing`, base, 'ing');
    }
  }
  return forms;
}

function senseOf(base: string): VerbSense {
  return NAMING.has(base) ? 'naming' : SPEECH.has(base) ? 'speech' : 'other';
}

/** What -ed and -ing are put to: "arriv", "stopp", "cry"; a spelling that nobody uses does no harm. */
function stemsOf(base: string): string[] {
  if (base.endsWith('e') && !base.endsWith('ee')) return [base.slice(0, -1)];
  const last = base.at(-1) ?? '';
  return /[aeiou][bdgklmnprt]$/.test(base) ? [base, base + last] : [base];
}

/** "cry" becomes "cries" and "cried". */
function withEnding(stem: string, ending: 's' | 'ed'): string {
  if (!/[^aeiou]y$/.test(stem)) return stem + ending;
  return `${stem.slice(0, -1)}${ending === 's' ? 'ies' : 'ied'}`;
}
