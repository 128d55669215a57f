#!/usr/bin/env -S node --max-semi-space-size=4
import { main } from '../src/cli/main.ts';

process.exitCode = await main(process.argv.slice(2));
