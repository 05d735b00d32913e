/** What customers are said to say, think or do. Only a review bears it out, and only in its own words. */
import type { Finding } from "../finding.ts";
import { matchesOf } from "../matches-of.ts";
import { normalise } from "../normalise.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { factsOfReview } from "../retold.ts";
import { rowHolds } from "../row-holds.ts";
import type { Support } from "../support.ts";
import { stemsOf, type Token } from "../tokens.ts";
import { FEATURE_WORDS } from "../words/feature-words.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";

const HEARSAY =
  /\b(?:(?:one|a|another|our|some|many|most|several|a few|happy|other|all|two|three|the) )*(?:customers?|buyers?|reviewers?|shoppers?|users?|owners?|people|folks|parents|riders|clients|fans|experts|critics|doctors|dermatologists|dentists|engineers|scientists|trainers|professionals|pros|athletes|everyone|everybody|reviews?|testimonials?|feedback)(?: (?:who|that|of) [^.]{0,25})?(?: (?:really|often|all|consistently|always|frequently|absolutely|keep|who bought (?:it|this)))* (?:love[sd]?|like[sd]?|rave[sd]?|raving|prais(?:e|es|ed|ing)|say|says|said|saying|wrote|writes|report(?:s|ed)?|mention(?:s|ed)?|agree[sd]?|recommend(?:s|ed)?|call(?:s|ed)?|swear|swears|find|found|complain(?:s|ed)?|highlight(?:s|ed)?|describe[sd]?|told|tell|enjoy(?:s|ed)?|adore[sd]?|appreciate[sd]?|notice[sd]?|point out|are (?:thrilled|happy|delighted|glowing|positive|mixed|great|excellent|raving|impressed|very happy)|gave|give|rate[sd]?)\b|\b(?:loved by|praised by|recommended by|trusted by|rated by|popular with|approved by|endorsed by|well[- ]reviewed|highly rated|glowing reviews|rave reviews|great reviews|excellent reviews|positive reviews|good reviews|five[- ]star|word of mouth)\b/g;
/** People of any kind who are said to love, trust or return it; renown that no row holds. */
const CROWD =
  /\b(?:nobody|no one) (?:has |have )?ever\b|\b(?:nobody|no one|everyone|everybody|people|folks|women|men|parents|pros|professionals|experts|fans|critics|children|kids|[a-z]{3,}(?:ers|ists|ors|ians|eurs)|[a-z]+ (?:lovers|fans|enthusiasts))(?: (?:everywhere|alike|all over|around|who|with|in|on|the|of|world|has|have|had|really|still|always|just|simply|ever|\w+ly))*? (?:swear|swears|trusts?|rely|relies|raves?|adores?|can't (?:stop|get enough|live)|keeps? (?:coming|buying|praising|returning|talking|mentioning)|a bad word|complain\w*|regret\w*|sends? (?:it|them) back|returns? (?:it|them)|would (?:buy|choose|recommend)|come back|depend on|goes? (?:wild|crazy|mad))\b|(?:^|[,;] )(?!these|those|both|its|this|reviews?|it's)(?:\w+ )?[a-z]{3,}s (?:recommend|swear by|love|adore|trust|approve|endorse|prefer|choose|rely on) (?:it|this|these|them|one)\b|\b(?:loyal following|cult (?:favou?rite|classic|following|status)|(?:customer|staff|reader|family|house|firm|shopper|local|all-time) favou?rites?|talk of the town|gone viral|household name|has a bad word|word on the street)\b|\b(?:most|many|a lot|lots|half|some|several|plenty|few|none|all|the majority|a few) of (?:its|the|their|these|our) (?:\d[\d,]* )?(?:reviews?|reviewers?|customers?|buyers?|owners?|users?|shoppers?)\b|\ball \d[\d,]* (?:reviewers?|customers?|buyers?|owners?|people|of them)\b/g;

/** "Nine out of ten riders pick it": no row counts people. */
const HEAD_COUNT =
  /(?<![\d.,])\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:(?:out )?of|in)\s+(?:every )?(?:\d+|two|three|four|five|ten|twenty|a hundred)\s+(?:(?!by|from|across|with)\w+\s+){0,2}?(?:people|customers?|buyers?|shoppers?|users?|owners?|riders?|cyclists?|hikers?|runners?|women|men|parents|experts?|doctors?|dermatologists?|dentists?|of (?:them|you|us))\b/g;
