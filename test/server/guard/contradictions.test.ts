import { describe, expect, it } from "vitest";
import type { Product } from "../../../server/catalog/product.ts";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { BIKE, evidenceOn, FELL, LAMP, LAPTOP, RIDGE, SERUM } from "./fixture-catalog.ts";

const verdictOn = (items: Product[], sentence: string) => checkSentence(sentence, evidenceOn(items)).type;

describe("[GRD-2] words of the row, turned round", () => {
  it.each<[string, Product[]]>([
    ["The Ridgeline is $59.50 cheaper than the Talus Fell 30.", [RIDGE, FELL]],
    ["The Talus Fell 30 is $59.50 more expensive than the Ridgeline.", [RIDGE, FELL]],
    ["The Ridgeline is rated lower than the Talus Fell 30.", [RIDGE, FELL]],
    ["The Talus Fell 30 is rated higher than the Ridgeline.", [RIDGE, FELL]],
    ["The Corvus Book 15 does not have a 15.6-inch screen.", [LAPTOP]],
    ["The Talus Fell 30 does not come in black.", [FELL]],
    ["The Marlow Gravel One isn't made of aluminium.", [BIKE]],
    ["Its skin type is hyaluronic acid.", [SERUM]],
    ["The Dew Hydrating Serum's key ingredient is dry.", [SERUM]],
    ["Nothing on the market is lighter.", [FELL]],
    ["Nothing you can buy anywhere weighs less.", [FELL]],
    ["It costs $89.50 and was developed together with the army.", [FELL]],
    ["It fits your budget at $89.50 and was developed together with the army.", [FELL]],
    ["The Talus Fell 30 fits your budget at $89.50 and charges itself in the sun.", [FELL]],
    ["It can be folded to the size of a wallet.", [FELL]],
    ["It's as light as a feather.", [FELL]],
  ])("are stopped: %s", (sentence, items) => {
    expect(verdictOn(items, sentence)).toBe("unsupported");
  });
  it.each<[string, Product[]]>([
    ["The Ridgeline is $59.50 more expensive than the Talus Fell 30.", [RIDGE, FELL]],
    ["The Talus Fell 30 is $59.50 cheaper than the Ridgeline.", [RIDGE, FELL]],
    ["The Talus Fell 30 is rated lower than the Ridgeline.", [RIDGE, FELL]],
    ["The Talus Fell 30 fits your budget at $89.50.", [FELL]],
    ["It doesn't weigh more than 780 g.", [FELL]],
    ["It isn't waterproof.", [FELL]],
    ["Its key ingredient is hyaluronic acid.", [SERUM]],
    ["Its screen size is 15.6 inches.", [LAPTOP]],
    ["Its colour is matte white.", [LAMP]],
    ["On shipping, I can't give you an honest answer.", [FELL]],
    ["About the warranty, I'm afraid I can't say.", [FELL]],
  ])("pass as the row has them: %s", (sentence, items) => {
    expect(verdictOn(items, sentence)).toBe("pass");
  });
});
