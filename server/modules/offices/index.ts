/** The face of offices: departments, outlets, windows, opening hours. */
import type { Module } from '#platform/module';

export const module: Module = { name: 'offices', uses: [] };
