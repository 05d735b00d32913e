import { PageHead } from "../../parts/page-head.tsx";

export default function Strategies() {
  return <PageHead title="Strategies" />;
}
