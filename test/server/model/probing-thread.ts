/** Waits until all threads of the test are there, then tries to enter, and tells whether it could. */
import { parentPort, workerData } from "node:worker_threads";
import { openCircuitBreaker } from "../../../server/model/circuit-breaker.ts";

const { memory, gate, threads, now } = workerData;
const present = new Int32Array(gate);
const breaker = openCircuitBreaker(memory);
Atomics.add(present, 0, 1);
Atomics.notify(present, 0);
for (let there = 0; there < threads; there = Atomics.load(present, 0)) Atomics.wait(present, 0, there, 1_000);
parentPort?.postMessage(breaker.enter(now) !== null);
