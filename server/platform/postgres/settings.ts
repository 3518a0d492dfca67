/** The settings that postgres runs with: durable first, then quick for many short transactions. */
import { createHash } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/** The whole of postgresql.conf, and a mark by which a running server shows which settings it was started with. */
export function settingsFor(folder: string, version: string, ephemeral: boolean): { text: string; mark: string } {
  const settings = { ...common(), ...(ephemeral ? forgetful : durable(folder)) };
  const text = [
    '# Written by Yichuang at each start. Put settings of your own into local.conf beside this file.',
    ...Object.entries(settings).map(([name, value]) => `${name} = '${value}'`),
    "include_if_exists = 'local.conf'",
    '',
  ].join('\n');
  return { text, mark: createHash('sha256').update(version).update(text).digest('hex').slice(0, 16) };
}

function common(): Record<string, string> {
  return {
    // TCP, not a socket file: a socket's path may have only 107 bytes, and our folder may be deep.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'iso, ymd',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
    dynamic_shared_memory_type: sharedMemory(),
    jit: 'off',
    random_page_cost: '1.1',
    track_io_timing: 'on',
    // A statement that waits for a lock would otherwise outlive the server that sent it by as long as it waits.
    client_connection_check_interval: '5s',
    log_line_prefix: '%m [%p] ',
    // Statements and the details of errors hold what citizens wrote. The log must not.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
}

function durable(folder: string): Record<string, string> {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / MB;
  const shared = Math.max(32, Math.min(2048, Math.floor(memory / 4 / 16) * 16));
  const { bavail, bsize } = statfsSync(folder);
  // In steps of 256 MB, so that the settings, and with them the mark, do not change with each start.
  const free = Math.floor((bavail * bsize) / MB / 4 / 256) * 256;
  return {
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${Math.max(64, Math.floor(memory / 2))}MB`,
    maintenance_work_mem: `${Math.max(16, Math.min(256, Math.floor(memory / 32)))}MB`,
    work_mem: memory > 4000 ? '16MB' : '4MB',
    // Far checkpoints write whole pages to the log less often; on a small disk they must not fill it.
    max_wal_size: `${Math.max(256, Math.min(4096, free))}MB`,
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    // A district that has just begun grows tenfold within a minute: plans follow what is there.
    autovacuum_naptime: '15s',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.02',
  };
}

const forgetful: Record<string, string> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '64MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  // The default keeps three more processes.
  io_method: 'sync',
};

/** Containers often have 64 MB of /dev/shm, too little for one parallel hash join; files in the data folder have no limit. */
function sharedMemory(): 'posix' | 'mmap' {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize >= 256 * MB ? 'posix' : 'mmap';
  } catch {
    return 'mmap';
  }
}
