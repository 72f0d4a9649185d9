// The verifier itself, judged on a small issuer of its own: it must be able to say no.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {dirname, join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {createCredential, createList} from '@digitalbazaar/vc-bitstring-status-list';
import {documents} from './documents.mjs';
import {NOT_CHECKED, NOT_VERIFIED, VERIFIED, verify} from './verification.mjs';

const contexts = join(dirname(fileURLToPath(import.meta.url)), '../../contracts/openbadges/src/main/resources/contexts/recognition');
const [recognition] = readdirSync(contexts).map(name => `/contexts/recognition/${name.replace('.jsonld', '')}`);
const pages = new Map();
let server, base, did, key, second;

before(async () => {
  server = createServer((request, response) => {
    const page = pages.get(request.url);
    response.writeHead(page ? 200 : 404, {'content-type': 'application/json'});
    response.end(typeof page === 'string' ? page : JSON.stringify(page ?? {}));
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  base = `http://localhost:${server.address().port}`;
  did = `did:web:localhost%3A${server.address().port}:issuers:test`;
  key = await Ed25519Multikey.generate({id: `${did}#key-1`, controller: did});
  second = await EcdsaMultikey.generate({id: `${did}#key-2`, controller: did, curve: 'P-256'});
  const publicKey = await key.export({publicKey: true});
  const secondPublic = await second.export({publicKey: true});
  pages.set('/issuers/test/did.json', {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [publicKey, secondPublic],
    assertionMethod: [publicKey.id, secondPublic.id]
  });
  pages.set(recognition, readFileSync(join(contexts, `${recognition.split('/').pop()}.jsonld`), 'utf8'));
  const list = await createList({length: 131072});
  list.setStatus(7, true);
  pages.set('/status/1', await sign({
    ...await createCredential({id: `${base}/status/1`, list, statusPurpose: 'revocation'}), issuer: did
  }));
  await suspend(7, 15);
});

after(() => server.close());

function sign(credential) {
  const {documentLoader} = documents();
  const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite});
  return vc.issue({credential, suite, documentLoader});
}

/** Publishes a list of suspensions with these entries set. */
async function suspend(...indexes) {
  const list = await createList({length: 131072});
  indexes.forEach(index => list.setStatus(index, true));
  pages.set('/status/1-suspension', await sign({
    ...await createCredential({id: `${base}/status/1-suspension`, list, statusPurpose: 'suspension'}), issuer: did
  }));
}

const entry = (list, statusPurpose, index) => ({
  id: `${base}${list}#${index}`, type: 'BitstringStatusListEntry', statusPurpose, statusListIndex: String(index), statusListCredential: base + list
});

/** A credential that may be suspended: the same index in two lists. */
const suspendable = index => publish(`/credentials/suspendable-${index}`, index, credential => credential,
  () => ({credentialStatus: [entry('/status/1', 'revocation', index), entry('/status/1-suspension', 'suspension', index)]}));

/** Signs what is signed with the second key, too: two proofs side by side. */
async function signAgain({proof, ...credential}) {
  const {documentLoader} = documents();
  const suite = new DataIntegrityProof({signer: second.signer(), cryptosuite: ecdsaRdfc2019});
  const signed = await vc.issue({credential, suite, documentLoader});
  return {...credential, proof: [proof, signed.proof]};
}

