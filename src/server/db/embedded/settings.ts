/** What initdb writes into postgresql.conf once; the operator may change it there afterwards. */
export const firstSettings: Record<string, string> = {
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
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
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
