import { expect, it } from "vitest";
import { treatedSite } from "../../../server/experiment/treated-site.ts";
import { site } from "../gateway/fake-rooms.ts";

it("[EXP-3] is the site itself where nothing is given", () => {
  expect(treatedSite(site, {})).toEqual({ ...site, treatment: {} });
});

it("[EXP-3] has the arm's mode and policy", () => {
  const treated = treatedSite(site, { mode: "informational", policy: "tuned@2" });
  expect(treated).toMatchObject({
    mode: "informational",
    settings: { policy: "tuned@2", weights: {} },
    ownPolicy: "rules",
  });
  expect(site).toMatchObject({ mode: "sociable", settings: { policy: "rules" } });
});

it("[EXP-3] neither opens nor follows up where the agent is to be quiet", () => {
  const treated = treatedSite(site, { initiative: false });
  expect([treated.silence.enabled, treated.config.opening.enabled]).toEqual([false, false]);
  expect(treatedSite(site, { initiative: true })).toEqual({ ...site, treatment: { initiative: true } });
});

it("[EXP-3] may be treated again after the merchant has changed something", () => {
  const again = treatedSite(
    { ...site, name: "New name" },
    treatedSite(site, { mode: "informational" }).treatment ?? {},
  );
  expect(again).toMatchObject({ name: "New name", mode: "informational" });
});
