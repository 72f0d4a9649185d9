// An SD-JWT VC of the running product: read, shown in part, and verified by software that is not ours (@sd-jwt/sd-jwt-vc), with its type,
// its status list and the issuer's key read from the product. Needs MERITSTREAM_URL and MERITSTREAM_DATA, as run.sh sets them.
import assert from 'node:assert/strict';
import {createHash, createPublicKey, randomBytes, verify as verifySignature} from 'node:crypto';
import {after, before, test} from 'node:test';
import {SDJwtVcInstance} from '@sd-jwt/sd-jwt-vc';
import {addressOf, read} from './documents.mjs';
import {choose, eventually, judged, sharedCredential, staff, url} from './product.mjs';

const tenant = 'southbank';
const runId = Date.now().toString(36);
const learner = {tenant, number: `SB-D${runId}`, name: 'Désirée “Parts” Ōtsuka'};
const SD_JWT = 'application/dc+sd-jwt';
/** What stands in the open: who says it, of what kind it is, when, where, and whether it still holds. */
const OPEN = ['_sd', '_sd_alg', 'iat', 'iss', 'jti', 'nbf', 'status', 'vct', 'vct#integrity'];
const KEYS = {ES256: 'P-256', EdDSA: 'Ed25519'};
const SECURINGS = {ES256: 'SD_JWT_VC_ES256', EdDSA: 'SD_JWT_VC_EDDSA'};
const tokens = {};
let address, token, keys;

const jsonOf = part => JSON.parse(Buffer.from(part, 'base64url').toString());

/** Whether a signature is one of the key that the header names, by node's own cryptography. */
function signatureHolds(data, signature) {
  const {alg, kid} = jsonOf(data.split('.')[0]);
  const jwk = keys.find(({id}) => id === kid)?.publicKeyJwk;
  assert.equal(jwk?.crv, KEYS[alg], `${kid} is a key of the issuer for ${alg}`);
  const key = {key: createPublicKey({key: jwk, format: 'jwk'}), dsaEncoding: 'ieee-p1363'};
  return verifySignature(alg === 'EdDSA' ? null : 'sha256', Buffer.from(data), key, Buffer.from(signature, 'base64url'));
}

