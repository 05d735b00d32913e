/** English word lists. What is not here is either a word of the catalog or kept as not understood. */

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Grammar: carries no wish of its own. */
export const FUNCTION_WORDS = words(`
  a an the this that these those some any each every either neither both all most more less much many few several such no not nor
  none nothing something anything everything someone anyone everyone somebody anybody nobody i me my mine myself we us our ours
  you your yours he him his she her hers it its they them their theirs one ones am is are was were be been being do does did doing
  done have has had having will would shall should can could may might must ought need needs needed of in on at by for from to with
  without about into onto over under between through during before after above below up down out off again further then once here
  there when where why how what which who whom whose and but or so if because as until while than too very just only own same
  also even still yet ever never always often sometimes usually mostly mainly really quite rather pretty fairly somewhat though
  although however whether since unless per via like unlike around near within across against along among toward towards upon
  plus minus besides beyond despite whilst else instead anyway anyways otherwise well maybe perhaps possibly probably definitely certainly actually basically literally
  honestly ideally preferably hopefully simply already now soon later today tomorrow tonight yesterday ago away back
  s t d ll re ve m etc eg ie vs and/or`);

/** The talk around a wish: said by everybody who shops, so never a feature and never lost meaning. */
const SHOP_TALK = words(`
  hi hello hey yo hiya howdy greetings morning afternoon evening dear please pls plz thanks thank thx ty cheers ok okay okey kay sure yeah yep
  yes yup ya nope nah no hmm hm um uh er oh ah wow well right alright fine great good nice cool awesome perfect excellent lovely wonderful
  amazing fantastic brilliant super best better bad worst worse ideal suitable proper decent solid reliable want wants wanted wanting
  wish wishes looking look looks looked search searching seek seeking find finding found shop shopping shopper buy buying bought
  purchase get gets getting got give gives giving given show shows showing shown see seeing seen let lets help helps helping
  helped recommend recommends recommended recommendation recommendations suggest suggests suggestion suggestions suggested advise
  advice idea ideas pick picks picking choose choosing choice choices option options alternative alternatives browse browsing
  tell tells told say says said ask asks asking asked know knows knew think thinks thinking thought guess suppose believe feel
  feels hope hoping love loves loved likes liked prefer prefers preferred preference preferences preferably
  interested interest consider considering considered mean means meant care cares mind minds matter matters
  try trying tried use uses using used make makes making made take takes taking took go goes going gone went come comes coming came
  keep keeps put puts spend spending pay paying cost costs price prices priced pricing budget money bucks dollars dollar
  product products item items thing things stuff model models kind kinds sort sorts type types version versions range selection
  bit lot lots little couple pair set piece part way ways case example time times day days week weeks month months year years
  minute moment second place point reason reasons problem question questions answer wondering wonder wondered sort
  new old big small important requirement requirements required require requires necessary necessarily possible possibly able
  available anymore long short first last next second third final one two three four five number
  store site website page online link person people guy guys
  currently recently planning plan plans start starting started begin new beginner work works working worked
  wear wearing wears fit fits fitting run runs have having bring brings come happen happens sell sells selling carry carries
  stock sorry excuse pardon actually definitely absolutely totally exactly correct true indeed course god damn
  hear heard read write call called name named different similar other others another extra total least max maximum min minimum
  decide decides decided deciding
  info information details detail specs drawn appeals appeal appealing tempted inclined leaning mhm mm hmmm
  smth sth abt bc cuz ppl u ur r somewhere ish compromise compromises compromising imagined ooh oooh ohh aww yay whoa huh hah
  less more anything everything else enough afford affordable cheap inexpensive expensive pricey costly reasonable reasonably
  around roughly approximately roughly quick quickly fast soon easy easily hard simple sense kinda sorta bunch
  hand end mine lol haha hehe btw fyi tbh imo imho idk asap omg mr mrs ms sir madam buddy mate folks
  `);

/** Words a question or a wish turns on, and that are often mistyped. */
export const OFTEN_MISSPELT = words(`
  recommend recommendation suggest something anything cheaper lighter bigger smaller compare which between under around maximum
  budget price expensive warranty guarantee shipping delivery returns refund discount available review reviews battery weight
  material waterproof colour color looking different please thanks daughter commuting because without another similar better
  vegan robot person second first third black white green yellow orange purple brown silver`);

export const CONVERSATION_WORDS = new Set([...FUNCTION_WORDS, ...SHOP_TALK]);

