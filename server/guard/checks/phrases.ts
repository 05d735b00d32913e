/** Claims made of everyday words, each of which says nothing by itself: "true to size", "built to last". */
import { type Check, findAll } from "../finding.ts";
import { matchesOf } from "../matches-of.ts";
import { retoldIn } from "../retold.ts";
import { isHeld } from "../subjects-of.ts";
import { stemsOf } from "../tokens.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";

const CLAIM =
  /\b(?:true to size|runs? (?:(?:a (?:little|bit|touch|tad)|slightly|rather|quite|very|somewhat) )?(?:small|large|big|tight|wide|narrow|short|long)|(?:fully|pre-?|ready[- ]?|already) ?assembled|comes assembled|ready to (?:use|go|ride|wear|drink|eat)|stays? (?:on (?=all|through|for|until|without)|fresh|cool|warm|hot|cold|dry)|all (?:day|night|year|week|weekend|season|summer|winter|afternoon)(?: long| round)?|(?:(?:right |clean |straight )?through|into) the (?:night|next day|whole day|day|week|weekend|winter|season)|for (?:hours|days|weeks|months)(?: on end)?|(?:in|within) (?:a (?:few|couple of|matter of) )?(?:seconds|minutes|no time|moments)|for life|tumble[- ]dr(?:y|ied|ier)|fair[- ]?trade|eas(?:y|ily) to (?:clean|use|assemble|carry|wash|store|maintain|install|set up|wear|fold|care for)|(?:made|built|designed|meant) to last|heavy[- ]duty|(?:high|top|best|superior|great|excellent|premium|finest)[- ]quality|(?:good|great|best|excellent|amazing|unbeatable|real) value|value for money|worth every (?:penny|cent)|state of the art|one size fits all|family[- ]owned|all[- ]day (?:comfort|battery|wear)|made by hand|hand[- ]?made|hand[- ]?crafted|goes with (?:everything|anything)|stand(?:s)? the test of time|last(?:s)? (?:for )?(?:years|a lifetime|forever|ages|decades)|(?:very|really|super|so|extremely|incredibly) (?:soft|strong|comfortable|durable|easy|fast|light|quiet|bright|warm|sturdy)|no (?:mess|hassle|fuss)|works (?:with|on) (?:everything|any|all)|fits (?:everyone|anyone|any|all)|good for the (?:planet|environment|climate)|better for (?:the (?:planet|environment|climate|rain|snow|heat|cold)|gaming|work|travel|running))\b/g;
/** Certain of what nobody can know. */
const CERTAIN =
  /(?:'ll| will) (?:definitely |certainly |surely |easily |always |also )?(?:fit|suit|match|go with|work with|work for) (?:your (?!budget|limit|wish|list|needs?)|you\b|him|her|them|any|all|every)|\b(?:won't|will not|will never|you'll never) (?:hear (?:a|any)|notice (?:a|any)|regret|believe|need (?:another|any other)|want (?:another|any other)|need (?:replacing|repairing|sharpening|charging)|(?:break|fail|kink|rust|fade|wear out|let you down)s?)\b|\b(?:he|she|your (?!budget|size|best|price|total|order|choice|back|shoulders|arms|wallet)[a-z]+|(?:the |your )?(?:kids|children|guests|neighbou?rs))(?:'ll| will)(?! (?:need|have to|probably|want|still|get\b|be able|find|see|pay|only|likely|also need|outgrow|grow|notice|tell|know))|\b(?:they|you|your [a-z]+|(?:the |your )?(?:kids|children)|everyone|anyone|the [a-z]+)(?:'ll| will| are going to| is going to) (?:\w+ )?(?:love|adore|enjoy|thank|treasure|cherish|never|always|be (?:amazed|delighted|thrilled|hooked|over the moon|blown away))\b|\b(?:for (?:years|decades|generations|many years|a lifetime|ages(?! ?\d))|years to come|right up to|guaranteed to|is sure to|are sure to|certain to|bound to)\b/g;
/** No bound and no exception: "as hot as you like", "never needs cleaning", "can't tip over". */
const BOUNDLESS =
  /\bas (?:\w+ ){1,4}?as you (?:like|want|wish|please)\b|\b(?:all|anything|anywhere|anytime|whatever|wherever|however \w+|as often as) you (?:like|want|wish|please)\b|\b(?:never|no longer|don't ever) (?:need|needs|have|has|requires?) (?:to\b|any\b|a\b|\w+ing\b)|\b(?:can't|cannot|can never|won't ever|will never|never|could never|impossible to|(?:is|are|'s) impossible to) (?:tip|fall|break|slip|leak|fail|crack|rust|spill|scratch|bend|snap|tear|shrink|fade|burn|overheat|jam|clog|lose|lag|drop|go wrong|go flat|run out|run dry|wear out|let you down|come (?:off|loose|undone)|get (?:wet|lost|stuck|damaged))\b|\b(?:no matter (?:what|how|where|who|the)|whatever happens|come what may|under all circumstances|in all conditions|once and for all|without fail|without exception|every single time)\b/g;
