/*
 * What is taken in at most. Every door bounds what comes through it: a file may be anybody's, and must not fill the
 * memory, hold up the page or the disk. `docs/limits.md` says the same for people, and a test holds it to this. Lengths
 * of texts are in UTF-16 units, sizes in bytes, times in ms. (What only tunes a search stands where it is used.)
 */

/* Articles. */

/** A file, or a pasted text in units: 10 MB. A novel has less than 1 MB; ten times the largest text that was ever asked for. */
export const ARTICLE_SIZE = 10 * 1024 * 1024;
/** The markup of a page that is sent with the bookmarklet, units. Its plain text is far less. */
export const SENT_PAGE_LENGTH = 10_000_000;
/** The title of a page that is sent, units. */
export const SENT_TITLE_LENGTH = 1_000;
/** How long the page that sends may take, ms. It waits already, and only has to copy its markup. */
export const SENDING_TIME = 10_000;
/** A share that is kept until a page takes it, bytes: a file of 10 MB and what is around it. */
export const SHARE_SIZE = 11_000_000;
/** Shares that wait; of more the oldest go, so that no other site can fill the disk by posting. */
export const SHARES_WAITING = 10;

/* Web pages. Beyond these the words are taken without a document, or without the part that would take too long. */

/** Tags of a page; more would not fit into memory as a document. */
export const HTML_TAGS = 400_000;
/** Open elements inside each other; a parser's time grows with their square. */
export const HTML_DEPTH = 4_000;
/** Attributes of one tag, and of all; a parser compares each of a tag with each. */
export const HTML_ATTRIBUTES = 200;
export const HTML_ATTRIBUTES_IN_ALL = 300_000;
/** Elements that come of bold and the like that is not closed: a parser opens it anew in every block. */
export const HTML_REOPENED = 1_000_000;
/** Elements, and their depth, up to which a page is also sanitised by a library; its words are taken in any case. */
export const PURIFIED_ELEMENTS = 40_000;
export const PURIFIED_DEPTH = 600;
/** A page in which the article is looked for: Readability's time grows with the square of some; under 2 s within these. */
export const READABLE_ELEMENTS = 12_000;
export const READABLE_DEPTH = 120;
export const READABLE_LENGTH = 2_000_000;
/** What a page says of itself as JSON-LD, units, and items in it. */
export const PAGE_DATA_LENGTH = 200_000;
export const PAGE_DATA_ITEMS = 200;
/** The address of a link in a text, units. Browsers show and take less. */
export const LINK_LENGTH = 4_000;

/* Markdown. */

/** A piece of Markdown that is read as such, units, and signs in it: under half a second on the worst that is known. */
export const MARKDOWN_PIECE = 65_536;
export const MARKDOWN_SIGNS = 2_000;
/** After so long the rest of a text is taken as it stands, ms. */
export const MARKDOWN_TIME = 2_000;
/** What stands between two rules at the beginning is front matter up to so many units. */
export const FRONT_MATTER_LENGTH = 8_000;

/* Word files. */

/** A Word file is given up after so long, ms. */
export const DOCX_TIME = 5_000;
/** The XML of one part, units, and elements in all: mammoth reads this in under 5 s and 256 MB. */
export const DOCX_PART_LENGTH = 12_000_000;
export const DOCX_ELEMENTS = 120_000;
/** Elements inside each other: tables within tables within text boxes are some sixty deep. */
export const DOCX_DEPTH = 250;
/** Files in an archive, and what they unpack to in all, bytes. */
export const ZIP_ENTRIES = 2_000;
export const ZIP_SIZE = 64 * 1024 * 1024;
/** A file of more than `ZIP_SMALL` bytes that packs better than this is a trap: even very uniform text packs to a hundredth. */
export const ZIP_RATIO = 200;
export const ZIP_SMALL = 1024 * 1024;

/* Notes and backups. */

/** A file of notes, or a backup: 50 MB. A text never has more units than its file has bytes. */
export const JSON_LENGTH = 50_000_000;
/** Lists and objects inside each other. Annotations need about 8. */
export const JSON_DEPTH = 64;
/** One string; a book has about 500,000. Also the most white space between two values. Units. */
export const JSON_STRING = 1_000_000;
/** The entries of one list or object: a file of 100,000 notes. */
export const JSON_ENTRIES = 100_000;
/** The characters of one number. */
export const JSON_NUMBER = 1_000;
/** Faults of a file that are listed. */
export const FAULTS_LISTED = 100;

/* Links. */

/** The fragment of a link that is looked at, units. */
export const FRAGMENT_LENGTH = 4_096;
/** A link that carries a note, units; longer ones are cut by chats and mail. */
export const NOTE_LINK_LENGTH = 2_000;
/** The note that comes out of a link, bytes of UTF-8: what unpacks to more is no note but an attack. */
export const LINKED_NOTE_SIZE = 16_384;
