/** Of which days a view tells; it stands in the address as `?days=`. */
import { useLocation } from "preact-iso/router";
import { Select } from "./field.tsx";

const CHOICES = [
  { value: "7", name: "Last 7 days" },
  { value: "28", name: "Last 28 days" },
  { value: "90", name: "Last 90 days" },
  { value: "all", name: "All time" },
] as const;

/** Null for all time. 28 days when the address says nothing. */
export function useDays(): { days: number | null; select: () => preact.JSX.Element } {
  const { query, path, route } = useLocation();
  const choice = CHOICES.find(({ value }) => value === query.days)?.value ?? "28";
  return {
    days: choice === "all" ? null : Number(choice),
    select: () => (
      <Select
        label="Days"
        isLabelHidden
        value={choice}
        options={CHOICES}
        onValue={(days) => route(`${path}?${new URLSearchParams({ ...query, days })}`, true)}
      />
    ),
  };
}
