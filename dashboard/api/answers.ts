import type { AnswerContent, Overruling, StoredAnswer } from "../../server/admin/answer-desk.ts";
import type { AnswerScope } from "../../server/dialogue/merchant-answer.ts";
import { get, post, request } from "./client.ts";

export type { AnswerContent, AnswerScope, Overruling, StoredAnswer };

export interface AnswerList {
  answers: StoredAnswer[];
  /** What products are called, by their skus. */
  titles: Record<string, string>;
}
export interface SavedAnswer {
  answer: StoredAnswer;
  overruled: Overruling[];
}

export const listAnswers = (removed: boolean, signal?: AbortSignal): Promise<AnswerList> =>
  get(`/admin/answers${removed ? "?removed=1" : ""}`, signal);

export async function listOverruled(signal?: AbortSignal): Promise<Overruling[]> {
  return (await get<{ overruled: Overruling[] }>("/admin/answers/overruled", signal)).overruled;
}

export async function listCategories(
  signal?: AbortSignal,
): Promise<{ category: string; products: number }[]> {
  const { categories } = await get<{ categories: { category: string; products: number }[] }>(
    "/admin/answers/categories",
    signal,
  );
  return categories;
}

export const addAnswer = (content: AnswerContent): Promise<SavedAnswer> => post("/admin/answers", content);

/** @param version the one that was changed: refused when somebody else changed it since. */
export const changeAnswer = (id: string, content: AnswerContent, version: number): Promise<SavedAnswer> =>
  request("PUT", `/admin/answers/${id}`, { body: { ...content, version } });

export const removeAnswer = (id: string): Promise<{ answer: StoredAnswer }> =>
  request("DELETE", `/admin/answers/${id}`);

export const restoreAnswer = (id: string): Promise<{ answer: StoredAnswer }> =>
  post(`/admin/answers/${id}/restore`);

export async function readVersions(id: string, signal?: AbortSignal): Promise<StoredAnswer[]> {
  return (await get<{ versions: StoredAnswer[] }>(`/admin/answers/${id}/versions`, signal)).versions;
}
