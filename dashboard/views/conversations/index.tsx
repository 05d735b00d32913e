import { PageHead } from "../../parts/page-head.tsx";

export default function Conversations() {
  return <PageHead title="Conversations" />;
}
