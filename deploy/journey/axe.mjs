#!/usr/bin/env node
// Looks at pages for accessibility: node axe.mjs <address>...
// Exit code 0: nothing was found. 1: something was. 2: there is no Chromium to look with.
import {findChromium, inspect, openBrowser} from './browser.mjs';

async function main(addresses) {
  if(addresses.length === 0) {
    console.error('Usage: node axe.mjs <address>...');
    return 2;
  }
  if(!findChromium()) {
    console.error('There is no Chromium in the usual places; name one in the variable CHROMIUM.');
    return 2;
  }
  const browser = await openBrowser();
  let found = 0;
  try {
    for(const address of addresses) {
      const findings = await inspect(browser, address);
      found += findings.length;
      console.log(`${findings.length === 0 ? 'nothing found' : `${findings.length} found`}  ${address}`);
      findings.forEach(finding => console.log(`  ${finding}`));
    }
  } finally {
    await browser.close();
  }
  return found === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
