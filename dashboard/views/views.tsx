/** Which view an address shows. Every one is loaded on demand but the overview, which most people come for. */
import { Route, Router } from "preact-iso/router";
import { PageHead } from "../parts/page-head.tsx";
import { lazyView } from "./lazy-view.tsx";

const Overview = lazyView(() => import("./overview/index.tsx"));
const Strategies = lazyView(() => import("./strategies/index.tsx"));
const Conversations = lazyView(() => import("./conversations/index.tsx"));
const Policies = lazyView(() => import("./policies/index.tsx"));
const PolicyWhatIf = lazyView(() => import("./policies/what-if.tsx"));
const PolicyWeights = lazyView(() => import("./policies/weights.tsx"));
const Policy = lazyView(() => import("./policies/policy-page.tsx"));
const Experiments = lazyView(() => import("./experiments/index.tsx"));
const NewExperiment = lazyView(() => import("./experiments/new-experiment.tsx"));
const EditExperiment = lazyView(() => import("./experiments/edit-experiment.tsx"));
const Experiment = lazyView(() => import("./experiments/experiment-page.tsx"));
const Gaps = lazyView(() => import("./gaps/index.tsx"));
const Setup = lazyView(() => import("./setup/index.tsx"));
const Catalog = lazyView(() => import("./catalog/index.tsx"));
const Shop = lazyView(() => import("./setup/shop.tsx"));
const NewShop = lazyView(() => import("./setup/new-shop.tsx"));
const Agent = lazyView(() => import("./agent/index.tsx"));
const People = lazyView(() => import("./people/index.tsx"));

export function Views() {
  return (
    <Router>
      <Route path="/dashboard" component={Overview} />
      <Route path="/dashboard/strategies" component={Strategies} />
      <Route path="/dashboard/conversations/:id?" component={Conversations} />
      <Route path="/dashboard/policies" component={Policies} />
      <Route path="/dashboard/policies/what-if" component={PolicyWhatIf} />
      <Route path="/dashboard/policies/weights" component={PolicyWeights} />
      <Route path="/dashboard/policies/:policy" component={Policy} />
      <Route path="/dashboard/experiments" component={Experiments} />
      <Route path="/dashboard/experiments/new" component={NewExperiment} />
      <Route path="/dashboard/experiments/:key/edit" component={EditExperiment} />
      <Route path="/dashboard/experiments/:key" component={Experiment} />
      <Route path="/dashboard/gaps" component={Gaps} />
      <Route path="/dashboard/setup" component={Setup} />
      <Route path="/dashboard/catalog" component={Catalog} />
      <Route path="/dashboard/shop" component={Shop} />
      <Route path="/dashboard/shop/new" component={NewShop} />
      <Route path="/dashboard/agent" component={Agent} />
      <Route path="/dashboard/people" component={People} />
      <Route default component={NotFound} />
    </Router>
  );
}

function NotFound() {
  return (
    <PageHead
      title="There is nothing at this address"
      about={
        <>
          It may have been moved or removed. Begin at the <a href="/dashboard/">overview</a>.
        </>
      }
    />
  );
}