/** Everyday words that are no typos of a catalog's words, and brand names only when written as names. */
const EVERYDAY = words(`
  send sent sending
  light heavy strong sturdy durable tough robust thin thick slim wide narrow tall short long large huge tiny compact bulky
  soft hard warm cold hot cool dry wet fresh clean dirty bright dark quiet silent loud noisy fast slow smart simple pure
  natural organic gentle mild rich sweet bold classic modern vintage retro stylish elegant fancy flashy plain basic
  premium luxury quality powerful comfortable comfy cozy flexible portable foldable wireless waterproof
  benefit boost clever happy sad kind honest fair true real full empty whole half double single square round flat
  clinique ready busy free open close closed safe secure healthy clear sharp smooth rough
  ride rides riding commute commuting travel travels travelling traveling hike hiking camp camping run running walk walking
  swim swimming cook cooking play playing watch watching listen listening read reading write writing sleep sleeping train
  training climb climbing drive driving fly flying sit sitting stand standing carry carrying lift lifting
  school office gym home house room kitchen bedroom bathroom garden outdoor outdoors indoor indoors trail road street city town
  mountain mountains beach river lake forest park trip trips holiday vacation weekend weekends summer winter spring autumn fall
  rain rainy snow sun sunny wind windy weather daughter son wife husband mother father mom mum dad sister brother boyfriend
  girlfriend partner grandma grandpa grandmother grandfather niece nephew cousin colleague coworker boss teacher student
  baby toddler teen teenager adult adults men women boy boys girl girls lady ladies
  face skin hair body hand hands eye eyes lip lips nail nails foot feet head neck back arm leg
  plane seat stairs bag desk table wall door window floor car bus train boat
  black white red blue green yellow orange purple pink brown gray grey silver gold beige navy turquoise
  cheaper lighter heavier bigger smaller larger longer shorter wider narrower thinner thicker taller faster slower quieter
  louder brighter darker stronger softer harder warmer cooler newer older nicer simpler cheaper cheapest lightest heaviest
  biggest smallest largest longest fastest quietest newest strongest
  birthday christmas gift gifts present presents anniversary wedding man woman kid kids child children friend friends
  silly ugly boring weird strange crazy funny terrible horrible awful useless annoying frustrating ridiculous stupid disappointing
  delivery deliver shipping ship return returns refund warranty guarantee discount coupon sale payment credit card
  weight size color colour material height width length depth battery screen memory storage speed power volume capacity brand
  review reviews rating ratings star stars feedback human robot bot agent representative staff someone
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december world country language english money bank water food fire air earth life love peace
  hundred thousand million grand bucks euro euros pound pounds dollar dollars inch inches foot mile miles hour hours
  stop wait hold leave left move turn change changed forget drop ignore skip cancel remove add added cart basket
  listen understand understood explain compare comparison versus difference between worth
  strictly strictly totally completely exactly nearly almost especially particularly specifically
  needs must-have allergic sensitive allergy avoid hate dislike stand touch
  worried afraid concerned allergic allergy allergies unsure doubt doubts certain convinced hesitant
  daily everyday occasional occasionally regular regularly frequently rarely
  meeting party date dinner lunch breakfast coffee tea wine beer music video photo photos movie movies game games gaming
  news story book books paper pen bottle cup glass box key keys lock light lights lamp
  sold deal waste useless help bye goodbye later reckon seems seem sounds sound looked
  handle carry hold holds last lasts lasting scratch break breaks broke broken repair fix charge charging
  `);

export const COMMON_WORDS = new Set([...CONVERSATION_WORDS, ...EVERYDAY]);

/**
 * Properties that are no attribute in most catalogs but are searched for in the text. Hyphens are written as spaces.
 * The value is what is wished for, in the usual words.
 */
export const FEATURES: ReadonlyMap<string, string> = new Map(
  `waterproof|water resistant|weatherproof|weather resistant|rainproof|splash proof=splashproof|splashproof|dustproof|shockproof|shock resistant|drop proof=shockproof
  windproof|breathable|insulated|lightweight|light weight=lightweight|ultralight|ultra light=ultralight|light=lightweight|sturdy|durable|robust|rugged|tough=durable|strong|long lasting|hard wearing=durable
  compact|portable|foldable|folding|collapsible|packable|slim|thin|small|tiny|big=large|large|roomy|spacious
  electric|electrical=electric|automatic|manual|wireless|bluetooth|wifi|wi fi=wifi|usb c|rechargeable|cordless|solar|fast charging|noise cancelling|noise canceling=noise cancelling|noise cancellation=noise cancelling|noise reduction
  touchscreen|touch screen=touchscreen|backlit|voice control|gps|4k|hd|oled|unlocked
  vegan|cruelty free|not tested on animals=cruelty free|no animal testing=cruelty free|organic|natural|fragrance free|unscented=fragrance free|scent free=fragrance free|oil free|alcohol free|paraben free|parabens|sulfate free|sulfates|gluten free|hypoallergenic|fragrance|perfume|scented
  moisturizing|moisturising=moisturizing|hydrating|matte|glossy|shimmer|smudge proof|long wearing|sensitive skin|dry skin|oily skin
  recyclable|recycled|sustainable|eco friendly|environmentally friendly=eco friendly|fair trade|handmade|second hand|refurbished
  machine washable|washable|dishwasher safe|non slip|nonslip=non slip|anti slip=non slip|scratch resistant|stainless|fireproof|bpa free|leather|plastic|metal|wood|wooden|wool|cotton
  quiet|silent|powerful|fast|quick release|smart|adjustable|ergonomic|comfortable|comfy=comfortable|cozy|padded|warm|soft|stretchy|flexible
  stylish|elegant|modern|classic|vintage|retro|minimalist|simple|fancy|flashy|colorful|colourful=colorful|cute|sporty|sleek|bright
  easy to clean|easy to use|low maintenance|beginner friendly|kid friendly|child friendly|travel friendly|long battery life|battery life|good battery|fast|high quality|good quality=high quality|premium|luxury`
    .split(/[|\n]/)
    .map((entry): [string, string] => {
      const [said = "", meant] = entry.trim().split("=");
      return [said, meant ?? said];
    }),
);
/** Longest feature phrase, in words. */
export const LONGEST_FEATURE = 4;

