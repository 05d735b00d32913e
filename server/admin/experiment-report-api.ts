/** `/api/admin/experiments/:key/report`: what an experiment has shown, as JSON or for a spreadsheet, and the course it took. */
import { type Context, Hono } from "hono";
import type { ExperimentReports, ReportedExperiment } from "../insight/experiment-reports.ts";
import type { AdminVariables } from "./catalog-api.ts";
import { shown } from "./experiments-api.ts";

/** `load` gives the reports when they are first wanted. */
export function createExperimentReportApi(load: () => Promise<ExperimentReports>): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  const reportOf = async (context: Context<AdminVariables>) =>
    (await load()).report(context.get("site").id, context.req.param("key") ?? "");
  api.get("/experiments/:key/report", async (context) => {
    const reported = await reportOf(context);
    if (!reported) return unknown(context);
    const wantsInputs = ["1", "true"].includes(context.req.query("inputs") ?? "");
    return context.json(shownReport(reported, wantsInputs));
  });
  api.get("/experiments/:key/report.csv", async (context) => {
    const reported = await reportOf(context);
    if (!reported) return unknown(context);
    const { reportCsv } = await import("../insight/report-csv.ts");
    return context.body(reportCsv(reported.report), 200, {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${reported.experiment.key}.csv"`,
    });
  });
  api.get("/experiments/:key/looks", async (context) => {
    const looks = await (await load()).looks(context.get("site").id, context.req.param("key"));
    return looks ? context.json({ looks }) : unknown(context);
  });
  return api;
}

/** As the API and `--json` tell a report. @param wantsInputs with everything it takes to make the report again [EXP-11]. */
export function shownReport({ experiment, report, isCurrent }: ReportedExperiment, wantsInputs: boolean) {
  const { inputs, ...figures } = report;
  const { at, currency } = inputs.figures;
  return {
    experiment: shown(experiment),
    ...{ at, currency, isCurrent },
    ...figures,
    ...(wantsInputs && { inputs }),
  };
}

function unknown(context: Context): Response {
  const error = { code: "experiment/unknown", message: "The site has no such experiment." };
  return context.json({ error, refusals: [error] }, 404);
}
