/** Who may do what over the merchant API [ADM-1]: one rule per route. A route without a rule lets nobody in. */
import type { Role, Scope } from "./ports.ts";

export interface AccessRule {
  /** The least role that may. `member` is whoever is signed in, about themselves; `anyone` needs no credentials. */
  role: Role | "member" | "anyone";
  /** With any of these a key may, too. */
  scopes: readonly Scope[];
  /** What the audit log calls the change; null where nothing is changed, or the route records more than its address says. */
  audited: string | null;
  /** Programs do it all the time: like ones of a minute are one entry. */
  isFrequent?: boolean;
}

const reading = (...scopes: Scope[]): AccessRule => ({
  ...{ role: "viewer", scopes: ["read", ...scopes], audited: null },
});
const changing = (audited: string, ...scopes: Scope[]): AccessRule => ({
  ...{ role: "editor", scopes: ["write", ...scopes], audited },
});
const owning = (audited: string | null): AccessRule => ({ role: "owner", scopes: [], audited });
const ofOneself = (audited: string | null): AccessRule => ({ role: "member", scopes: [], audited });
const pushing = (audited: string): AccessRule => ({ ...changing(audited, "catalog"), isFrequent: true });

/** By method and path below `/api/admin`, as the routes are written. */
export const ACCESS_RULES: Readonly<Record<string, AccessRule>> = {
  "POST /session": { role: "anyone", scopes: [], audited: null },
  "GET /session": ofOneself(null),
  "DELETE /session": ofOneself("session/close"),
  "DELETE /sessions": ofOneself("session/close-all"),
  "PUT /session/password": ofOneself("member/password"),

  "GET /sites": ofOneself(null),
  "POST /sites": owning("site/add"),
  "POST /session/site": ofOneself("session/switch"),
  "GET /setup": reading(),
  // It keeps nothing, and who tries the agent counts in no figures.
  "POST /preview": reading(),
  "GET /site": reading(),
  "PATCH /site": owning("site/change"),
  "POST /site/rotate-key": owning("site/rotate-key"),

  "GET /members": owning(null),
  "POST /members": owning("member/invite"),
  "PATCH /members/:id": owning("member/role"),
  "DELETE /members/:id": owning("member/remove"),
  "POST /members/:id/link": owning("member/link"),
  "GET /keys": owning(null),
  "POST /keys": owning("key/create"),
  "DELETE /keys/:id": owning("key/remove"),
  "GET /audit": owning(null),

  "GET /overview": reading(),
  "GET /overview/changes": reading(),
  "GET /overview/holdout": reading(),
  "GET /conversations": reading(),
  "GET /conversations/:id": reading(),
  "GET /conversations/:id/live": reading(),
  "GET /live": reading(),
  "POST /conversations/:id/person": changing("conversation/take-over"),
  // A sign of life changes nothing that is worth recording.
  "PUT /conversations/:id/person": { ...changing(""), audited: null },
  "DELETE /conversations/:id/person": changing("conversation/hand-back"),
  "POST /conversations/:id/messages": { ...changing("conversation/message"), isFrequent: true },
  "DELETE /visitors/:id": changing("visitor/erase"),
  "GET /insight/gaps": reading(),
  "GET /answers": reading(),
  "GET /answers/overruled": reading(),
  "GET /answers/categories": reading(),
  "GET /answers/:id/versions": reading(),
  "POST /answers": changing("answer/create"),
  "PUT /answers/:id": changing("answer/change"),
  "DELETE /answers/:id": changing("answer/remove"),
  "POST /answers/:id/restore": changing("answer/restore"),
  "GET /insight/strategies": reading(),
  "GET /insight/strategies/success": reading(),
  "GET /insight/strategies/flow": reading(),
  "GET /outcomes": reading("orders"),
  "GET /model": reading(),
  "GET /settings": reading(),
  "PATCH /settings": changing("settings/change"),
  // Conversations that nobody hears, of settings that need not be stored.
  "POST /settings/preview": reading(),

  "GET /policies": reading(),
  "POST /policies": changing("policy/import"),
  "GET /policies/weights": reading(),
  "PUT /policies/weights": changing("policy/weights"),
  // These work something out and keep nothing.
  "POST /policies/weights/preview": reading(),
  "POST /policies/what-if": reading(),
  "POST /conversations/:id/replay": reading(),
  "GET /policies/:id": reading(),
  "POST /policies/use": changing("policy/use"),
  "POST /policies/rollback": changing("policy/rollback"),

  "GET /catalog": reading("catalog"),
  "GET /products": reading("catalog"),
  "GET /products/:sku": reading("catalog"),
  "PUT /products/:sku": pushing("product/put"),
  "PATCH /products/:sku/stock": pushing("product/stock"),
  "DELETE /products/:sku": pushing("product/delete"),
  "POST /products": pushing("product/batch"),
  "GET /catalog/imports": reading("catalog"),
  "POST /catalog/imports": changing("catalog/import", "catalog"),
  "POST /catalog/imports/:id/confirm": changing("catalog/import-confirm", "catalog"),
  "POST /catalog/imports/:id/discard": changing("catalog/import-discard", "catalog"),
  "GET /catalog/embeddings": reading("catalog"),
  "GET /catalog/feed": reading("catalog"),
  "PUT /catalog/feed": changing("catalog/feed-set", "catalog"),
  "DELETE /catalog/feed": changing("catalog/feed-remove", "catalog"),
  "POST /catalog/feed/pull": changing("catalog/feed-pull", "catalog"),

  "GET /experiments": reading(),
  "POST /experiments": changing("experiment/create"),
  // It works out a size and keeps nothing.
  "POST /experiments/size": reading(),
  "GET /experiments/:key": reading(),
  "PATCH /experiments/:key": changing("experiment/change"),
  "DELETE /experiments/:key": changing("experiment/remove"),
  "GET /experiments/:key/changes": reading(),
  "GET /experiments/:key/size": reading(),
  "GET /experiments/:key/report": reading(),
  "GET /experiments/:key/report.csv": reading(),
  "GET /experiments/:key/looks": reading(),
  "POST /experiments/:key/start": changing("experiment/start"),
  "POST /experiments/:key/ramp": changing("experiment/ramp"),
  "POST /experiments/:key/pause": changing("experiment/pause"),
  "POST /experiments/:key/resume": changing("experiment/resume"),
  "POST /experiments/:key/stop": changing("experiment/stop"),
  "POST /experiments/:key/archive": changing("experiment/archive"),
  "POST /experiments/:key/ship": changing("experiment/ship"),
  "POST /experiments/:key/unship": changing("experiment/unship"),
};
