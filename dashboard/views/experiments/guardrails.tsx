import type { Report } from "../../api/experiments.ts";
import { TableScroll } from "../../parts/table-scroll.tsx";
import { tellDifference, tellValue } from "./figures.ts";

/** What must not get worse. An arm that does harm beyond doubt takes no more visitors. */
export function Guardrails({
  guardrails,
  arms,
  currency,
}: {
  guardrails: Report["guardrails"];
  arms: Report["experiment"]["plan"]["arms"];
  currency: string;
}) {
  if (guardrails.length === 0) return null;
  const nameOf = (key: string) => arms.find((arm) => arm.key === key)?.name ?? key;
  return (
    <section class="card" aria-labelledby="guardrails">
      <div class="card-head">
        <h2 id="guardrails">Guardrails</h2>
      </div>
      <TableScroll label="Guardrails">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">What must not get worse</th>
              <th scope="col" class="number">
                {arms[0]?.name}
              </th>
              <th scope="col">Arm</th>
              <th scope="col" class="number">
                Value
              </th>
              <th scope="col" class="number">
                Certain harm
              </th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {guardrails.flatMap(({ metric, margin, results }) =>
              results.map(({ arm, mean, controlMean, harm, isCrossed, reason }) => (
                <tr key={`${metric.key} ${arm}`}>
                  <th scope="row">
                    <span class="metric-name">{metric.name}</span>
                    {margin > 0 && (
                      <div class="small faint">
                        up to {tellDifference(metric, margin, currency)} is put up with
                      </div>
                    )}
                  </th>
                  <td class="number">{tellValue(metric, controlMean, currency)}</td>
                  <td>{nameOf(arm)}</td>
                  <td class="number">{tellValue(metric, mean, currency)}</td>
                  <td class="number">
                    {harm.low === null || harm.low <= 0 ? "none" : tellDifference(metric, harm.low, currency)}
                  </td>
                  <td>
                    {isCrossed ? (
                      <span class="badge badge-bad">Harm</span>
                    ) : reason ? (
                      <span class="badge">Too early</span>
                    ) : (
                      <span class="badge badge-good">No harm seen</span>
                    )}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
