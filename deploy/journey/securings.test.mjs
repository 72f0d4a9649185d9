// What Meritstream secures, verified by software that is not ours: every Data Integrity proof and every JWT of one credential, and what was done to them. The samples are made by issuance's SecuredSamples; its own tests hold them equal to what it makes today.
import assert from 'node:assert/strict';
import {createHash, createPublicKey, verify as verifySignature} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {casesOfProofs, casesOfToken} from './cases.mjs';
import {documents} from './documents.mjs';
import {PROOFS} from './proofs.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'secured');
const contexts = join(folder, '../../../../contracts/openbadges/src/main/resources/contexts/recognition');
const sample = name => readFileSync(join(folder, name), 'utf8').trim();
const {documentLoader: fromNpm} = documents('http:');
const did = JSON.parse(sample('did.json'));
const credential = JSON.parse(sample('credential.json'));
const endorsement = JSON.parse(sample('endorsement.json'));
const subject = {credential, did, documentLoader, now: new Date('2026-11-23T00:00:00Z')};
const {fault} = PROOFS['eddsa-rdfc-2022 with Ed25519'];

/** The context that the sample names; at its address no server answers here, and its digest tells that it is the same. */
async function recognition(url) {
  const digest = url.split('/').pop();
  const text = await readFile(join(contexts, `${digest}.jsonld`), 'utf8');
  assert.equal(createHash('sha256').update(text).digest('hex'), digest);
  return {contextUrl: null, documentUrl: url, document: JSON.parse(text)};
}

async function documentLoader(url) {
  if(url.includes('/contexts/recognition/')) {
    return recognition(url);
  }
  if(!url.startsWith(did.id)) {
    return fromNpm(url);
  }
  const method = did.verificationMethod.find(({id}) => id === url);
  const document = method ? {'@context': 'https://w3id.org/security/multikey/v1', ...method} : did;
  return {contextUrl: null, documentUrl: url, document};
}

casesOfProofs(() => subject);

for(const [alg, file] of Object.entries({EdDSA: 'vc-jwt-eddsa.txt', ES256: 'vc-jwt-es256.txt', RS256: 'vc-jwt-rs256.txt'})) {
  casesOfToken(alg, () => ({...subject, token: sample(file)}));
}

test('an endorsement holds', async () => {
  assert.deepEqual(endorsement.type, ['VerifiableCredential', 'EndorsementCredential']);
  assert.equal(await fault(endorsement, subject), undefined);
});

test('an endorsement does not hold of a changed word', async () => {
  const reworded = {...endorsement.credentialSubject, endorsementComment: 'They assess without care.'};
  assert.notEqual(await fault({...endorsement, credentialSubject: reworded}, subject), undefined);
});

test('whoever knows one suite alone finds its proof among the others', async () => {
  assert.equal(await fault(credential, subject), undefined);
  assert.equal(await PROOFS['ecdsa-rdfc-2019 with P-256'].fault(credential, subject), undefined);
});

test('the same key stands in the DID document as Multikey and as JWK', async () => {
  const multikey = await Ed25519Multikey.from(did.verificationMethod.find(({publicKeyMultibase}) => publicKeyMultibase?.startsWith('z6Mk')));
  const jwk = did.verificationMethod.find(({publicKeyJwk}) => publicKeyJwk?.crv === 'Ed25519').publicKeyJwk;
  const data = Buffer.from('the same');
  const raw = (await multikey.export({publicKey: true, raw: true})).publicKey;
  assert.equal(Buffer.from(raw).toString('base64url'), jwk.x);
  assert.equal(verifySignature(null, data, createPublicKey({key: jwk, format: 'jwk'}), Buffer.alloc(64)), false);
});
