import { PageHead } from "../../parts/page-head.tsx";

export default function NewExperiment() {
  return <PageHead title="New experiment" />;
}
