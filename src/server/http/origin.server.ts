import { refuse } from '../errors/refusal.ts'

/**
 * A changing request with a cookie is accepted only from our own pages: its Origin must be ours. Needs no token, and a
 * foreign page cannot forge it.
 */
export function checkOrigin(
  request: { method: string; headers: Record<string, unknown>; host: string },
  publicUrl?: string,
) {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  const origin = request.headers.origin
  if (typeof origin !== 'string' || !isOurs(origin, request.host, publicUrl)) refuse('foreignOrigin')
}

function isOurs(origin: string, host: string, publicUrl?: string): boolean {
  try {
    return publicUrl ? origin === new URL(publicUrl).origin : new URL(origin).host === host
  } catch {
    return false
  }
}
