import type { Config } from "../config.ts";
import { readVisitorToken } from "../gateway/visitor-token.ts";
import { CommandFailure } from "./command-failure.ts";

/** The visitor that a request is about: shoppers can name only the token their browser keeps, logs name the id. */
export function visitorOf(idOrToken: string, siteId: string, config: Config): string {
  if (!idOrToken.includes(".")) return idOrToken;
  const visitorId = readVisitorToken(config.secret(), siteId, idOrToken);
  if (visitorId === null) throw new CommandFailure("the visitor token was not made for this site");
  return visitorId;
}
