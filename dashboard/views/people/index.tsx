import { PageHead } from "../../parts/page-head.tsx";

export default function People() {
  return <PageHead title="People" />;
}
