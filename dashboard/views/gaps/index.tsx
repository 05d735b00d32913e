import { PageHead } from "../../parts/page-head.tsx";

export default function Contentgaps() {
  return <PageHead title="Content gaps" />;
}
