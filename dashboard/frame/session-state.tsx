import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import { ApiError, whenSignedOut } from "../api/client.ts";
import { currentSession, type Role, type Session } from "../api/session.ts";

export type SessionState =
  | { is: "asking" }
  | { is: "failed"; error: Error }
  | { is: "signed-out" }
  | { is: "signed-in"; session: Session };

interface SessionDesk {
  state: SessionState;
  /** After signing in; null after signing out. */
  enter(session: Session | null): void;
  reload(): void;
}

const SessionContext = createContext<SessionDesk>({
  state: { is: "asking" },
  enter: () => {},
  reload: () => {},
});

export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [state, setState] = useState<SessionState>({ is: "asking" });
  const enter = useCallback((session: Session | null) => {
    setState(session ? { is: "signed-in", session } : { is: "signed-out" });
  }, []);
  const reload = useCallback(() => {
    currentSession().then(enter, (error: Error) => {
      if (error instanceof ApiError && error.status === 401) enter(null);
      else setState({ is: "failed", error });
    });
  }, [enter]);
  useEffect(() => {
    whenSignedOut(() => enter(null));
    reload();
  }, [enter, reload]);
  const desk = useMemo(() => ({ state, enter, reload }), [state, enter, reload]);
  return <SessionContext.Provider value={desk}>{children}</SessionContext.Provider>;
}

export function useSessionState(): SessionDesk {
  return useContext(SessionContext);
}

/** Of who is signed in; for views, which nobody else sees. */
export function useSession(): Session {
  const { state } = useSessionState();
  if (state.is !== "signed-in") throw new Error("a view is shown to nobody");
  return state.session;
}

const RANK: Record<Role, number> = { viewer: 0, editor: 1, owner: 2 };

/** May the person do what takes this role? The server decides; this only spares them the refusal. */
export function useMay(role: Role): boolean {
  return RANK[useSession().member.role] >= RANK[role];
}
