/** "Either's fine", "no strong feelings on that one": the shopper does not mind, and wishes for nothing and against nothing. */
import type { Context } from "./understanding-context.ts";

const OPENS =
  "i|it|that|this|well|oh|um|hmm|ah|really|honestly|frankly|actually|just|no|nah|not|am|is|would be|would say|i think|i guess|to be (?:fair|honest)|tbh|have|got|have got|you know";
const CLOSES =
  "really|to me|with me|honestly|thanks|thank you|please|for me|at all|much|either way|in particular|as such|to be (?:fair|honest)|tbh|one way or the other|(?:on|about|for|with|of) (?:that|it|this|them|which|any)(?: one)?";
const FEELING = "(?:feelings?|preferences?|opinions?|views?|thoughts|favou?rites?)";
const INDIFFERENT = new RegExp(
  `^(?:(?:${OPENS}) )*(?:do not (?:really )?(?:care|mind)|do not (?:really )?have (?:one|any|a (?:limit|budget|preference)|(?:any |a )?(?:real |strong |particular |special )*${FEELING})|does not (?:really )?(?:matter|bother me)|(?:no|any) (?:real |strong |particular |special |fixed )*${FEELING}|(?:makes?|does not make) (?:no|little|any|much|a) (?:real |big )?(?:difference|odds)|all the same|any(?:thing)?(?: (?:is fine|goes|works|will do|is ok|is okay|really|at all|you like))?|any of (?:them|those)|either(?: one)?(?: (?:is|are|would be|will be) (?:fine|good|ok|okay)| works| way| will do)?|whatever(?: you (?:think|like|recommend))?|whichever|up to you|you (?:choose|decide|pick|tell me)|surprise me|not important|(?:not )?(?:too |that |so |very |really )*(?:fussed|fussy|picky|choosy|bothered)|flexible|(?:i am )?(?:open|easy)|open to anything|all (?:of them|good|fine)|both(?: (?:are|is) fine)?|have not got one|whatever it (?:takes|costs)|no limit|could go either way|egal|da igual|peu importe)(?: (?:${CLOSES}))*$`,
);

/** Whether the message says that, and nothing else. */
export function isIndifferent({ message }: Context): boolean {
  return INDIFFERENT.test(message.plain.replace(/ ?[.,!?]+/g, "").trim());
}
