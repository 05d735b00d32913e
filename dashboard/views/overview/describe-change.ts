import type { ShopChange } from "../../api/overview.ts";
import { counted } from "../../parts/words.ts";

export interface DescribedChange {
  says: string;
  /** Where more of it stands; null where nothing does. */
  href: string | null;
  detail: string;
}

/** A change in words a merchant knows. */
export function describeChange(change: ShopChange): DescribedChange {
  switch (change.type) {
    case "experiment": {
      const { key, name, action, arm } = change;
      const detail = arm === null ? "" : `Arm: ${arm}`;
      return { says: `${ACTIONS[action]}: ${name}`, href: `/dashboard/experiments/${key}`, detail };
    }
    case "policy":
      return {
        says: `Policy: ${change.from} → ${change.to}`,
        href: "/dashboard/policies",
        detail: change.why,
      };
    case "setting": {
      const { says, href } = settingOf(change.action);
      const times = change.times > 1 ? ` (${change.times} times)` : "";
      return { says: `${says}${times}`, href, detail: tellFields(change) };
    }
    case "catalog": {
      const { source, times, added, updated, removed } = change;
      const imports = times > 1 ? `${times} imports` : "Catalog imported";
      const parts = [
        added > 0 && `${added.toLocaleString()} new`,
        updated > 0 && `${updated.toLocaleString()} changed`,
        removed > 0 && `${removed.toLocaleString()} gone`,
      ].filter(Boolean);
      // What came through the API has no name of its own.
      const says = source === "import" ? imports : `${imports}: ${source}`;
      return { says, href: "/dashboard/catalog", detail: parts.join(", ") };
    }
  }
}

const ACTIONS: Readonly<Record<Extract<ShopChange, { type: "experiment" }>["action"], string>> = {
  started: "Experiment started",
  paused: "Experiment paused",
  resumed: "Experiment resumed",
  ramped: "Experiment opened to other traffic",
  halted: "Arm halted",
  stopped: "Experiment stopped",
  shipped: "Winner made the default",
  unshipped: "Default restored",
};

const SETTINGS: readonly { begins: string; says: string; href: string | null }[] = [
  { begins: "answer/create", says: "Question answered", href: "/dashboard/gaps" },
  { begins: "answer/", says: "Answer changed", href: "/dashboard/gaps" },
  { begins: "policy/", says: "Weights of strategies changed", href: "/dashboard/policies/weights" },
  { begins: "catalog/", says: "Feed changed", href: "/dashboard/catalog" },
  { begins: "site/", says: "Site changed", href: null },
  { begins: "settings/", says: "Agent changed", href: "/dashboard/agent" },
];

function settingOf(action: string): { says: string; href: string | null } {
  return SETTINGS.find(({ begins }) => action.startsWith(begins)) ?? { says: action, href: null };
}

const FIELDS_TOLD = 4;

/** What is told of answers and weights beside their names is nobody's setting. */
function tellFields({ action, fields }: Extract<ShopChange, { type: "setting" }>): string {
  if (!/^(settings|site)\//.test(action)) return "";
  const told = fields.slice(0, FIELDS_TOLD).join(", ");
  return fields.length > FIELDS_TOLD ? `${told} and ${counted(fields.length - FIELDS_TOLD, "other")}` : told;
}
