/** The assistant as shoppers meet it, on a page with some of the shop's products. What is said there counts in no figures. */
import { useState } from "preact/hooks";
import { post } from "../api/client.ts";
import { Button } from "./button.tsx";
import { Skeleton } from "./skeleton.tsx";
import { Loaded, useResource } from "./use-resource.tsx";

export function TryAgent({ height = 640 }: { height?: number }) {
  const [times, setTimes] = useState(0);
  const page = useResource(`preview ${times}`, () => post<{ url: string }>("/admin/preview"));
  return (
    <div class="try-agent">
      <Loaded resource={page} skeleton={<Skeleton lines={6} />}>
        {({ url }) => (
          <iframe
            key={times}
            title="The assistant, on a page of products"
            src={times === 0 ? url : `${url}&anew=1`}
            style={{ height: `${height}px` }}
          />
        )}
      </Loaded>
      <div class="try-agent-foot">
        <p class="small soft">
          What you say here is kept among the conversations as a preview, and counts in no figures.
        </p>
        <Button onClick={() => setTimes(times + 1)}>Start anew as another shopper</Button>
      </div>
    </div>
  );
}
