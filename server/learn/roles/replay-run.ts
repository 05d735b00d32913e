/** A run had again from its record: the same talks with the same outcome, without an endpoint. */
import { ModelTrouble } from "../../model/model-trouble.ts";
import { createTalk, createTroubles, type RoleRun, type RunSource } from "./role-run.ts";
import { RunOver } from "./run-over.ts";
import { readRunRecord } from "./run-record.ts";
import { createTokenMeter } from "./token-meter.ts";

/** @param path of the record. Throws a `RunOver` where it is of no use. */
export async function openReplayRun(path: string, atOnce: number): Promise<RoleRun> {
  const record = await readRunRecord(path);
  const { endpoint, model, roles } = record.header;
  const meter = createTokenMeter(null);
  const troubles = createTroubles();
  const source: RunSource = {
    endpoint,
    model,
    async *ask({ talk, role, at }, request, options) {
      const kept = record.answer(talk, role, at, request);
      if (kept === null)
        throw new RunOver(
          "roles/other-run",
          `${path} holds no ${at + 1}. request of the ${role} in talk ${talk}: it is of another run, or was cut off`,
        );
      if (kept.usage !== null) {
        meter.count(role, kept.usage);
        options.onUsage?.(kept.usage);
      }
      if (kept.answer !== "") yield kept.answer;
      if (kept.trouble !== null) {
        const { code, detail } = kept.trouble;
        throw new ModelTrouble(code, { endpoint, ...(detail !== undefined && { detail }) });
      }
    },
  };
  return {
    roles,
    atOnce,
    endpoint,
    model,
    begin(name) {
      if (!record.isDropped(name)) return createTalk(name, source, troubles);
      // What was spent on it was spent.
      for (const { role, usage } of record.spentOn(name)) meter.count(role, usage);
      return null;
    },
    figures: () => ({ tokens: meter.total, byRole: meter.byRole, troubles: troubles.counts }),
    close: () => {},
  };
}
