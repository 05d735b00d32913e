/** A few counters and gauges in Prometheus' text format (version 0.0.4). Names and labels come from code only. */
type Labels = Record<string, string>;

export interface Metrics {
  count(name: string, labels?: Labels): void;
  gauge(name: string, read: () => number): void;
  render(): string;
}

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const gauges = new Map<string, () => number>([
    ["process_resident_memory_bytes", () => process.memoryUsage.rss()],
    ["process_uptime_seconds", () => process.uptime()],
  ]);
  return {
    count(name, labels = {}) {
      const series = counters.get(name) ?? new Map<string, number>();
      const key = Object.entries(labels)
        .map(([label, value]) => `${label}="${value}"`)
        .join(",");
      counters.set(name, series.set(key, (series.get(key) ?? 0) + 1));
    },
    gauge(name, read) {
      gauges.set(name, read);
    },
    render() {
      const lines = [...gauges].flatMap(([name, read]) => [`# TYPE ${name} gauge`, `${name} ${read()}`]);
      for (const [name, series] of counters) {
        lines.push(`# TYPE ${name} counter`);
        for (const [key, value] of series)
          lines.push(key === "" ? `${name} ${value}` : `${name}{${key}} ${value}`);
      }
      return `${lines.join("\n")}\n`;
    },
  };
}
