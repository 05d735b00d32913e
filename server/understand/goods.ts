/**
 * What shops sell, whichever this one is: nouns of everyday English by which a shopper names a kind of thing, so that
 * one which this shop does not have can be named back instead of being searched for as a word. Singular, folded; parts and words with
 * other everyday senses are left out.
 */
import { stem } from "./normalise.ts";

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

export const GOODS: ReadonlySet<string> = new Set(
  words(`
  laptop notebook computer pc desktop monitor printer scanner keyboard mouse webcam router modem tablet ipad kindle ereader phone
  smartphone iphone  smartwatch watch tv television projector camera camcorder  tripod drone headphone headset earphone
  earbud speaker soundbar radio turntable microphone amplifier guitar piano ukulele violin  flute charger  adapter 
  powerbank  ssd console controller joystick videogame
  fridge refrigerator freezer oven microwave toaster kettle blender mixer juicer dishwasher dryer washer vacuum  hairdryer
  shaver razor trimmer toothbrush humidifier heater  thermostat airfryer grill barbecue smoker pan pot saucepan skillet wok
  casserole knife fork spoon cutlery plate bowl mug  teapot thermos corkscrew colander spatula whisk apron lunchbox
  sofa couch armchair chair stool table desk bookshelf shelf wardrobe cupboard cabinet dresser bed mattress pillow duvet blanket
  bedsheet quilt rug carpet curtain lamp lightbulb bulb chandelier candle vase mirror clock towel bathrobe doormat basket hammock
  shirt tshirt blouse top sweater jumper pullover cardigan hoodie sweatshirt fleece vest jacket coat parka raincoat anorak blazer
  tie dress skirt trouser jean chino legging  sock  underwear bra  boxer pyjama nightgown swimsuit bikini
  scarf shorts tights glove mitten hat  beanie belt wallet purse handbag bag backpack rucksack suitcase luggage briefcase umbrella
  shoe sneaker trainer boot sandal slipper heel loafer brogue clog flipflop wellington espadrille
  necklace bracelet earring ring brooch pendant cufflink sunglass spectacle eyeglass
  lipstick mascara eyeliner eyeshadow foundation concealer blush bronzer primer highlighter powder perfume cologne deodorant shampoo
  conditioner soap cream lotion moisturizer moisturiser serum cleanser toner sunscreen toothpaste mouthwash balm
  book novel cookbook magazine comic textbook dictionary diary planner pen pencil marker crayon stapler envelope calendar
  puzzle toy doll teddy  jigsaw boardgame pram stroller pushchair crib cot diaper nappy pacifier highchair
  bicycle bike scooter skateboard helmet  rollerblade motorbike motorcycle  caravan trailer
  tent tarp hammock stove lantern headlamp flashlight torch compass binocular canteen flask kayak canoe paddle surfboard wetsuit
  ski snowboard sled racket racquet ball football basketball dumbbell kettlebell treadmill trampoline
  drill hammer screwdriver wrench spanner  chainsaw sander plier chisel ladder toolbox  paintbrush
  lawnmower mower rake shovel spade hose wheelbarrow shears plant  compost fertilizer birdhouse
  coffee tea wine beer whisky gin vodka juice chocolate cookie biscuit cake bread cheese pasta rice honey jam oil olive vinegar
  sauce spice cereal granola  crisps snack candy
  leash collar kennel aquarium catnip litter birdcage
  ticket voucher poster painting  sticker fridge wallpaper  faucet  toilet sink shower bathtub`),
);

/** Makers that shoppers everywhere ask for by name; a shop's own brands are in its catalog. */
export const WELL_KNOWN_BRANDS: ReadonlySet<string> = new Set(
  words(`
  lenovo dell asus acer hp apple samsung sony lg huawei xiaomi oneplus oppo nokia motorola htc blackberry microsoft logitech razer
  intel amd nvidia canon nikon olympus fujifilm leica gopro dji garmin fitbit polar suunto bose jbl sennheiser philips panasonic
  toshiba hitachi sharp siemens bosch miele whirlpool electrolux dyson braun gillette tefal delonghi nespresso kitchenaid smeg
  makita dewalt ryobi milwaukee hilti stihl husqvarna karcher ikea lego playmobil mattel hasbro nintendo playstation xbox
  nike adidas puma reebok asics salomon merrell timberland vans converse skechers birkenstock crocs clarks levis wrangler
  patagonia columbia osprey deuter fjallraven mammut arcteryx thule samsonite eastpak jansport herschel rimowa
  gucci prada chanel dior versace armani burberry hermes vuitton rolex casio seiko swatch fossil swarovski pandora
  loreal maybelline revlon lancome clinique nivea dove garnier shiseido olay
  shimano campagnolo specialized cannondale brompton giant yeti stanley tupperware zippo victorinox leatherman`),
);

/** Takes a folded word, in the singular or the plural. */
export function isGood(word: string): boolean {
  return GOODS.has(word) || GOODS.has(stem(word));
}
