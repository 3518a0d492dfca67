/**
 * Keeps what Node makes of the server's TypeScript between two commands: half a second less for each. Loaded by `--import` before
 * the command itself. In node_modules, which belongs to whoever installed it: a cache in /tmp could be another user's code.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Where the folder cannot be written, Node goes on without a cache.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/yichuang', import.meta.url)));
