/** `npm run bench -- dashboard-data`: a data folder to look at the dashboard with, or to take pictures of it. */
import { chmodSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { inWorkplace } from "../workplace.ts";
import { makeBusyShop } from "./make-shop.ts";

export async function writeDashboardData(options: {
  into: string;
  shoppers: number;
  turns: number;
}): Promise<void> {
  const folder = resolve(options.into);
  mkdirSync(folder, { recursive: true });
  // Started by root, the database runs under an account that must be able to enter.
  chmodSync(folder, 0o755);
  await inWorkplace(async (workplace) => {
    let visits = 0;
    const onVisit = () => {
      visits += 1;
      if (visits % 50 === 0) console.error(`${visits} shoppers have come`);
    };
    const { owner, held, turns } = await makeBusyShop(workplace, folder, { ...options, onVisit });
    console.log(
      `${held.visitors} shoppers held ${held.talks} talks of ${held.turns} turns over sockets; with copies ${turns} turns are stored.`,
    );
    console.log(`owner login: ${owner.email} ${owner.password}`);
    console.log(`OVERTURE_DATA_DIR=${folder} npm run overture -- demo --port 4160`);
  });
}
