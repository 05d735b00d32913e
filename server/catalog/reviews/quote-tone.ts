/** Whether a sentence praises or complains: words with their negations, and the stars where no word tells. */
import type { QuoteTone } from "../product.ts";

const PRAISE = new Set(
  "great good excellent love loved loves loving perfect perfectly amazing fantastic awesome wonderful superb brilliant lovely nice nicely happy pleased thrilled delighted impressed impressive recommend recommended best better comfortable comfortably comfy cosy cozy cushioned soft silky sturdy durable solid robust easy easily easier effortless simple intuitive beautiful beautifully stylish gorgeous elegant pretty sleek reliable warm toasty quiet silent crisp clear bright smooth smoothly delicious tasty worth fast quick quickly well works worked snug snugly spacious roomy lightweight featherlight waterproof breathable handy useful compliments favourite favorite flawless flawlessly enjoy enjoyed comfort grippy dry fresh accurate generous".split(
    " ",
  ),
);
const BLAME = new Set(
  "bad badly poor poorly terrible awful horrible disappointed disappointing disappointment broke broken breaks flimsy uncomfortable heavy heavier bulky tight loose loud noisy slow slower slowly difficult complicated confusing fiddly return returned refund waste wasted cheaply stopped fails failed failing leak leaks leaked leaking scratchy itchy sore blister blisters hurt hurts rattle rattles squeak squeaks squeaky stiff weak ugly stinks dim blurry tore torn ripped faded shrank peeling worse worst unfortunately useless annoying lacks lacking missing problem problems issue issues complaint complaints wish sweaty stuffy rough bland sluggish laggy lags overpriced slippery bend bends bent cramped drains soaked drenched damp freezing".split(
    " ",
  ),
);
const NEGATIONS = new Set(
  "not no never isnt wasnt arent werent doesnt didnt dont wont cant couldnt wouldnt hasnt havent without hardly barely zero nothing none".split(
    " ",
  ),
);
/** What a product is used in or by: "heavy rain", "rough roads" and "a bad back" say nothing of the product. */
const SURROUNDINGS = new Set(
  "rain rains rainfall snow snowfall sleet hail wind winds weather storm storms downpour downpours showers sun sunlight sunshine humidity traffic terrain road roads trail trails track tracks path paths street streets ground gravel cobbles cobblestones mud conditions morning mornings evening evenings night nights winter winters summer summers climate climates temperature temperatures fog sea seas waves hill hills climb climbs descent descents load loads duty usage lifting commute commutes journey journeys trip trips flight flights neighbourhood neighborhood neighbours neighbors sleeper schedule back knee knees shoulder shoulders hip hips neck eyesight habit habits luck year years".split(
    " ",
  ),
);
/** "Heavy autumn rain": a word may stand between. */
const BETWEEN =
  /^(?!(?:a|an|and|at|but|by|for|from|in|into|is|it|of|on|or|so|the|to|was|when|with|during|after|my|our|your|all)$)\p{L}+$/u;

/** How far a "not" reaches. */
const REACH = 3;

/** Idioms that say the contrary of their words, or something without such words at all. */
const PRAISING =
  /\b(?:can't|cannot|couldn't|could not) (?:fault|complain|be (?:happier|better|more)|ask for (?:more|better)|recommend (?:it |them |this )?enough)|\bnot a drop\b|\blike new\b|\bno (?:complaints?|problems?|issues?|regrets?)\b|\bwish (?:i|we)(?:['’]d| had) (?:bought|got|gotten|known|ordered|found|had)\b/gi;
const BLAMING =
  /\b(?:could|should) (?:be|have been) (?:better|more|a bit)|\btoo (?!good|much fun)\p{L}+|\bnot worth\b|\bfell apart\b|\bgave up\b|\bused to be\b/giu;

/** The tone of a part of a review of so many stars. */
export function toneOf(text: string, rating: number): QuoteTone {
  let praise = text.match(PRAISING)?.length ?? 0;
  let blame = text.match(BLAMING)?.length ?? 0;
  const plain = text.replace(PRAISING, " ").replace(BLAMING, " ").toLowerCase().replace(/['’]/g, "");
  const words = plain.match(/\p{L}+/gu) ?? [];
  let negatedUntil = -1;
  for (const [place, word] of words.entries()) {
    if (NEGATIONS.has(word)) negatedUntil = place + REACH;
    const value = isOfSurroundings(words, place) ? 0 : PRAISE.has(word) ? 1 : BLAME.has(word) ? -1 : 0;
    const isPraise = place <= negatedUntil ? value < 0 : value > 0;
    if (value !== 0 && isPraise) praise++;
    if (value !== 0 && !isPraise) blame++;
  }
  if (praise > 0 && blame > 0) return "mixed";
  if (praise > 0) return "pleased";
  if (blame > 0) return "critical";
  return rating >= 4 ? "pleased" : rating <= 2 ? "critical" : "neutral";
}

/** Whether a word tells of the weather, the road or the reviewer, by the noun that it stands before. */
function isOfSurroundings(words: readonly string[], place: number): boolean {
  const [next, afterNext] = [words[place + 1] ?? "", words[place + 2] ?? ""];
  return SURROUNDINGS.has(next) || (BETWEEN.test(next) && WEATHER.has(afterNext));
}
const WEATHER = new Set(
  "rain rains snow wind winds storm storms weather traffic downpour downpours".split(" "),
);
