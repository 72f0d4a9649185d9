// A piece of work that persons judge: at the desk, on the learner's page, on appeal, by keyboard alone.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {browser, fine, needsBrowser} from './inbrowser.mjs';
import {learnerNamed, press, reach, signedIn, staffNamed} from './people.mjs';
import {enrol, eventually, staff, url} from './product.mjs';

const runId = Date.now().toString(36);
const tenant = 'northgate';
const learner = {number: `NG-D${runId}`, name: 'Journey Desk'};
const achievement = `presented-${runId}`;
const mine = `${url}/learn/achievements/${achievement}`;
const feedback = 'The axis begins at forty, so the change looks larger than it is.';
const reason = 'The axis was asked for in the task.';
const LANGUAGES = ['en', 'de', 'ar'];

const asLearner = learnerNamed(learner.number);

test('a criterion that persons judge waits at the desk', async () => {
  assert.equal((await enrol(tenant, learner.number, learner.name)).status, 200);
  const draft = JSON.parse(await readFile(new URL('fixtures/presentation.json', import.meta.url), 'utf8'));
  draft.id = achievement;
  assert.equal((await staff('designer', tenant, 'POST', '/api/achievements', draft)).status, 201);
  const waits = {prefer: 'wait=10'};
  const published = await staff('designer', tenant, 'POST', `/api/achievements/${achievement}/versions`, undefined, waits);
  assert.equal(published.body.state, 'done', JSON.stringify(published.body));
  await eventually('a look is asked for', async () => {
    const asked = {studentNumber: learner.number, achievement, criterion: 'presentation'};
    return (await staff('reviewer', tenant, 'POST', '/api/reviews', asked, waits)).body.state === 'done';
  });
});

test('a reviewer takes it on and decides, by keyboard alone', needsBrowser, async () => {
  const {context, page} = await signedIn(browser, `${url}/teach?lang=en&achievement=${achievement}`, staffNamed('Ruth Weaver'));
  const storageState = await context.storageState();
  for(const language of LANGUAGES) {
    await fine(`${url}/teach?lang=${language}`, {storageState});
  }
  await page.goto(`${url}/teach?lang=en&achievement=${achievement}`);
  await press(page, 'Presentation');
  await fine(page.url(), {storageState});
  assert.ok(!(await page.content()).includes(learner.number), 'whose it is stands nowhere');
  await press(page, 'Take this review on');
  for(const language of LANGUAGES) {
    await fine(`${page.url()}?lang=${language}`, {storageState});
  }
  await reach(page, 'Weak');
  await page.keyboard.press('Space');
  await reach(page, 'What you write to the learner');
  await page.keyboard.type(feedback);
  await press(page, 'Save as a draft');
  await page.getByText('What you wrote is saved.').waitFor();
  assert.equal(await page.getByLabel('What you write to the learner').inputValue(), feedback);
  assert.ok(await page.getByLabel('Weak').isChecked());
  await press(page, 'Decide');
  await page.getByText('Your decision is recorded.').waitFor();
  await context.close();
});

test('the learner reads the feedback and appeals, by keyboard alone', needsBrowser, async () => {
  const {context, page} = await signedIn(browser, `${mine}?lang=en`, asLearner);
  const storageState = await context.storageState();
  await eventually('the feedback is on the page', async () => {
    await page.goto(`${mine}?lang=en`);
    return page.getByText(feedback).isVisible();
  });
  for(const language of LANGUAGES) {
    await fine(`${mine}?lang=${language}`, {storageState});
  }
  await reach(page, 'Appeal against this decision');
  await page.keyboard.press('Enter');
  await reach(page, 'Your reason');
  await page.keyboard.type(reason);
  await press(page, 'Send the appeal');
  await page.getByText('You have appealed against this decision.').waitFor();
  await fine(page.url(), {storageState});
  await context.close();
});

test('another reviewer hears the appeal, and its outcome counts', needsBrowser, async () => {
  const first = await signedIn(browser, `${url}/teach?lang=en&achievement=${achievement}`, staffNamed('Ruth Weaver'));
  // Who decided hears no appeal.
  await first.page.getByText('There is nothing for you to review now.').waitFor();
  await first.context.close();
  const {context, page} = await signedIn(browser, `${url}/teach?lang=en&achievement=${achievement}`, staffNamed('Maren Vogt'));
  await press(page, 'Presentation');
  assert.ok(await page.getByText(reason).isVisible());
  assert.ok(await page.getByText(feedback).isVisible());
  await press(page, 'Take this review on');
  await reach(page, 'Weak');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.getByLabel('Good').isChecked());
  await press(page, 'Decide');
  await page.getByText('Your decision is recorded.').waitFor();
  await context.close();
  const own = await signedIn(browser, `${mine}?lang=en`, asLearner);
  await eventually('the outcome is on the page', async () => {
    await own.page.goto(`${mine}?lang=en`);
    return own.page.getByText('This was decided on appeal and is final.').isVisible();
  });
  assert.ok(await own.page.getByText('Achieved: awarded on').isVisible());
  await own.context.close();
});

test('what people wrote and who they are stands in no log', {skip: !process.env.MERITSTREAM_DATA}, async () => {
  for(const service of ['assessment', 'evidence', 'issuance', 'wallet-sync']) {
    const log = await readFile(`${process.env.MERITSTREAM_DATA}/logs/${service}.log`, 'utf8');
    for(const secret of [learner.number, learner.name, feedback, reason]) {
      assert.ok(!log.includes(secret), `${service} logged something it must not`);
    }
  }
});
