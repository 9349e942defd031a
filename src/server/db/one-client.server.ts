import pg from 'pg'

/**
 * One connection of a command. Its end that nobody asked for, as when the database restarts, fails what is asked of it then and
 * later; unheard, it would end the process with a stack trace before anything is put in order.
 */
export function oneClient(config: pg.ClientConfig): pg.Client {
  const client = new pg.Client(config)
  client.on('error', () => {})
  return client
}
