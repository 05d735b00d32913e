/** Grief and illness in what a shopper writes: nothing to be cheerful about. */
import type { PlanContext } from "./plan-context.ts";

const DEATH =
  /\b(?:(?:has |have |just |recently )*(?:died|passed away|passed on)|(?:is|was) dying|lost (?:my|our|his|her|their) (?:\w+ )?(?:dad|father|mum|mom|mother|parents?|wife|husband|partner|son|daughter|baby|child|brother|sister|grand\w+|nan|gran|granny|friend|uncle|aunt|dog|cat|pet)|funerals?|memorial(?: service)?|condolences?|sympathy (?:gift|card|basket)|bereave\w*|grie(?:f|ving)|mourning|widow(?:ed|er)?|miscarriage|stillborn|in memory of|late (?:husband|wife|father|mother|dad|mum|mom|brother|sister))\b(?!['’]? ?(?:battery|charge|phone|laptop))/i;
const ILLNESS =
  /\b(?:cancer|chemo(?:therapy)?|terminally ill|terminal illness|hospice|(?:had|has had|after|suffered) (?:a |an |her |his |my |the )?(?:stroke|heart attack|accident|surgery|miscarriage)|intensive care|diagnosed with|(?:very|seriously|really) (?:ill|sick)|in (?:the )?hospital|dementia|alzheimer'?s|depress(?:ed|ion)|suicid\w+|divorc(?:e|ed|ing)|lost (?:my|his|her|our) (?:job|home|house))\b/i;
/** Things die as well, without a word of comfort being due. */
const OF_THINGS =
  /\b(?:battery|phone|laptop|computer|car|bike|engine|motor|charger|screen|washing machine|fridge|kettle|tent|lamp|headphones|plants?|lawn) (?:has |have |just |finally )*(?:died|passed)\b|\b(?:my|our|the) (?:(?:old|new|trusty|last|current|cordless) )*(?!(?:dad|daddy|father|mum|mom|mummy|mother|parents?|wife|husband|partner|fianc\w+|son|daughter|baby|child|kid|brother|sister|grand\w+|nan|nana|gran|granny|grampa|friend|mate|uncle|aunt|aunty|cousin|niece|nephew|boss|colleague|neighbou?r|teacher|dog|puppy|cat|kitten|pet|horse|pony|rabbit|hamster|bird|parrot|budgie|boyfriend|girlfriend|man|woman|lady|hero|idol|queen|king)\b)\w+ (?:(?:has|have|just|finally|suddenly) )*died\b/i;

/** What the messages at hand tell of: a death, some other trouble, or null. */
export function graveNews({ state }: PlanContext): "loss" | "trouble" | null {
  const texts = state.heard.map(({ text }) => text).filter((text) => !OF_THINGS.test(text));
  if (texts.some((text) => DEATH.test(text))) return "loss";
  return texts.some((text) => ILLNESS.test(text)) ? "trouble" : null;
}
