// The running product as its users reach it: learning management systems through `quickstart.sh post`, staff through the API.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));
const quickstart = join(here, '..', 'quickstart.sh');

export const url = process.env.MERITSTREAM_URL;
const data = process.env.MERITSTREAM_DATA;

async function command(...words) {
  const {stdout} = await run(quickstart, [...words, '--data', data], {
    env: {...process.env, MERITSTREAM_SKIP_BUILD: '1'}, timeout: 300_000
  });
  return stdout.trim();
}

const tokens = new Map();

async function token(role, tenant) {
  const key = `${role} ${tenant}`;
  if(!tokens.has(key)) {
    tokens.set(key, (await command('token', role, tenant)).split('\n').at(-1));
  }
  return tokens.get(key);
}

/**
 * A staff request; resolves to status and body. One that prefers to wait is followed to what became of it: no service holds an answer for more
 * than ten seconds, and a busy machine may take longer.
 */
export async function staff(role, tenant, method, path, body, headers = {}) {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${await token(role, tenant)}`,
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
      ...headers
    },
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  const text = await response.text();
  const answer = {status: response.status, body: text ? JSON.parse(text) : undefined};
  if(headers.prefer && answer.body?.state === 'pending') {
    const {pathname} = new URL(response.headers.get('location'), url);
    const outcome = await eventually('it is settled', async () => {
      const {body: told} = await staff(role, tenant, 'GET', pathname);
      return told.state !== 'pending' && told;
    });
    Object.assign(answer.body, outcome);
  }
  return answer;
}

/** The e-mail address that a learner is enrolled with, unless another one is given. */
export const emailOf = studentNumber => `${studentNumber.toLowerCase()}@students.example`;

/** Puts a learner on a tenant's roster. */
export function enrol(tenant, studentNumber, displayName, email = emailOf(studentNumber)) {
  const learner = {studentNumber, displayName, email, language: 'en'};
  return staff('registrar', tenant, 'PUT', '/api/learners', {learners: [learner]});
}

/** Sends a fixture, changed, as a source would; resolves to the delivery's id and state, as the command printed them. */
export async function deliver(source, fixture, change) {
  const payload = JSON.parse(await readFile(join(here, 'fixtures', fixture), 'utf8'));
  change(payload);
  const folder = await mkdtemp(join(tmpdir(), 'journey-'));
  try {
    const file = join(folder, fixture);
    await writeFile(file, JSON.stringify(source.endsWith('moodle') ? [payload] : payload));
    const printed = await command('post', source, file);
    const [, id, state] = /^delivery (\S+) (\S+)/m.exec(printed) ?? [undefined, undefined, printed];
    return {id, state};
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** Canvas tells that a learner's report was marked, with the mark of the fixture unless another one is given. */
export function reportMarked({number}, mark) {
  return deliver('northgate/canvas', 'canvas-grade-change.json', event => {
    event.metadata.event_time = new Date().toISOString();
    event.body.student_sis_id = number;
    event.body.student_id = event.body.user_id = `2107${String(Date.now()).slice(-13)}`;
    Object.assign(event.body, mark === undefined ? {} : {grade: String(mark), score: mark});
  });
}

/** The offers of the learner whom a delivery is about. */
export async function offersAfter(tenant, delivery) {
  const {body} = await staff('registrar', tenant, 'GET', `/api/intake/deliveries/${delivery.id}`);
  const learner = body.events.find(event => event.learner)?.learner;
  return (await staff('registrar', tenant, 'GET', `/api/wallet/offers?learner=${learner}`)).body.offers;
}

/** Waits for the credential that a delivery leads to; resolves to its address and a fresh claim link. */
export async function credentialAfter(tenant, delivery) {
  const offer = await eventually('the credential is offered', async () => (await offersAfter(tenant, delivery))[0]);
  const link = await staff('registrar', tenant, 'POST', `/api/wallet/offers/${offer.credential}/links`, {});
  return {credential: offer.address, claim: link.body.claim};
}

/** Has a learner of Southbank earn a credential and share it; resolves to its address and a fresh claim link. */
export async function sharedCredential({tenant, number, name}) {
  const enrolled = await enrol(tenant, number, name);
  if(enrolled.status !== 200) {
    throw new Error(`${enrolled.status} ${JSON.stringify(enrolled.body)}`);
  }
  const essay = await deliver('southbank/moodle', 'moodle-essay-marked.json', statement => {
    statement.actor.account.name = number;
    statement.object.id += number;
    statement.timestamp = new Date().toISOString();
  });
  const earned = await credentialAfter(tenant, essay);
  const id = earned.credential.split('/').at(-1);
  await staff('registrar', tenant, 'POST', `/api/wallet/offers/${id}/visibility`, {visibility: 'PUBLIC'});
  await eventually('the credential is public', async () => (await fetch(earned.credential)).status === 200);
  return earned;
}

/** What our own verifier says of something. */
export async function judged(body, type = 'application/json') {
  const answer = await fetch(`${url}/api/verify`, {method: 'POST', headers: {'content-type': type}, body});
  if(answer.status !== 200) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  return answer.json();
}

/** Fails where a service logged one of these words. */
export async function unsaid(words) {
  for(const service of ['assessment', 'evidence', 'issuance', 'wallet-sync']) {
    const log = await readFile(join(data, 'logs', `${service}.log`), 'utf8');
    words.forEach(word => assert.ok(!log.includes(word), `${service} logged something it must not`));
  }
}

/** Waits until a check holds; resolves to what it gave. */
export async function eventually(what, check, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for(;;) {
    const result = await check();
    if(result) {
      return result;
    }
    if(Date.now() > end) {
      throw new Error(`not within ${seconds} s: ${what}`);
    }
    await pause(100);
  }
}

/** Has everything that a tenant issues from now on secured so. */
export async function choose(tenant, securings) {
  const path = `/api/issuers/${tenant}`;
  const answer = await staff('admin', tenant, 'POST', `${path}/securings`, {securings}, {prefer: 'wait=5'});
  if(answer.status !== 202) {
    throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  }
  await eventually('they are chosen', async () => {
    const {body} = await staff('admin', tenant, 'GET', path);
    return JSON.stringify([...body.securings ?? []].sort()) === JSON.stringify([...securings].sort());
  });
}
