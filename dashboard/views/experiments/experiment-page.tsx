import { PageHead } from "../../parts/page-head.tsx";

export default function ExperimentPage() {
  return <PageHead title="Experiment" />;
}
