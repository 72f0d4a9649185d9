// Pages as a person meets them: in a real browser, in both colour schemes, by keyboard alone, and at 400 % zoom.
import {existsSync} from 'node:fs';
import axe from 'axe-core';
import {chromium} from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];
const DESK = {width: 1280, height: 900};
/** 1280 CSS pixels at 400 % (WCAG 2.2 success criterion 1.4.10). */
const ZOOMED = {width: 320, height: 256};
const SCHEMES = ['light', 'dark'];
const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Where Chromium is on this machine, or undefined. */
export function findChromium() {
  return PLACES.find(place => place && existsSync(place));
}

/** Opens Chromium; close it afterwards. */
export function openBrowser() {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--disable-dev-shm-usage', ...(root ? ['--no-sandbox'] : [])]
  });
}

/** What is wrong with the page at an address, one line each; empty when nothing is. The storage state holds a session's cookies. */
export async function inspect(browser, address, {storageState} = {}) {
  const findings = [];
  for(const colorScheme of SCHEMES) {
    await inContext(browser, {colorScheme, viewport: DESK, storageState}, async page => {
      await page.goto(address);
      findings.push(...await axeFindings(page, `${colorScheme} scheme`));
    });
  }
  await inContext(browser, {viewport: DESK, storageState}, async page => {
    await page.goto(address);
    findings.push(...await languageFindings(page), ...await keyboardFindings(page));
  });
  await inContext(browser, {viewport: ZOOMED, storageState}, async page => {
    await page.goto(address);
    findings.push(...await zoomFindings(page), ...await axeFindings(page, '400 % zoom'));
  });
  return [...new Set(findings)];
}

async function inContext(browser, options, look) {
  const context = await browser.newContext({...options, ignoreHTTPSErrors: true, javaScriptEnabled: true});
  try {
    await look(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What is folded away is looked at as well. Evaluated by the debugger, so that a strict Content-Security-Policy of the page does not keep axe-core out. */
async function axeFindings(page, where) {
  await page.$$eval('details', folded => folded.forEach(one => {
    one.open = true;
  }));
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate('axe.run(document, {resultTypes: ["violations"]})');
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target, any}) => `axe ${id} (${where}): ${help}; at ${target.join(' ')}; ${any[0]?.message ?? ''}`));
}

async function languageFindings(page) {
  const lang = await page.locator('html').getAttribute('lang');
  return lang?.trim() ? [] : ['the page names no language'];
}

/** Presses Tab until the focus comes round, and compares what it met with what there is. */
async function keyboardFindings(page) {
  const all = await page.$$eval(FOCUSABLE, elements => elements
    .filter(element => !element.disabled && element.checkVisibility())
    .map((element, number) => {
      element.dataset.journey = String(number);
      // Tab reaches one of a group of radio buttons, the arrow keys the others.
      return {html: element.outerHTML.slice(0, 90), group: element.type === 'radio' ? element.name : undefined};
    }));
  const met = new Set();
  const findings = [];
  for(let presses = 0; presses < all.length + 5; presses++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return {number: element.dataset?.journey, ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2};
    });
    if(focus.number !== undefined) {
      met.add(Number(focus.number));
      if(!focus.ring) {
        findings.push(`the focus can not be seen on ${all[Number(focus.number)].html}`);
      }
    }
  }
  const groups = new Set([...met].map(number => all[number].group).filter(group => group !== undefined));
  all.forEach(({html, group}, number) => {
    if(!met.has(number) && !groups.has(group)) {
      findings.push(`the keyboard does not reach ${html}`);
    }
  });
  return findings;
}

async function zoomFindings(page) {
  const overflow = await page.evaluate(() =>
    document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  return overflow > 0 ? [`at 400 % zoom the page scrolls sideways by ${overflow} pixels`] : [];
}
