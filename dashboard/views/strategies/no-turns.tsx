import { EmptyState } from "../../parts/states.tsx";

export function NoTurns() {
  return (
    <EmptyState title="No turns in these days">
      <p>
        Every turn of the agent uses one to three strategies. As soon as shoppers talk with it, what these
        come to stands here. Longer ago, there may be some: choose other days.
      </p>
    </EmptyState>
  );
}