async function publish(path, index, change = credential => credential, more = () => ({})) {
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
    ],
    id: base + path,
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: {id: did, type: ['Profile'], name: 'Test'},
    validFrom: '2026-01-01T00:00:00Z',
    name: 'Data literacy',
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: {
        id: `${base}/achievements/1`, type: ['Achievement'], name: 'Data literacy', description: 'Reads data',
        criteria: {narrative: 'Read data'}
      }
    },
    credentialStatus: {
      id: `${base}/status/1#${index}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation',
      statusListIndex: String(index), statusListCredential: `${base}/status/1`
    }
  };
  const signed = await sign({...credential, ...more(credential.credentialSubject.achievement)});
  pages.set(path, change(signed));
  return base + path;
}

async function publishTwofold(path, index, change = credential => credential) {
  const address = await publish(path, index);
  pages.set(path, change(await signAgain(pages.get(path))));
  return address;
}

const stating = (achievement, eqfLevel, context) => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    base + context
  ],
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {...achievement, recognition: {type: ['Recognition'], ects: '2.5', eqfLevel}}
  }
});

async function code(address) {
  const report = await verify(address);
  return report.code;
}

test('verifies a credential that is in order', async () => {
  const report = await verify(await publish('/credentials/good', 1));
  assert.equal(report.code, VERIFIED, report.lines.join('\n'));
});

test('refuses a credential of which a word was changed', async () => {
  const address = await publish('/credentials/changed', 2, credential => ({...credential, name: 'Rocket science'}));
  assert.equal(await code(address), NOT_VERIFIED);
});

test('verifies both proofs of a credential that has two', async () => {
  const report = await verify(await publishTwofold('/credentials/twofold', 8));
  assert.equal(report.code, VERIFIED, report.lines.join('\n'));
  assert.match(report.lines.join('\n'), /eddsa-rdfc-2022 and ecdsa-rdfc-2019/);
});

test('refuses a credential of which one proof of two does not hold', async () => {
  const address = await publishTwofold('/credentials/half', 9, credential => {
    credential.proof[1].created = '2020-01-01T00:00:00Z';
    return credential;
  });
  assert.equal(await code(address), NOT_VERIFIED);
});

test('names a proof that it can not check', async () => {
  const address = await publishTwofold('/credentials/words', 10, credential => {
    credential.proof[1].cryptosuite = 'eddsa-jcs-2022';
    return credential;
  });
  assert.match((await verify(address)).lines.join('\n'), /with eddsa-jcs-2022, which is not looked at here/);
});

test('refuses a revoked credential', async () => {
  const report = await verify(await publish('/credentials/revoked', 7));
  assert.equal(report.code, NOT_VERIFIED);
  assert.match(report.lines.join('\n'), /REVOKED/);
});

test('refuses a suspended credential until it is given back', async () => {
  const address = await suspendable(15);
  const held = await verify(address);
  assert.equal(held.code, NOT_VERIFIED);
  assert.match(held.lines.join('\n'), /SUSPENDED/);
  assert.doesNotMatch(held.lines.join('\n'), /REVOKED/);
  await suspend(7);
  const given = await verify(address);
  assert.equal(given.code, VERIFIED, given.lines.join('\n'));
  assert.match(given.lines.join('\n'), /not suspended/);
});

test('refuses a credential that is revoked and suspended, and says both', async () => {
  assert.match((await verify(await suspendable(7))).lines.join('\n'), /REVOKED[^]*SUSPENDED/);
});

test('says that it could not check when the list of suspensions is away', async () => {
  const address = await suspendable(16);
  pages.delete('/status/1-suspension');
  assert.equal(await code(address), NOT_CHECKED);
  await suspend(7);
});

test('refuses a credential read from another address', async () => {
  await publish('/credentials/here', 3);
  pages.set('/credentials/there', pages.get('/credentials/here'));
  assert.equal(await code(`${base}/credentials/there`), NOT_VERIFIED);
});

test('refuses a credential without a status list', async () => {
  const address = await publish('/credentials/bare', 4, ({credentialStatus, ...rest}) => rest);
  assert.equal(await code(address), NOT_VERIFIED);
});

test('says that it could not check when the status list is away', async () => {
  const address = await publish('/credentials/away', 5);
  const list = pages.get('/status/1');
  pages.delete('/status/1');
  assert.equal(await code(address), NOT_CHECKED);
  pages.set('/status/1', list);
});

test('says that it could not check what is not there', async () => {
  assert.equal(await code(`${base}/credentials/none`), NOT_CHECKED);
});

test('verifies recognition data by the context that their issuer serves', async () => {
  const report = await verify(await publish('/credentials/recognised', 11, credential => credential, achievement => stating(achievement, 6, recognition)));
  assert.equal(report.code, VERIFIED, report.lines.join('\n'));
});

test('refuses a credential of which the level was changed', async () => {
  const raised = ({credentialSubject: {achievement, ...subject}, ...rest}) => ({
    ...rest,
    credentialSubject: {...subject, achievement: {...achievement, recognition: {...achievement.recognition, eqfLevel: 7}}}
  });
  const address = await publish('/credentials/raised', 12, raised, achievement => stating(achievement, 6, recognition));
  assert.equal(pages.get('/credentials/raised').credentialSubject.achievement.recognition.eqfLevel, 7);
  assert.equal(await code(address), NOT_VERIFIED);
});

test('refuses another context at the address of the one that was signed', async () => {
  const address = await publish('/credentials/reworded', 13, credential => credential, achievement => stating(achievement, 6, recognition));
  const own = pages.get(recognition);
  pages.set(recognition, `${own}\n`);
  assert.equal(await code(address), NOT_VERIFIED);
  pages.set(recognition, own);
});

test('says that it could not check when the context is away', async () => {
  const address = await publish('/credentials/termless', 14, credential => credential, achievement => stating(achievement, 6, recognition));
  const own = pages.get(recognition);
  pages.delete(recognition);
  assert.equal(await code(address), NOT_CHECKED);
  pages.set(recognition, own);
});
