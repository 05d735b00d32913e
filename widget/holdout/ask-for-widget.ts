/**
 * A chunk of its own, for pages with `data-holdout`: asks whether this visitor is shown the widget before anything is drawn. Who is
 * not is measured all the same [EXP-3], or the two could not be compared: the page's delay, its purchases, what is put in the cart.
 */
import type { Visit, VisitAnswer } from "../../shared/visit.ts";
import type { Embed } from "../embed-types.ts";
import { measurePageDelay } from "../measure/page-delay.ts";
import { sendSignal } from "../measure/send-signal.ts";
import { tellArms } from "../measure/tell-arms.ts";
import { createPageEvents } from "../page/page-events.ts";
import { readPage } from "../page/read-page.ts";
import { identityOf, track } from "../page/run-command.ts";
import { createId } from "../session/create-id.ts";
import type { VisitorMemory } from "../session/remembered.ts";
import { createShelf } from "../session/shelf.ts";

/** Without an answer nothing is drawn: whoever should not have it must not see it. */
export async function askForWidget(embed: Embed, show: () => void): Promise<void> {
  const { site = "" } = embed.attributes;
  const visitor = createShelf<VisitorMemory>(() => localStorage, `overture:${site}`);
  const { token } = visitor.read();
  const first = await ask(embed, site, token);
  // Only for a token that is not valid: whoever asked as somebody new because a request was lost would be placed anew.
  const answer = token && first === "unknown-visitor" ? await ask(embed, site, undefined) : first;
  if (answer === null || answer === "unknown-visitor") return;
  const { visitorToken, widget } = answer;
  if (visitorToken) visitor.write({ token: visitorToken });
  if (widget) show();
  else if (visitorToken) measureHoldout(embed, site, visitorToken);
}

/** Null without an answer. */
async function ask(
  { server, calls }: Embed,
  siteKey: string,
  token?: string,
): Promise<VisitAnswer | "unknown-visitor" | null> {
  const identified = calls.findLast(([command]) => command === "identify");
  const identity = identified && identityOf(identified[1]);
  const visit: Visit = {
    siteKey,
    page: readPage(),
    ...(token && { visitorToken: token }),
    ...(identity && { identity }),
  };
  try {
    const answer = await fetch(`${server}/api/visits`, {
      method: "POST",
      credentials: "omit",
      body: JSON.stringify(visit),
    });
    if (answer.status === 401) return "unknown-visitor";
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function measureHoldout(embed: Embed, site: string, token: string): void {
  const { server } = embed;
  const events = createPageEvents();
  embed.run = ([command, name, facts]) => {
    if (command === "on") events.on(name, facts);
    if (command === "off") events.off(name, facts);
    if (command !== "track") return;
    track(name, facts, {
      trackCart() {},
      trackNoResults() {},
      trackSignal: (signal) => sendSignal(server, site, token, { id: createId(), ...signal }),
    });
  };
  for (const call of embed.calls.splice(0)) embed.run(call);
  void tellArms(server, site, token, events);
  measurePageDelay((value) => sendSignal(server, site, token, { id: createId(), type: "page-delay", value }));
}
