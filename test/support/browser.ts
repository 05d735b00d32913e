/** A real Chromium for tests of what only a browser can show. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const executablePath = process.env.OVERTURE_CHROMIUM ?? "/usr/bin/chromium";

export const hasChromium = existsSync(executablePath);
if (!hasChromium) {
  console.warn(
    `Skipped: no Chromium at ${executablePath}. Install it (apt-get install chromium) or set OVERTURE_CHROMIUM.`,
  );
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