/** The description of a type, if it is the one that the token was issued with. The library itself would compare hexadecimal digits where SRI has Base64. */
async function typeOf(uri, integrity) {
  const answer = await fetch(uri);
  assert.equal(answer.status, 200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(integrity, `sha256-${createHash('sha256').update(bytes).digest('base64')}`);
  return JSON.parse(bytes);
}

const outside = new SDJwtVcInstance({
  hasher: (data, alg) => createHash(alg.replace('-', '')).update(typeof data === 'string' ? data : Buffer.from(data)).digest(),
  hashAlg: 'sha-256',
  saltGenerator: length => randomBytes(length).toString('hex'),
  verifier: signatureHolds,
  loadTypeMetadataFormat: true,
  vctFetcher: typeOf
});

const verified = async text => (await judged(text, SD_JWT)).verified;

/** Has a learner earn a credential that is secured so; resolves to its address and its token. */
async function earned(alg) {
  await choose(tenant, ['EDDSA_RDFC_2022', SECURINGS[alg]]);
  const {credential} = await sharedCredential({...learner, number: learner.number + alg});
  return {address: credential, token: await (await fetch(credential, {headers: {accept: SD_JWT}})).text()};
}

async function keysOf(text) {
  const {iss} = jsonOf(text.split('.')[1]);
  return (await read(addressOf(iss), 'application/did+json')).verificationMethod;
}

before(async () => {
  tokens.EdDSA = (await earned('EdDSA')).token;
  ({address, token} = await earned('ES256'));
  tokens.ES256 = token;
  keys = await keysOf(token);
});

after(() => choose(tenant, ['EDDSA_RDFC_2022']));

test('in the open it says nothing about the person or the award', async () => {
  const [signed, ...disclosures] = token.split('~');
  assert.deepEqual(Object.keys(jsonOf(signed.split('.')[1])).sort(), OPEN);
  assert.equal(jsonOf(signed.split('.')[1])._sd.length, 16);
  assert.equal(disclosures.pop(), '', 'nobody has signed for it');
  assert.ok(!Buffer.from(signed.split('.')[1], 'base64url').toString().includes(learner.name));
});

test('as a whole it holds, and says what the document says', async () => {
  const {payload, typeMetadata} = await outside.verify(token);
  const document = await read(address, 'application/vc');
  const {achievement} = document.credentialSubject;
  assert.equal(payload.jti, document.id);
  assert.equal(payload.iss, document.issuer.id);
  assert.equal(payload.name, learner.name);
  assert.equal(payload.title, achievement.name);
  assert.equal(payload.awardingBody, document.issuer.name);
  assert.equal(payload.issuanceDate, document.awardedDate.slice(0, 10));
  assert.equal(payload.criteria, achievement.criteria.narrative);
  assert.equal(payload.nbf, Date.parse(document.validFrom) / 1000);
  const named = typeMetadata.mergedTypeMetadata.claims.map(({path}) => path[0]);
  const open = new Set(OPEN);
  for(const claim of Object.keys(payload).filter(name => !open.has(name))) {
    assert.ok(named.includes(claim), `the type names ${claim}`);
  }
  assert.equal(await verified(token), true);
});

test('a part of it holds as well, and shows no more than that', async () => {
  const shown = await outside.present(token, {title: true, awardingBody: true});
  const {payload} = await outside.verify(shown);
  const said = Object.keys(payload).filter(name => !OPEN.includes(name)).sort();
  assert.deepEqual(said, ['awardingBody', 'title']);
  assert.ok(!shown.split('~').slice(1).some(part => Buffer.from(part, 'base64url').toString().includes(learner.name)));
  assert.equal(await verified(shown), true);
});

for(const alg of Object.keys(SECURINGS)) {
  test(`signed with ${alg} it holds`, async () => {
    assert.equal(jsonOf(tokens[alg].split('.')[0]).alg, alg);
    assert.equal((await outside.verify(tokens[alg])).payload.name, learner.name);
    assert.equal(await verified(tokens[alg]), true);
  });

  test(`signed with ${alg} it does not hold with a part of which a word was changed`, () => refusesAChangedPart(tokens[alg]));
  test(`signed with ${alg} it does not hold with another signature`, () => refusesAnotherSignature(tokens[alg]));
  test(`signed with ${alg} it does not hold as one of another type`, () => refusesAnotherType(tokens[alg]));
}

async function refusesAChangedPart(token) {
  const [signed, ...disclosures] = token.split('~');
  const changed = disclosures.filter(part => part !== '').map(part => {
    const [salt, name, value] = jsonOf(part);
    const other = name === 'name' ? [salt, name, 'Somebody Else'] : [salt, name, value].filter(one => one !== undefined);
    return name === 'name' ? Buffer.from(JSON.stringify(other)).toString('base64url') : part;
  });
  const forged = [signed, ...changed, ''].join('~');
  assert.notEqual(forged, token);
  // The library leaves out what no digest refers to (RFC 9901, section 7.1, step 5 says: reject); ours refuses it.
  const outsideSays = await outside.verify(forged).then(({payload}) => payload.name, () => undefined);
  assert.notEqual(outsideSays, 'Somebody Else');
  assert.equal(await verified(forged), false);
}

async function refusesAnotherSignature(token) {
  const [signed, ...rest] = token.split('~');
  const [header, payload, signature] = signed.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes[10] ^= 1;
  const forged = [[header, payload, bytes.toString('base64url')].join('.'), ...rest].join('~');
  await assert.rejects(outside.verify(forged), /Verify Error|signature/i);
  assert.equal(await verified(forged), false);
}

async function refusesAnotherType(token) {
  const [signed, ...rest] = token.split('~');
  const [header, payload, signature] = signed.split('.');
  const other = Buffer.from(JSON.stringify({...jsonOf(payload), vct: `${url}/issuers/northgate/types/achievement/1`})).toString('base64url');
  const forged = [[header, other, signature].join('.'), ...rest].join('~');
  await assert.rejects(outside.verify(forged), /Verify Error|signature/i);
  assert.equal(await verified(forged), false);
}

test('the status list token says when it is revoked', async () => {
  const path = `/api/credentials/${address.split('/').at(-1)}/revocations`;
  const answer = await staff('registrar', tenant, 'POST', path, {reason: 'ISSUED_IN_ERROR'}, {prefer: 'wait=5'});
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  await eventually('the library sees it turn', () => outside.verify(token).then(() => false, fault => /Status is not valid/.test(fault.message)));
  assert.equal(await verified(token), false);
});