/** Who it is for: the word, and whether it is a child, whose age and size then matter. */
export const RECIPIENTS: ReadonlyMap<string, "child" | "adult"> = new Map([
  ...[
    ..."daughter son kid kids child children boy girl boys girls baby toddler grandson granddaughter grandchild grandkids grandchildren nephew niece teenager teen newborn infant godson goddaughter youngest eldest littlest".split(
      " ",
    ),
  ].map((word): [string, "child"] => [word, "child"]),
  ...[
    ..."wife husband mother father mom mum mommy dad daddy parents sister brother boyfriend girlfriend partner fiance fiancee spouse grandma grandpa grandmother grandfather nan granny friend friends bestie cousin colleague coworker boss teacher neighbour neighbor lady gentleman twins hubby missus babysitter flatmates in-laws grandparents mother-in-law father-in-law aunt uncle roommate flatmate brother-in-law him her men women man woman ladies gentlemen".split(
      " ",
    ),
  ].map((word): [string, "adult"] => [word, "adult"]),
]);

/** What people do with things, and the noun for it. */
export const ACTIVITIES: ReadonlyMap<string, string> = new Map([
  ["commute", "commuting"],
  ["commuting", "commuting"],
  ["hike", "hiking"],
  ["camp", "camping"],
  ["travel", "travelling"],
  ["bikepack", "bikepacking"],
  ["backpack", "backpacking"],
  ["jog", "jogging"],
  ["climb", "climbing"],
  ["swim", "swimming"],
  ["ski", "skiing"],
  ["surf", "surfing"],
  ["cycle", "cycling"],
  ["game", "gaming"],
  ["stream", "streaming"],
  ["run", "running"],
  ["fish", "fishing"],
  ["sail", "sailing"],
  ["row", "rowing"],
  ["trek", "trekking"],
  ["paint", "painting"],
  ["cook", "cooking"],
  ["bake", "baking"],
  ["garden", "gardening"],
]);

/** Verbs and times that occur in catalog texts but describe no product. */
export const NO_PROPERTY = words(`
  ride rides riding carry carrying lift lifting sleep sleeping drive driving fly sit sitting stand standing walk walking stop wait hold
  holds leave left move turn change changed forget drop ignore skip cancel remove add added listen understand understood explain
  compare comparison versus difference between worth strictly nearly almost especially particularly specifically handle last lasts
  seem seems sounds sound reckon help bye return returns refund delivery ship shipping deliver warranty guarantee discount coupon sale
  review reviews rating ratings star stars feedback human robot bot agent representative staff world country language english
  worried afraid concerned unsure doubt doubts certain convinced hesitant avoid hate dislike touch ready busy happy sad honest fair
  monday tuesday wednesday thursday friday saturday sunday birthday christmas gift gifts present presents anniversary wedding
  man woman kid kids child children friend friends men women boy boys girl girls adult adults baby toddler teen teenager daughter son
  wife husband mother father mom mum dad sister brother boyfriend girlfriend partner terrible horrible awful useless annoying
  frustrating ridiculous stupid disappointing silly ugly boring weird strange crazy funny waste later brand size color colour
  bucks euro euros pound pounds dollar dollars hundred thousand million grand cheaper lighter heavier bigger smaller larger longer
  needs afford cheap affordable expensive strong-willed truth real true clear open close free love money cart basket checkout
  instead requirement budget everyday daily occasional occasionally regular regularly frequently rarely work living live lives
  loves hates enjoys school buy bought read write`);
