/** One picture per product and colour, drawn from parameters: the same input always gives the same SVG. */
import * as bags from "./bags.ts";
import * as bikes from "./bikes.ts";
import * as camp from "./camp.ts";
import * as clothing from "./clothing.ts";
import * as kitchen from "./kitchen.ts";
import { type Colour, paintOf } from "./palette.ts";
import { type Drawing, group } from "./pen.ts";
import { drawScene, type Scene } from "./scenes.ts";

const DRAWINGS = {
  "zip backpack": [bags.zipBackpack, "street"],
  "roll-top backpack": [bags.rollTopBackpack, "rain"],
  "flap backpack": [bags.flapBackpack, "plain"],
  "hiking backpack": [bags.hikingBackpack, "hills"],
  "messenger bag": [bags.messengerBag, "street"],
  "tote bag": [bags.toteBag, "plain"],
  "sling bag": [bags.slingBag, "plain"],
  "duffel bag": [bags.duffelBag, "street"],
  "packing cubes": [bags.packingCubes, "plain"],
  "dry bag": [bags.dryBag, "hills"],
  pouch: [bags.pouch, "table"],
  "laptop sleeve": [bags.laptopSleeve, "table"],
  "city bike": [bikes.cityBike, "street"],
  "step-through bike": [bikes.stepThroughBike, "street"],
  "single-speed bike": [bikes.singleSpeedBike, "street"],
  "gravel bike": [bikes.gravelBike, "hills"],
  "folding bike": [bikes.foldingBike, "street"],
  "e-bike": [bikes.electricBike, "street"],
  "cargo bike": [bikes.cargoBike, "street"],
  pannier: [bikes.pannier, "rain"],
  "pannier pair": [bikes.pannierPair, "rain"],
  "shopper pannier": [bikes.shopperPannier, "plain"],
  "handlebar bag": [bikes.handlebarBag, "hills"],
  "frame bag": [bikes.frameBag, "hills"],
  helmet: [bikes.helmet, "plain"],
  "u-lock": [bikes.uLock, "plain"],
  "folding lock": [bikes.foldingLock, "plain"],
  "cable lock": [bikes.cableLock, "plain"],
  "mini pump": [bikes.miniPump, "plain"],
  "floor pump": [bikes.floorPump, "plain"],
  "multi-tool": [bikes.multiTool, "plain"],
  bell: [bikes.bell, "plain"],
  "saddle cover": [bikes.saddleCover, "rain"],
  "rain jacket": [clothing.rainJacket, "rain"],
  raincoat: [clothing.raincoat, "rain"],
  poncho: [clothing.poncho, "rain"],
  "puffer jacket": [clothing.pufferJacket, "snow"],
  vest: [clothing.vest, "hills"],
  fleece: [clothing.fleece, "hills"],
  "t-shirt": [clothing.tShirt, "plain"],
  "long sleeve": [clothing.longSleeve, "plain"],
  "rain trousers": [clothing.rainTrousers, "rain"],
  "neck tube": [clothing.neckTube, "plain"],
  gloves: [clothing.gloves, "snow"],
  "stick umbrella": [clothing.stickUmbrella, "rain"],
  "pocket umbrella": [clothing.pocketUmbrella, "rain"],
  sneaker: [clothing.sneaker, "street"],
  "trail shoe": [clothing.trailShoe, "hills"],
  "hiking boot": [clothing.hikingBoot, "hills"],
  "chelsea boot": [clothing.chelseaBoot, "rain"],
  sandal: [clothing.sandal, "plain"],
  "steel bottle": [kitchen.steelBottle, "hills"],
  "glass bottle": [kitchen.glassBottle, "table"],
  "bike bottle": [kitchen.bikeBottle, "plain"],
  "soft flask": [kitchen.softFlask, "hills"],
  flask: [kitchen.flask, "snow"],
  "sport flask": [kitchen.sportFlask, "plain"],
  "food jar": [kitchen.foodJar, "table"],
  "travel mug": [kitchen.travelMug, "table"],
  "enamel mug": [kitchen.enamelMug, "table"],
  "front light": [kitchen.frontLight, "dusk"],
  "rear light": [kitchen.rearLight, "dusk"],
  "light set": [kitchen.lightSet, "dusk"],
  headlamp: [kitchen.headlamp, "dusk"],
  lantern: [kitchen.lantern, "dusk"],
  "globe lantern": [kitchen.globeLantern, "dusk"],
  "string lights": [kitchen.stringLights, "dusk"],
  torch: [kitchen.torch, "dusk"],
  "dome tent": [camp.domeTent, "hills"],
  "tunnel tent": [camp.tunnelTent, "hills"],
  "tipi tent": [camp.tipiTent, "dusk"],
  tarp: [camp.tarp, "hills"],
  hammock: [camp.hammock, "hills"],
  "mummy bag": [camp.mummyBag, "snow"],
  "sleeping mat": [camp.sleepingMat, "plain"],
  "gas stove": [kitchen.gasStove, "table"],
  "two-burner stove": [kitchen.twoBurnerStove, "table"],
  "wood stove": [kitchen.woodStove, "hills"],
  "pot set": [kitchen.potSet, "table"],
  skillet: [kitchen.skillet, "table"],
  kettle: [kitchen.kettle, "table"],
  "coffee dripper": [kitchen.coffeeDripper, "table"],
  "moka pot": [kitchen.mokaPot, "table"],
  cutlery: [kitchen.cutlery, "table"],
  "cooler bag": [kitchen.coolerBag, "plain"],
  grill: [kitchen.grill, "hills"],
} as const satisfies Record<string, readonly [Drawing, Scene]>;
export type DrawingName = keyof typeof DRAWINGS;

const LIGHT =
  '<defs><linearGradient id="shade"><stop offset="0" stop-color="#fff" stop-opacity=".16"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#101828" stop-opacity=".2"/></linearGradient><linearGradient id="dusk" x2="0" y2="1"><stop offset="0" stop-color="#c98a6a" stop-opacity="0"/><stop offset="1" stop-color="#c98a6a" stop-opacity=".75"/></linearGradient><linearGradient id="beam"><stop offset="0" stop-color="#ffe9a8" stop-opacity=".5"/><stop offset=".95" stop-color="#ffe9a8" stop-opacity="0"/></linearGradient><radialGradient id="glow"><stop offset="0" stop-color="#ffe9ad" stop-opacity=".75"/><stop offset="1" stop-color="#ffe9ad" stop-opacity="0"/></radialGradient><radialGradient id="redglow"><stop offset="0" stop-color="#ff7a62" stop-opacity=".6"/><stop offset="1" stop-color="#ff7a62" stop-opacity="0"/></radialGradient></defs>';

/** An SVG document of 480 × 480. `sku` seeds the background; `size` 1 is the drawing's own. */
export function drawProduct(name: DrawingName, colour: Colour, sku: string, size = 1): string {
  const [draw, scene] = DRAWINGS[name];
  const thing = draw(paintOf(colour));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" width="480" height="480">${LIGHT}${drawScene(scene, seedOf(sku))}${size === 1 ? thing : group(`translate(${240 - 240 * size} ${400 - 400 * size}) scale(${size})`, thing)}</svg>`;
}

/** Where the storefront serves the picture; without a colour, the product's first one is shown. */
export function imageAddress(sku: string, colour?: Colour): string {
  return `/demo/images/${sku}${colour === undefined ? "" : `.${colour.toLowerCase().replace(" ", "-")}`}.svg`;
}

function seedOf(sku: string): number {
  return [...sku].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) % 9973, 7);
}
