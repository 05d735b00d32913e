/** The words people ask about a topic with, whatever the catalog calls it. */

export interface TopicRule {
  /** The topic, or names the attribute may have in the catalog with the topic when it has none of them. */
  about: string;
  attributes?: readonly string[];
  /** Asked of nothing where the catalog has none of the attributes: "how long does it last" of a cream is no battery's life. */
  isKnownOnly?: true;
  pattern: RegExp;
}

/** Service topics come first: "how much is shipping" asks about shipping, not about a price. */
export const TOPIC_RULES: readonly TopicRule[] = [
  {
    about: "identity",
    pattern:
      /\b(?:are you (?:a |an |really |actually |even |just )*(?:real|human|robot|bot|machine|person|ai|chatbot|computer|chatgpt|gpt|llm|alive|automated)|(?:am i|is this) (?:talking|speaking|chatting|typing)?(?: ?(?:to|with))? ?(?:a |an )*(?:real |actual )?(?:human|robot|bot|machine|person|ai|chatbot|computer)|who (?:are|is) (?:you|this)|what are you(?! ?(?:r|selling|recommending))|what is your name|who (?:made|built|created) you|(?:do you have a|what is your) name|human or (?:a )?(?:bot|robot|machine))\b/g,
  },
  {
    about: "shipping",
    pattern:
      /\b(?:free )?(?:ship(?:s|ping|ped|ment)?|deliver(?:y|ed|s|ies)?|postage|arrive[sd]?|express|dispatch(?:ed)?|how (?:fast|soon|quickly|long) (?:can|could|will|does|do|would|might|until) (?:i|it|you|they)(?: take)?(?: to)? (?:get|have|receive|arrive|here)|get it by|here by|(?:get|be|come|make it|reach) here|(?:get|have) (?:it|them|this) (?:before|by|until|in time)|where is my (?:order|parcel|package)|track(?:ing)? (?:number|my))\b/g,
  },
  {
    about: "returns",
    pattern:
      /\b(?:return(?:s|ed|ing|able)?(?: policy)?|take (?:it|this|that|them) back|refund(?:s|ed|able)?|exchange(?:s|d)?|(?:send|bring|give|take) (?:it|them|this|that|these|things?|something|stuff|(?:the|a|an|my) [a-z]+) back|bring it back|(?:it|they|this|these|that|one) (?:can |could )?(?:go|goes) back(?! (?:to|in))|(?:can|could|may) (?:it|they|this|these|that|one|i) go back|money back|trial period|if (?:it|i) (?:does|do) not (?:fit|like))\b/g,
  },
  {
    about: "warranty",
    pattern: /\b(?:warrant(?:y|ies)|guarantee(?:d|s)?|what if it breaks|repairs?|after sales|insurance)\b/g,
  },
  {
    about: "discount",
    pattern:
      /\b(?:discount(?:s|ed)?|coupons?|promo(?:s|tion|tions)?(?: codes?)?|voucher(?:s)?|on sale|sales? (?:on|going|soon)|deals?|special offers?|price ?-? ?match(?:ing|es)?|student|bundle|(?:money|pounds|dollars|euros|percent|%) off|reduced price|black friday|cheaper if i|clearance)\b/g,
  },
  {
    about: "payment",
    pattern:
      /\b(?:pay(?:ment|ments|ing)?(?: (?:methods?|options?|plan|by|with))?|credit cards?|debit card|paypal|klarna|afterpay|apple pay|google pay|instal?lments?|financ(?:e|ing)|invoice|cash on delivery|visa|mastercard|monthly)\b/g,
  },
  {
    about: "reviews",
    pattern:
      /\b(?:reviews?|(?:people|others|customers|buyers|reviewers|anyone|everyone|users|owners|riders) (?:really |actually |usually |generally )?(?:say|saying|think|thinking|like it|said|complain|bought|tried)|feedback|testimonials?|complaints?|any good|(?:people|others|customers|buyers|anyone|users|owners|those|everyone|folks|somebody|someone) (?:who|that) (?:have |has )?(?:bought|own|owns|owned|got|have|has|use|used|tried|ordered)|(?:have|has|are|were|is) (?:other (?:people|buyers|customers|shoppers)|others|people|anyone|anybody|customers|buyers|everyone) (?:been |generally |usually )*(?:happy|pleased|satisfied|disappointed|unhappy|content)|(?:well|badly|poorly) (?:made|built|finished)|(?:build|overall) quality|quality like|(?:good|decent) quality)\b/g,
  },
  {
    about: "rating",
    pattern: /\b(?:how (?:well )?(?:is|are) .{0,20}rated|ratings?|how many stars|star rating)\b/g,
  },
  {
    about: "availability",
    pattern:
      /\b(?:in stock|out of stock|stock(?: left)?|availab(?:le|ility)|sold out|back in|in store|how many (?:are )?left|still have (?:it|them|this|that)|pick ?up|pre ?order)\b/g,
  },
  {
    about: "variants",
    pattern:
      /\b(?:(?:what|which|other|any other|more|how many|different) (?:colou?rs?|sizes?|shades?|variants?|versions?|options?|finishes|styles|flavou?rs?|colou?rways?)(?= (?:does|do|is|are|can|come|available|you|have|there)|$| ?[?.!])|(?:colou?rs?|sizes?|shades?) (?:available|options|(?:does|do) it come|are there|can i get)|come in (?:other|different|any other|more|what|which|several|various))\b/g,
  },
  {
    about: "waterproofing",
    attributes: [
      "waterproofing",
      "waterproof rating",
      "water resistance",
      "waterproof",
      "protection class",
      "water resistant",
      "weather resistance",
      "weatherproof",
      "weather resistant",
      "splashproof",
      "ip rating",
    ],
    pattern:
      /\b(?:keeps? (?:me|my|it|us|things|stuff|everything|the contents?)(?: [a-z]+)? dry|(?:in|for|against|through) (?:the |heavy |hard |pouring |a )*(?:rain|downpour|wet weather)|gets? wet|rain ?proof)\b/g,
  },
  {
    about: "weight",
    attributes: ["weight", "item weight", "net weight", "product weight"],
    pattern:
      /\b(?:how (?:much does|much do) (?:it|this|that|they|the [a-z ]{1,30}?) weigh|weighs?|how heavy|how light|weight|too heavy|(?:lift|carry) (?:it|this|that|them)|heavy(?! (?:rain|snow|traffic|loads?|use|duty)))\b/g,
  },
  {
    about: "charging time",
    attributes: ["charging time", "charge time", "recharge time"],
    pattern:
      /\b(?:how long (?:does|do|will|would) (?:the |its |a )?[a-z]+(?: battery)?(?: need| take)? to (?:fully )?(?:re)?charge|(?:long|hours?|time|day|night|forever|ages) to (?:fully )?(?:re)?charge|how (?:fast|quickly) does (?:it|the battery) (?:re)?charge)\b/g,
  },
  {
    about: "charging",
    isKnownOnly: true,
    attributes: ["charging", "rechargeable", "power source"],
    pattern: /\b(?:rechargeable|how (?:does|do|can|is|are) (?:i|it|they|you) (?:re)?charged?)\b/g,
  },
  {
    about: "range",
    isKnownOnly: true,
    attributes: ["range", "electric range", "beam distance", "reach"],
    pattern:
      /\b(?:how far (?:does|do|can|will|would|is)(?: [a-z]+){0,8}|per charge|(?:one|1|a|single) (?:full )?charge)\b/g,
  },
  {
    about: "setup time",
    isKnownOnly: true,
    attributes: ["setup time", "assembly time", "assembly", "pitching time"],
    pattern:
      /\b(?:(?:to|i) (?:put (?:it |them )?up|set (?:it |them )?up|pitch(?: it)?|assemble|build)|how (?:hard|easy) is it to (?:put up|set up|pitch|assemble))\b/g,
  },
  {
    about: "packed size",
    attributes: ["packed size", "folded size", "pack size"],
    pattern:
      /\b(?:how small (?:does|do|can|will) (?:it|they|this|that) (?:pack|fold|roll)|(?:packs?|folds?|rolls?) (?:down|up|away|small|flat|to)(?: [a-z]+)?|packed down|folded up)\b/g,
  },
  {
    about: "sleeps",
    isKnownOnly: true,
    attributes: ["sleeps", "persons", "capacity persons", "number of persons", "people", "serves"],
    pattern:
      /\b(?:how many (?:people|persons|of us)(?: (?:does|do|can|will|fit|sleep)[a-z ]{0,20})?|(?:one|two|three|four|five|six|\d+) (?:people|persons|adults|kids)(?: (?:really |actually )?(?:fit|sleep)(?: (?:in|inside)(?: there| it)?)?)?)\b/g,
  },
  {
    about: "comfort temperature",
    isKnownOnly: true,
    attributes: ["comfort temperature", "comfort down to", "temperature rating", "temperature"],
    pattern:
      /\b(?:how (?:cold|warm)(?: (?:can|could|does|do|is|are|will|would|may))|down to (?:what|which) temperature|(?:warm|cold) enough|(?:how many|which|what) (?:degrees|temperatures?)|keeps? (?:me|us|him|her|you) warm|(?:in|at|to|below) (?:- ?|minus )\d+|sub ?-? ?zero|below (?:zero|freezing))\b/g,
  },
  {
    about: "care",
    isKnownOnly: true,
    attributes: ["care", "care instructions", "washing instructions", "washing"],
    pattern:
      /\b(?:(?:machine |hand )?wash(?:ed|ing|able|es)?(?! ?-? ?bag)|tumble ?-? ?dr(?:y|ied)|dry ?-? ?clean(?:ed|ing)?|how (?:do|should|can|would) (?:i|you|one) (?:clean|care for|look after|maintain))\b/g,
  },
  {
    about: "insulation",
    isKnownOnly: true,
    attributes: ["insulation", "filling", "fill", "padding", "material"],
    pattern: /\b(?:(?:stuffed|filled|padded|insulated) with|stuffing|filling|padding)\b/g,
  },
  {
    about: "power source",
    isKnownOnly: true,
    attributes: ["power source", "power supply", "fuel", "charging", "battery type"],
    pattern: /\b(?:runs? on(?! the)|powered by|what (?:powers|fuels)|plugs? in(?:to)?)\b/g,
  },
  {
    about: "age",
    isKnownOnly: true,
    attributes: ["age", "age range", "recommended age"],
    pattern: /\b(?:(?:what|which) ages?|how old (?:should|must|do|does|can)|suitable from)\b/g,
  },
  {
    about: "mount",
    isKnownOnly: true,
    attributes: ["mount", "mounting", "attachment", "rack fit"],
    pattern:
      /\bhow (?:does|do|is|are|would|can i) (?:it|they|this|these|the [a-z]+) (?:attach(?:ed)?|mount(?:ed)?|clip|fasten(?:ed)?|fix(?:ed)?)\b/g,
  },
  {
    about: "closure",
    isKnownOnly: true,
    attributes: ["closure", "closing", "opening", "lid"],
    pattern: /\bhow (?:does|do) (?:it|they|this|these|the [a-z]+) (?:close|open|shut|seal|do up)\b/g,
  },
  {
    about: "sole",
    isKnownOnly: true,
    attributes: ["sole", "outsole", "tread", "grip"],
    pattern: /\b(?:grippy|traction|tread|slip(?:pery)? (?:on|in)|(?:good |any |much )grip)\b/g,
  },
  {
    about: "sold as",
    isKnownOnly: true,
    attributes: ["sold as", "pieces", "number of pieces", "quantity"],
    pattern:
      /\b(?:(?:sold|come|comes|sell (?:it|them)|price) (?:is )?(?:as|in|for) (?:a |the |one )?(?:pairs?|sets?|single|one|both)|sold (?:singly|individually|separately)|how many (?:(?:come|are|do i get|do you get) )?in (?:a|the|one) (?:set|pack|box))\b/g,
  },
  {
    about: "fit",
    isKnownOnly: true,
    attributes: ["fit", "width"],
    pattern:
      /\b(?:(?:wide|narrow|broad) (?:feet|foot|shoulders|hips)|(?:cut|fits?) (?:narrow|wide|slim|tight|loose|snug|generous|roomy|small|large|big|close)(?:ly)?)\b/g,
  },
  {
    about: "use",
    isKnownOnly: true,
    attributes: ["use", "usage", "intended use"],
    pattern: /\bwhat (?:is|are) (?:it|they|this|these) (?:meant|made|used|intended|designed|good) for\b/g,
  },
  {
    about: "gears",
    isKnownOnly: true,
    attributes: ["gears", "speeds", "number of gears", "number of speeds"],
    pattern: /\bhow many (?:speeds|gears)\b/g,
  },
  {
    about: "maximum load",
    isKnownOnly: true,
    attributes: [
      "maximum load",
      "max load",
      "load capacity",
      "weight limit",
      "weight capacity",
      "maximum weight",
    ],
    pattern:
      /\b(?:(?:heaviest|max(?:imum)?|most) (?:person|rider|weight|load|user)|how much (?:weight|load)|(?:weight|load) limit|(?:hold|holds|carry|support|supports|bear|bears|take|takes) (?:both|two|three|all) (?:of us|people|adults|kids)|(?:hold|support|bear|take|carry) (?:my weight|\d+ ?(?:kg|kilos?|pounds|lbs?)|an adult|a grown))\b/g,
  },
  {
    about: "size",
    attributes: ["rider height", "body height", "size"],
    pattern:
      /\b(?:(?:fits?|suits?|right for|good for|okay for|ok for) (?:someone|somebody|a person|a rider|me|people|a woman|a man) (?:who is |of |at |i am |if i am )?(?:about )?\d[\d.,]*(?: ?[a-z]+)?|how tall (?:do|should|must) (?:i|you|the rider)|my height)\b/g,
  },
  {
    about: "leakproof",
    isKnownOnly: true,
    attributes: ["leakproof", "leak proof", "leak-proof", "watertight"],
    pattern: /\b(?:leaks?|leaking|leaky|spills?|watertight)\b/g,
  },
  {
    about: "battery life",
    attributes: ["battery life", "battery", "battery capacity", "runtime"],
    isKnownOnly: true,
    pattern:
      /\bhow long (?:does|will|do|can) (?:it|they|this|that|one|the (?:light|lamp|beam|torch|lantern)) (?:run|last|burn|shine|glow|go on|keep going|stay (?:on|lit))\b/g,
  },
  {
    about: "battery life",
    attributes: ["battery life", "battery", "battery capacity", "runtime"],
    pattern:
      /\b(?:how long (?:does|will|do|can) (?:the |it |its |a )?battery(?: last)?[a-z ]{0,14}|battery(?: life| last)?)\b/g,
  },
  {
    about: "size",
    attributes: [
      "carry-on",
      "cabin size",
      "cabin approved",
      "folded size",
      "packed size",
      "dimensions",
      "size",
    ],
    pattern:
      /\b(?:(?:it |they |this |that |one )?(?:would |will |really |actually )*(?:fits? )?(?:under|below|in|into|inside) (?:a |an |the |my )?(?:plane|airplane|aeroplane|airline|aircraft|overhead)(?: [a-z]+)?|carry ?-?on|cabin (?:bag|baggage|luggage|size)|hand luggage|overhead (?:bin|compartment|locker)|(?:under|below) (?:a |an |the |my )?(?:plane |airplane |aeroplane |airline |aircraft )?seat|(?:on|in|into) (?:a |an |the )?(?:plane|airplane|aeroplane|cabin))\b/g,
  },
  {
    about: "capacity",
    attributes: ["capacity", "volume"],
    pattern:
      /\b(?:(?:what is the|the|its) volume(?! (?:level|control|button|knob|setting))|how many (?:litres?|liters?|cups|gallons|ounces|ml)|how much (?:[a-z]+ )?(?:does|can|will|would|do) (?:it|this|that|they|one|the [a-z]+) (?:hold|carry|take|fit)|how much (?:[a-z]+ )?(?:goes|go|fits?|can i (?:put|pour|pack|get|fit)) (?:in|into|inside)|how much [a-z]+ (?:goes|fits))\b/g,
  },
  {
    about: "size",
    attributes: ["size", "dimensions", "screen size", "capacity", "volume", "floor area", "width"],
    pattern:
      /\b(?:how (?:big|large|small|roomy|spacious)|what (?:size|are the dimensions)|(?:too|a bit|a little|a tad|rather|quite|kind of|sort of|pretty|slightly|awfully) (?:big|small|large|bulky|tight|tiny|huge))\b/g,
  },
  {
    about: "size",
    attributes: ["size", "dimensions", "screen size", "diameter", "width"],
    pattern:
      /\b(?:dimensions?|measurements?|how much (?:does it|can it|will it) fit|(?:does|will|would|do|can|if|whether|not sure|sure|hope|doubt) (?:it|this|that|they|i|the [a-z]+) (?:really |even |actually )?(?:fits?|squeeze)|it fits?|fit (?:under|in|into|on|inside|through|my|a|an|the)|true to size|runs? (?:true|small|large|big))\b/g,
  },
  {
    about: "length",
    attributes: ["length", "cable length", "locking length"],
    pattern:
      /\b(?:how long is(?! (?:the )?(?:shipping|delivery|warranty|guarantee|return|refund))|what length|too (?:long|short))\b/g,
  },
  { about: "height", attributes: ["height"], pattern: /\b(?:how (?:tall|high))\b/g },
  { about: "width", attributes: ["width"], pattern: /\bhow wide\b/g },
  {
    about: "material",
    attributes: ["material", "materials", "frame material", "fabric"],
    pattern: /\b(?:what material|made (?:of|from|out of)|what is it made|materials?|ingredients?)\b/g,
  },
  {
    about: "speed",
    attributes: ["speed", "top speed"],
    pattern: /\b(?:how fast (?:is|does|can it)|top speed)\b/g,
  },
  {
    about: "noise",
    attributes: ["noise", "noise level"],
    pattern: /\b(?:how (?:loud|noisy|quiet)|too (?:loud|noisy))\b/g,
  },
  {
    about: "brand",
    pattern:
      /\b(?:(?:what|which) (?:brands?|make)|who makes|who (?:is )?(?:the )?manufacturer|manufactured by|made by (?:who|whom))\b/g,
  },
  {
    about: "price",
    pattern:
      /\b(?:how much(?! [a-z]+ (?:goes|go|fits?|can|could|does|do|will|would)\b(?! (?:it |they |this |that |you )*(?:cost|charge|sell)))(?: (?:is|are|does|do|for|would|will)\b)?|prices?|cost(?:s|ing)?|how expensive|afford|worth (?:it|the money|the price)|expensive|pricey|overpriced|steep(?! (?:hills?|slopes?|climbs?|roads?|stairs))|dear)\b/g,
  },
];
