// Verifies credentials with software that is not ours.
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite as ecdsaRdfc2019} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {cryptosuite as eddsaRdfc2022} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {addressOf, documents, read, Unreachable} from './documents.mjs';

const VC = 'application/vc, application/ld+json;q=0.9, application/json;q=0.8';
/** What these libraries can check; a proof of another suite beside is named and left to others. */
const SUITES = [eddsaRdfc2022, ecdsaRdfc2019];
/** A learner record has no status of its own: each credential within has. */
const RECORD = 'ClrCredential';
const KINDS = ['AchievementCredential', 'EndorsementCredential', RECORD];
export const VERIFIED = 0;
export const NOT_VERIFIED = 1;
export const NOT_CHECKED = 2;

/** The outcome of a verification: a code, and a line for each thing that was looked at. */
class Report {
  lines = [];
  code = VERIFIED;

  good(text) {
    this.lines.push(`  yes  ${text}`);
  }

  bad(text) {
    this.lines.push(`  NO   ${text}`);
    this.code = NOT_VERIFIED;
  }

  unsure(text) {
    this.lines.push(`  ?    ${text}`);
    this.code = NOT_CHECKED;
  }

  check(holds, text, otherwise = text) {
    if(holds) {
      this.good(text);
    } else {
      this.bad(otherwise);
    }
  }
}

/** Verifies the credential at an address. */
export async function verify(address) {
  const report = new Report();
  try {
    await verifyDocument(await read(address, VC), report, address);
  } catch(fault) {
    if(!(fault instanceof Unreachable)) {
      throw fault;
    }
    report.unsure(`${fault.message}; a credential that is not shared looks the same`);
  }
  return report;
}

/** Verifies a credential at hand, such as a downloaded file; an address, if given, must be its own. */
export async function verifyDocument(credential, report = new Report(), address = credential.id) {
  const localProtocol = new URL(address).protocol;
  const {documentLoader, unreachable, dids} = documents(localProtocol);
  const suite = SUITES.map(cryptosuite => new DataIntegrityProof({cryptosuite}));
  const proofs = [credential.proof].flat().map(proof => proof?.cryptosuite);
  report.check(credential.id === address, 'the document names the address it was read from',
    `the document is of ${credential.id}, not of ${address}`);
  const kind = KINDS.find(type => [credential.type].flat().includes(type));
  report.check(kind !== undefined, `it is ${kind === RECORD ? 'a Comprehensive Learner Record 2.0' : 'an Open Badges 3.0'} ${kind}`, 'it is no credential of Open Badges 3.0');
  report.check(proofs.includes('eddsa-rdfc-2022'), 'it is signed with eddsa-rdfc-2022');
  const others = proofs.filter(name => !SUITES.some(known => known.name === name));
  if(others.length > 0) {
    report.good(`and with ${others.join(', ')}, which is not looked at here`);
  }

  let status;
  const result = await vc.verifyCredential({
    credential, suite, documentLoader,
    checkStatus: async options => {
      status = await checkStatus({...options, credential, suite, documentLoader});
      return status;
    }
  });
  const issuer = credential.issuer?.id ?? credential.issuer;
  if(unreachable.length > 0) {
    unreachable.forEach(line => report.unsure(line));
    return report;
  }
  signature(report, result, issuer, [...dids.keys()].map(did => addressOf(did, localProtocol)));
  revocation(report, credential, status);
  return report;
}

function signature(report, result, issuer, keys) {
  const proofs = result.results ?? [];
  const holds = proofs.length > 0 && proofs.every(({verified}) => verified);
  const reason = proofs.find(({verified}) => !verified)?.error ?? result.error;
  const known = proofs.map(({proof}) => proof?.cryptosuite).join(' and ');
  report.check(holds, `the signature fits the document: ${known} (${keys.join(', ') || 'no key'})`,
    `the signature does not hold: ${reasons(reason)}`);
  report.check(holds && proofs.every(({proof}) => proof.verificationMethod.startsWith(`${issuer}#`)),
    `the key is ${issuer}'s own`, `the key is not ${issuer}'s`);
}

function revocation(report, credential, status) {
  if(!credential.credentialStatus && [credential.type].flat().includes(RECORD)) {
    return;
  }
  if(!credential.credentialStatus) {
    report.bad('it names no status list');
    return;
  }
  if(!status?.verified) {
    report.bad(`its status list does not hold: ${reasons(status?.error)}`);
    return;
  }
  const set = purpose => status.results.some(result => result.status && result.credentialStatus.statusPurpose === purpose);
  const asked = purpose => status.results.some(({credentialStatus}) => credentialStatus.statusPurpose === purpose);
  report.good(status.results.length === 1 ? 'the status list is signed by the same issuer' : 'the status lists are signed by the same issuer');
  report.check(!set('revocation'), 'it is not revoked', 'it is REVOKED');
  if(asked('suspension')) {
    report.check(!set('suspension'), 'it is not suspended', 'it is SUSPENDED');
  }
}

function reasons(error) {
  const all = [error?.message, ...(error?.errors ?? []).map(({message}) => message), error?.cause?.message];
  return [...new Set(all.filter(Boolean))].join('; ') || 'no reason was given';
}
