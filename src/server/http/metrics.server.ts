import type { FastifyInstance } from 'fastify'
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** A figure that is looked up when somebody asks for the metrics. */
export type Measured = { name: string; help: string; read: () => number | Promise<number> }

/** For operators: /metrics in Prometheus' form. Routes by their pattern, never by an address with a number in it. */
export function mountMetrics(server: FastifyInstance, measured: readonly Measured[]): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'sanad_' })
  const requests = new Histogram({
    name: 'sanad_request_seconds',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  for (const { name, help, read } of measured)
    registry.registerMetric(
      new Gauge({
        name: `sanad_${name}`,
        help,
        registers: [],
        async collect() {
          this.set(await Promise.resolve(read()).catch(() => Number.NaN))
        },
      }),
    )
  server.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }
    requests.observe(labels, reply.elapsedTime / 1000)
    done()
  })
  server.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
