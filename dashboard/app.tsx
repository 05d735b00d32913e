/** Who is not signed in meets the door; everybody else the frame with the view that the address names. */

import { useEffect } from "preact/hooks";
import { LocationProvider, useLocation } from "preact-iso/router";
import { Frame } from "./frame/frame.tsx";
import { SessionProvider, useSessionState } from "./frame/session-state.tsx";
import { Button } from "./parts/button.tsx";
import { Toasts } from "./parts/toast.tsx";
import { lazyView } from "./views/lazy-view.tsx";
import { Views } from "./views/views.tsx";

const SignIn = lazyView(() => import("./views/sign-in/sign-in.tsx"));
const Welcome = lazyView(() => import("./views/sign-in/welcome.tsx"));
const FirstPassword = lazyView(() => import("./views/sign-in/first-password.tsx"));

export function App() {
  return (
    <LocationProvider scope="/dashboard">
      <SessionProvider>
        <Door />
        <Toasts />
      </SessionProvider>
    </LocationProvider>
  );
}

function Door() {
  const { state, reload } = useSessionState();
  const { path } = useLocation();
  useEffect(() => scrollTo(0, 0), [path]);
  if (path === "/dashboard/welcome") return <Welcome />;
  switch (state.is) {
    case "asking":
      return null;
    case "failed":
      return (
        <main class="door">
          <div class="door-card">
            <h1>The dashboard cannot be opened</h1>
            <p class="soft">{state.error.message}</p>
            <div>
              <Button onClick={reload}>Try again</Button>
            </div>
          </div>
        </main>
      );
    case "signed-out":
      return <SignIn />;
    case "signed-in":
      if (state.session.member.passwordIsOneTime) return <FirstPassword />;
      return (
        <Frame key={state.session.site.siteKey} session={state.session}>
          <Views />
        </Frame>
      );
  }
}