/** "Take as long as you like": of the visit, not of an item. */
const OF_SHOPPING =
  /\b(?:cart|basket|stay there|browse|browsing|look around|take (?:your|as)|ask|decide|think|chat|talk)\b/;
/** "Fits every handlebar", "on any airline": all of a kind that the row does not speak of. */
const UNIVERSAL =
  /\b(?:fits?|suits?|matches|works? (?:with|on|for|in)|goes with|compatible with|connects? (?:to|with)|on|with|for|in|at) (?:every|any|all)(?: kinds? of| sorts? of| the)? (?!of\b|other|one|time|day|days|case|luck|means|rate|way|ways|things?|colou?rs?|sizes?|shades?|three|two|four|those|these|items?|questions?)([a-z]+)\b/g;
const SILENT = new Set(["absence", "question", "offer", "shopper", "condition"]);

/** "To the size of a wallet", "as light as a feather": a measure, put as a picture. */
const SIMILE =
  /\b(?:the |about the |roughly the )?(?:size|weight|length|width|height|thickness|diameter|volume) of (?:an?|your) (?!\w*(?:one|item|product)\b)[a-z-]+|\b(?:as|so) (?:big|small|large|tiny|light|heavy|thin|thick|flat|long|short|wide|tall|hard|soft|strong|tough|sharp|warm|quiet|loud|bright) as an? [a-z-]+/g;

export const checkPhrases: Check = (reading, support) =>
  reading.clauses.flatMap((clause) => {
    const certain = findAll(
      CERTAIN,
      clause.text,
      clause.start,
      "unsupported",
      "is sure of what nobody can know",
    );
    if (certain.length > 0) return certain;
    const boundless =
      SILENT.has(clause.kind) || OF_SHOPPING.test(clause.text)
        ? []
        : matchesOf(BOUNDLESS, clause.text).flatMap((match) => {
            const phrase = ` ${stemsOf(match[0]).join(" ")} `;
            const isSaid = [
              ...clause.about,
              ...retoldIn(clause, reading, support.reviews).map(({ facts }) => facts),
            ].some(({ phrases }) => phrases.includes(phrase));
            const place = {
              start: clause.start + match.index,
              end: clause.start + match.index + match[0].length,
            };
            return isSaid ? [] : [{ type: "unsupported" as const, ...place, why: "knows no bounds" }];
          });
    if (boundless.length > 0) return boundless;
    if (SILENT.has(clause.kind) || /\b(?:not|n't|never|no)\b|n't\b/.test(clause.text)) return [];
    const universal =
      clause.kind === "assertion"
        ? matchesOf(UNIVERSAL, clause.text).flatMap((match) => {
            const place = {
              start: clause.start + match.index,
              end: clause.start + match.index + match[0].length,
            };
            const [noun = ""] = stemsOf(match[1] ?? "");
            const isSaid = clause.about.some(({ phrases }) =>
              new RegExp(` (?:all|any|every|most)(?: \\S+){0,2} ${noun} `).test(phrases),
            );
            const isOfOthers = support.said.has(noun) || clause.about.length === 0;
            return isSaid || isOfOthers
              ? []
              : [{ type: "unsupported" as const, ...place, why: "is said of all of a kind" }];
          })
        : [];
    if (universal.length > 0) return universal;
    return [...matchesOf(CLAIM, clause.text), ...matchesOf(SIMILE, clause.text)].flatMap((match) => {
      const place = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
      const phrase = ` ${stemsOf(match[0]).join(" ")} `;
      const joined = stemsOf(match[0]).join("");
      // "Made by hand" of what is handmade.
      const turned = stemsOf(match[0]).filter(
        (stem) => !NEUTRAL_WORDS.has(stem) || stem === "made" || stem === "hand",
      );
      const reversed = turned.reverse().join("");
      const isInName = reading.mentions.some(({ start, end }) => place.start >= start && place.end <= end);
      if (isInName) return [];
      if (retoldIn(clause, reading, support.reviews).some(({ facts }) => facts.phrases.includes(phrase)))
        return [];
      if (
        isHeld(
          place,
          clause,
          reading,
          (item) => item.phrases.includes(phrase) || item.affirmed.has(joined) || item.affirmed.has(reversed),
        )
      )
        return [];
      return [{ type: "unsupported" as const, ...place, why: "a claim that the listing does not make" }];
    });
  });
