import { readConfig } from "../../../../server/config.ts";
import type { ModelSettings } from "../../../../server/model/model-settings.ts";

export function settingsOf(baseUrl: string, model = "scripted"): ModelSettings {
  const reading = readConfig({ OPENAI_BASE_URL: baseUrl, OVERTURE_MODEL: model });
  if (!reading.ok || reading.config.model === null) throw new Error("no model is configured");
  return reading.config.model;
}
