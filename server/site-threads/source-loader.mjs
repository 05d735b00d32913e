/** Lets a thread run the sources in a checkout: a loader that the main thread has is not handed on to its threads. */
import { register } from "tsx/esm/api";

register();
