#!/usr/bin/env node
// Verifies a published credential with software that is not ours: node verify.mjs <credential address>
// Exit code 0: verified. 1: not verified. 2: could not be checked.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const NOT_CHECKED = 2;
const VERDICTS = ['VERIFIED', 'NOT VERIFIED', 'COULD NOT BE CHECKED'];
const here = dirname(fileURLToPath(import.meta.url));

/** The libraries, fetched once by the lock file. */
function installed() {
  if(existsSync(join(here, 'node_modules', '.package-lock.json'))) {
    return true;
  }
  console.log('Fetching the verification libraries (once).');
  const npm = spawnSync('npm', ['ci', '--silent', '--no-fund', '--no-audit'], {cwd: here, stdio: ['ignore', 'ignore', 'inherit']});
  return npm.status === 0;
}

async function main([address]) {
  if(!address || !URL.canParse(address)) {
    console.error('Usage: node verify.mjs <credential address>');
    return NOT_CHECKED;
  }
  if(!installed()) {
    console.log('The verification libraries could not be fetched: run npm ci in deploy/journey.');
    return NOT_CHECKED;
  }
  const {verify} = await import('./verification.mjs');
  const report = await verify(address);
  console.log(`Independent verification of ${address}`);
  console.log('  with @digitalbazaar/vc, eddsa-rdfc-2022-cryptosuite, ecdsa-rdfc-2019-cryptosuite and vc-bitstring-status-list');
  report.lines.forEach(line => console.log(line));
  console.log(`Verdict: ${VERDICTS[report.code]}`);
  return report.code;
}

process.exitCode = await main(process.argv.slice(2));
