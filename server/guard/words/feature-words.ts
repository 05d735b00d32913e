/**
 * Words that always state something checkable about an item, in whatever kind of sentence they stand: materials,
 * colours, capabilities, qualities. They need evidence even where other words do not.
 */
import { stemOf } from "../tokens.ts";

const MATERIALS = `
aluminum aluminium alloy steel stainless iron titanium carbon copper brass bronze chrome nickel silver gold golden platinum
leather suede nubuck vegan-leather fur wool merino cashmere alpaca mohair cotton linen silk satin velvet denim canvas nylon
polyester polyamide elastane spandex lycra fleece down feather gore-tex goretex rubber latex silicone plastic acrylic
polycarbonate vinyl pvc resin bamboo oak walnut pine beech birch maple teak mahogany wood wooden plywood mdf rattan wicker
marble granite stone slate ceramic porcelain glass crystal concrete clay terracotta cork felt mesh kevlar graphite magnesium neoprene
`;
const COLOURS = `
red blue green yellow orange purple violet pink brown black white gray grey beige ivory cream turquoise teal navy maroon burgundy
crimson scarlet magenta cyan indigo lavender lilac mint olive khaki coral peach charcoal rose-gold multicolor multicolour matte glossy
`;
const CAPABILITIES = `
waterproof water-resistant splashproof weatherproof windproof fireproof fire-resistant shockproof dustproof rustproof scratchproof
stainproof leakproof bulletproof childproof soundproof heatproof ovenproof dishwasher-safe microwave-safe machine-washable washable
breathable insulated thermal heated wireless bluetooth wifi wi-fi nfc gps cordless rechargeable solar battery-powered battery electric
motorized motorised automatic digital smart touchscreen foldable folding collapsible portable adjustable reversible stackable
detachable removable waterproofing backlit noise-cancelling noise-canceling hypoallergenic antibacterial antimicrobial
vegan vegetarian organic natural cruelty-free gluten-free sugar-free fragrance-free paraben-free sulfate-free bpa-free oil-free
nontoxic non-toxic dermatologist halal kosher fairtrade recycled recyclable biodegradable compostable sustainable eco-friendly
handmade handcrafted refurbished genuine authentic certified patented award-winning unisex disposable reusable ergonomic
tubeless hydraulic suspension disc oled qled lcd led hdr dolby usb usb-c hdmi ethernet thunderbolt unlocked dishwasher
voice-controlled alexa siri airplay chromecast inflatable magnetic tempered anodized forged woven knitted quilted padded lined
dustproof submersible crashproof indestructible unbreakable flame-retardant uv
`;
const QUALITIES = `
durable sturdy rugged robust lightweight heavyweight heavy featherweight compact slim bulky quiet silent fast speedy powerful
energy-efficient efficient long-lasting comfortable comfy cozy soft softest smooth luxurious premium high-end stylish elegant
reliable dependable trusted world-class professional industrial military military-grade medical-grade hospital-grade space-grade
versatile innovative cutting-edge state-of-the-art superior exceptional unmatched unrivalled unrivaled flawless
`;

/** What an item is better off without: to deny one of these praises. */
const FLAWS = `
paraben parabens sulfate sulfates phthalates silicones sugar sugars gluten nuts nut dairy lactose soy wheat eggs egg alcohol perfume
fragrance fragrances scent smell smells odor talc bpa plastic plastics chemical chemicals toxin toxins toxic harmful preservatives preservative additives
additive colouring dye dyes artificial latex nickel animal animals palm fat salt sodium caffeine noise noisy loud leak leaks scratch
scratches rust fade fades shrink shrinks tear tears break breaks fail fails crack cracks peel stain stains itch itchy irritate slip slips
smudge smudges wrinkle wrinkles squeak rattle drip clog chafe residue lag delay cost costs fee fees risk risks heavy heavyweight
bulky disposable refurbished clumsy flimsy cheaply defect defects complaint complaints problems acne allergens allergen mercury pesticides
pesticide gmo fluorine pfas formaldehyde aluminium solvents solvent bleach waste maintenance tools subscription hidden tangle tangles hurt pinch
`;

const stemsIn = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(/\s+/)
      .filter((word) => word.length > 0)
      .flatMap((word) => (word.includes("-") ? [stemOf(word.replaceAll("-", ""))] : [word, stemOf(word)])),
  );

export const FEATURE_WORDS = stemsIn(`${MATERIALS} ${COLOURS} ${CAPABILITIES} ${QUALITIES}`);

const MATERIAL_STEMS = stemsIn(MATERIALS);
const COLOUR_STEMS = stemsIn(COLOURS);

const PORT_STEMS = stemsIn("usb hdmi displayport thunderbolt ethernet vga dvi jack aux optical lightning");

const FLAW_STEMS = stemsIn(FLAWS);
const VIRTUE_STEMS = stemsIn(`${CAPABILITIES} ${QUALITIES}`);

export const isFlaw = (stem: string): boolean => FLAW_STEMS.has(stem);
export const isVirtue = (stem: string): boolean => VIRTUE_STEMS.has(stem) && !FLAW_STEMS.has(stem);
export const isPort = (stem: string): boolean => PORT_STEMS.has(stem);
export const isMaterial = (stem: string): boolean => MATERIAL_STEMS.has(stem);
export const isColour = (stem: string): boolean => COLOUR_STEMS.has(stem);
