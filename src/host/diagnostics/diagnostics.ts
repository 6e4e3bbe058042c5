import * as vscode from 'vscode';
import type { SurfacePorts } from '../surfaces/surfacePorts';
import { TokenDiagnostics } from './tokenDiagnostics';
import { VerifiedRemarks } from './verifiedRemarks';

/** What is wrong with tokens, in the Problems view and below the tokens. */
export function registerDiagnostics({ indexes, verifier, keys, now }: SurfacePorts): vscode.Disposable {
  const verified = new VerifiedRemarks(verifier, keys);
  return vscode.Disposable.from(verified, new TokenDiagnostics(indexes, verified, now));
}