const GIVEN_RATING =
  /^[^,;]{0,40}?\b(?:gave|give|rated?) (?:it|them|this|this one|the [\w' -]{1,60}?) (?:(?:very |quite |fairly )?(?:well|highly|high|low|poorly)\b[^.]{0,40}? |an? )?(?:average (?:of )?)?(?:at )?\d(?:[.,]\d{1,2})?(?:\s?\/\s?5\b| out of (?:5|five)\b| stars?\b| on average\b|$|[.,;!?])/;

const COUNTED =
  /(?:\d|\b(?:hundred|thousand|dozen|\w+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fewer|more|less)) (?:\w+ )?(?:customers?|buyers?|people|shoppers?|users?|owners?|reviewers?) (?:have )?rated?$/;

const SPEAKS =
  "(?:says?|said|wrote|writes|finds?|found|calls?|called|loves?|loved|likes?|liked|mentions?|mentioned|notes?|noted|praises?|praised|swears|recommends?|complains?|complained|thinks?|thought|reports?|reported|describes?|described|told|tells|felt|feels|points? out|warns?|warned|adds?|added|appreciates?)";
/** One person, whose review can be looked up. */
const ONE_PERSON = new RegExp(
  `\\b(?:one|a|another) (?:[\\w-]+ )?(?:customer|buyer|reviewer|shopper|user|owner|person|review|parent|mother|father|mom|mum|dad|rider)(?: who [^,.]{0,30})?,? (?:\\w+ )?${SPEAKS}\\b`,
);

/** "Lena charged her laptop with it" tells of a reviewer, whatever the verb. */
const ACTS_AFTER =
  /^[\w'-]+(?: [a-z]\.)? (?:also |even |really |now )?(?!is\b|was\b|has\b|as\b|gives?\b|gave\b|rates?\b|rated\b)(?=(?:[a-z]+(?:s|ed)|rode|kept|took|had|got|went|made|ran|wore|put|slept|bought|drove|built)\b)/;
const SPEAKS_AFTER = new RegExp(`^[^,;:!?]{0,40}?\\b${SPEAKS}\\b`);

export function checkNamedAuthors(reading: Reading, support: Support): Finding[] {
  return reading.quotes.length > 0 ? [] : retoldByName(reading, support);
}

/** Hearsay needs a review's words beside it; without a quote that can be verified nobody said anything. */
export function checkHearsay(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (clause.kind === "question" || clause.kind === "offer") return [];
  const heads = matchesOf(HEAD_COUNT, clause.text).map((match) =>
    finding(clause, match, "counts people whom nobody counted"),
  );
  const crowds = matchesOf(CROWD, clause.text).map((match) =>
    finding(clause, match, "tells what people do or think, which no row holds"),
  );
  const isQuoted = reading.quotes.length > 0 && support.reviewTexts.length > 0;
  const hearsay = matchesOf(HEARSAY, clause.text).filter((match) => {
    if (isQuoted) return false;
    // "I can tell you what parents wrote" tells nothing yet.
    if (/\bwhat (?:the |other |its )?$/.test(clause.text.slice(0, match.index))) return false;
    // "Buyers give it 4.7 out of 5" is the row's rating in other words, and is checked as one.
    if (/(?:gave|give|rated?)$/.test(match[0]) && GIVEN_RATING.test(clause.text.slice(match.index)))
      return false;
    // "One five-star fan" of a review that gave five.
    if (/five[- ]star/.test(match[0]) && support.evidence.reviews.some(({ rating }) => rating === 5))
      return false;
    // "128 people rated it", "fewer people rated it": numbers, which are checked as such.
    if (/\brated?$/.test(match[0]) && COUNTED.test(clause.text.slice(0, match.index + match[0].length)))
      return false;
    const person = ONE_PERSON.exec(clause.text);
    const from = clause.start + (person === null ? 0 : person.index + person[0].length);
    return !(
      person !== null &&
      isRetold(
        clause.tokens.filter(({ start }) => start >= from),
        null,
        support,
        PRAISE.test(clause.text),
      )
    );
  });
  return [
    ...heads,
    ...crowds,
    ...hearsay.map((match) => finding(clause, match, "tells what customers say without quoting a review")),
  ];
}

/** "Jon P. found the zips stiff": the named author's review must say so. */
function retoldByName(reading: Reading, support: Support): Finding[] {
  return support.evidence.reviews.flatMap(({ author }): Finding[] => {
    const [first] = stemsOf(author);
    const name = reading.tokens.find(({ stem }) => stem === first);
    if (name === undefined) return [];
    const after = reading.normal.lower.slice(name.start);
    const verb = SPEAKS_AFTER.exec(after) ?? ACTS_AFTER.exec(after);
    if (verb === null || GIVEN_RATING.test(after)) return [];
    const from = name.start + verb[0].length;
    const clause = reading.clauses.find(({ start, end }) => start < from && from <= end);
    const words = reading.tokens.filter(
      ({ start, end, stem }) =>
        start >= from && end <= (clause?.end ?? from) && !stemsOf(author).includes(stem),
    );
    if (isRetold(words, author, support, PRAISE.test(after.slice(0, verb[0].length + 24)))) return [];
    return [{ type: "unsupported", start: name.start, end: from, why: `not what ${author} wrote` }];
  });
}

/** Every word of substance stands in one review (of the author, where one is named), and there is one at least. */
function isRetold(
  said: readonly Token[],
  author: string | null,
  support: Support,
  isPraise: boolean,
): boolean {
  const names = new Set([
    ...support.personaStems,
    ...support.items.flatMap(({ title, brand }) => [...title, ...brand]),
  ]);
  const isBlame = said.some(({ text }) => BLAME.has(text));
  const praises = isPraise && !said.some(({ denied }) => denied);
  const substance = said.filter((token) => !isEmpty(token));
  const unnamed = substance.filter((token) => !names.has(token.stem));
  // "Calls it gentle" of a gentle cleanser: the word is all that is said.
  const words = unnamed.length > 0 ? unnamed : substance;
  return (
    said.length > 0 &&
    support.evidence.reviews.some((review) => {
      if (author !== null && review.author !== author) return false;
      const { facts } = factsOfReview(review, support.evidence.currency);
      // "Finds it easy": everyday words are all there is, and one of them is the reviewer's.
      if (words.length === 0)
        return said.some(({ text, stem, denied }) => text.length >= 4 && !denied && facts.affirmed.has(stem));
      // "Great on pavement, hopeless on gravel" is no praise of it on gravel.
      const known = words.filter(({ stem }) => facts.affirmed.has(stem) || facts.denied.has(stem));
      if (praises && known.length > 0 && known.every((token) => isFaulted(token, review.text))) return false;
      // "Got wet" of a review that says it didn't.
      if (words.some(({ stem, denied }) => !denied && facts.denied.has(stem) && !facts.affirmed.has(stem)))
        return false;
      // "Found the brakes weak" of a review that finds no fault with them.
      if (isBlame && review.rating >= 4 && !words.some((token) => isFaulted(token, review.text)))
        return false;
      const strange = words.filter(
        (token) =>
          !facts.affirmed.has(token.stem) &&
          !facts.denied.has(token.stem) &&
          !rowHolds(facts, { token, before: undefined, after: undefined, isPredicate: false }),
      );
      // A retelling has words of its own; the review's have to outweigh them.
      return strange.length * 2 < words.length && !strange.some(({ stem }) => FEATURE_WORDS.has(stem));
    })
  );
}

const BLAME = new Set(
  "weak poor bad flimsy terrible awful useless hopeless disappointing uncomfortable unreliable".split(" "),
);
const PRAISE =
  /\b(?:plenty|lasts?|lasted|easily|loves?|loved|adores?|likes?|liked|praises?|praised|enjoys?|enjoyed|perfect|perfectly|right|great|good|fine|happy|pleased|impressed|recommends?|swears?)\b/;
const FAULT =
  /\b(?:tight|cramped|heavy|hard|sting|stung|gone|greasy|sticky|bent|squeals?|jams?|cold|weak|snags?|no|not|never|hopeless|useless|too|bad|poor|poorly|broke|breaks?|broken|flimsy|thin|loses?|lost|stiff|sticks?|smudges?|weak|worse|worst|disappoint\w*|kinks?|chips?|eats|fails?|failed|loud|noisy|difficult|terrible|awful)\b|n't\b/;

/** Whether the part of the review in which the word stands finds fault. */
function isFaulted({ stem }: Token, review: string): boolean {
  return normalise(review)
    .lower.split(/[.,;:!?]\s|\b(?:but|though|although|yet)\b/)
    .some((part) => FAULT.test(part) && stemsOf(part).includes(stem));
}

const PEOPLE = new Set(
  stemsOf("customer buyer reviewer shopper user owner person review found wrote said called"),
);

function isEmpty(token: Token): boolean {
  return NEUTRAL_WORDS.has(token.stem) || NEUTRAL_WORDS.has(token.text) || PEOPLE.has(token.stem);
}

function finding(clause: Clause, match: RegExpExecArray, why: string): Finding {
  const start = clause.start + match.index;
  return { type: "unsupported", start, end: start + match[0].length, why };
}
