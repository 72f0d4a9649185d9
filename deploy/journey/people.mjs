// People at a browser: they sign in at the development issuer and go by keyboard.

/** Somebody who signed in at a page; close the context afterwards. */
export async function signedIn(browser, address, choose, options = {}) {
  const context = await browser.newContext({ignoreHTTPSErrors: true, ...options});
  const page = await context.newPage();
  await page.goto(address);
  await Promise.all([page.waitForEvent('load'), choose(page)]);
  return {context, page};
}

export const staffNamed = name => page => page.getByRole('link', {name}).first().click();

export const learnerNamed = number => async page => {
  await page.getByLabel('Student number').fill(number);
  await page.getByRole('button', {name: 'Sign in as this learner'}).click();
};

/** Presses Tab until the focus is on what has that accessible name or text. */
export async function reach(page, name) {
  for(let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if(await page.evaluate(() => {
      const focus = document.activeElement;
      return (focus.labels?.[0] ?? focus).textContent.trim();
    }) === name) {
      return;
    }
  }
  throw new Error(`the keyboard does not reach "${name}"`);
}

/** Reaches a link or a button, presses it, and waits for the page it leads to. */
export async function press(page, name) {
  await reach(page, name);
  return Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}
