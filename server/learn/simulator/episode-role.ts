/** Says in a thread's data what the thread is for. */
export const EPISODE_THREAD = "overture:episodes";
