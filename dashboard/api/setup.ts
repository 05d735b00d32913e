import type { SetupProgress } from "../../server/admin/setup-api.ts";
import { get } from "./client.ts";

export type { SetupProgress };
export const readSetup = (signal: AbortSignal): Promise<SetupProgress> => get("/admin/setup", signal);
