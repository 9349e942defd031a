const MB = 2 ** 20

/**
 * What initdb writes into postgresql.conf once; the operator may change it there afterwards. `memory`: bytes that the
 * machine, or the container, has.
 */
export const firstSettings = (memory: number): Record<string, string> => ({
  // An acknowledged commit is on the disk, always.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  max_wal_size: '2GB',
  min_wal_size: '160MB',
  checkpoint_timeout: '10min',
  checkpoint_completion_target: '0.9',
  max_connections: '100',
  ...memorySettings(memory),
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  // Parallel queries take their memory from here first: containers often give /dev/shm 64 MB only.
  min_dynamic_shared_memory: '32MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'iso, ymd',
  default_text_search_config: 'pg_catalog.simple',
  // One file a day of the week, each written over after a week; statements' values stay out of them.
  logging_collector: 'on',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_line_prefix: '%m [%p] %q%u@%d ',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
})

/**
 * An eighth of the memory for pages of the database: Node and the system's own cache want theirs. Pages count when they
 * are first used, so a small desk does not pay for it. Past 1 GB little is won (see decision 103).
 */
function memorySettings(memory: number): Record<string, string> {
  const shared = Math.min(1024, Math.max(128, Math.floor(memory / MB / 8)))
  return { shared_buffers: `${shared}MB`, effective_cache_size: `${shared * 4}MB` }
}

/** What must follow the place of the folder and our way of running it, whatever the file says. */
export function placeSettings(places: { socket: string; logs: string }): Record<string, string> {
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: `"${places.socket.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    log_directory: places.logs,
  }
}
