// Each proof of a document and each token by itself, held to its issuer's keys by software that is not ours.
import {createHash} from 'node:crypto';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite as eddsaRdfc2022} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {decode} from 'base58-universal';
import canonicalize from 'canonicalize';
import {importJWK, jwtVerify} from 'jose';
import jsigs from 'jsonld-signatures';

const ED25519 = {key: 'z6Mk', fresh: () => Ed25519Multikey.generate()};
const P256 = {key: 'zDna', fresh: () => EcdsaMultikey.generate({curve: 'P-256'})};
const P384 = {key: 'z82L', fresh: () => EcdsaMultikey.generate({curve: 'P-384'})};

/**
 * The embedded proofs: the name of the suite, how its key begins, what makes another of the kind, and what finds why a document with that proof does not
 * hold, undefined when it does.
 */
export const PROOFS = {
  'eddsa-rdfc-2022 with Ed25519': {suite: 'eddsa-rdfc-2022', ...ED25519, fault: byTerms(eddsaRdfc2022)},
  'ecdsa-rdfc-2019 with P-256': {suite: 'ecdsa-rdfc-2019', ...P256, fault: byTerms(ecdsaRdfc2019)},
  'ecdsa-rdfc-2019 with P-384': {suite: 'ecdsa-rdfc-2019', ...P384, fault: byTerms(ecdsaRdfc2019)},
  'eddsa-jcs-2022 with Ed25519': {suite: 'eddsa-jcs-2022', ...ED25519, fault: byWords}
};

/** The one proof of a document that is of a suite and by a key that begins so. */
export function proofOf(document, {suite, key}) {
  const found = document.proof.filter(({cryptosuite, verificationMethod}) =>
    cryptosuite === suite && verificationMethod.split('#')[1].startsWith(key));
  if(found.length !== 1) {
    throw new Error(`${found.length} proofs of ${suite} by ${key}…`);
  }
  return found[0];
}

/** By Digital Bazaar's libraries, which know what terms mean. */
function byTerms(cryptosuite) {
  return async (document, {documentLoader}) => {
    const {verified, error} = await jsigs.verify(document, {
      suite: new DataIntegrityProof({cryptosuite}), purpose: new jsigs.purposes.AssertionProofPurpose(), documentLoader
    });
    return verified ? undefined : (error?.errors ?? [error]).map(one => one?.message).join('; ');
  };
}

/**
 * Of the words themselves. No package verifies this suite: the canonical form is by canonicalize, the key by ed25519-multikey, the steps are
 * those of the specification (Data Integrity EdDSA Cryptosuites 1.0, section 3.3).
 */
async function byWords(document, {did}) {
  const {proof: {proofValue, ...options}, ...unsecured} = document;
  const hash = value => createHash('sha256').update(canonicalize(value)).digest();
  const method = did.verificationMethod.find(({id}) => id === options.verificationMethod);
  if(!method.publicKeyMultibase.startsWith('z6Mk')) {
    return 'the key is none of Ed25519';
  }
  const key = await Ed25519Multikey.from(method);
  const data = Buffer.concat([hash(options), hash(unsecured)]);
  return await key.verifier().verify({data, signature: decode(proofValue.slice(1))}) ? undefined : 'Invalid signature.';
}

/**
 * What a VC-JWT says, if it is signed with this algorithm by a key that its issuer lists for assertions; by jose.
 *
 * @param did the issuer's document
 */
export async function claimsOf(token, alg, {did, now}) {
  const keyOf = ({kid}) => {
    if(!did.assertionMethod.includes(kid)) {
      throw new Error('the key is not for assertions');
    }
    return importJWK(did.verificationMethod.find(({id}) => id === kid).publicKeyJwk, alg);
  };
  return jwtVerify(token, keyOf, {algorithms: [alg], typ: 'vc+jwt', issuer: did.id, currentDate: now});
}
