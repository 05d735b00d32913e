/** What arms give, in full and compared with how the site is; and what of them two experiments would quarrel about. */
import type { Mode } from "../dialogue/strategies.ts";
import type { Arm, Namespace, Treatment, Varied } from "./plan.ts";
import { VARIED } from "./plan.ts";

/** How a site treats whoever is in no experiment. */
export interface SiteDefaults {
  mode: Mode;
  policy: string;
  /** The agent may speak unasked, in an opening or after a silence. */
  initiative: boolean;
}

/** What a visitor with this treatment meets. A site whose agent never speaks unasked gives no arm initiative. */
export function wholeTreatment(treatment: Treatment, site: SiteDefaults): Required<Treatment> {
  return {
    mode: treatment.mode ?? site.mode,
    policy: treatment.policy ?? site.policy,
    initiative: site.initiative && (treatment.initiative ?? true),
    widget: treatment.widget ?? true,
  };
}

/** Without the widget, the rest of a treatment is never met. */
export function areAlike(a: Treatment, b: Treatment, site: SiteDefaults): boolean {
  const one = wholeTreatment(a, site);
  const other = wholeTreatment(b, site);
  if (!one.widget || !other.widget) return one.widget === other.widget;
  return VARIED.every((varied) => one[varied] === other[varied]);
}

/** What at least one of the arms decides for its visitors. */
export function variedBy(arms: readonly Arm[]): Varied[] {
  return VARIED.filter((varied) => arms.some(({ treatment }) => treatment[varied] !== undefined));
}

/**
 * The arms with everything said that one of them says: what an arm leaves to the site is written down as it is now, so that
 * a setting changed meanwhile moves no arm of a running experiment [EXP-11].
 */
export function frozenArms(arms: readonly Arm[], site: SiteDefaults): Arm[] {
  const varied = variedBy(arms);
  return arms.map((arm) => {
    const whole = wholeTreatment(arm.treatment, site);
    return { ...arm, treatment: Object.fromEntries(varied.map((key) => [key, whole[key]])) };
  });
}

export interface Traffic {
  key: string;
  arms: readonly Arm[];
  namespace: Namespace | null;
}

/** May a visitor be in both? Only disjoint ranges of one namespace see to it that nobody is [EXP-1]. */
export function shareVisitors(a: Traffic, b: Traffic): boolean {
  if (!a.namespace || !b.namespace || a.namespace.id !== b.namespace.id) return true;
  return a.namespace.start < b.namespace.end && b.namespace.start < a.namespace.end;
}

/** What both would decide for the same visitors: two such experiments never run at once. */
export function quarrelOf(a: Traffic, b: Traffic): Varied[] {
  if (!shareVisitors(a, b)) return [];
  const others = variedBy(b.arms);
  return variedBy(a.arms).filter((varied) => others.includes(varied));
}
