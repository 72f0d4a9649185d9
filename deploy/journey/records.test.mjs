// What a learner holds in one signed document: asked for, shared, verified by software that is not ours, the record and each credential within.
// Needs the running product: MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fine, needsBrowser} from './inbrowser.mjs';
import {credentialAfter, deliver, enrol, eventually, staff, url} from './product.mjs';
import {NOT_VERIFIED, VERIFIED, verify, verifyDocument} from './verification.mjs';

const runId = Date.now().toString(36);
const learner = {tenant: 'southbank', number: `SB-R${runId}`, name: 'Journey Record'};
let claim, credential, id, record, address, page, cookie;

async function asked(body) {
  const answer = await staff('registrar', learner.tenant, 'POST', '/api/records', body, {prefer: 'wait=10'});
  assert.equal(answer.status, 202);
  return answer.body;
}

const seen = accept => fetch(address, {headers: {accept}});

test('a learner of Southbank holds a credential', async () => {
  assert.equal((await enrol(learner.tenant, learner.number, learner.name)).status, 200);
  const essay = await deliver('southbank/moodle', 'moodle-essay-marked.json', statement => {
    statement.actor.account.name = learner.number;
    statement.object.id += `r${runId}`;
    statement.timestamp = new Date().toISOString();
  });
  ({claim, credential} = await credentialAfter(learner.tenant, essay));
  const view = await eventually('it is issued', async () => {
    const {body} = await staff('registrar', learner.tenant, 'GET', `/api/credentials/${credential.split('/').at(-1)}`);
    return body.learner ? body : undefined;
  });
  id = view.learner;
});

test('a record of everything is made once, and seen by nobody', async () => {
  const outcome = await asked({learner: id});
  assert.equal(outcome.state, 'done', JSON.stringify(outcome));
  record = outcome.link.split('/').at(-1);
  address = `${url}/records/${record}`;
  assert.equal((await asked({learner: id})).link, outcome.link);
  assert.equal((await seen('application/vc')).status, 404);
  assert.equal((await asked({learner: id, stack: credential.split('/').at(-1)})).state, 'refused', 'it is built on no other');
});

const mine = (path, init = {}) => fetch(new URL(path, page), {redirect: 'manual', ...init, headers: {...init.headers, cookie}});
const hidden = (html, name) => html.match(new RegExp(`name="${name}" value="([^"]+)"`))[1];

async function send(path, fields) {
  const form = hidden(await (await mine(page)).text(), 'form');
  const answer = await mine(path, {method: 'POST', body: new URLSearchParams({form, ...fields})});
  assert.equal(answer.status, 303);
  return answer;
}

test('the learner asks themselves, where they keep the credential, and gets the same', async () => {
  const collected = await fetch(claim, {method: 'POST', redirect: 'manual'});
  cookie = collected.headers.get('set-cookie').split(';')[0];
  page = `${new URL(collected.headers.get('location'), claim)}/records`;
  const shown = await eventually('the wallet knows what the registrar asked for', async () => {
    const html = await (await mine(page)).text();
    return html.includes(record) && html;
  });
  const asked = {request: hidden(shown, 'request'), of: 'everything'};
  await send(page, asked);
  await send(page, asked);
  await eventually('it is answered', async () => /Being made/.test(await (await mine(page)).text()) ? undefined : true);
  assert.equal((await (await mine(page)).text()).match(/<h2>Everything/g).length, 1, 'nothing changed, so it is the one that is there');
  assert.equal((await seen('application/vc')).status, 404);
});

test('the learner downloads it while nobody else sees it, and it verifies', async () => {
  const file = await mine(`${page}/${record}/download`);
  assert.equal(file.status, 200);
  const report = await verifyDocument(await file.json());
  assert.equal(report.code, VERIFIED, report.lines.join('\n'));
  const other = await mine(`${page}/00000000-0000-8000-8000-000000000009/download`);
  assert.equal(other.status, 404);
});

test('the learner shares it and stops sharing it', async () => {
  await send(`${page}/${record}/sharing`, {visibility: 'PUBLIC'});
  await eventually('it is seen', async () => (await seen('application/vc')).status === 200 || undefined);
  await send(`${page}/${record}/sharing`, {visibility: 'PRIVATE'});
  await eventually('it is seen no more', async () => (await seen('application/vc')).status === 404 || undefined);
});

test('the page of the records is accessible, narrow and wide, light and dark', needsBrowser, async () => {
  const {hostname} = new URL(page);
  const [name, value] = cookie.split(/=(.*)/s);
  const storageState = {cookies: [{name, value, domain: hostname, path: '/claim', expires: -1, httpOnly: true, secure: false, sameSite: 'Strict'}], origins: []};
  await fine(page, {storageState});
});

test('shared, it verifies by software that is not ours, and so does what it holds', async () => {
  const answer = await staff('registrar', learner.tenant, 'POST', `/api/records/${record}/visibility`, {visibility: 'PUBLIC'}, {prefer: 'wait=10'});
  assert.equal(answer.body.state, 'done');
  const report = await verify(address);
  assert.equal(report.code, VERIFIED, report.lines.join('\n'));
  const held = (await (await seen('application/vc')).json()).credentialSubject.verifiableCredential;
  assert.deepEqual(held.map(one => one.id), [credential]);
  for(const one of held) {
    const within = await verifyDocument(one);
    assert.equal(within.code, VERIFIED, within.lines.join('\n'));
  }
});

test('a changed word of a credential within is found', async () => {
  const document = await (await seen('application/vc')).json();
  document.credentialSubject.verifiableCredential[0].credentialSubject.achievement.name = 'Rocket science';
  assert.equal((await verifyDocument(document)).code, NOT_VERIFIED);
});

test('its page is accessible, narrow and wide, light and dark', needsBrowser, async () => {
  await fine(address);
});

test('a credential that is revoked is found within it, and the record stands', async () => {
  const revocation = await staff('registrar', learner.tenant, 'POST', `/api/credentials/${credential.split('/').at(-1)}/revocations`,
    {reason: 'ISSUED_IN_ERROR'}, {prefer: 'wait=10'});
  assert.equal(revocation.body.state, 'done');
  const document = await (await seen('application/vc')).json();
  assert.equal((await verifyDocument(document)).code, VERIFIED);
  assert.equal((await verifyDocument(document.credentialSubject.verifiableCredential[0])).code, NOT_VERIFIED);
  assert.match(await (await seen('text/html')).text(), /This credential is not valid/);
});

test('no longer shared, it is seen by nobody again', async () => {
  const answer = await staff('registrar', learner.tenant, 'POST', `/api/records/${record}/visibility`, {visibility: 'PRIVATE'}, {prefer: 'wait=10'});
  assert.equal(answer.body.state, 'done');
  assert.equal((await seen('application/vc')).status, 404);
});
