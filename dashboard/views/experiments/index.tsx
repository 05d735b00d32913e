import { PageHead } from "../../parts/page-head.tsx";

export default function Experiments() {
  return <PageHead title="Experiments" />;
}
